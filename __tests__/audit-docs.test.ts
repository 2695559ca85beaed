import { expect, test } from '@jest/globals';
import { RULES } from '../src/audit/rules.js';
import { DEFAULT_ACCOUNT_ROLE } from '../src/config/audit-inputs.js';
import { ACCOUNT_ROLE, ORGANIZATION_ROLE } from '../src/templates/audit/reader-roles.js';
import { textOf } from './support/documents.js';

test('docs/audit.md names every rule of the audit with its severity, and no other', () => {
  const rows = [
    ...textOf('docs/audit.md').matchAll(/^\| <a id="[a-z-]+"><\/a>`([a-z-]+)` \| (\w+) \| (.+) \|$/gm),
  ];
  expect(rows.map(([, rule, severity, title]) => [rule, severity, title])).toEqual(
    Object.entries(RULES).map(([rule, { severity, title }]) => [rule, severity, title]),
  );
});

test('the audit enters the reader roles that `template audit` makes', () => {
  expect(DEFAULT_ACCOUNT_ROLE).toBe(ACCOUNT_ROLE);
  for (const page of ['docs/audit.md', 'examples/workflows/audit.yml'])
    expect(textOf(page)).toContain(`:role/${ORGANIZATION_ROLE}`);
});
