import { closeSync, openSync, readSync } from 'node:fs';
import type { Unpacker } from '../unpack.js';
import type { Arena } from './arena.js';

/** Most entries are far smaller, and what hangs on an entry is often stored near it. */
const BLOCK = 8 * 1024;
const BLOCKS = 512;

/** Bytes of a pack in the memory of the unpacker. */
export interface PackedBytes {
  readonly address: number;
  /** Gives the memory back, where it is theirs alone. */
  readonly release: () => void;
}

const NOT_OWN = () => undefined;

/** Reads a pack in blocks, and holds those that were read last: a call of the system for each entry costs more than it. */
export class PackBytes {
  readonly #file: number;
  readonly #unpacker: Unpacker;
  readonly #arena: Arena;
  readonly #blocks: number | undefined;
  /** Which block of the pack stands in each place, and how many bytes of it there are. */
  readonly #held = new Int32Array(BLOCKS).fill(-1);
  readonly #lengths = new Int32Array(BLOCKS);

  /** @throws what the system says, as when git has repacked and it is there no more */
  constructor(path: string, unpacker: Unpacker, arena: Arena) {
    this.#file = openSync(path, 'r');
    this.#unpacker = unpacker;
    this.#arena = arena;
    this.#blocks = arena.take(BLOCK * BLOCKS);
  }

  close(): void {
    closeSync(this.#file);
    if (this.#blocks !== undefined) this.#arena.free(this.#blocks, BLOCK * BLOCKS);
  }

  /** @returns undefined when they are not there, or there is no memory for them */
  at(offset: number, length: number): PackedBytes | undefined {
    const block = Math.floor(offset / BLOCK);
    const first = offset - block * BLOCK;
    if (first + length > BLOCK || this.#blocks === undefined) return this.#own(offset, length);
    const place = block % BLOCKS;
    const address = this.#blocks + place * BLOCK;
    if (this.#held[place] !== block) {
      this.#lengths[place] = this.#read(address, BLOCK, block * BLOCK);
      this.#held[place] = block;
    }
    if (first + length > (this.#lengths[place] ?? 0)) return undefined;
    return { address: address + first, release: NOT_OWN };
  }

  #own(offset: number, length: number): PackedBytes | undefined {
    const address = this.#arena.take(length);
    if (address === undefined) return undefined;
    const release = () => this.#arena.free(address, length);
    if (this.#read(address, length, offset) === length) return { address, release };
    release();
    return undefined;
  }

  #read(address: number, length: number, offset: number): number {
    return readSync(this.#file, this.#unpacker.bytes, address, length, offset);
  }
}
