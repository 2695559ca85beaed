import fc from 'fast-check';

/** The bits of a deflate stream, the first in the lowest bit of the first byte. */
class BitWriter {
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

/** Lengths of a prefix code that is complete, or nearly so: a code is split again and again, then one may change. */
const codeLengths = (symbols: number) =>
  fc
    .record({
      splits: fc.array(fc.nat(), { minLength: 1, maxLength: symbols - 1 }),
      deep: fc.boolean(),
      places: fc.array(fc.nat(symbols - 1), { minLength: symbols, maxLength: symbols }),
      change: fc.option(fc.tuple(fc.nat(symbols - 1), fc.nat(15)), { freq: 4 }),
    })
    .map(({ splits, deep, places, change }) => {
      const leaves = [0];
      for (const split of splits) {
        const at = deep ? leaves.length - 1 - (split % Math.min(3, leaves.length)) : split % leaves.length;
        const depth = leaves[at] ?? 0;
        if (depth < 15) leaves.splice(at, 1, depth + 1, depth + 1);
      }
      const lengths = leaves.concat(Array.from({ length: symbols - leaves.length }, () => 0));
      places.forEach((place, at) => {
        [lengths[at], lengths[place]] = [lengths[place] ?? 0, lengths[at] ?? 0];
      });
      if (change !== null) lengths[change[0]] = change[1];
      return lengths;
    });
/** Most have an end of block. */
export const literalLengths = fc
  .tuple(fc.integer({ min: 257, max: 288 }).chain(codeLengths), fc.nat(9), fc.nat(255))
  .map(([lengths, chance, other]) => {
    if (lengths[256] === 0 && chance > 0) {
      const used = lengths.findIndex((length, at) => length > 0 && at >= other);
      const from = used === -1 ? lengths.findIndex(length => length > 0) : used;
      [lengths[256], lengths[from]] = [lengths[from] ?? 0, 0];
    }
    return lengths;
  });
export const distanceLengths = fc.oneof(
  fc.integer({ min: 2, max: 32 }).chain(codeLengths),
  fc.constantFrom([0], [1], [0, 1], [2], [0, 0, 0]),
);

/** A last block with these codes, every length written as it is, and what follows (RFC 1951, 3.2.7). */
export function dynamicBlock(
  literals: readonly number[],
  distances: readonly number[],
  data: Buffer,
): Buffer {
  const writer = new BitWriter();
  writer
    .number(0b101, 3)
    .number(literals.length - 257, 5)
    .number(distances.length - 1, 5)
    .number(15, 4);
  // The lengths 0 to 15 have codes of four bits: their own bits, the first in the highest.
  for (let order = 0; order < 19; order++) writer.number(order < 3 ? 0 : 4, 3);
  for (const length of [...literals, ...distances])
    for (let bit = 3; bit >= 0; bit--) writer.number(length >> bit, 1);
  for (const byte of data) writer.number(byte, 8);
  return writer.bytes();
}
