import type { Visit } from './candidate.js';
import { decodeCodes } from './codes.js';

/** Longer runs are read in slices, which overlap by more than the longest value takes. */
const SLICE = 128 * 1024;
const OVERLAP = 16 * 1024;

/**
 * Looks at one run of bytes written as numbers, 48 characters or more, and visits it if it holds something worth
 * reading once it is decoded.
 *
 * @param isWorth whether decoded bytes hold a candidate
 * @returns true when `visit` ended the search
 */
export function visitCodeRun(
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
