import { isStructurallyValid } from './account.js';
import { IS_BASE64 } from './alphabet.js';
import { looksRandom } from './bigrams.js';

/** What databases and programs store side by side, with nothing between: an identifier, and its secret behind it. */
const SIDE_BY_SIDE = /A[KS]IA[A-Z2-7]{16}(?=[A-Za-z0-9+/]{40})/g;

const IDENTIFIER = 20;
const SECRET = 40;

/** @returns where in the text each secret begins that follows its identifier at once */
export function secretsBesideIdentifiers(text: string): number[] {
  return [...text.matchAll(SIDE_BY_SIDE)]
    .map(match => match.index)
    .filter(at => isBesideSecret(text, at))
    .map(at => at + IDENTIFIER);
}

/** Whether the identifier at `at` is followed by a secret without anything between. */
export function isBesideSecret(text: string, at: number): boolean {
  if (!isStructurallyValid(text.slice(at, at + IDENTIFIER))) return false;
  return begins(text, at) && hasSecretAt(text, at + IDENTIFIER);
}

/** Whether words surround the identifier without a space, as the strings of a program written in Go do. */
export function isAmongWords(text: string, at: number): boolean {
  const end = at + IDENTIFIER;
  if (!isStructurallyValid(text.slice(at, end))) return false;
  const before = text.slice(Math.max(0, at - 13), at);
  if (!/\d/.test(text.slice(at, end)) && !/access_?key(?:_?id)?$/i.test(before)) return false;
  return (
    /(?:^|[^A-Za-z0-9+/]|[a-z_]{3}[a-z]|ACCESS_?KEY(?:_?ID)?|KEY_?ID)$/.test(before) &&
    /^(?:$|[^A-Za-z0-9+/]|[a-z]{4})/.test(text.slice(end, end + 4))
  );
}

/** Behind a word or a byte that is no text; encoded data has capitals and digits before it. */
function begins(text: string, at: number): boolean {
  return /(?:^|[^A-Za-z0-9+/]|[^A-Z0-9+/]{4})$/.test(text.slice(Math.max(0, at - 4), at));
}

/** Twenty more of base64 than a secret would be data; a word or a number of the next field may follow. */
const LONGEST_RUN = SECRET + 20;

function hasSecretAt(text: string, at: number): boolean {
  let end = at;
  while (end - at < LONGEST_RUN && IS_BASE64[text.charCodeAt(end)] === 1) end++;
  if (end - at < SECRET || end - at === LONGEST_RUN) return false;
  // `AKIA…/secret`: something does stand between.
  if (end - at === SECRET + 1 && /^[+/]/.test(text.slice(at, at + 1))) return false;
  const value = text.slice(at, at + SECRET);
  return /[a-z]/.test(value) && looksRandom(Buffer.from(value, 'latin1'), 0, SECRET);
}
