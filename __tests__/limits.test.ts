import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../src/scan/finding.js';
import { uniqueFindings } from '../src/scan/findings.js';
import { LIMITS } from '../src/scan/limits.js';
import { textOf } from './support/documents.js';
import { SMALL } from './support/limit-cases.js';
import { passedAsClean } from './support/limit-scans.js';

test('beyond a limit nothing is clean: tree, changes, history, staged, standard input', async () => {
  expect(await passedAsClean(SMALL)).toEqual([]);
});

describe('the page on detection', () => {
  const page = textOf('docs/detection.md');
  const section = page.slice(page.indexOf('### Limits'), page.indexOf('## What is read of a repository'));

  test.each(Object.entries(LIMITS))('says the limit %s, and what is beyond it', (name, value) => {
    const said = section.includes(`\`${name}\``) || name === 'workPerByte';
    const numbers = [value.toLocaleString('en-US'), `${value / 2 ** 20} MiB`, `${value / 2 ** 10} KiB`];
    expect(said).toBe(true);
    expect(numbers.some(number => section.includes(number))).toBe(true);
  });
});

describe('of more findings than are kept', () => {
  const finding = (severity: Finding['severity'], index: number): Finding => ({
    rule: 'access-key-id',
    severity,
    place: { kind: 'file', path: `${index}.txt` },
    fingerprint: String(index),
    redacted: '',
    secrets: [`value ${index}`],
    layers: [],
  });

  test('an error is not dropped for less, and how many were is said', () => {
    const notices = Array.from({ length: LIMITS.findings + 5 }, (_, index) => finding('notice', index));
    const { findings, dropped } = uniqueFindings([...notices, finding('error', -1)]);
    expect(findings).toHaveLength(LIMITS.findings);
    expect(findings[0]?.severity).toBe('error');
    expect(dropped).toBe(6);
  });
});
