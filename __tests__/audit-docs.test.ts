import { expect, test } from '@jest/globals';
import { RULES } from '../src/audit/rules.js';
import { textOf } from './support/documents.js';

test('docs/audit.md names every rule of the audit with its severity, and no other', () => {
  const rows = [
    ...textOf('docs/audit.md').matchAll(/^\| <a id="[a-z-]+"><\/a>`([a-z-]+)` \| (\w+) \| (.+) \|$/gm),
  ];
  expect(rows.map(([, rule, severity, title]) => [rule, severity, title])).toEqual(
    Object.entries(RULES).map(([rule, { severity, title }]) => [rule, severity, title]),
  );
});
