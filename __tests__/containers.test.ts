import { crc32, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { detect } from '../src/scan/detect/detect.js';
import { workFor } from '../src/scan/limits.js';
import { tarOf, zipOf } from './detect-archives.js';
import { keysFrom } from './detect-keys.js';
import { fuzzed } from './support/fuzzed.js';

const keys = keysFrom(77);
const [id, secret] = [keys.accessKeyId(), keys.secretAccessKey()];
const pair = Buffer.from(`\nAWS_ACCESS_KEY_ID=${id}\nAWS_SECRET_ACCESS_KEY=${secret}\n`);

const latin1 = (text: string) => Buffer.from(text, 'latin1');

/** What fills limits and is nothing. */
const NOISE = [
  'AKIA12345SECRETTOKEN ',
  `${['AKIAIOSFODNN7', 'EXAMPLE'].join('')} `,
  'lorem ipsum ',
  '\u0001\u0002',
  '%25',
  'x\0',
];

/** Parts of a container, so that something can be put in front of, between and behind them; the text stands in one. */
const CONTAINERS: Readonly<Record<string, (inner: Buffer) => readonly Buffer[]>> = {
  'zip, stored': inner => [zipOf('a.txt', inner, 'stored')],
  'zip, deflated': inner => [zipOf('a.txt', inner, 'deflated')],
  'two zips': inner => [zipOf('a.txt', Buffer.from('a'), 'stored'), zipOf('b.txt', inner, 'deflated')],
  tar: inner => [tarOf('a', Buffer.from('a')).subarray(0, 1024), tarOf('b', inner)],
  gzip: inner => [gzipSync(inner)],
  'members of gzip': inner => [gzipSync('a'), gzipSync(inner)],
  'a tar in gzip': inner => [gzipSync(tarOf('a', inner))],
  zlib: inner => [deflateSync(inner)],
  pdf: inner => [
    latin1('%PDF-1.4\n'),
    latin1('stream\n'),
    deflateSync(inner),
    latin1('\nendstream\n'),
    latin1('%%EOF'),
  ],
};

/** What begins as a container and cannot be opened. */
const CLOSED: Readonly<Record<string, Buffer>> = {
  xz: latin1('\xfd7zXZ\0'),
  '7z': latin1('7z\xbc\xaf\x27\x1c'),
  rar: latin1('Rar!\x1a\x07'),
  bzip2: latin1('BZh91AY'),
  'git bundle': latin1('# v2 git bundle\n'),
  pack: latin1('PACK\0\0\0\x02'),
  zip: latin1('PK\x03\x04'),
  gzip: latin1('\x1f\x8b\x08'),
  zstd: latin1('\x28\xb5\x2f\xfd'),
  pdf: latin1('%PDF-'),
  zlib: latin1('x\x9c'),
};

const isFound = (content: Buffer): boolean =>
  detect(content).detections.some(
    ({ accessKeyId, secretAccessKey, severity }) =>
      severity === 'error' && accessKeyId?.text === id && secretAccessKey?.text === secret,
  );

const noise = fc.record({ unit: fc.constantFrom(...NOISE), count: fc.nat(5100) });
type Noise = { readonly unit: string; readonly count: number };
const noiseOf = ({ unit, count }: Noise) => Buffer.from(unit.repeat(count));

describe('a pair in clear text is found', () => {
  test('in front of, between and behind the parts of any container, and in what it holds, in any noise', () => {
    const plan = fc.record({
      container: fc.constantFrom(...Object.keys(CONTAINERS)),
      place: fc.nat(6),
      within: fc.boolean(),
      before: noise,
      after: noise,
    });
    fc.assert(
      fc.property(plan, ({ container, place, within, before, after }) => {
        const planted = Buffer.concat([noiseOf(before), pair, noiseOf(after)]);
        const parts = CONTAINERS[container]?.(within ? planted : noiseOf(before)) ?? [];
        // In front of an archive it would be none; that is another test's.
        const at = 1 + (place % parts.length);
        if (within) return isFound(Buffer.concat(parts));
        return isFound(Buffer.concat([...parts.slice(0, at), planted, ...parts.slice(at)]));
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  test.each(Object.entries(CONTAINERS))('in front of %s', (_, make) => {
    expect(isFound(Buffer.concat([pair, ...make(Buffer.from('nothing'))]))).toBe(true);
  });

  test.each(Object.entries(CLOSED))('behind what looks like %s and cannot be opened', (_, head) => {
    expect(isFound(Buffer.concat([head, pair]))).toBe(true);
    expect(isFound(Buffer.concat([head, keys.bytes(3000), pair, keys.bytes(3000)]))).toBe(true);
  });

  test('in an archive of 129 bytes that holds nothing', () => {
    const end = Buffer.concat([latin1('PK\x05\x06'), Buffer.alloc(18)]);
    expect(isFound(Buffer.concat([latin1('PK\x03\x04'), pair, end]))).toBe(true);
  });

  test('in the name and the comment of a gzip', () => {
    const head = Buffer.concat([
      latin1('\x1f\x8b\x08\x18'),
      Buffer.alloc(6),
      pair,
      Buffer.from([0]),
      pair,
      Buffer.from([0]),
    ]);
    expect(isFound(Buffer.concat([head, gzipSync('a').subarray(10)]))).toBe(true);
  });

  test('in an entry that the directory of a zip does not list', () => {
    const hidden = zipOf(
      'hidden',
      Buffer.concat([pair, noiseOf({ unit: 'lorem ipsum ', count: 50 })]),
      'deflated',
    );
    const listed = zipOf('listed', Buffer.from('nothing'), 'stored');
    const local = hidden.subarray(0, hidden.indexOf('PK\x01\x02', 0, 'latin1'));
    expect(isFound(Buffer.concat([local, listed]))).toBe(true);
  });

  test('in an entry that its own header calls packed, and the directory does not', () => {
    const zip = zipOf('a', Buffer.concat([pair, noiseOf({ unit: 'lorem ipsum ', count: 50 })]), 'deflated');
    zip.writeUInt16LE(0, zip.indexOf('PK\x01\x02', 0, 'latin1') + 10);
    expect(isFound(zip)).toBe(true);
  });

  test('behind what the directory says a packed entry has', () => {
    const zip = zipOf('a', Buffer.concat([noiseOf({ unit: 'lorem ipsum ', count: 500 }), pair]), 'deflated');
    const central = zip.indexOf('PK\x01\x02', 0, 'latin1');
    zip.writeUInt32LE(4, central + 20);
    zip.writeUInt32LE(4, 18);
    expect(isFound(zip)).toBe(true);
  });

  test('in what comes out of a damaged stream before the damage', () => {
    const content = Buffer.concat([pair, keys.bytes(20_000)]);
    const gzip = gzipSync(content);
    gzip.fill(0xff, gzip.length - 600);
    expect(isFound(gzip)).toBe(true);
    expect(crc32(content)).not.toBe(gzip.readUInt32LE(gzip.length - 8));
  });
});

describe('fuzzed contents', () => {
  test('are read within the work budget, the same each time', () => {
    for (let index = 0; index < 300; index++) {
      const content = fuzzed(index);
      const { steps, unread } = detect(content);
      const isWithin = steps <= workFor(content.length) || unread.some(({ kind }) => kind === 'incomplete');
      expect({ index, isWithin, steps }).toEqual({ index, isWithin: true, steps: detect(content).steps });
    }
  });
});
