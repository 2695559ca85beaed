import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describeJob } from '../src/github/job.js';
import type { Finding, Place, RuleId, ScanResult } from '../src/scan/finding.js';
import { annotationsOf } from '../src/scan/report/annotations.js';
import { gitlabReport } from '../src/scan/report/gitlab.js';
import { jsonReport } from '../src/scan/report/json.js';
import { junitReport } from '../src/scan/report/junit.js';
import { sarifReport } from '../src/scan/report/sarif.js';
import { scanSummary } from '../src/scan/report/summary.js';
import { terminalReport } from '../src/scan/report/terminal.js';
import { relativeUri } from '../src/scan/report/uri.js';
import { withhold } from '../src/scan/report/withhold.js';
import { RULES } from '../src/scan/rules.js';
import { plantedKey } from './support/credentials.js';

const KEY = plantedKey('reports');
const HOSTILE = 'a%0A::error::b\n|`<script>alert(1)</script>&[x](http://evil) ##[error]\u202e \u001b[31m.env';

function finding(change: Partial<Finding> = {}): Finding {
  return {
    rule: 'access-key-pair',
    severity: 'error',
    place: { kind: 'file', path: 'src/a.env', line: 3, column: 5, endLine: 3, endColumn: 25 },
    fingerprint: 'a'.repeat(40),
    redacted: 'AKIA…WXYZ',
    secrets: [KEY.accessKeyId, KEY.secretAccessKey],
    accessKeyId: KEY.accessKeyId,
    account: KEY.account,
    layers: [],
    ...change,
  };
}

function result(change: Partial<ScanResult> = {}): ScanResult {
  return {
    mode: 'tree',
    findings: [],
    allowed: [],
    unread: [],
    counts: { files: 12, objects: 0, bytes: 3_100_000, milliseconds: 210 },
    notes: [],
    ...change,
  };
}

const PLACES: readonly Place[] = [
  { kind: 'file', path: HOSTILE, line: 1, column: 1, endLine: 2, endColumn: 3 },
  { kind: 'commit', path: '../../etc/passwd', line: 4, commit: 'c'.repeat(40) },
  { kind: 'commit-message', commit: 'd'.repeat(40), line: 2 },
  { kind: 'tag-message', commit: 'e'.repeat(40) },
  { kind: 'path-name', path: 'keys/x', commit: 'f'.repeat(40) },
  { kind: 'ref-name', path: 'refs/heads/x' },
  { kind: 'environment', path: 'AWS_SECRET_ACCESS_KEY' },
  { kind: 'stdin', line: 9, column: 2 },
];

const isRule = (id: string): id is RuleId => Object.hasOwn(RULES, id);

/** One finding of every rule in every kind of place, with all that can be known of one. */
const EVERYTHING = result({
  findings: Object.keys(RULES)
    .filter(isRule)
    .flatMap(rule =>
      PLACES.map((place, index) =>
        finding({
          rule,
          place,
          severity: (['error', 'warning', 'notice'] as const)[index % 3] ?? 'error',
          fingerprint: index.toString(16).repeat(40),
          layers: ['zip:a|b', 'base64'],
          reason: HOSTILE,
          status: 'live',
          statusDetail: 'arn:aws:iam::1:user/ann',
          alsoAt: PLACES,
          proposed: { by: 'inline', reason: HOSTILE },
        }),
      ),
    ),
  allowed: [finding({ allowed: { by: 'path', reason: HOSTILE } })],
  unread: [{ what: HOSTILE, why: 'unreadable', incomplete: true }],
  notes: [HOSTILE],
});

const OPTIONS = { toolVersion: '1.0.0', homepage: 'https://example.com/x', suppressed: true };
const GITLAB = { ...OPTIONS, now: new Date('2026-03-01T12:00:00Z'), commit: undefined };
const JOB = describeJob(
  { GITHUB_REPOSITORY: 'acme/shop', GITHUB_SHA: '1'.repeat(40), GITHUB_ACTIONS: 'true' },
  undefined,
);
const SUMMARY = { job: JOB, homepage: OPTIONS.homepage };
const TERMINAL = { color: false, most: 100, width: 80 };
const ANNOTATIONS = { reservedErrors: 1, elsewhere: 'the job summary' };

const FORMATS: readonly (readonly [string, (of: ScanResult) => string])[] = [
  ['annotations', of => JSON.stringify(annotationsOf(of, ANNOTATIONS))],
  ['the summary', of => scanSummary(of, SUMMARY)],
  ['SARIF', of => sarifReport(of, OPTIONS)],
  ['JSON', of => jsonReport(of, '1.0.0')],
  ['the report for GitLab', of => gitlabReport(of, GITLAB)],
  ['JUnit', of => junitReport(of, () => true)],
  ['the terminal report', of => terminalReport(of, TERMINAL)],
];

describe.each(FORMATS)('%s', (_, format) => {
  test('holds no value, not even where a path or a reason quotes one', () => {
    const quoting = result({
      findings: [
        finding({
          place: { kind: 'path-name', path: `x/${KEY.accessKeyId}/${KEY.secretAccessKey}` },
          reason: `like ${KEY.secretAccessKey}`,
          layers: [`zip:${KEY.accessKeyId}`],
          proposed: { by: 'inline', reason: KEY.secretAccessKey },
          inline: { kind: 'own', comment: 'aws-temp-creds:allow', reason: KEY.secretAccessKey },
          alsoAt: [{ kind: 'file', path: KEY.accessKeyId }],
        }),
      ],
      allowed: [finding({ allowed: { by: 'inline', reason: KEY.secretAccessKey } })],
      unread: [{ what: KEY.accessKeyId, why: KEY.secretAccessKey, incomplete: false }],
      notes: [`see ${KEY.secretAccessKey}`],
    });
    const text = format(withhold(quoting));
    for (const value of [KEY.accessKeyId, KEY.secretAccessKey]) {
      expect(text).not.toContain(value);
      expect(text).not.toContain(encodeURIComponent(value));
    }
  });

  test('tells where and what', () => {
    const text = format(withhold(result({ findings: [finding()] })));
    expect(text).toContain('AKIA…WXYZ');
    expect(text).toContain('a.env');
    expect(text).toContain(KEY.account);
    expect(text).toContain('a'.repeat(40));
  });
});

test('the values of as many findings as a scan keeps are withheld from each place', () => {
  const findings = Array.from({ length: 10_000 }, (_, index) => {
    const id = `AKIA${index.toString().padStart(16, 'Q')}`;
    const place: Place = { kind: 'path-name', path: `src/${'x'.repeat(100)}/${id}.txt` };
    return finding({ secrets: [id, `secret ${index}`.padEnd(40, 'x')], accessKeyId: id, place });
  });
  const safe = withhold(result({ findings }));
  expect(safe.findings.every(({ place }) => !/AKIAQ/.test(place.path ?? ''))).toBe(true);
});

describe('annotations', () => {
  const many = (severity: Finding['severity'], count: number) =>
    Array.from({ length: count }, () => finding({ severity }));

  test('stay within GitHub’s limits, with the most severe first, and say what is left', () => {
    const findings = [...many('notice', 11), ...many('warning', 15), ...many('error', 25)];
    const { shown, rest } = annotationsOf(withhold(result({ findings })), ANNOTATIONS);
    expect(shown.map(({ level }) => level)).toEqual([
      ...Array(9).fill('error'),
      ...Array(10).fill('warning'),
      ...Array(10).fill('notice'),
    ]);
    expect(rest).toBe(
      'Not annotated, for GitHub shows 10 of each kind: 16 errors, 5 warnings, 1 notice. All are in the job summary.',
    );
  });

  test('say nothing of a rest when there is none', () => {
    const findings = many('error', 10);
    const { shown, rest } = annotationsOf(withhold(result({ findings })), {
      ...ANNOTATIONS,
      reservedErrors: 0,
    });
    expect([shown.length, rest]).toEqual([10, undefined]);
  });

  test('stand at their line only where the file is checked out', () => {
    const annotated = (place: Place) =>
      annotationsOf(withhold(result({ findings: [finding({ place })] })), ANNOTATIONS).shown[0];
    expect(annotated({ kind: 'file', path: 'a b/ü.env', line: 1 })?.place.file).toBe('a b/ü.env');
    for (const place of PLACES) expect(annotated(place)?.place.file).toBeUndefined();
    // A name that would have to be escaped is none of a file; it stands in the text.
    expect(annotated({ kind: 'file', path: 'a\u001b[2Jb', line: 1 })?.text).toContain('a\\u001b[2Jb:1');
  });
});

describe('the job summary', () => {
  const text = scanSummary(withhold(EVERYTHING), SUMMARY);

  test('begins with what to do about the worst kind, unfolded, and has no fingerprint in its table', () => {
    const first = text.indexOf('aws iam update-access-key');
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(text.indexOf('<details'));
    expect(first).toBeLessThan(text.indexOf('\n| '));
    const rows = text.split('\n').filter(line => line.startsWith('| '));
    for (const row of rows) expect(row.replace(/href="[^"]*"/g, '')).not.toMatch(/[0-9a-f]{40}/);
    expect(text).toContain(`<code>${'0'.repeat(40)}</code>`);
  });

  test('keeps hostile names from being Markdown or HTML', () => {
    expect(text).not.toContain('<script');
    expect(text).not.toContain('](http://evil');
    expect(text).not.toContain('\u202e');
    expect(text).not.toContain('\u001b');
    const rows = text.split('\n').filter(line => line.startsWith('| ') && !line.startsWith('| ---'));
    for (const row of rows) expect(row.split('|')).toHaveLength(6);
  });

  test('holds every tag that it opens', () => {
    for (const tag of ['details', 'summary', 'code', 'a']) {
      const opened = text.match(new RegExp(`<${tag}[ >]`, 'g')) ?? [];
      expect([tag, text.match(new RegExp(`</${tag}>`, 'g'))?.length ?? 0]).toEqual([tag, opened.length]);
    }
  });

  test('stays under 1 MiB whatever is found', () => {
    const long = finding({
      place: { kind: 'file', path: '|'.repeat(4000), line: 1 },
      reason: '<'.repeat(300),
    });
    const findings = Array.from({ length: 10_000 }, () => long);
    const huge = scanSummary(withhold(result({ findings, allowed: findings })), SUMMARY);
    expect(Buffer.byteLength(huge)).toBeLessThan(1024 * 1024);
    expect(huge).toMatch(/… and [\d,]+ more findings/);
  });

  test('links to the line in the commit', () => {
    const linked = scanSummary(withhold(result({ findings: [finding()] })), SUMMARY);
    expect(linked).toContain(`<a href="https://github.com/acme/shop/blob/${'1'.repeat(40)}/src/a.env#L3">`);
  });

  test('of a clean repository says so, and of an incomplete scan that it proves nothing', () => {
    expect(scanSummary(result(), SUMMARY)).toContain('No static AWS key found');
    const incomplete = result({ unread: [{ what: 'x', why: 'y', incomplete: true }] });
    expect(scanSummary(incomplete, SUMMARY)).toContain('**incomplete**');
  });
});

describe('SARIF', () => {
  const schema: unknown = createRequire(import.meta.url)(
    '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
  );
  if (typeof schema !== 'object' || schema === null) throw new Error('the schema is an object');
  const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false });
  // It is written in draft 4, of which it uses nothing that draft 7 has not but the name of `$id`.
  const { id: _, ...draft7 } = { id: '', ...schema, $schema: 'http://json-schema.org/draft-07/schema#' };
  const validate = ajv.compile(draft7);
  const logOf = (of: ScanResult) => JSON.parse(sarifReport(withhold(of), OPTIONS));

  test.each([
    ['everything', EVERYTHING],
    ['nothing', result()],
  ])('of %s is valid by the published schema', (_, of) => {
    expect(validate(logOf(of)) ? [] : validate.errors).toEqual([]);
  });

  test('the schema would refuse a log that is none', () => {
    expect(validate({ version: '2.1.0', runs: [{ results: 'x' }] })).toBe(false);
  });

  test('gives every result a rule, a relative file, a line and the fingerprint that GitHub goes by', () => {
    const [run] = logOf(EVERYTHING).runs;
    expect(run.results).toHaveLength(EVERYTHING.findings.length + EVERYTHING.allowed.length);
    for (const { ruleId, ruleIndex, locations, partialFingerprints, relatedLocations } of run.results) {
      expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
      expect(partialFingerprints.primaryLocationLineHash).toMatch(/^[0-9a-f]{40}:1$/);
      for (const { physicalLocation } of [...locations, ...(relatedLocations ?? [])]) {
        const { uri } = physicalLocation.artifactLocation;
        const resolved = new URL(uri, 'file:///checkout/');
        expect(resolved.href.startsWith('file:///checkout/')).toBe(true);
        expect(physicalLocation.region.startLine).toBeGreaterThan(0);
      }
    }
  });

  test('says when the scan is incomplete', () => {
    const [{ invocations }] = logOf(EVERYTHING).runs;
    expect(invocations[0].executionSuccessful).toBe(false);
    expect(invocations[0].toolExecutionNotifications[0].level).toBe('error');
    expect(logOf(result()).runs[0].invocations).toEqual([{ executionSuccessful: true }]);
  });

  test('says in the message what to do first, where the rest is written, and what to write instead', () => {
    const texts = (change: Partial<Finding>, mode = 'tree') =>
      logOf(result({ mode, findings: [finding(change)] })).runs[0].results[0].message.text;
    expect(texts({})).toContain(
      'Revoke it first: removing it with another commit leaves it valid and in the history. ' +
        '[What to do](https://example.com/x/blob/main/docs/detection.md#access-key-pair).',
    );
    expect(texts({ rule: 'temporary-credentials' })).toContain('End its session first');
    expect(texts({ rule: 'ci-static-key', replacement: 'permissions:\n  id-token: write' })).toContain(
      'Write instead:\npermissions:\n  id-token: write',
    );
    expect(texts({ reason: 'see [x](http://evil)' })).not.toContain('](http://evil');
  });

  test('marks as suppressed what is allowed, and leaves it out for GitHub, which would show it', () => {
    const allowed = [
      finding({ allowed: { by: 'path', reason: 'a vector' } }),
      finding({ allowed: { by: 'inline', reason: 'revoked' } }),
    ];
    const suppressed = logOf(result({ allowed })).runs[0].results.map(
      ({ suppressions }: { suppressions: unknown }) => suppressions,
    );
    expect(suppressed).toEqual([
      [{ kind: 'external', status: 'accepted', justification: 'a vector' }],
      [{ kind: 'inSource', status: 'accepted', justification: 'revoked' }],
    ]);
    const forGitHub = JSON.parse(sarifReport(result({ allowed }), { ...OPTIONS, suppressed: false }));
    expect(forGitHub.runs[0].results).toEqual([]);
  });

  test('ranks a lowered finding by a rule of its own', () => {
    const [run] = logOf(result({ findings: [finding(), finding({ severity: 'notice' })] })).runs;
    expect(
      run.tool.driver.rules.map((rule: { id: string; properties: Record<string, string> }) => [
        rule.id,
        rule.properties['security-severity'],
      ]),
    ).toEqual([
      ['access-key-pair', '9.8'],
      ['access-key-pair/notice', '1.0'],
    ]);
  });

  test('holds no more results than GitHub takes, and says so', () => {
    const findings = Array.from({ length: 25_010 }, () => finding());
    const [run] = logOf(result({ findings })).runs;
    expect(run.results).toHaveLength(25_000);
    expect(run.invocations[0].executionSuccessful).toBe(false);
  });

  test('writes any path as a relative URI that gives the path back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), path => {
        fc.pre(!path.split('/').some(part => part === '.' || part === '..'));
        const uri = relativeUri(path);
        expect(uri).toMatch(/^[A-Za-z0-9%._/-]*$/);
        expect(decodeURIComponent(uri)).toBe(path.replace(/\p{Surrogate}/gu, '\ufffd').replace(/^\/+/, ''));
      }),
    );
  });
});

describe('JSON', () => {
  test('has the documented fields', () => {
    const report = JSON.parse(jsonReport(withhold(EVERYTHING), '1.0.0'));
    expect(Object.keys(report)).toEqual([
      'version',
      'tool',
      'mode',
      'complete',
      'counts',
      'findings',
      'allowed',
      'unread',
      'notes',
    ]);
    expect(report.complete).toBe(false);
    expect(report.findings[0]).toMatchObject({
      rule: 'access-key-pair',
      severity: 'error',
      shown: 'AKIA…WXYZ',
    });
  });
});

describe('the report for GitLab', () => {
  /** What GitLab requires of it: gitlab-org/security-products/security-report-schemas, secret detection. */
  const text = { type: 'string', minLength: 1 };
  const tool = {
    type: 'object',
    required: ['id', 'name', 'version', 'vendor'],
    properties: { id: text, name: text, version: text, vendor: { type: 'object', required: ['name'] } },
  };
  const time = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}$' };
  const url = { type: 'string', pattern: '^https?://.+' };
  const vulnerability = {
    type: 'object',
    required: ['id', 'identifiers', 'location'],
    properties: {
      id: { type: 'string', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' },
      name: { type: 'string', maxLength: 255 },
      solution: { type: 'string', maxLength: 7000 },
      severity: { enum: ['Info', 'Unknown', 'Low', 'Medium', 'High', 'Critical'] },
      identifiers: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          required: ['type', 'name', 'value'],
          properties: { type: text, name: text, value: text, url },
        },
      },
      location: {
        type: 'object',
        required: ['commit'],
        properties: {
          file: text,
          start_line: { type: 'number' },
          end_line: { type: 'number' },
          commit: { type: 'object', required: ['sha'], properties: { sha: text, author: text, date: text } },
        },
      },
    },
  };
  const schema = {
    type: 'object',
    required: ['scan', 'version', 'vulnerabilities'],
    properties: {
      version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' },
      scan: {
        type: 'object',
        required: ['analyzer', 'end_time', 'scanner', 'start_time', 'status', 'type'],
        properties: {
          analyzer: tool,
          scanner: tool,
          start_time: time,
          end_time: time,
          status: { enum: ['success', 'failure'] },
          type: { const: 'secret_detection' },
          messages: {
            type: 'array',
            items: {
              type: 'object',
              required: ['level', 'value'],
              properties: { level: { enum: ['info', 'warn', 'fatal'] }, value: text },
            },
          },
        },
      },
      vulnerabilities: { type: 'array', items: vulnerability },
    },
  };
  const validate = new Ajv({ strict: false }).compile(schema);

  test.each([
    ['of everything', EVERYTHING],
    ['of nothing', result()],
  ])('%s has what GitLab requires', (_, of) => {
    validate(JSON.parse(gitlabReport(withhold(of), GITLAB)));
    expect(validate.errors).toBeNull();
  });

  test('names the commit that a finding is from, else the one that is checked out', () => {
    const place: Place = {
      kind: 'commit',
      path: 'a',
      commit: 'c'.repeat(40),
      author: 'Ann',
      date: '2026-03-01',
    };
    const commits = (commit: string | undefined) =>
      JSON.parse(
        gitlabReport(result({ findings: [finding({ place }), finding()] }), { ...GITLAB, commit }),
      ).vulnerabilities.map((one: { location: { commit: unknown } }) => one.location.commit);
    const known = { sha: 'c'.repeat(40), author: 'Ann', date: '2026-03-01' };
    expect(commits('d'.repeat(40))).toEqual([known, { sha: 'd'.repeat(40) }]);
    expect(commits(undefined)).toEqual([known, { sha: '0000000' }]);
  });

  test('of an incomplete scan is a failure', () => {
    expect(JSON.parse(gitlabReport(EVERYTHING, GITLAB)).scan.status).toBe('failure');
  });
});

describe('JUnit', () => {
  interface Element {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
  }

  /** The elements of a document by their names. @throws where it is not well-formed */
  function elements(text: string): Element[] {
    const found: Element[] = [];
    // Its types are for older compilers.
    const { SaxesParser } = createRequire(import.meta.url)('saxes');
    const parser = new SaxesParser();
    parser.on('error', (error: Error) => {
      throw error;
    });
    parser.on('opentag', (element: Element) => found.push(element));
    parser.write(text).close();
    return found;
  }
  const named = (text: string, name: string) => elements(text).filter(element => element.name === name);

  test('has a case for each finding, failed where it fails the scan, and counts them', () => {
    const text = junitReport(withhold(EVERYTHING), ({ severity }) => severity === 'error');
    const errors = EVERYTHING.findings.filter(({ severity }) => severity === 'error').length;
    const [suite] = named(text, 'testsuite');
    expect(suite?.attributes).toMatchObject({
      tests: String(EVERYTHING.findings.length + 2),
      failures: String(errors),
      errors: '1',
      skipped: '1',
    });
    expect(named(text, 'testcase')).toHaveLength(EVERYTHING.findings.length + 2);
    expect([
      named(text, 'failure').length,
      named(text, 'error').length,
      named(text, 'skipped').length,
    ]).toEqual([errors, 1, 1]);
  });

  test('of a clean scan is one case that passed', () => {
    const text = junitReport(result(), () => true);
    expect(elements(text).map(({ name }) => name)).toEqual(['testsuites', 'testsuite', 'testcase']);
  });

  test('is well-formed whatever names and reasons hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const of = finding({ place: { kind: 'file', path: text }, reason: text, redacted: text });
        const hostile = result({
          findings: [of],
          allowed: [{ ...of, allowed: { by: 'path', reason: text } }],
          unread: [{ what: text, why: text, incomplete: true }],
        });
        expect(elements(junitReport(hostile, () => true)).length).toBeGreaterThan(4);
      }),
    );
  });
});

describe('the terminal report', () => {
  test('of a clean scan is one line', () => {
    expect(terminalReport(result(), TERMINAL)).toBe(
      'No static AWS key found  tree: 12 files, 3.1 MB in 0.21 s\n',
    );
  });

  test('shows hostile names as one harmless line each', () => {
    const text = terminalReport(withhold(EVERYTHING), TERMINAL);
    expect(text).not.toMatch(/[\u001b\u202e]/);
    expect(text).not.toMatch(/^\s*::error/m);
  });

  test('has colours only when asked for', () => {
    expect(terminalReport(result(), { ...TERMINAL, color: true })).toContain('\u001b[32m');
  });

  test.each([
    [999, '999 files'],
    [1_000, '1,000 files'],
    [123_456, '123,456 files'],
    [1_234_567, '1,234,567 files'],
  ])('writes %d as in %s', (files, words) => {
    const counts = { files, objects: 0, bytes: 3_100_000, milliseconds: 210 };
    expect(terminalReport(result({ counts }), TERMINAL)).toContain(`tree: ${words}, 3.1 MB`);
  });

  test('counts what is beyond the number to list', () => {
    const findings = Array.from({ length: 7 }, () => finding());
    expect(terminalReport(withhold(result({ findings })), { ...TERMINAL, most: 5 })).toContain(
      '… and 2 more findings',
    );
  });
});
