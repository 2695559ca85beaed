import { IS_BASE64_OR_ESCAPE, IS_CODE, IS_UPPER_OR_DIGIT } from './alphabet.js';
import { RELAXED_SIEVE_CODE, SIEVE_CODE } from './sieve-code.js';
import { writeTables } from './sieve-tables.js';

/**
 * What a place can be the sign of, in the order of the numbers in assembly/sieve.ts.
 *
 * - `long-run`: base64 and escape characters, 40 at least, unless it is seen at once that long-runs.ts visits nothing
 * - `upper-run`: upper-case letters and digits, 17 at least, where an identifier or the end of one can be
 * - `code-run`: numbers and what stands between them, 48 bytes at least
 * - `split-identifier`: `AKIA`, `ASIA`, `ABIA`, `ACCA`
 * - `encoded-identifier`: `AKIA` or `ASIA` in base64; from the group of four that it begins in to the letters that were seen
 * - `secret-name`: `secretKey`, `Secret Access Key`, `access-secret` and the like, from `secret` on
 * - `marketplace-token`: `amzn.mws.`
 */
const KINDS = [
  'long-run',
  'upper-run',
  'code-run',
  'split-identifier',
  'encoded-identifier',
  'secret-name',
  'marketplace-token',
] as const;

export type MarkKind = (typeof KINDS)[number];

/** Called for each mark; returning true ends the search. */
export type OnMark = (kind: MarkKind, start: number, end: number) => boolean;

/** The first kinds are runs of bytes of a class; shorter ones hold nothing. */
const RUNS = [
  { table: IS_BASE64_OR_ESCAPE, shortest: 40 },
  { table: IS_UPPER_OR_DIGIT, shortest: 17 },
  { table: IS_CODE, shortest: 48 },
] as const;

// The memory, as assembly/sieve.ts has it.
const COUNT_OF_MARKS = 0x80;
const HAS_NULL = 0x84;
const MARKS = 0x400;
const WORDS_OF_MARK = 3;
const INPUT = 0x4000;

/** So much is looked at in one go: it stays in the processor's cache. */
const CHUNK = 256 * 1024;

/** Longer than any pair with what stands around it, and than a block. */
const OVERLAP = 64;

/** The marks in one stretch of bytes, three numbers each: kind, start and end from the beginning of the stretch. */
interface Marked {
  readonly marks: readonly number[];
  readonly hasNull: boolean;
}

/** Looks at every byte once, sixteen at a time: assembly/sieve.ts and the memory that it works in. */
class Sieve {
  readonly #sieve: Pass;
  readonly #wideText: Pass;
  readonly #input: Buffer;
  readonly #words: Int32Array;

  constructor() {
    const relaxed = Buffer.from(RELAXED_SIEVE_CODE.join(''), 'base64');
    const code = WebAssembly.validate(relaxed) ? relaxed : Buffer.from(SIEVE_CODE.join(''), 'base64');
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code));
    const { memory, sieve, wideText } = exports;
    if (!(memory instanceof WebAssembly.Memory)) throw new TypeError('the sieve has no memory');
    this.#sieve = passOf(sieve);
    this.#wideText = passOf(wideText);
    this.#input = Buffer.from(memory.buffer, INPUT, CHUNK);
    this.#words = new Int32Array(memory.buffer);
    writeTables(new Uint8Array(memory.buffer));
  }

  /** All marks of a stretch, CHUNK bytes at most, before any is visited: visiting one may lead here again. */
  look(bytes: Buffer, start: number, end: number): Marked {
    const marks = this.#marks(this.#sieve, bytes, start, end);
    // Of no bytes nothing is said.
    const hasNull = end > start && this.#words[HAS_NULL / 4] !== 0;
    return marks.length === 0 && !hasNull ? NOTHING : { marks, hasNull };
  }

  /** The same for stretches of wide text. */
  lookForWideText(bytes: Buffer, start: number, end: number): readonly number[] {
    return this.#marks(this.#wideText, bytes, start, end);
  }

  #marks(pass: Pass, bytes: Buffer, start: number, end: number): readonly number[] {
    const words = this.#words;
    const size = bytes.copy(this.#input, 0, start, end);
    const marks: number[] = [];
    for (let from = 0; from < size; ) {
      from = pass(from, size);
      const last = MARKS / 4 + (words[COUNT_OF_MARKS / 4] ?? 0) * WORDS_OF_MARK;
      for (let word = MARKS / 4; word < last; word++) marks.push(words[word] ?? 0);
    }
    return marks;
  }
}

/** Looks at the input from one place on. @returns how far it came before there was no room for more marks */
type Pass = (from: number, size: number) => number;

function passOf(exported: unknown): Pass {
  if (typeof exported !== 'function') throw new TypeError('the sieve is not what assembly/sieve.ts exports');
  return (from, size) => Number(exported(from, size));
}

const NOTHING: Marked = { marks: [], hasNull: false };

/** Compiled at its first use, once for each thread. */
let compiled: Sieve | undefined;

/** What was marked in the first bytes of a content, to be searched for more. */
export interface FirstMarks extends Marked {
  /** True when these are all bytes of the content, nothing is marked in them, and none is NUL. */
  readonly isClear: boolean;
}

/** Looks at the bytes [start, end) of a buffer, or at as many as are looked at in one go. */
export function firstMarks(bytes: Buffer, start: number, end: number): FirstMarks {
  compiled ??= new Sieve();
  const marked = compiled.look(bytes, start, Math.min(end, start + CHUNK));
  return marked === NOTHING && end - start <= CHUNK ? ALL_CLEAR : { ...marked, isClear: false };
}

const ALL_CLEAR: FirstMarks = { ...NOTHING, isClear: true };

/**
 * Stage A's first pass: visits the places that are worth a closer look, about in their order.
 *
 * @param first what firstMarks() said of these bytes
 * @returns whether `onMark` ended the search, and whether a NUL was met before
 */
export function searchMarks(
  bytes: Buffer,
  onMark: OnMark,
  first: Marked = firstMarks(bytes, 0, bytes.length),
): { readonly ended: boolean; readonly hasNull: boolean } {
  const runs = new Runs(bytes);
  let { marks, hasNull } = first;
  for (let start = 0; ; ) {
    const end = Math.min(bytes.length, start + CHUNK);
    if (visitMarks(marks, start, end, runs, onMark)) return { ended: true, hasNull };
    if (end === bytes.length) return { ended: false, hasNull };
    start += CHUNK - OVERLAP;
    const next = firstMarks(bytes, start, bytes.length);
    marks = next.marks;
    hasNull ||= next.hasNull;
  }
}

/**
 * Visits the stretches in which every other byte is NUL, in their order.
 *
 * @param onStretch takes a NUL in a stretch and returns where it ends, and whether that ends the search
 * @returns true when it did
 */
export function searchWideText(
  bytes: Buffer,
  onStretch: (inside: number) => { readonly ended: boolean; readonly end: number },
): boolean {
  compiled ??= new Sieve();
  let seen = 0;
  for (let start = 0; start < bytes.length; start += CHUNK - OVERLAP) {
    const end = Math.min(bytes.length, start + CHUNK);
    const marks = compiled.lookForWideText(bytes, start, end);
    for (let word = 0; word < marks.length; word += WORDS_OF_MARK) {
      const inside = start + (marks[word + 1] ?? 0);
      if (inside < seen) continue;
      const stretch = onStretch(inside);
      if (stretch.ended) return true;
      seen = stretch.end;
    }
    if (end === bytes.length) return false;
  }
  return false;
}

function visitMarks(
  marks: readonly number[],
  start: number,
  end: number,
  runs: Runs,
  onMark: OnMark,
): boolean {
  for (let word = 0; word < marks.length; word += WORDS_OF_MARK) {
    const kind = marks[word] ?? 0;
    const from = start + (marks[word + 1] ?? 0);
    const to = start + (marks[word + 2] ?? 0);
    if (kind < RUNS.length) {
      const run = runs.whole(kind, from, to, start, end);
      if (run !== undefined && onMark(KINDS[kind] ?? 'long-run', run.start, run.end)) return true;
    } else if (isOfStretch(to, start, end, runs.length) && onMark(KINDS[kind] ?? 'long-run', from, to))
      return true;
  }
  return false;
}

/** Of what two stretches share, the first half is shown with the one, the second with the other. */
function isOfStretch(at: number, start: number, end: number, length: number): boolean {
  return (start === 0 || at > start + OVERLAP / 2) && (end === length || at <= end - OVERLAP / 2);
}

/** Puts together the runs that were cut where two stretches meet. */
class Runs {
  readonly #bytes: Buffer;
  /** How far the last run of each class went. */
  readonly #ends = [0, 0, 0];

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get length(): number {
    return this.#bytes.length;
  }

  /** @returns the whole run, or undefined when it is too short, or was shown before */
  whole(
    kind: number,
    from: number,
    to: number,
    stretchStart: number,
    stretchEnd: number,
  ): { readonly start: number; readonly end: number } | undefined {
    const bytes = this.#bytes;
    const { table, shortest } = RUNS[kind] ?? RUNS[0];
    // Before it is followed: a run through many stretches would be followed from each.
    if (from < (this.#ends[kind] ?? 0)) return undefined;
    let start = from;
    let end = to;
    if (from === stretchStart) while (start > 0 && table[bytes[start - 1] ?? 0] === 1) start--;
    if (to === stretchEnd) while (end < bytes.length && table[bytes[end] ?? 0] === 1) end++;
    if (end - start < shortest) return undefined;
    this.#ends[kind] = end;
    return { start, end };
  }
}
