import { FIRST_FREE, type Unpacker } from '../unpack.js';

/** Bytes behind each piece that fast copies may overwrite or read. */
export const SPARE = 64;

const SMALLEST = 12;
const CLASSES = 32;

/** Pieces of the memory that packs are unpacked in: each a power of two, used again by the next that fits it. */
export class Arena {
  readonly #unpacker: Unpacker;
  readonly #limit: number;
  readonly #free: number[][] = Array.from({ length: CLASSES }, () => []);
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
    const bytes = 2 ** kind;
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

function kindOf(size: number): number {
  return Math.max(SMALLEST, Math.ceil(Math.log2(size + SPARE)));
}
