import { IS_ALPHANUMERIC } from './alphabet.js';
import { assignsSecret } from './assigned.js';
import type { Visit } from './candidate.js';

const IDENTIFIER = 20;
/** What is left of one that was split within its prefix. */
const SHORTEST = 17;
const PREFIX = /^(?:AKIA|ASIA|ABIA|ACCA)/;

/** What is left of a prefix when a literal was split within it: `"AK" + "IA…"`. */
const REST_OF_PREFIX = /^(?:(?:[KSB]I|CC)A[A-Z2-7]{16}|[IC]A[A-Z2-7]{16}|A[A-Z2-7]{16})$/;

const SECRET_NAME = /(?:SECRET_?(?:ACCESS_?)?KEY|ACCESS_SECRET)$/;

/**
 * Looks at one run of upper-case letters, digits and underscores, 17 bytes or more.
 *
 * @returns true when `visit` ended the search
 */
export function visitUpperRun(bytes: Buffer, start: number, end: number, visit: Visit): boolean {
  let at = start;
  while (at < end) {
    let stop = at;
    while (stop < end && bytes[stop] !== 0x5f) stop++;
    if (stop - at >= SHORTEST && isIdentifier(bytes, at, stop) && visit('text', at, stop)) return true;
    at = stop + 1;
  }
  return namesSecret(bytes, start, end) && visit('text', start, end);
}

/** An identifier ends where the run ends, but it may begin late: `%3DAKIA…`. */
function isIdentifier(bytes: Buffer, start: number, end: number): boolean {
  const length = end - start;
  const late = Math.max(start, end - IDENTIFIER);
  if (beginsIdentifier(bytes, late) && IS_ALPHANUMERIC[bytes[end] ?? 0] === 0) return true;
  if (beginsIdentifier(bytes, start)) return length <= 2 * IDENTIFIER;
  return length < IDENTIFIER && REST_OF_PREFIX.test(bytes.toString('latin1', start, end));
}

function beginsIdentifier(bytes: Buffer, at: number): boolean {
  return bytes[at] === 0x41 && bytes[at + 3] === 0x41 && PREFIX.test(bytes.toString('latin1', at, at + 4));
}

function namesSecret(bytes: Buffer, start: number, end: number): boolean {
  // They all end in KEY or in SECRET: a quick no for nearly all other names.
  if (bytes[end - 1] !== 0x59 && bytes[end - 1] !== 0x54) return false;
  return SECRET_NAME.test(bytes.toString('latin1', start, end)) && assignsSecret(bytes, end);
}
