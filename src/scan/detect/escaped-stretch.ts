import { IS_BASE64, IS_HEX, tableOf } from './alphabet.js';

const BACKSLASH = 0x5c;
const PERCENT = 0x25;
const AMPERSAND = 0x26;

/** What a backslash before it makes no part of a value: line ends, tabs, and letters that are no escape. */
const MAY_CONTINUE = tableOf('01234567uUx/+');

/** How an escape goes on: what it stands for, where that is known, and where it ends. */
interface Escape {
  /** Whether the character may be of a value. */
  readonly continues: boolean;
  readonly end: number;
}

/**
 * Whether a run of base64 and escape characters may hold a value once its escapes are resolved, judged without
 * resolving them: of most runs every escape is a line end, a quote or a letter beyond ASCII. What is not understood
 * here counts as a part of a value.
 *
 * @param shortest characters of the shortest value
 */
export function mayHoldValue(bytes: Buffer, start: number, end: number, shortest: number): boolean {
  let length = 0;
  for (let at = start; at < end; ) {
    if (IS_BASE64[bytes[at] ?? 0] === 1) {
      length++;
      at++;
    } else {
      const next = escapeAt(bytes, at, end);
      length = next.continues ? length + 1 : 0;
      at = next.end;
    }
    if (length >= shortest) return true;
  }
  return false;
}

function escapeAt(bytes: Buffer, at: number, end: number): Escape {
  switch (bytes[at]) {
    case BACKSLASH:
      return backslash(bytes, at, end);
    case PERCENT:
      return percent(bytes, at, end);
    case AMPERSAND:
      return entity(bytes, at, end);
    default:
      return { continues: false, end: at + 1 };
  }
}

function backslash(bytes: Buffer, at: number, end: number): Escape {
  let letter = at + 1;
  while (letter < end && bytes[letter] === BACKSLASH) letter++;
  switch (bytes[letter]) {
    case 0x75:
      return ofHex(bytes, letter + 1, 4);
    case 0x78:
      return ofHex(bytes, letter + 1, 2);
    default:
      return { continues: MAY_CONTINUE[bytes[letter] ?? 0] === 1, end: letter + 1 };
  }
}

/** `%41`, and `%2541`, which was escaped twice. */
function percent(bytes: Buffer, at: number, end: number): Escape {
  let digits = at + 1;
  while (digits < end && bytes[digits] === 0x32 && bytes[digits + 1] === 0x35) digits += 2;
  return bytes[digits] === 0x75 ? ofHex(bytes, digits + 1, 4) : ofHex(bytes, digits, 2);
}

function ofHex(bytes: Buffer, at: number, count: number): Escape {
  for (let digit = at; digit < at + count; digit++)
    if (IS_HEX[bytes[digit] ?? 0] === 0) return { continues: true, end: at };
  const code = Number.parseInt(bytes.toString('latin1', at, at + count), 16);
  return { continues: mayBeOfValue(code), end: at + count };
}

/** A character of a value, or one that another escape may be made of. */
function mayBeOfValue(code: number): boolean {
  return IS_BASE64[code] === 1 || code === PERCENT || code === AMPERSAND || code === BACKSLASH;
}

const ENTITY = /^&(?:#0{0,6}(\d{2,3})|#[xX]0{0,6}([0-9a-fA-F]{2})|([A-Za-z]{2,8}));?/;
/** `&amp;` begins what was escaped twice. */
const NAMES_IN_VALUE = /^(?:amp|plus|sol)$/;

function entity(bytes: Buffer, at: number, end: number): Escape {
  const match = ENTITY.exec(bytes.toString('latin1', at, Math.min(end, at + 16)));
  if (match === null) return { continues: false, end: at + 1 };
  const [written, decimal, hex, name] = match;
  const after = at + written.length;
  if (name !== undefined) return { continues: NAMES_IN_VALUE.test(name), end: after };
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10);
  return { continues: mayBeOfValue(code), end: after };
}
