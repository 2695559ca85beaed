import { IS_BASE64_OR_ESCAPE, IS_CODE, IS_UPPER_OR_DIGIT } from './alphabet.js';
import { CHUNK, firstMarks, type Marked, nextMarks, OVERLAP, WORDS_OF_MARK, wideMarks } from './sieve.js';

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
    const next = nextMarks(bytes, start);
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
  let seen = 0;
  for (let start = 0; start < bytes.length; start += CHUNK - OVERLAP) {
    const end = Math.min(bytes.length, start + CHUNK);
    const marks = wideMarks(bytes, start, end);
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
