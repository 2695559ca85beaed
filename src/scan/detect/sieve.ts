import { RELAXED_SIEVE_CODE, SIEVE_CODE } from './sieve-code.js';
import { writeTables } from './sieve-tables.js';

// The memory, as assembly/sieve.ts has it.
const COUNT_OF_MARKS = 0x80;
const HAS_NULL = 0x84;
const MARKS = 0x400;
export const WORDS_OF_MARK = 3;
const INPUT = 0x4000;

/** So much is looked at in one go: it stays in the processor's cache. */
export const CHUNK = 256 * 1024;

/** Longer than any pair with what stands around it, and than a block. */
export const OVERLAP = 64;

/** The marks in one stretch of bytes, three numbers each: kind, start and end from the beginning of the stretch. */
export interface Marked {
  readonly marks: readonly number[];
  readonly hasNull: boolean;
}

/** Looks at every byte once, sixteen at a time: assembly/sieve.ts and the memory that it works in. */
class Sieve {
  readonly #sieve: Pass;
  readonly #wideText: Pass;
  /** What it looks at. */
  readonly input: Buffer;
  readonly #kept = Buffer.allocUnsafeSlow(CHUNK);
  readonly #words: Int32Array;

  constructor() {
    const relaxed = Buffer.from(RELAXED_SIEVE_CODE.join(''), 'base64');
    const code = WebAssembly.validate(relaxed) ? relaxed : Buffer.from(SIEVE_CODE.join(''), 'base64');
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code));
    const { memory, sieve, wideText } = exports;
    if (!(memory instanceof WebAssembly.Memory)) throw new TypeError('the sieve has no memory');
    this.#sieve = passOf(sieve);
    this.#wideText = passOf(wideText);
    this.input = Buffer.from(memory.buffer, INPUT, CHUNK);
    this.#words = new Int32Array(memory.buffer);
    writeTables(new Uint8Array(memory.buffer));
  }

  /** What is in the first bytes of its input, where looking at something else leaves it alone. */
  keep(size: number): Buffer {
    return this.#kept.subarray(0, this.input.copy(this.#kept, 0, 0, size));
  }

  /** All marks of a stretch, CHUNK bytes at most, before any is visited: visiting one may lead here again. */
  look(bytes: Buffer, start: number, end: number, goesOn: number): Marked {
    const size = this.#bring(bytes, start, end);
    const words = this.#words;
    const seen = this.#sieve(0, size, goesOn);
    if (words[COUNT_OF_MARKS / 4] === 0 && words[HAS_NULL / 4] === 0) return NOTHING;
    const marks = this.#marks(this.#sieve, seen, size, goesOn);
    return { marks, hasNull: words[HAS_NULL / 4] !== 0 };
  }

  /** The same for stretches of wide text. */
  lookForWideText(bytes: Buffer, start: number, end: number): readonly number[] {
    const size = this.#bring(bytes, start, end);
    return this.#marks(this.#wideText, this.#wideText(0, size, 0), size, 0);
  }

  /** @returns how many bytes are in the input then */
  #bring(bytes: Buffer, start: number, end: number): number {
    return bytes === this.input && start === 0 ? end : bytes.copy(this.input, 0, start, end);
  }

  /** The marks of a pass that came as far as `seen`, and of as many more as it takes. */
  #marks(pass: Pass, seen: number, size: number, goesOn: number): readonly number[] {
    const words = this.#words;
    const marks: number[] = [];
    for (let from = seen; ; from = pass(from, size, goesOn)) {
      const last = MARKS / 4 + (words[COUNT_OF_MARKS / 4] ?? 0) * WORDS_OF_MARK;
      for (let word = MARKS / 4; word < last; word++) marks.push(words[word] ?? 0);
      if (from >= size) return marks;
    }
  }
}

/**
 * Looks at the input from one place on.
 *
 * @param goesOn where the content goes on: BEFORE the input, BEHIND it
 * @returns how far it came before there was no room for more marks
 */
type Pass = (from: number, size: number, goesOn: number) => number;

const BEFORE = 1;
const BEHIND = 2;

function passOf(exported: unknown): Pass {
  if (typeof exported !== 'function') throw new TypeError('the sieve is not what assembly/sieve.ts exports');
  return (from, size, goesOn) => Number(exported(from, size, goesOn));
}

const NOTHING: Marked = { marks: [], hasNull: false };

let compiled: Sieve | undefined;

/** Compiled at its first use, once for each thread. */
function theSieve(): Sieve {
  compiled ??= new Sieve();
  return compiled;
}

/**
 * Memory that the sieve works in, of CHUNK bytes: what is read into it needs no copy to be looked at. Looking at
 * anything else overwrites it.
 */
export function sieveInput(): Buffer {
  return theSieve().input;
}

/**
 * The bytes [start, end), where looking at something else leaves them alone: a copy if they are in sieveInput(), until
 * this is asked for the next one.
 */
export function keptBytes(bytes: Buffer, start: number, end: number): Buffer {
  return bytes === compiled?.input ? compiled.keep(end) : bytes.subarray(start, end);
}

/** What was marked in the first bytes of a content, to be searched for more. */
export interface FirstMarks extends Marked {
  /** True when these are all bytes of the content, nothing is marked in them, and none is NUL. */
  readonly isClear: boolean;
}

/** Looks at the bytes [start, end) of a buffer, or at as many as are looked at in one go. */
export function firstMarks(bytes: Buffer, start: number, end: number): FirstMarks {
  const isAll = end - start <= CHUNK;
  const marked = theSieve().look(bytes, start, isAll ? end : start + CHUNK, isAll ? 0 : BEHIND);
  return marked === NOTHING && isAll ? ALL_CLEAR : { ...marked, isClear: false };
}

const ALL_CLEAR: FirstMarks = { ...NOTHING, isClear: true };

/** What is marked from `start` on, in as many bytes as are looked at in one go. */
export function nextMarks(bytes: Buffer, start: number): Marked {
  const end = Math.min(bytes.length, start + CHUNK);
  return theSieve().look(bytes, start, end, end < bytes.length ? BEFORE | BEHIND : BEFORE);
}

/** The same of stretches of wide text. @returns three numbers each, as for marks */
export function wideMarks(bytes: Buffer, start: number, end: number): readonly number[] {
  return theSieve().lookForWideText(bytes, start, end);
}
