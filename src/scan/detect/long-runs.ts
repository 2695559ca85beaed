import { IS_BASE64, tableOf } from './alphabet.js';
import { looksRandom, mayBeRandom } from './bigrams.js';
import type { Visit } from './candidate.js';
import { decodesToText } from './encoded.js';
import { mayHoldValue } from './escaped-stretch.js';
import { resolveEscapes } from './escapes.js';

const IDENTIFIER = 20;
const SECRET = 40;
const SMTP_PASSWORD = 44;

/** Longer runs of escapes are read without a closer look. */
const LONGEST_LOOK = 4096;

const BEGINS_ESCAPE = tableOf('\\%&');

/**
 * Looks at one run of base64 and escape characters, 40 bytes or more, and visits what in it is worth reading.
 *
 * @returns true when `visit` ended the search
 */
export function visitLongRun(bytes: Buffer, start: number, end: number, visit: Visit): boolean {
  let at = start;
  let escapes = false;
  while (at < end) {
    let stop = at;
    while (stop < end && IS_BASE64[bytes[stop] ?? 0] !== 0) stop++;
    if (stop - at >= 20 && visitPiece(bytes, at, stop, visit)) return true;
    escapes ||= stop < end && BEGINS_ESCAPE[bytes[stop] ?? 0] === 1;
    at = stop + 1;
  }
  return escapes && escapesHideSomething(bytes, start, end) && visit('text', start, end);
}

/** A stretch of base64 characters only. */
function visitPiece(bytes: Buffer, start: number, end: number, visit: Visit): boolean {
  const kind = end - start >= SECRET ? decodesToText(bytes, start, end) : undefined;
  if (kind !== undefined && visit(kind, start, end)) return true;
  const isOfValue =
    isToken(bytes, start, end) || (kind === 'base64' && LINE_BEFORE.test(before(bytes, start)));
  return isOfValue && visit('text', start, end);
}

/** Whether the stretch can itself be a value that is looked for, or a piece of one. */
function isToken(bytes: Buffer, start: number, end: number): boolean {
  const length = end - start;
  if (length < SECRET) return false;
  if ((length === SECRET || length === SMTP_PASSWORD) && isMixedAndRandom(bytes, start, end)) return true;
  if (bytes[start - 1] === HYPHEN && before(bytes, start).endsWith('-api-key-')) return true;
  if (HEAD_OF_TOKEN.test(bytes.toString('latin1', start, start + LENGTH_OF_HEAD))) return true;
  return IS_QUOTE[bytes[start - 1] ?? 0] === 1 && LITERAL_BEFORE.test(before(bytes, start));
}

function before(bytes: Buffer, at: number): string {
  return bytes.toString('latin1', Math.max(0, at - 64), at);
}

const HYPHEN = 0x2d;
const IS_QUOTE = tableOf('"\'`');

/** Of a token, or of its first piece: the rest may follow in other literals or lines. */
const HEAD_OF_TOKEN = /ABSK|YXdz|b3Jp/;
/** The last of the places where it can begin, and its letters. */
const LENGTH_OF_HEAD = 19;

/** A first literal that is too short to be seen by itself; its end is what assembly/sieve.ts looks for. */
const LITERAL_BEFORE =
  /(?:(?<![A-Za-z0-9+/])ABSK|-api-key-|YXdz|b3JpZ2lu)[A-Za-z0-9+/]{0,39}\\?["'`][ \t\r\n+.&_\\]{0,13}["'`]$/;
/** A first line that is. */
const LINE_BEFORE = /(?:(?<![A-Za-z0-9+/])ABSK|-api-key-)[A-Za-z0-9+/]{0,39}[\s\\#*>|/]{1,14}$/;

/** Upper and lower case, and random; one secret in a thousand has no digit. */
function isMixedAndRandom(bytes: Uint8Array, start: number, end: number): boolean {
  let classes = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x61) classes |= LOWER;
    else if (byte >= 0x41) classes |= UPPER;
    else if (byte >= 0x30) classes |= DIGIT;
  }
  if ((classes & MIXED) !== MIXED) return false;
  return (classes & DIGIT) === 0 ? looksRandom(bytes, start, end) : mayBeRandom(bytes, start, end);
}

const LOWER = 1;
const UPPER = 2;
const DIGIT = 4;
const MIXED = LOWER | UPPER;

/** Whether a run with escapes in it holds a value once they are resolved. */
function escapesHideSomething(bytes: Buffer, start: number, end: number): boolean {
  if (end - start > LONGEST_LOOK) return true;
  if (!mayHoldValue(bytes, start, end, IDENTIFIER)) return false;
  const raw = bytes.toString('latin1', start, end);
  const resolved = resolveEscapes(raw)?.text;
  if (resolved === undefined) return false;
  if (/A(?:[KSB]I|CC)A[A-Z2-7]{16}/.test(resolved)) return true;
  const decoded = Buffer.from(resolved, 'latin1');
  return visitLongRun(decoded, 0, decoded.length, () => true);
}
