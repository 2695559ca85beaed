import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  IS_BASE64_OR_ESCAPE,
  IS_CODE,
  IS_LATIN_TEXT,
  IS_UPPER_OR_DIGIT,
} from '../src/scan/detect/alphabet.js';
import { visitLongRun } from '../src/scan/detect/long-runs.js';
import { type MarkKind, searchMarks, searchWideText } from '../src/scan/detect/marks.js';

type Mark = readonly [kind: MarkKind, start: number, end: number];

function marksIn(bytes: Buffer): Mark[] {
  const marks: Mark[] = [];
  searchMarks(bytes, (kind, start, end) => {
    marks.push([kind, start, end]);
    return false;
  });
  return marks;
}

/** The same, one byte after the other. */
function runsIn(bytes: Buffer, table: Uint8Array, shortest: number): [number, number][] {
  const runs: [number, number][] = [];
  for (let start = 0; start < bytes.length; start++) {
    let end = start;
    while (end < bytes.length && table[bytes[end] ?? 0] === 1) end++;
    if (end - start >= shortest) runs.push([start, end]);
    start = end;
  }
  return runs;
}

function expectedIn(bytes: Buffer): Mark[] {
  const text = bytes.toString('latin1');
  const runs = (kind: MarkKind, table: Uint8Array, shortest: number) =>
    runsIn(bytes, table, shortest).map(([start, end]): Mark => [kind, start, end]);
  const found = (kind: MarkKind, pattern: RegExp, place: (at: number, length: number) => [number, number]) =>
    [...text.matchAll(pattern)].map((match): Mark => [kind, ...place(match.index, match[0].length)]);
  return [
    ...runs('upper-run', IS_UPPER_OR_DIGIT, 17).filter(
      ([, start, end]) =>
        /^A..A|A..A.{16}$/.test(text.slice(start, end)) || (end - start < 20 && text[end - 17] === 'A'),
    ),
    ...runs('code-run', IS_CODE, 48).filter(
      ([, start, end]) => (text.slice(start, end).match(/[0-9a-fA-FxXuU]+/g)?.length ?? 0) >= 8,
    ),
    ...found('split-identifier', /(?=A[KSB]IA|ACCA)/g, at => [at, at + 4]),
    ...found(
      'split-identifier',
      /(?<=A\\?["'`][\0-\x20+.&_\\,]{0,13}["'`])[A-Z0-9]{16}(?=[^A-Z0-9])/g,
      (at, length) => [at, at + length],
    ),
    ...found('encoded-identifier', /(?=QUtJQ|QVNJQ)/g, at => [at, at]),
    ...found('encoded-identifier', /FLSU|FTSU/g, at => [at - 2, at]),
    ...found('encoded-identifier', /BS0lB|BU0lB/g, at => [at - 3, at]),
    ...found(
      'secret-name',
      /secret[_. -]?(?:access[_. -]?)?key|(?<=(?:access|aws|s3)[_. -]?)secret(?![_. -]?(?:access[_. -]?)?key)/gi,
      (at, length) => [at, at + length],
    ),
    ...found('marketplace-token', /(?<=..)zn\.mws\./gs, at => [at - 2, at]),
  ];
}

const isLongRun = ([kind]: Mark) => kind === 'long-run';

/** Long runs that hold nothing may be left out. */
function longRunsIn(bytes: Buffer): { readonly all: Mark[]; readonly needed: Mark[] } {
  const all = runsIn(bytes, IS_BASE64_OR_ESCAPE, 40).map(([start, end]): Mark => ['long-run', start, end]);
  return { all, needed: all.filter(([, start, end]) => visitLongRun(bytes, start, end, () => true)) };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The NULs, each with a character behind it, that go through `inside` without a gap. */
function stretchAt(bytes: Buffer, inside: number): Stretch {
  const isPair = (at: number) => bytes[at] === 0 && IS_LATIN_TEXT[bytes[at + 1] ?? 0] === 1;
  let start = inside;
  while (isPair(start - 2)) start -= 2;
  let end = inside;
  while (isPair(end)) end += 2;
  return { start, end };
}

function* stretchesIn(bytes: Buffer): Generator<Stretch> {
  for (let at = bytes.indexOf(0); at !== -1; ) {
    const stretch = stretchAt(bytes, at);
    yield stretch;
    at = bytes.indexOf(0, Math.max(stretch.end, at + 1));
  }
}

const order = (marks: readonly Mark[]) => marks.map(mark => mark.join(' ')).sort();

const word = fc.constantFrom(
  ...[
    'AKIA',
    'A',
    'ABCDEFGHIJKLMNOPQ',
    'KIA',
    'secret',
    'Secret',
    'SECRET_ACCESS_KEY',
    'access-secret',
    'aws',
    'S3',
    '_',
    '-',
  ],
  ...[
    'key',
    'Key',
    'access',
    'QUtJQ',
    'FLSU',
    'BS0lB',
    'amzn.mws.',
    '0x41, ',
    '41:',
    '\n                ',
    '"',
  ],
  ...[
    '\\',
    '%41',
    'Secret Access Key',
    'secret.key',
    'ABSK',
    'ASIA',
    'ACCA',
    'QVNJQ',
    'FTSU',
    'BU0lB',
    '77u/',
    'efbbbf',
    'U+0041 ',
    'YXdz',
    'H4sI',
    '-api-key-',
    '&amp;',
    'a/b/c/d',
    'abcdefghijklmnopqrstuvwxyz',
    ' ',
    '\0',
    '\xe9',
    '2345672345',
    'KIA" + "',
    '"ABCDEFGHIJKLMNOP"',
  ],
);
const random = fc.uint8Array({ minLength: 20, maxLength: 90 }).map(bytes => Buffer.from(bytes));
const encoded = fc.oneof(
  random.map(bytes => bytes.toString('base64')),
  random.map(bytes => bytes.toString('hex')),
  fc.string({ minLength: 20, maxLength: 60 }).map(text => Buffer.from(text).toString('base64')),
  fc.string({ minLength: 20, maxLength: 60 }).map(text => Buffer.from(text).toString('hex')),
  fc.stringMatching(/^[A-Za-z0-9+/]{40}$/),
);
const text = fc
  .array(fc.oneof({ weight: 9, arbitrary: word }, encoded), { maxLength: 40 })
  .map(words => words.join(''));
const noise = fc.uint8Array({ maxLength: 100 }).map(bytes => Buffer.from(bytes).toString('latin1'));
const content = fc.array(fc.oneof({ weight: 4, arbitrary: text }, noise), { maxLength: 6 });

describe('the sieve', () => {
  test('marks all that is there and nothing else, as a look at each byte would', () => {
    fc.assert(
      fc.property(content, parts => {
        // What is cut by an end of the bytes is marked in any case.
        const bytes = Buffer.from(`. ${parts.join('')} .`, 'latin1');
        const marks = marksIn(bytes);
        expect(order(marks.filter(mark => !isLongRun(mark)))).toEqual(order(expectedIn(bytes)));
        const { all, needed } = longRunsIn(bytes);
        expect(order(all)).toEqual(expect.arrayContaining(order(marks.filter(isLongRun))));
        expect(order(marks)).toEqual(expect.arrayContaining(order(needed)));
      }),
      { numRuns: 3000 },
    );
  });

  test('marks it once wherever it lies, over the borders of what it looks at in one go, too', () => {
    const border = 256 * 1024;
    fc.assert(
      fc.property(text, fc.integer({ min: -700, max: 100 }), (middle, shift) => {
        const bytes = Buffer.concat([
          Buffer.alloc(border + shift, '. '),
          Buffer.from(middle, 'latin1'),
          Buffer.alloc(700, '. '),
        ]);
        const marks = order(marksIn(bytes));
        const expected = [...expectedIn(bytes), ...longRunsIn(bytes).needed];
        expect(marks).toEqual(expect.arrayContaining(order(expected)));
        expect(new Set(marks).size).toBe(marks.length);
      }),
      { numRuns: 300 },
    );
  });

  test('follows a run over any number of borders', () => {
    const bytes = Buffer.from(`" ${'q'.repeat(1_000_000)} ${'41 '.repeat(300_000)}"`);
    expect(marksIn(bytes)).toEqual([
      ['long-run', 2, 1_000_002],
      ['code-run', 1_000_002, 1_900_003],
    ]);
  });

  test('keeps all marks of a content that is full of them', () => {
    const bytes = Buffer.from('AKIA '.repeat(100_000));
    expect(marksIn(bytes)).toHaveLength(100_000);
  });

  test('sees a NUL wherever it is', () => {
    for (const at of [0, 15, 16, 31, 63, 64, 300_000, 399_999]) {
      const bytes = Buffer.alloc(400_000, ' ');
      bytes[at] = 0;
      expect(searchMarks(bytes, () => false).hasNull).toBe(true);
    }
    expect(searchMarks(Buffer.alloc(0), () => false).hasNull).toBe(false);
    expect(searchMarks(Buffer.alloc(400_000, ' '), () => false).hasNull).toBe(false);
  });

  test('shows every stretch of text with a NUL for every other byte, where it ends, and nothing twice', () => {
    const wide = fc.string({ maxLength: 60 }).map(one => Buffer.from(one, 'utf16le'));
    const other = fc.oneof(
      fc.uint8Array({ maxLength: 9 }).map(bytes => Buffer.from(bytes)),
      fc.constant(Buffer.alloc(3)),
    );
    const parts = fc.array(fc.oneof(wide, wide, other), { maxLength: 8 });
    fc.assert(
      fc.property(parts, fc.constantFrom(0, 1, 262_080, 262_101), (pieces, before) => {
        const bytes = Buffer.concat([Buffer.alloc(before, 'x'), ...pieces]);
        const shown: number[] = [];
        searchWideText(bytes, inside => {
          shown.push(inside);
          return { ended: false, end: stretchAt(bytes, inside).end };
        });
        const found = shown.map(inside => stretchAt(bytes, inside));
        const all = [...stretchesIn(bytes)].filter(({ start, end }) => end - start >= 40);
        for (const stretch of all) expect(found).toContainEqual(stretch);
        expect(new Set(found.map(({ start }) => start)).size).toBe(found.length);
      }),
      { numRuns: 1000 },
    );
  });

  test('is what assembly/sieve.ts gives', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/assembly.mjs', '--check'], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
