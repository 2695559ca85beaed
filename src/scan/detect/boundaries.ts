/**
 * What may stand before a value although its last character could belong to the value: an escape. `\n`, `\x3d`,
 * `\u003d`, `\075`, `%3D`, the end of a colour sequence, PowerShell's back-tick,
 * the `=3D` of quoted-printable, and the `V` before a text of a pickle.
 */
const ESCAPE_BEFORE =
  /(?:\\[abefnrtv0]|\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|\\U[0-9a-f]{8}|\\[0-3][0-7]{2}|%[0-9a-f]{2}|=(?:3D|20|22|27|0A|3A|09)|\[[0-9;]{0,16}m|`[abefnrtv0])$/i;

/** A text in the oldest form of a pickle: `V` and the rest of the line. */
const PICKLED = '\nV';

/** The longest of them. */
const LONGEST = 18;

/** Whether an escape ends right before `at`. */
export function escapeEndsAt(text: string, at: number): boolean {
  return ESCAPE_BEFORE.test(text.slice(Math.max(0, at - LONGEST), at)) || text.startsWith(PICKLED, at - 2);
}

/** Whether a word of letters and digits may begin at `at`. */
export function beginsAt(text: string, at: number): boolean {
  return at === 0 || !isAlphanumeric(text.charCodeAt(at - 1)) || escapeEndsAt(text, at);
}

/** Whether a word of letters and digits ends before `at`. */
export function endsAt(text: string, at: number): boolean {
  return at >= text.length || !isAlphanumeric(text.charCodeAt(at));
}

/**
 * Whether the bytes before a value say that it has that length, so that it ends there whatever follows: four bytes as
 * in pickles and BSON, two as in Java's classes, or a letter for the type and one byte as in compiled Python.
 */
export function lengthWrittenBefore(text: string, at: number, length: number): boolean {
  const byte = String.fromCharCode(length);
  const before = text.slice(Math.max(0, at - 4), at);
  if (before.endsWith(`${byte}\0\0\0`) || before.endsWith(`\0${byte}`)) return true;
  return before.endsWith(byte) && 'zZ\u00fa\u00da'.includes(before.at(-2) ?? '-');
}

/** An escaped slash, plus or equals sign: the value goes on, and is whole where escapes are resolved. */
const CONTINUES =
  /^(?:\\{1,8}(?:\/|(?:u00|x)(?:2b|2f|3d))|%(?:25){0,4}(?:2B|2F|3D)|&(?:#0{0,4}(?:43|47|61)|#x0{0,4}2[bf]|sol|plus);)/i;

export function goesOn(text: string, end: number): boolean {
  return CONTINUES.test(text.slice(end, end + 24));
}

function isAlphanumeric(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
