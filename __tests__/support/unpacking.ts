import { inflateRawSync, inflateSync } from 'node:zlib';
import { expect } from '@jest/globals';
import { FIRST_FREE, Unpacker } from '../../src/scan/sources/unpack.js';

export const unpacker = new Unpacker();

/** Bytes that may be read behind an input and overwritten behind an output. */
const SPARE = 64;
const CANARY = 0xc5;
const CANARIES = 512;

/** Lays bytes out one behind the other with spare room. @returns the address of each, and what comes behind them */
function layOut(...parts: readonly Buffer[]): { readonly addresses: number[]; readonly next: number } {
  const addresses: number[] = [];
  let next = FIRST_FREE;
  for (const part of parts) {
    addresses.push(next);
    next += part.length + SPARE;
  }
  expect(unpacker.reserve(next)).toBe(true);
  parts.forEach((part, index) => {
    const at = addresses[index] ?? 0;
    part.copy(unpacker.bytes, at);
    // What is read there must not make a difference.
    unpacker.bytes.fill(part[0] ?? 0x4b, at + part.length, at + part.length + SPARE);
  });
  return { addresses, next };
}

/** Runs one of the two between canaries. @returns what it wrote, or undefined when it refused */
function written(
  inputs: readonly Buffer[],
  room: number,
  run: (addresses: readonly number[], to: number) => number,
): Buffer | undefined {
  const { addresses, next } = layOut(...inputs);
  const to = next + CANARIES;
  const end = to + room + SPARE;
  expect(unpacker.reserve(end + CANARIES)).toBe(true);
  unpacker.bytes.fill(CANARY, next, to);
  unpacker.bytes.fill(CANARY, end, end + CANARIES);
  const size = run(addresses, to);
  const { bytes } = unpacker;
  const canaries = Buffer.alloc(CANARIES, CANARY);
  expect(bytes.subarray(next, to).equals(canaries)).toBe(true);
  expect(bytes.subarray(end, end + CANARIES).equals(canaries)).toBe(true);
  inputs.forEach((input, index) => {
    const at = addresses[index] ?? 0;
    expect(bytes.subarray(at, at + input.length).equals(input)).toBe(true);
  });
  expect(size).toBeLessThanOrEqual(room);
  return size < 0 ? undefined : Buffer.from(bytes.subarray(to, to + size));
}

/** What a zlib stream holds, or undefined when it is refused. */
export const inflated = (stream: Buffer, room: number) =>
  written([stream], room, ([from = 0], to) => unpacker.inflate(from, stream.length, to, room));

/** What a delta makes of a base, or undefined when it is refused. */
export const applied = (base: Buffer, delta: Buffer, room: number) =>
  written([base, delta], room, ([from = 0, at = 0], to) =>
    unpacker.applyDelta(from, base.length, at, delta.length, to, room),
  );

/** What zlib says of a stream. */
function inflatedByZlib(stream: Buffer): Buffer | undefined {
  try {
    return inflateSync(stream);
  } catch {
    return undefined;
  }
}

/** Both accept, and have the same bytes; or both refuse. */
export function expectAsZlib(stream: Buffer, room: number): void {
  const expected = inflatedByZlib(stream);
  const found = inflated(stream, room);
  if (expected === undefined || expected.length > room) expect(found).toBeUndefined();
  else expect(found?.equals(expected)).toBe(true);
}

/**
 * The same for blocks without header and checksum: they are added, so that the checksum is right if zlib accepts.
 *
 * @returns whether it did
 */
export function expectAsRawZlib(blocks: Buffer): boolean {
  const read = inflatedRawByZlib(blocks);
  const header = Buffer.from([0x78, 0x9c]);
  if (read === undefined) {
    expect(inflated(Buffer.concat([header, blocks]), 500_000)).toBeUndefined();
    return false;
  }
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(adler32(read.content));
  const stream = Buffer.concat([header, blocks.subarray(0, read.size), checksum]);
  expect(inflated(stream, read.content.length)?.equals(read.content)).toBe(true);
  return true;
}

/** @returns the content and the size of the blocks that hold it, or undefined when zlib refuses them */
function inflatedRawByZlib(blocks: Buffer): { readonly content: Buffer; readonly size: number } | undefined {
  try {
    const read: unknown = inflateRawSync(blocks, { info: true });
    const { buffer, engine } = read as { buffer: Buffer; engine: { bytesWritten: number } };
    return { content: buffer, size: engine.bytesWritten };
  } catch {
    return undefined;
  }
}

/** RFC 1950, 9. */
function adler32(content: Buffer): number {
  let low = 1;
  let high = 0;
  for (const byte of content) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return high * 65536 + low;
}
