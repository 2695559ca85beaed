import { IS_ALPHANUMERIC } from './alphabet.js';
import type { Visit } from './candidate.js';

const IDENTIFIER = 20;
const PREFIX = /^(?:AKIA|ASIA|ABIA|ACCA)/;

/** What is left of a prefix when a literal was split within it: `"AK" + "IA…"`. */
const REST_OF_PREFIX = /^(?:(?:[KSB]I|CC)A[A-Z2-7]{16}|[IC]A[A-Z2-7]{16}|A[A-Z2-7]{16})$/;

const SECRET_NAME = /SECRET_?(?:ACCESS_?)?KEY|ACCESS_SECRET/;

/**
 * Looks at one run of upper-case letters, digits and underscores, 17 bytes or more.
 *
 * @returns true when `visit` ended the search
 */
export function visitUpperRun(bytes: Buffer, start: number, end: number, visit: Visit): boolean {
  let at = start;
  while (at < end) {
    let stop = bytes.indexOf(0x5f, at);
    if (stop < 0 || stop > end) stop = end;
    if (isIdentifier(bytes, at, stop) && visit('text', at, stop)) return true;
    at = stop + 1;
  }
  return namesSecret(bytes, start, end) && visit('text', start, end);
}

/** An identifier ends where the run ends, but it may begin late: `%3DAKIA…`. */
function isIdentifier(bytes: Buffer, start: number, end: number): boolean {
  const length = end - start;
  if (length < IDENTIFIER - 3) return false;
  const late = Math.max(start, end - IDENTIFIER);
  if (PREFIX.test(bytes.toString('latin1', late, late + 4)) && IS_ALPHANUMERIC[bytes[end] ?? 0] === 0)
    return true;
  if (PREFIX.test(bytes.toString('latin1', start, start + 4))) return length <= 2 * IDENTIFIER;
  return length < IDENTIFIER && REST_OF_PREFIX.test(bytes.toString('latin1', start, end));
}

function namesSecret(bytes: Buffer, start: number, end: number): boolean {
  return SECRET_NAME.test(bytes.toString('latin1', start, end)) && assignsLiteral(bytes, end);
}

const ASSIGNED = /^["'`\])}]{0,3}\s{0,8}(?::=|=>|[=:,>|]|\s)\s{0,16}["'`]?[A-Za-z0-9+/][A-Za-z0-9+/=_-]{7}/;

/** Whether a name that ends there is given a value of eight characters or more on the spot. */
export function assignsLiteral(bytes: Buffer, nameEnd: number): boolean {
  return ASSIGNED.test(bytes.toString('latin1', nameEnd, nameEnd + 48));
}
