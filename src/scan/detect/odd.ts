import { looksRandom } from './bigrams.js';
import { harmlessSecret } from './examples.js';
import type { Token } from './tokens.js';

/** A name that only a secret access key has, and the literal that it is given. */
const NAMED =
  /(?:aws[\s_.-]?secret[\s_.-]?|secret[\s_.-]?access[\s_.-]?)key(?:[\s_.-]?value)?["'`\])}]{0,3}\s{0,8}(?::=|=>|[=:,>|]|\s)\s{0,16}["'`]?([A-Za-z0-9+/][A-Za-z0-9+/=]{15,127})(?=["'`\s,;)}\]<&\0]|$)/gi;

const IDENTIFIER =
  /access[\s_.-]?key[\s_.-]?id["'`\])}]{0,3}\s{0,8}(?::=|=>|[=:,>|]|\s)\s{0,16}["'`]?(A[KS]IA[A-Z0-9]{13,36})(?=["'`\s,;)}\]<&]|$)/gi;

/** Values that are called an access key but have another length: cut, padded, or of another service. */
export function findOddCredentials(text: string): Token[] {
  return [...matchesOf(NAMED, text, isOddSecret), ...matchesOf(IDENTIFIER, text, isOddIdentifier)];
}

function matchesOf(form: RegExp, text: string, accepts: (value: string) => boolean): Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(form)) {
    const value = match[1] ?? '';
    const start = match.index + match[0].length - value.length;
    if (accepts(value)) found.push({ rule: 'odd-credential', text: value, start, end: start + value.length });
  }
  return found;
}

function isOddSecret(value: string): boolean {
  if (value.length === 40 || !/[A-Z]/.test(value) || !/[a-z]/.test(value)) return false;
  if (value.length < 20 && !/\d/.test(value)) return false;
  if (isTextInBase64(value)) return false;
  return harmlessSecret(value) === undefined && looksRandom(Buffer.from(value, 'latin1'), 0, value.length);
}

/** A manifest's placeholder, `Y2hhbmdlLW1l…`: what it says is read as text of its own. */
function isTextInBase64(value: string): boolean {
  return value.length % 4 === 0 && /^[\n\r -~]+$/.test(Buffer.from(value, 'base64').toString('latin1'));
}

function isOddIdentifier(value: string): boolean {
  return value.length !== 20 && /\d/.test(value) && harmlessSecret(value) === undefined;
}
