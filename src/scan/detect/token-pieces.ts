import { mayBeRandom } from './bigrams.js';
import type { Placed } from './finds.js';
import type { Token } from './tokens.js';

/**
 * The first literal or line of a token, or its last, can look like a whole one, beside the reading in which all of them
 * are put together.
 *
 * @returns the tokens without these
 */
export function withoutPieces(tokens: readonly Placed<Token>[]): Placed<Token>[] {
  const longest = new Map<string, Placed<Token>>();
  for (const token of tokens) {
    for (const side of sidesOf(token)) {
      const known = longest.get(side);
      if (known === undefined || isPieceOf(known, token)) longest.set(side, token);
    }
  }
  return tokens.filter(token =>
    sidesOf(token).every(side => {
      const other = longest.get(side);
      return other === undefined || !isPieceOf(token, other);
    }),
  );
}

function sidesOf({ rule, start, end }: Placed<Token>): readonly string[] {
  return [`${rule} from ${start}`, `${rule} to ${end}`];
}

function isPieceOf({ text, rule }: Token, other: Token): boolean {
  if (other.text.length <= text.length) return false;
  if (other.text.endsWith(text)) return true;
  return other.text.startsWith(text) && isRest(other.text, text.length, rule !== 'session-token');
}

/** Whole base64 has a multiple of four. */
const QUAD = 4;
/** More than a word that stands on the next line by chance. */
const SHORTEST_REST = 12;

function isRest(token: string, start: number, isText: boolean): boolean {
  const rest = token.slice(start);
  const isWhole = token.length % QUAD === 0;
  if (isWhole && (start % QUAD !== 0 || /\d|[a-z][A-Z]|=$/.test(rest))) return true;
  if (rest.length < SHORTEST_REST) return false;
  return isText || mayBeRandom(Buffer.from(rest, 'latin1'), 0, rest.length);
}
