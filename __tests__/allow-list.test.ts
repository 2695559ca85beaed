import { describe, expect, test } from '@jest/globals';
import type { AllowEntry } from '../src/config/configuration.js';
import { Failure } from '../src/failure.js';
import { type AllowRules, applyAllowList, commentStood } from '../src/scan/allow.js';
import { baselineOf, formatBaseline } from '../src/scan/baseline.js';
import { parseBaseline } from '../src/scan/baseline-file.js';
import type { Finding, ScanResult } from '../src/scan/finding.js';

const SHOWN = 'AKIA…WXYZ';

function finding(change: Partial<Finding> = {}): Finding {
  return {
    rule: 'access-key-pair',
    severity: 'error',
    place: { kind: 'file', path: 'src/a.env', line: 3 },
    fingerprint: 'a'.repeat(40),
    redacted: SHOWN,
    secrets: ['the-value'],
    layers: [],
    ...change,
  };
}

function result(findings: readonly Finding[], mode = 'tree'): ScanResult {
  const counts = { files: 1, objects: 0, bytes: 1, milliseconds: 1 };
  return {
    mode,
    whole: mode === 'tree' || mode === 'history',
    findings,
    allowed: [],
    unread: [],
    counts,
    notes: [],
  };
}

function entry(change: Partial<AllowEntry>): AllowEntry {
  return {
    path: undefined,
    fingerprint: undefined,
    reason: 'because',
    expires: undefined,
    line: 7,
    ...change,
  };
}

function rules(change: Partial<AllowRules> & { entries?: readonly AllowEntry[] } = {}): AllowRules {
  const { entries = [], ...rest } = change;
  return { list: { entries, baseline: [] }, source: 'c.yml', today: '2026-06-15', ...rest };
}

const inFile = (path: string) => finding({ place: { kind: 'file', path, line: 1 } });

describe('an entry by path', () => {
  test.each([
    ['docs/**', 'docs/a/b.md', true],
    ['docs/**', 'docs/.hidden/.env', true],
    ['docs/', 'docs/a/b.md', true],
    ['./docs/**', 'docs/a.md', true],
    ['/docs/**', 'docs/a.md', true],
    ['docs/*', 'docs/a/b.md', false],
    ['*.md', 'a.md', true],
    ['*.md', 'docs/a.md', false],
    ['**/*.md', 'docs/a.md', true],
    ['**/*.md', 'a.md', true],
    ['Docs/**', 'docs/a.md', false],
    ['docs/**', 'other/docs/a.md', false],
    ['docs', 'docs/a.md', false],
    ['a.env', 'a.env.local', false],
    ['!src/**', 'docs/a.md', false],
    ['{a,b}/x', 'b/x', true],
    ['app/[id]/page.tsx', 'app/[id]/page.tsx', true],
    ['odd(name).txt', 'odd(name).txt', true],
  ])('%s and %s: %s', (path, file, allows) => {
    const { allowed, findings } = applyAllowList(
      result([inFile(file)]),
      rules({ entries: [entry({ path })] }),
    );
    expect([allowed.length, findings.length]).toEqual(allows ? [1, 0] : [0, 1]);
  });

  test('allows nothing that has no path', () => {
    const variable = finding({ place: { kind: 'environment' } });
    const { findings } = applyAllowList(result([variable]), rules({ entries: [entry({ path: '**' })] }));
    expect(findings).toHaveLength(1);
  });
});

test('an entry by fingerprint allows that finding only, and the reason goes with it', () => {
  const other = finding({ fingerprint: 'b'.repeat(40) });
  const { allowed, findings } = applyAllowList(
    result([finding(), other]),
    rules({ entries: [entry({ fingerprint: 'A'.repeat(40), reason: 'revoked' })] }),
  );
  expect(allowed.map(({ allowed: why }) => why)).toEqual([{ by: 'fingerprint', reason: 'revoked' }]);
  expect(findings).toEqual([other]);
});

test('an entry with path and fingerprint needs both', () => {
  const both = entry({ path: 'docs/**', fingerprint: 'a'.repeat(40) });
  expect(applyAllowList(result([finding()]), rules({ entries: [both] })).allowed).toHaveLength(0);
  expect(applyAllowList(result([inFile('docs/x')]), rules({ entries: [both] })).allowed).toHaveLength(1);
});

describe('the expiry date', () => {
  test('is the last day on which the entry counts', () => {
    const until = (expires: string) =>
      applyAllowList(result([finding()]), rules({ entries: [entry({ path: 'src/**', expires })] }));
    expect(until('2026-06-15').allowed).toHaveLength(1);
    const { allowed, notes } = until('2026-06-14');
    expect(allowed).toHaveLength(0);
    expect(notes).toEqual([
      'c.yml:7: the entry for path src/** expired on 2026-06-14; 1 finding counts again',
    ]);
  });
});

describe('an entry that nothing needs', () => {
  const unneeded = rules({ entries: [entry({ path: 'gone/**' })] });

  test('is said when everything was looked at', () => {
    expect(applyAllowList(result([finding()]), unneeded).notes).toEqual([
      'c.yml:7: nothing in the tree needs the entry for path gone/**; it can go, unless `aws-temp-creds scan --history` needs it',
    ]);
    expect(applyAllowList(result([finding()], 'history'), unneeded).notes).toEqual([
      'c.yml:7: nothing needs the entry for path gone/**; it can go',
    ]);
  });

  test('is not said of a scan that saw only a part', () => {
    expect(applyAllowList(result([finding()], 'changes'), unneeded).notes).toEqual([]);
    const unread = [{ what: 'a', why: 'gone', incomplete: true }];
    expect(applyAllowList({ ...result([finding()]), unread }, unneeded).notes).toEqual([]);
  });
});

const OWN = { kind: 'own', comment: 'aws-temp-creds:allow', reason: 'a vector' } as const;
const PEER = { kind: 'peer', comment: 'gitleaks:allow', reason: '' } as const;

describe('an inline comment', () => {
  test('of ours with a reason allows', () => {
    const { allowed } = applyAllowList(result([finding({ inline: OWN })]), rules());
    expect(allowed[0]?.allowed).toEqual({ by: 'inline', reason: 'a vector' });
  });

  test('of ours without a reason does not count, and that is said', () => {
    const { findings, notes } = applyAllowList(
      result([finding({ inline: { ...OWN, reason: '' } })]),
      rules(),
    );
    expect(findings[0]?.severity).toBe('error');
    expect(notes).toEqual([
      'src/a.env:3: `aws-temp-creds:allow` gives no reason and so does not count; write `aws-temp-creds:allow WHY`',
    ]);
  });

  test('of a peer leaves a notice that names it, after what is worse', () => {
    const warning = finding({ severity: 'warning', fingerprint: 'b'.repeat(40) });
    const { findings } = applyAllowList(result([finding({ inline: PEER }), warning]), rules());
    expect(findings.map(({ severity, reason }) => [severity, reason])).toEqual([
      ['warning', undefined],
      ['notice', 'comment gitleaks:allow'],
    ]);
  });
});

describe('on a pull request', () => {
  const empty = { entries: [], baseline: [] };
  const change = (stood: boolean, entries: readonly AllowEntry[] = []) => ({
    change: { list: { ...empty, entries }, commentStood: () => stood },
  });

  test.each([OWN, PEER])('a comment that it brings silences nothing and is said: $comment', inline => {
    const { findings, allowed } = applyAllowList(result([finding({ inline })]), rules(change(false)));
    expect(allowed).toEqual([]);
    expect(findings[0]?.severity).toBe('error');
    expect(findings[0]?.proposed).toEqual({ by: 'inline', reason: inline.reason || inline.comment });
  });

  test('a comment that stood in the base branch counts', () => {
    const { allowed } = applyAllowList(result([finding({ inline: OWN })]), rules(change(true)));
    expect(allowed).toHaveLength(1);
  });

  test('an entry that it brings silences nothing and is said', () => {
    const own = entry({ path: '**', reason: 'trust me' });
    const { findings } = applyAllowList(result([finding()]), rules(change(false, [own])));
    expect(findings[0]?.proposed).toEqual({ by: 'path', reason: 'trust me' });
  });

  test('an entry that it removes still counts', () => {
    const base = entry({ path: 'src/**' });
    const { allowed } = applyAllowList(result([finding()]), rules({ entries: [base], ...change(false) }));
    expect(allowed).toHaveLength(1);
  });
});

describe('whether a comment stood in the base branch', () => {
  const pair = ['the-id', 'the-secret'];
  const added = finding({ inline: OWN, secrets: pair });
  const other = { ...OWN, reason: 'another reason' };

  test.each<[string, readonly Finding[], boolean]>([
    ['on the same values', [finding({ inline: OWN, secrets: pair })], true],
    ['on more than these values', [finding({ inline: OWN, secrets: [...pair, 'the-token'] })], true],
    [
      'on one of the two, to which the other was added',
      [finding({ inline: OWN, secrets: ['the-id'] })],
      false,
    ],
    [
      'on each of the two by itself, which were no pair',
      [finding({ inline: OWN, secrets: ['the-id'] }), finding({ inline: OWN, secrets: ['the-secret'] })],
      false,
    ],
    ['with another reason', [finding({ inline: other, secrets: pair })], false],
    ['nowhere: the values stood without it', [finding({ secrets: pair })], false],
    ['nowhere: nothing stood', [], false],
  ])('%s', (_, before, stood) => expect(commentStood(added, before)).toBe(stood));

  test('a finding without a value is known by its fingerprint', () => {
    const bare = finding({ inline: OWN, secrets: [] });
    expect(commentStood(bare, [bare])).toBe(true);
    expect(commentStood(bare, [{ ...bare, fingerprint: 'f'.repeat(40) }])).toBe(false);
  });
});

describe('the baseline', () => {
  const taken = { reason: 'known before', today: '2026-06-15' };

  test('holds no value, is sorted, and reads back as written', () => {
    const entries = baselineOf([inFile('z'), finding({ fingerprint: 'b'.repeat(40) }), finding()], [], taken);
    const text = formatBaseline(entries);
    expect(text).not.toContain('the-value');
    expect(entries.map(({ path }) => path)).toEqual(['src/a.env', 'src/a.env']);
    expect(parseBaseline(text, 'b.json')).toEqual(entries);
    expect(parseBaseline(formatBaseline([]), 'b.json')).toEqual([]);
  });

  test('written again keeps reason and date of what stays and drops what went', () => {
    const earlier = baselineOf([finding(), finding({ fingerprint: 'c'.repeat(40) })], [], taken);
    const again = baselineOf([finding(), finding({ fingerprint: 'b'.repeat(40) })], earlier, {
      reason: 'new',
      today: '2027-01-01',
    });
    expect(again.map(({ fingerprint, reason, date }) => [fingerprint[0], reason, date])).toEqual([
      ['a', 'known before', '2026-06-15'],
      ['b', 'new', '2027-01-01'],
    ]);
  });

  test('allows what it holds, and says how much of it is stale', () => {
    const baseline = baselineOf([finding(), finding({ fingerprint: 'c'.repeat(40) })], [], taken);
    const { allowed, notes } = applyAllowList(
      result([finding()]),
      rules({ list: { entries: [], baseline } }),
    );
    expect(allowed[0]?.allowed).toEqual({ by: 'baseline', reason: 'known before' });
    expect(notes[0]).toMatch(/^1 of 2 baseline entries/);
  });

  test.each([
    '',
    '{}',
    '[]',
    '{"version":2,"findings":[]}',
    '{"version":1,"findings":[{"fingerprint":"x"}]}',
  ])('that is none is refused: %s', text => {
    expect(() => parseBaseline(text, 'b.json')).toThrow(Failure);
  });
});
