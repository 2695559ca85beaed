import { IS_BASE64_OR_ESCAPE, IS_UPPER_NAME } from './alphabet.js';
import { archiveKind, endsWithZip } from './archives/magic.js';
import type { Visit } from './candidate.js';
import { visitCodeRuns } from './code-runs.js';
import { beginsHexDump } from './hex-dump.js';
import { visitLongRun } from './long-runs.js';
import { visitNeedles } from './needles.js';
import { visitUpperRun } from './upper-runs.js';
import { visitWide } from './wide.js';

/**
 * Stage A alone, at memory speed: whether anything in the bytes is worth a closer look. When this is false, detect()
 * finds nothing in them.
 *
 * @param start first byte
 * @param end one past the last byte
 */
export function hasCandidates(bytes: Uint8Array, start: number, end: number): boolean {
  return findCandidates(Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start), () => true);
}

/** The same for names in a tree, which stand one by one between bytes that are no text: nothing in them is wide or packed. */
export function hasCandidatesInNames(tree: Buffer): boolean {
  return findInText(tree, () => true);
}

/** Finds all candidates; each kernel visits in the order of the bytes. @returns true when `visit` ended the search */
export function findCandidates(bytes: Buffer, visit: Visit): boolean {
  if (bytes.length < SHORTEST) return false;
  const packed = archiveKind(bytes) !== undefined || endsWithZip(bytes);
  if (packed && visit('archive', 0, bytes.length)) return true;
  if (beginsHexDump(bytes) && visit('text', 0, bytes.length)) return true;
  return (
    visitWide(bytes, visit) ||
    findInText(bytes, visit) ||
    visitCodeRuns(bytes, visit, decoded => findCandidates(decoded, () => true))
  );
}

function findInText(bytes: Buffer, visit: Visit): boolean {
  return longRuns(bytes, visit) || upperRuns(bytes, visit) || visitNeedles(bytes, visit);
}

/** Nothing shorter than this holds anything: an identifier has 20 characters, an odd secret 16. */
const SHORTEST = 16;

/** The length of a secret access key. */
const LONG_RUN = 40;

/** The length of `SECRET_ACCESS_KEY`, and what remains of an identifier split within its prefix. */
const UPPER_RUN = 17;

/**
 * Runs of at least 40 base64 or escape characters. One byte that is none of them dismisses the 40 that end with it:
 * most bytes are never looked at.
 */
function longRuns(bytes: Buffer, visit: Visit): boolean {
  const end = bytes.length;
  let at = LONG_RUN - 1;
  while (at < end) {
    if (IS_BASE64_OR_ESCAPE[bytes[at] ?? 0] === 0) {
      at += LONG_RUN;
      continue;
    }
    const first = at - LONG_RUN + 1;
    let back = at - 1;
    while (back >= first && IS_BASE64_OR_ESCAPE[bytes[back] ?? 0] !== 0) back--;
    if (back < first) {
      back = at + 1;
      while (back < end && IS_BASE64_OR_ESCAPE[bytes[back] ?? 0] !== 0) back++;
      if (visitLongRun(bytes, first, back, visit)) return true;
    }
    at = back + LONG_RUN;
  }
  return false;
}

/** Runs of at least 17 upper-case letters, digits and underscores, in the same way. */
function upperRuns(bytes: Buffer, visit: Visit): boolean {
  const end = bytes.length;
  let at = UPPER_RUN - 1;
  while (at < end) {
    if (IS_UPPER_NAME[bytes[at] ?? 0] === 0) {
      at += UPPER_RUN;
      continue;
    }
    const first = at - UPPER_RUN + 1;
    let back = at - 1;
    while (back >= first && IS_UPPER_NAME[bytes[back] ?? 0] !== 0) back--;
    if (back < first) {
      back = at + 1;
      while (back < end && IS_UPPER_NAME[bytes[back] ?? 0] !== 0) back++;
      if (visitUpperRun(bytes, first, back, visit)) return true;
    }
    at = back + UPPER_RUN;
  }
  return false;
}
