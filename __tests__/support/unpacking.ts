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

/** The bits of a deflate stream, the first in the lowest bit of the first byte. */
export class BitWriter {
  readonly #bits: number[] = [];

  /** A number, its lowest bit first. */
  number(value: number, size: number): this {
    for (let bit = 0; bit < size; bit++) this.#bits.push((value >> bit) & 1);
    return this;
  }

  /** Bytes with zeros behind the last bit. */
  bytes(): Buffer {
    const bytes = Buffer.alloc(Math.ceil(this.#bits.length / 8));
    this.#bits.forEach((bit, at) => {
      bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (bit << (at & 7));
    });
    return bytes;
  }
}
