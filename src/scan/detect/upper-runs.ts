import { IS_ALPHANUMERIC } from './alphabet.js';
import type { Visit } from './candidate.js';

const IDENTIFIER = 20;
const PREFIX = /^(?:AKIA|ASIA|ABIA|ACCA)/;

/** What is left of a prefix when a literal was split within it: `"AK" + "IA…"`. */
const REST_OF_PREFIX = /^(?:(?:[KSB]I|CC)A[A-Z2-7]{16}|[IC]A[A-Z2-7]{16}|A[A-Z2-7]{16})$/;

/**
 * Looks at one run of upper-case letters and digits, 17 bytes or more.
 *
 * @returns true when `visit` ended the search
 */
export function visitUpperRun(bytes: Buffer, start: number, end: number, visit: Visit): boolean {
  return isIdentifier(bytes, start, end) && visit('text', start, end);
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
