import { tableOf } from './alphabet.js';
import type { Visit } from './candidate.js';
import { decodeCodes } from './codes.js';

/** Numbers, their prefixes, and what stands between them in lists, dumps and escapes. */
const IS_CODE = tableOf('0123456789abcdefABCDEFxXuU\\{}:,;=#- \t\r\n');

/** Twelve bytes in groups of four digits; single bytes take more. */
const RUN = 48;

/** Longer runs are read in slices, which overlap by more than the longest value takes. */
const SLICE = 128 * 1024;
const OVERLAP = 16 * 1024;

/**
 * Visits the runs of bytes written as numbers that hold something worth reading once they are decoded. Four bytes of
 * which one does not belong dismiss the 45 that end with the first of them: hardly any text has four that do.
 *
 * @param isWorth whether decoded bytes hold a candidate
 * @returns true when `visit` ended the search
 */
export function visitCodeRuns(bytes: Buffer, visit: Visit, isWorth: (decoded: Buffer) => boolean): boolean {
  const end = bytes.length;
  let at = RUN - 1;
  while (at < end) {
    if (!endFour(bytes, at)) {
      at += RUN - 3;
      continue;
    }
    const first = at - RUN + 1;
    let back = at - 4;
    while (back >= first && IS_CODE[bytes[back] ?? 0] !== 0) back--;
    if (back < first) {
      back = at + 1;
      while (back < end && IS_CODE[bytes[back] ?? 0] !== 0) back++;
      if (visitRun(bytes, first, back, visit, isWorth)) return true;
    }
    at = back + RUN;
  }
  return false;
}

/** Whether the byte at `at` and the three before it all belong, without a branch for each. */
function endFour(bytes: Uint8Array, at: number): boolean {
  const last = (IS_CODE[bytes[at] ?? 0] ?? 0) & (IS_CODE[bytes[at - 1] ?? 0] ?? 0);
  return (last & (IS_CODE[bytes[at - 2] ?? 0] ?? 0) & (IS_CODE[bytes[at - 3] ?? 0] ?? 0)) === 1;
}

function visitRun(
  bytes: Buffer,
  start: number,
  end: number,
  visit: Visit,
  isWorth: (decoded: Buffer) => boolean,
): boolean {
  for (let from = start; ; from += SLICE - OVERLAP) {
    const to = Math.min(end, from + SLICE);
    const decoded = decodeCodes(bytes, from, to);
    if (decoded !== undefined && isWorth(decoded.bytes)) {
      // Escapes are resolved among the text that they stand in.
      const kind = bytes.toString('latin1', from, to).includes('\\u{') ? 'text' : 'codes';
      if (visit(kind, from, to)) return true;
    }
    if (to === end) return false;
  }
}
