import { IS_ALPHANUMERIC, IS_BASE64, tableOf } from './alphabet.js';
import { assignsSecret } from './assigned.js';
import type { Visit } from './candidate.js';

/**
 * Each needle begins with a letter that is rare in source text, for the search runs from one occurrence of that letter
 * to the next; `found` looks at what stands around it.
 */
interface Needle {
  readonly text: string;
  readonly found: (bytes: Buffer, at: number, visit: Visit) => boolean;
}

const LONG_RUN = 40;

/** What of an identifier's base64 follows the needle at least, with the needle. */
const SHORTEST_ENCODED = 24;

/** What can stand behind the first piece of a split value: a quote, a line end, an escape. */
const MAY_SPLIT = tableOf('"\'`\\\r\n%&=|^');

const NEEDLES: readonly Needle[] = [
  { text: 'zn.mws.', found: marketplaceToken },
  { text: 'KIA', found: splitIdentifier },
  // `AKIA` in base64, behind a multiple of three bytes, one more, two more.
  { text: 'QUtJQ', found: encodedIdentifier(0) },
  { text: 'FLSU', found: encodedIdentifier(2) },
  { text: 'BS0lB', found: encodedIdentifier(3) },
  { text: 'Key', found: secretName },
  { text: '_key', found: secretName },
];

/** @returns true when `visit` ended the search */
export function visitNeedles(bytes: Buffer, visit: Visit): boolean {
  return NEEDLES.some(needle => {
    let at = bytes.indexOf(needle.text, 0, 'latin1');
    while (at >= 0) {
      if (needle.found(bytes, at, visit)) return true;
      at = bytes.indexOf(needle.text, at + needle.text.length, 'latin1');
    }
    return false;
  });
}

function marketplaceToken(bytes: Buffer, at: number, visit: Visit): boolean {
  return bytes.toString('latin1', Math.max(0, at - 2), at) === 'am' && visit('text', at - 2, at + 47);
}

/** `"AKIA…" + "…"`, in any number of pieces: the prefix, then what can stand between two pieces. */
function splitIdentifier(bytes: Buffer, at: number, visit: Visit): boolean {
  if (bytes[at - 1] !== 0x41) return false;
  let after = at + 3;
  while (IS_ALPHANUMERIC[bytes[after] ?? 0] !== 0 && after < at + 19) after++;
  return MAY_SPLIT[bytes[after] ?? 0] === 1 && visit('text', at - 1, after);
}

/**
 * An identifier alone in base64, in at most 39 characters, which the kernel for long runs does not see.
 *
 * @param offset where in its group of four characters the needle begins
 */
function encodedIdentifier(offset: number): Needle['found'] {
  return (bytes, at, visit) => {
    let start = at;
    while (start > 0 && IS_BASE64[bytes[start - 1] ?? 0] !== 0 && at - start < LONG_RUN) start--;
    let end = at;
    while (end < bytes.length && IS_BASE64[bytes[end] ?? 0] !== 0 && end - start < LONG_RUN) end++;
    const first = at - offset - ((at - offset - start) & ~3);
    if (end - at < SHORTEST_ENCODED || end - start >= LONG_RUN || first < start) return false;
    return visit('base64', first, end);
  };
}

const SECRET_BEFORE = /secret[_-]?(?:access[_-]?)?$/i;

function secretName(bytes: Buffer, at: number, visit: Visit): boolean {
  const last = bytes[at - 1] ?? 0;
  // `…access…` and `…secret…` end in s, t, - or _: a quick no for nearly all keys.
  if (last !== 0x73 && last !== 0x74 && last !== 0x2d) return false;
  if (!SECRET_BEFORE.test(bytes.toString('latin1', Math.max(0, at - 14), at))) return false;
  const end = at + (bytes[at] === 0x5f ? 4 : 3);
  return assignsSecret(bytes, end) && visit('text', at, end);
}
