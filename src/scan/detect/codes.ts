import { IS_HEX, IS_NUMBER, tableOf } from './alphabet.js';
import type { Decoded } from './base64.js';

const IS_DIGIT = tableOf('0123456789');

/** How the bytes are written: `0x41`, `41`, or `65`. */
type Writing = 'prefixed' | 'hexadecimal' | 'decimal';

interface Token {
  readonly start: number;
  readonly end: number;
}

/**
 * Decodes bytes that are written one by one as numbers: `41:4b:49`, `{ 0x41, 0x4b }`, `[65, 75, 73]`, `<4b 49>`,
 * `\u{41}\u{4b}`, `U+0041 U+004B`. A number that is none of a byte becomes a control character: nothing is put together over it.
 *
 * @returns undefined when there are too few to hold anything
 */
export function decodeCodes(bytes: Buffer, start: number, end: number): Decoded | undefined {
  const writing = writingOf(bytes, start, end);
  if (writing === undefined) return undefined;
  const decoded = Buffer.alloc(end - start);
  const starts = new Int32Array(end - start);
  const ends = new Int32Array(end - start);
  let length = 0;
  const emit = (value: number, from: number, to: number): void => {
    decoded[length] = value;
    starts[length] = from;
    ends[length++] = to;
  };
  for (let token = nextToken(bytes, start, end); token !== undefined; ) {
    emitToken(bytes, token, writing, emit);
    token = nextToken(bytes, token.end, end);
  }
  return {
    bytes: decoded.subarray(0, length),
    start: starts[0] ?? start,
    end,
    place: (from, to) => ({ start: starts[from] ?? start, end: ends[to - 1] ?? end }),
  };
}

/** Nothing that is looked for has fewer bytes. */
const FEWEST = 16;

/** In text two of five bytes have a letter as their second digit; one in ten is enough to tell. UTF-16 has zeros, too. */
function writingOf(bytes: Buffer, start: number, end: number): Writing | undefined {
  const counts = { braced: 0, prefixed: 0, lettered: 0, digits: 0, other: 0 };
  let [count, zeros] = [0, 0];
  for (let token = nextToken(bytes, start, end); token !== undefined; ) {
    counts[lookOf(bytes, token)]++;
    count++;
    if (isZero(bytes, token)) zeros++;
    token = nextToken(bytes, token.end, end);
  }
  if (counts.prefixed >= FEWEST) return 'prefixed';
  if (count < FEWEST / 2) return undefined;
  return (counts.lettered + counts.braced) * 10 >= count - zeros ? 'hexadecimal' : 'decimal';
}

/** `00` */
function isZero(bytes: Buffer, { start, end }: Token): boolean {
  return end === start + 2 && bytes[start] === ZERO && bytes[start + 1] === ZERO;
}

const ZERO = 0x30;

type Look = 'braced' | 'prefixed' | 'lettered' | 'digits' | 'other';

function lookOf(bytes: Buffer, token: Token): Look {
  // `u` of `\u{41}` stands alone.
  if (IS_PREFIX[bytes[token.start] ?? 0] === 1) return token.end === token.start + 1 ? 'braced' : 'other';
  if (IS_X[bytes[token.start + 1] ?? 0] === 1 || IS_X[bytes[token.start] ?? 0] === 1) return 'prefixed';
  return isLettered(bytes, token) ? 'lettered' : 'digits';
}

const IS_PREFIX = tableOf('uU');
const IS_X = tableOf('xX');

function isLettered(bytes: Buffer, { start, end }: Token): boolean {
  for (let at = start; at < end; at++) if (IS_DIGIT[bytes[at] ?? 0] === 0) return (end - start) % 2 === 0;
  return false;
}

function nextToken(bytes: Buffer, from: number, limit: number): Token | undefined {
  let start = from;
  while (start < limit && IS_NUMBER[bytes[start] ?? 0] === 0) start++;
  if (start >= limit) return undefined;
  let end = start + 1;
  while (end < limit && IS_NUMBER[bytes[end] ?? 0] === 1 && !beginsCodePoint(bytes, end)) end++;
  return { start, end };
}

/** `U+0041` may follow another with nothing between. */
function beginsCodePoint(bytes: Buffer, at: number): boolean {
  return IS_PREFIX[bytes[at] ?? 0] === 1 && bytes[at + 1] === PLUS;
}

const PLUS = 0x2b;

type Emit = (value: number, from: number, to: number) => void;

/** A NUL would look like half of a wide character. */
const NO_BYTE = 1;

/** Four bytes at most are written in one group. */
const LONGEST_GROUP = 8;

function emitToken(bytes: Buffer, { start, end }: Token, writing: Writing, emit: Emit): void {
  switch (writing) {
    case 'prefixed':
      emitPrefixed(bytes, start, end, emit);
      break;
    case 'decimal':
      emit(decimalOf(bytes, start, end), start, end);
      break;
    default:
      if (end > start + 1 || IS_PREFIX[bytes[start] ?? 0] === 0) emitGroup(bytes, start, end, emit);
  }
}

/** `0x41`, `x41`, `0x41u8`; anything else is none of them. */
function emitPrefixed(bytes: Buffer, start: number, end: number, emit: Emit): void {
  const first = IS_X[bytes[start] ?? 0] === 1 ? start + 1 : start + 2;
  if (IS_X[bytes[first - 1] ?? 0] === 0) return;
  let value = 0;
  let at = first;
  for (; at < end && IS_HEX[bytes[at] ?? 0] === 1; at++) value = value * 16 + digitOf(bytes[at] ?? 0);
  const isByte = at > first && value <= 255;
  if (isByte && (at === end || IS_PREFIX[bytes[at] ?? 0] === 1)) emit(value, start, end);
}

function decimalOf(bytes: Buffer, start: number, end: number): number {
  let value = 0;
  if (end - start > 3) return NO_BYTE;
  for (let at = start; at < end; at++) {
    if (IS_DIGIT[bytes[at] ?? 0] === 0) return NO_BYTE;
    value = value * 10 + digitOf(bytes[at] ?? 0);
  }
  return value <= 255 ? value : NO_BYTE;
}

function emitGroup(bytes: Buffer, start: number, end: number, emit: Emit): void {
  let isGroup = (end - start) % 2 === 0 && end - start <= LONGEST_GROUP;
  for (let at = start; at < end && isGroup; at++) isGroup = IS_HEX[bytes[at] ?? 0] === 1;
  if (!isGroup) emit(NO_BYTE, start, end);
  else
    for (let at = start; at < end; at += 2)
      emit(digitOf(bytes[at] ?? 0) * 16 + digitOf(bytes[at + 1] ?? 0), at, at + 2);
}

/** The value of a hexadecimal digit. */
function digitOf(byte: number): number {
  return byte <= 0x39 ? byte - 0x30 : (byte | 0x20) - 0x57;
}
