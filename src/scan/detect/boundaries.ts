/**
 * What may stand before a value although its last character could belong to the value: an escape. `\n`, `\x3d`,
 * `\u003d`, `\075`, `%3D`, the end of a colour sequence, and PowerShell's back-tick.
 */
const ESCAPE_BEFORE =
  /(?:\\[abefnrtv0]|\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|\\U[0-9a-f]{8}|\\[0-3][0-7]{2}|%[0-9a-f]{2}|\[[0-9;]{0,16}m|`[abefnrtv0])$/i;

/** The longest of them. */
const LONGEST = 18;

/** Whether an escape ends right before `at`. */
export function escapeEndsAt(text: string, at: number): boolean {
  return ESCAPE_BEFORE.test(text.slice(Math.max(0, at - LONGEST), at));
}

/** Whether a word of letters and digits may begin at `at`. */
export function beginsAt(text: string, at: number): boolean {
  return at === 0 || !isAlphanumeric(text.charCodeAt(at - 1)) || escapeEndsAt(text, at);
}

/** Whether a word of letters and digits ends before `at`. */
export function endsAt(text: string, at: number): boolean {
  return at >= text.length || !isAlphanumeric(text.charCodeAt(at));
}

function isAlphanumeric(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
