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
 * Visits the runs of bytes written as numbers that hold something worth reading once they are decoded. As with the
 * other kernels one byte that does not belong dismisses the 48 that end with it.
 *
 * @param isWorth whether decoded bytes hold a candidate
 * @returns true when `visit` ended the search
 */
export function visitCodeRuns(bytes: Buffer, visit: Visit, isWorth: (decoded: Buffer) => boolean): boolean {
  const end = bytes.length;
  let at = RUN - 1;
  while (at < end) {
    const first = at - RUN + 1;
    let back = at;
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
