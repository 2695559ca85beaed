import { spawnSync } from 'node:child_process';
import { constants, deflateRawSync, deflateSync, type ZlibOptions } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FIRST_FREE } from '../src/scan/sources/unpack.js';
import { distanceLengths, dynamicBlock, literalLengths } from './support/prefix-codes.js';
import { expectAsRawZlib, expectAsZlib, inflated, unpacker } from './support/unpacking.js';

function flip(stream: Buffer, places: readonly (readonly [at: number, bit: number])[]): void {
  for (const [place, bit] of places) {
    const at = place % stream.length;
    stream[at] = (stream[at] ?? 0) ^ (1 << bit);
  }
}

const bytes = (maxLength: number) => fc.uint8Array({ maxLength }).map(array => Buffer.from(array));
const words = fc
  .array(fc.constantFrom('const ', 'return ', 'function', '(', ') {\n', '  ', 'value', ' = ', ';\n', 'é'), {
    maxLength: 2000,
  })
  .map(array => Buffer.from(array.join('')));
const repeated = fc
  .tuple(bytes(40), fc.integer({ min: 0, max: 3000 }))
  .map(([unit, times]) => Buffer.concat(Array.from({ length: times }, () => unit)));
const content = fc
  .array(fc.oneof(bytes(3000), words, repeated), { maxLength: 4 })
  .map(parts => Buffer.concat(parts));

const options: fc.Arbitrary<ZlibOptions> = fc.record({
  level: fc.integer({ min: 0, max: 9 }),
  strategy: fc.constantFrom(
    constants.Z_DEFAULT_STRATEGY,
    constants.Z_FIXED,
    constants.Z_HUFFMAN_ONLY,
    constants.Z_RLE,
    constants.Z_FILTERED,
  ),
  memLevel: fc.integer({ min: 1, max: 9 }),
  windowBits: fc.integer({ min: 9, max: 15 }),
});

/** Text of numbers that differ, so that all lengths and distances occur. */
function largeText(size: number): Buffer {
  const lines: string[] = [];
  let state = 12345;
  for (let length = 0; length < size; ) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    const line = `line ${state % 5000}: ${(state >>> 9).toString(36).repeat(1 + (state % 7))}\n`;
    lines.push(line);
    length += line.length;
  }
  return Buffer.from(lines.join(''));
}

describe('inflate', () => {
  test('gives what was deflated, whatever it is and however', () => {
    fc.assert(
      fc.property(content, options, fc.nat(20), (original, how, more) => {
        const found = inflated(deflateSync(original, how), original.length + more);
        expect(found?.equals(original)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('gives megabytes, of text, of noise and of one byte', () => {
    const noise = Buffer.from(largeText(4_000_000)).map((byte, at) => (byte * 31 + ((at * at) >> 3)) & 0xff);
    for (const original of [largeText(3_000_000), Buffer.from(noise), Buffer.alloc(5_000_000, 'a')]) {
      for (const level of [0, 1, 6, 9])
        expect(inflated(deflateSync(original, { level }), original.length)?.equals(original)).toBe(true);
    }
  });

  test('repeats matches of every length from 3 to 258 and every distance up to 40', () => {
    for (let distance = 1; distance <= 40; distance++) {
      const unit = Buffer.from(Array.from({ length: distance }, (_, at) => at * 7));
      const original = Buffer.concat(
        Array.from({ length: 256 }, (_, at) => Buffer.alloc(at + 3 + distance, unit)),
      );
      expect(inflated(deflateSync(original), original.length)?.equals(original)).toBe(true);
    }
  });

  test('ignores what follows the stream', () => {
    fc.assert(
      fc.property(content, bytes(20), (original, behind) => {
        const stream = Buffer.concat([deflateSync(original), behind]);
        expect(inflated(stream, original.length)?.equals(original)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('refuses a stream that is cut off, at any place', () => {
    fc.assert(
      fc.property(content, options, fc.double({ min: 0, max: 1, noNaN: true }), (original, how, part) => {
        const stream = deflateSync(original, how);
        const cut = stream.subarray(0, Math.min(stream.length - 1, Math.floor(stream.length * part)));
        expect(inflated(cut, original.length + 100)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
    const stream = deflateSync('a short text, a short text');
    for (let size = 0; size < stream.length; size++)
      expect(inflated(stream.subarray(0, size), 100)).toBeUndefined();
  });

  test('refuses what has no room', () => {
    fc.assert(
      fc.property(content, options, fc.nat(), (original, how, room) => {
        fc.pre(original.length > 0);
        expect(inflated(deflateSync(original, how), room % original.length)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
    expect(unpacker.inflate(FIRST_FREE, 20, FIRST_FREE + 1000, -1)).toBe(-1);
    expect(unpacker.inflate(FIRST_FREE, -1, FIRST_FREE + 1000, 100)).toBe(-1);
  });

  test('says what zlib says of a stream with flipped bits, and of every wrong checksum', () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.nat(7)), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(content, options, flips, (original, how, places) => {
        const stream = deflateSync(original.subarray(0, 500), how);
        flip(stream, places);
        expectAsZlib(stream, 2000);
      }),
      { numRuns: 3000 },
    );
    const stream = deflateSync('text');
    for (let bit = 0; bit < 32; bit++) {
      const wrong = Buffer.from(stream);
      const at = stream.length - 1 - (bit >> 3);
      wrong[at] = (wrong[at] ?? 0) ^ (1 << (bit & 7));
      expect(inflated(wrong, 100)).toBeUndefined();
    }
  });

  test('says what zlib says of every header', () => {
    const stream = deflateSync('text');
    for (let header = 0; header < 0x10000; header++) {
      stream.writeUInt16BE(header);
      if (header % 31 === 0 || header % 257 === 0) expectAsZlib(stream, 10);
    }
    expect(inflated(deflateSync('text', { dictionary: Buffer.from('text') }), 10)).toBeUndefined();
  });

  test('says what zlib says of blocks with flipped bits, whose checksum is right', () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.nat(7)), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(content, options, flips, (original, how, places) => {
        const blocks = deflateRawSync(original.subarray(0, 1000), how);
        flip(blocks, places);
        expectAsRawZlib(Buffer.concat([blocks, blocks]));
      }),
      { numRuns: 3000 },
    );
  });

  test('says what zlib says of any bytes as blocks', () => {
    fc.assert(
      fc.property(fc.constantFrom(0, 1, 2, 3, 4, 5), bytes(300), (kind, random) => {
        expectAsRawZlib(Buffer.from([((random[0] ?? 0) & 0xf8) | kind, ...random]));
      }),
      { numRuns: 5000 },
    );
  });

  test('takes the codes that zlib takes, and no others, and reads the same by them', () => {
    let accepted = 0;
    fc.assert(
      fc.property(literalLengths, distanceLengths, bytes(400), (literals, distances, random) => {
        if (expectAsRawZlib(dynamicBlock(literals, distances, random))) accepted++;
      }),
      { numRuns: 5000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  test('ends for any bytes, within its bounds', () => {
    fc.assert(
      fc.property(bytes(2000), fc.nat(5000), (random, room) => {
        inflated(Buffer.concat([Buffer.from([0x78, 0x9c]), random]), room);
        inflated(random, room);
      }),
      { numRuns: 1000 },
    );
  });

  test('is what assembly/unpack.ts gives', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/assembly.mjs', '--check'], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
