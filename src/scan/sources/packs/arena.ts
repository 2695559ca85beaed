import { FIRST_FREE, type Unpacker } from '../unpack.js';

/** Bytes behind each piece that fast copies may overwrite or read. */
export const SPARE = 64;

/** Sizes of pieces: four for each power of two, from 4 KiB on. */
const SIZES = Array.from({ length: 4 * 16 }, (_, kind) => 2 ** (12 + (kind >> 2)) * (1 + (kind & 3) / 4));

/** Pieces of the memory that packs are unpacked in: each is used again by the next object of about its size. */
export class Arena {
  readonly #unpacker: Unpacker;
  readonly #limit: number;
  readonly #free: number[][] = SIZES.map(() => []);
  #end = FIRST_FREE;

  /** @param limit bytes in all */
  constructor(unpacker: Unpacker, limit: number) {
    this.#unpacker = unpacker;
    this.#limit = limit;
  }

  /** @returns the address of a piece of `size` bytes and some to spare, or undefined when the limit is reached */
  take(size: number): number | undefined {
    const kind = kindOf(size);
    const used = this.#free[kind]?.pop();
    if (used !== undefined) return used;
    const bytes = SIZES[kind] ?? Number.POSITIVE_INFINITY;
    if (this.#end + bytes > this.#limit || !this.#unpacker.reserve(this.#end + bytes)) return undefined;
    const address = this.#end;
    this.#end += bytes;
    return address;
  }

  /** Gives a piece back. @param size as it was taken */
  free(address: number, size: number): void {
    this.#free[kindOf(size)]?.push(address);
  }
}

/** The smallest that has room. */
function kindOf(size: number): number {
  const bytes = Math.max(size + SPARE, 4096);
  const power = 31 - Math.clz32(bytes - 1);
  const quarter = Math.ceil((bytes / 2 ** power - 1) * 4);
  return 4 * (power - 12) + quarter;
}
