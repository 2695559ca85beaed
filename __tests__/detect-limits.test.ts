import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { detect } from '../src/scan/detect/detect.js';
import { hasCandidates } from '../src/scan/detect/kernels.js';
import { LIMITS, workFor } from '../src/scan/limits.js';
import { tarOf, zipOf } from './detect-archives.js';
import { keysFrom } from './detect-keys.js';

const MEBIBYTE = 1024 * 1024;
const keys = keysFrom(42);
const [id, secret] = [keys.accessKeyId(), keys.secretAccessKey()];
const env = `AWS_ACCESS_KEY_ID=${id}\nAWS_SECRET_ACCESS_KEY=${secret}\n`;

/** Pieces that make parsers stumble, strewn among random bytes. */
const piece = fc.oneof(
  fc.uint8Array({ maxLength: 60 }).map(bytes => Buffer.from(bytes)),
  fc
    .constantFrom(
      'AKIA',
      '"',
      '" + "',
      '\\u00',
      '%',
      '&#',
      'PK\x03\x04',
      '\x1f\x8b\x08',
      '=\n',
      id,
      'ABSK',
      '\xff\xfe',
      'H4sI',
    )
    .map(text => Buffer.from(text, 'latin1')),
  fc
    .constantFrom(
      'AWS_SECRET_ACCESS_KEY=',
      secret,
      Buffer.from(env).toString('base64'),
      '\x1b[',
      '00000000: ',
    )
    .map(t => Buffer.from(t)),
  fc.nat(300).map(cut => gzipSync(env).subarray(0, cut)),
  fc.nat(400).map(cut => zipOf('a', Buffer.from(env), 'deflated').subarray(0, cut)),
  fc.nat(900).map(cut => tarOf('a', Buffer.from(env)).subarray(0, cut)),
);
const content = fc.array(piece, { maxLength: 12 }).map(pieces => Buffer.concat(pieces));

describe('whatever the bytes', () => {
  test('detection does not throw, and finds nothing where stage A sees nothing', () => {
    fc.assert(
      fc.property(content, bytes => {
        const { detections } = detect(bytes);
        for (const one of detections) {
          const values = [one.accessKeyId, one.secretAccessKey, one.sessionToken, one.value];
          const present = values.filter(value => value !== undefined);
          expect(present.length).toBeGreaterThan(0);
          for (const { start, end } of present) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(bytes.length);
          }
        }
        return detections.length === 0 || hasCandidates(bytes, 0, bytes.length);
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  test('archives that are cut anywhere are read or reported, never thrown at', () => {
    const archive = gzipSync(tarOf('a.zip', zipOf('.env', Buffer.from(env), 'deflated')));
    for (let cut = 0; cut < archive.length; cut++)
      expect(() => detect(archive.subarray(0, cut))).not.toThrow();
  });
});

describe('a key planted anywhere is found', () => {
  const forms: readonly string[] = [
    ` ${id} `,
    `"${id.slice(0, 6)}" + "${id.slice(6)}"`,
    `\n${Buffer.from(`key: ${id} and more text to fill the line`).toString('base64')}\n`,
    `\n${Buffer.from(`key: ${id} and more`).toString('hex')}\n`,
    ` ${[...id].map(c => `\\u00${c.charCodeAt(0).toString(16)}`).join('')} `,
  ];
  const filler = fc.constantFrom(
    'var a = function (b) { return b; };\n',
    '0123456789abcdef\n',
    'AAAA',
    'lorem ipsum ',
    '\u0001\u0002',
  );
  const plan = fc.record({
    form: fc.constantFrom(...forms),
    filler,
    before: fc.nat(600_000),
    after: fc.nat(9000),
  });

  test('at any offset, in any form, across the borders of slices', () => {
    fc.assert(
      fc.property(plan, ({ form, filler: text, before, after }) => {
        const around = (length: number) => Buffer.alloc(length, text);
        const bytes = Buffer.concat([around(before), Buffer.from(`\n${form}\n`), around(after)]);
        return detect(bytes).detections.some(one => one.accessKeyId?.text === id);
      }),
      { numRuns: 150, seed: 2 },
    );
  });

  test('in a range of a larger buffer', () => {
    const bytes = Buffer.from(`${'x '.repeat(100)}${id}${' y'.repeat(100)}`);
    expect(hasCandidates(bytes, 200, 220)).toBe(true);
    expect(hasCandidates(bytes, 0, 200)).toBe(false);
    expect(hasCandidates(bytes, 220, bytes.length)).toBe(false);
  });
});

describe('content made to be slow ends', () => {
  test.each([
    'AKIA',
    'AKIA"',
    `${id} `,
    `${id}:${secret}\n`,
    `aws_secret_access_key=${secret}A `,
    '"ASIA" + ',
    '\\',
    '\\n',
    '%25',
    '&#x41;',
    '" // x\n',
    'QUtJQ',
    'ABSK',
    'PK\x03\x04',
    'a\0',
    '\x1b[;',
    'a=\n',
    '00000000: 4141 ',
  ])('%j repeated', unit => {
    const size = MEBIBYTE / 4;
    const { steps } = detect(Buffer.alloc(size, unit, 'latin1'));
    expect(steps).toBeLessThan(1.1 * workFor(size));
  });

  test('a minified line of 30 MB gives its key', () => {
    const line = Buffer.alloc(30 * MEBIBYTE, 'var a=function(b,c){return b.concat("x","y")};');
    line.write(`k="${id}"`, 20 * MEBIBYTE);
    expect(detect(line).detections).toMatchObject([{ accessKeyId: { start: 20 * MEBIBYTE + 3 } }]);
  });
});

describe('what is beyond a limit is not clean', () => {
  test('a bomb makes the scan incomplete', () => {
    const bomb = gzipSync(Buffer.alloc(80 * MEBIBYTE));
    expect(detect(bomb, { work: 2_000_000 })).toMatchObject({
      detections: [],
      unread: [{ why: expect.stringContaining('over the work budget'), kind: 'incomplete' }],
    });
  });

  test('more than can be held comes out piece by piece, and its end is read', () => {
    const large = gzipSync(Buffer.concat([Buffer.alloc(70 * MEBIBYTE, 'lorem ipsum '), Buffer.from(env)]));
    expect(detect(large)).toMatchObject({
      detections: [{ accessKeyId: { text: id } }],
      unread: [{ kind: 'unopened', why: expect.stringContaining('an archive in it is read as bytes') }],
    });
  });

  test('archives within archives beyond the depth', () => {
    let nested: Buffer = gzipSync(env);
    for (let depth = 0; depth < LIMITS.depth; depth++) nested = gzipSync(nested);
    const why = expect.stringContaining('nested too deep');
    expect(detect(nested).unread).toEqual([{ why, kind: 'incomplete' }]);
  });

  test('what cannot be unpacked here is said', () => {
    const xz = Buffer.concat([Buffer.from('\xfd7zXZ\0', 'latin1'), deflateRawSync(env)]);
    expect(detect(xz).unread).toEqual([{ why: 'xz: cannot be unpacked here', kind: 'unopened' }]);
    const bundle = Buffer.from(
      '# v2 git bundle\n5d41402abc4b2a76b9719d911017c592ae5d4140 HEAD\n\nPACK\0\0\0\x02',
    );
    expect(detect(bundle).unread).toEqual([{ why: 'git pack: cannot be unpacked here', kind: 'unopened' }]);
  });
});
