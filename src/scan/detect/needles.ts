import { IS_ALPHANUMERIC, IS_BASE64, tableOf } from './alphabet.js';
import type { Visit } from './candidate.js';

/** What can stand behind the first piece of a split value: a quote, a line end, an escape, a tag, a variable, an invisible space. */
const MAY_SPLIT = tableOf('"\'`)\\\r\n%&=|^<$#{\xc2\xe2\xef');

const PREFIX = 4;
const IDENTIFIER = 20;

/**
 * Looks behind the prefix of an identifier for what can stand between two pieces of it, `"AKIA…" + "…"`.
 *
 * @returns true when `visit` ended the search
 */
export function visitSplitIdentifier(bytes: Buffer, at: number, visit: Visit): boolean {
  let after = at + PREFIX;
  while (IS_ALPHANUMERIC[bytes[after] ?? 0] !== 0 && after < at + IDENTIFIER) after++;
  return MAY_SPLIT[bytes[after] ?? 0] === 1 && visit('text', at, after);
}

const LONG_RUN = 40;

/** What of an identifier's base64 follows its first letters at least, with them. */
const SHORTEST_ENCODED = 24;

/**
 * Looks at an identifier alone in base64, in at most 39 characters, which is no long run.
 *
 * @param group where the group of four characters begins that its first letters begin in
 * @param letters where these letters are
 * @returns true when `visit` ended the search
 */
export function visitEncodedIdentifier(bytes: Buffer, group: number, letters: number, visit: Visit): boolean {
  let start = letters;
  while (start > 0 && IS_BASE64[bytes[start - 1] ?? 0] !== 0 && letters - start < LONG_RUN) start--;
  let end = letters;
  while (end < bytes.length && IS_BASE64[bytes[end] ?? 0] !== 0 && end - start < LONG_RUN) end++;
  const first = group - ((group - start) & ~3);
  if (end - letters < SHORTEST_ENCODED || end - start >= LONG_RUN || first < start) return false;
  return visit('base64', first, end);
}
