import { UNPACK_CODE } from './unpack-code.js';

/** The first address that is the caller's: assembly/unpack.ts keeps its tables below. */
export const FIRST_FREE = 0x10000;

const BYTES_OF_PAGE = 0x10000;

/** Compiled at its first use, once for each thread. */
let compiled: WebAssembly.Module | undefined;

/**
 * Reads what is in a pack of git: assembly/unpack.ts and the memory that it works in. The caller lays out the memory
 * from FIRST_FREE on, in bytes.
 *
 * Behind every input 64 bytes are read, and behind every output's room 64 bytes are overwritten: they must exist, and be
 * spare. Inputs and outputs must not overlap. Any bytes at all may be given: malformed data is refused, in bounded time.
 */
export class Unpacker {
  readonly #memory: WebAssembly.Memory;
  readonly #inflate: Inflate;
  readonly #applyDelta: ApplyDelta;
  #bytes: Buffer;

  constructor() {
    compiled ??= new WebAssembly.Module(Buffer.from(UNPACK_CODE.join(''), 'base64'));
    const { memory, inflate, applyDelta } = new WebAssembly.Instance(compiled).exports;
    if (!(memory instanceof WebAssembly.Memory)) throw new TypeError('the unpacker has no memory');
    this.#memory = memory;
    this.#inflate = inflateOf(inflate);
    this.#applyDelta = applyDeltaOf(applyDelta);
    this.#bytes = Buffer.from(memory.buffer);
  }

  /** All of the memory. Another Buffer after reserve() made it larger: those from before are empty then. */
  get bytes(): Buffer {
    return this.#bytes;
  }

  /**
   * Makes the memory large enough: it keeps its content and never gets smaller.
   *
   * @param bytes the size that it must have at least, what is below FIRST_FREE included
   * @returns false when there is not so much memory; it is as it was then
   */
  reserve(bytes: number): boolean {
    const missing = Math.ceil((bytes - this.#bytes.length) / BYTES_OF_PAGE);
    if (missing <= 0) return true;
    try {
      this.#memory.grow(missing);
      this.#bytes = Buffer.from(this.#memory.buffer);
      return true;
    } catch (error) {
      if (error instanceof RangeError || error instanceof TypeError) return false;
      throw error;
    }
  }

  /**
   * Decodes one zlib stream (RFC 1950, with the blocks of RFC 1951) and verifies its Adler-32.
   *
   * @param from address of its first byte
   * @param size bytes that it has at most; what follows the stream within them is ignored
   * @param to address for the content
   * @param room bytes that may be written there
   * @returns the number of bytes written; -1 when the stream is malformed or truncated, its checksum is wrong, it needs a
   *   preset dictionary or more room. What is in the room is undefined then
   */
  inflate(from: number, size: number, to: number, room: number): number {
    return this.#inflate(from, size, to, room);
  }

  /**
   * Applies a delta: gitformat-pack(5), "Deltified representation".
   *
   * @param base address of what the delta was made from
   * @param baseSize its bytes
   * @param delta address of the delta, inflated
   * @param deltaSize its bytes
   * @param to address for the result
   * @param room bytes that may be written there
   * @returns the number of bytes written, which is the size that the delta names; -1 when the delta is malformed, is for a
   *   base of another size, or needs more room. What is in the room is undefined then
   */
  applyDelta(
    base: number,
    baseSize: number,
    delta: number,
    deltaSize: number,
    to: number,
    room: number,
  ): number {
    return this.#applyDelta(base, baseSize, delta, deltaSize, to, room);
  }
}

type Inflate = Unpacker['inflate'];
type ApplyDelta = Unpacker['applyDelta'];

function inflateOf(exported: unknown): Inflate {
  if (typeof exported !== 'function') throw new TypeError('assembly/unpack.ts does not export inflate');
  return (from, size, to, room) => Number(exported(from, size, to, room));
}

function applyDeltaOf(exported: unknown): ApplyDelta {
  if (typeof exported !== 'function') throw new TypeError('assembly/unpack.ts does not export applyDelta');
  return (base, baseSize, delta, deltaSize, to, room) =>
    Number(exported(base, baseSize, delta, deltaSize, to, room));
}
