import { mayBeRandom } from './bigrams.js';
import { JOINING_CALL, STICKY_GLUES } from './joins.js';

const GIVEN = '["\'`\\])}]{0,3}[\\s+]{0,8}(?::=|=>|[=%]3[Dd]|[=:,>|(]|\\s)[\\s+]{0,16}';
const ASSIGNMENT = `${GIVEN}(?:[>|][+-]?\\s{1,20})?[([]?\\s{0,16}(?:\\\\{0,4}["'\`])?`;
const LITERAL = '[A-Za-z0-9+/][A-Za-z0-9+/=_-]{7}';
/** A first piece of a literal, which goes on behind a quote or on the next line. */
const PIECE = '[A-Za-z0-9+/]{1,7}(?:["\'`]|\\\\?\\r?\\n)';

const NAME = '\\w{1,40}';
/** Two variables that are put together. */
const VARIABLES = `[$@]?${NAME}\\s?(?:\\+|\\s\\.|&|\\.\\.)\\s[$@"'\`]?\\w`;
const INTERPOLATED = `(?:[$#]?\\{(?:\\$|\\w{1,20}\\.)?${NAME}\\}|\\$${NAME}|[$\\\\]\\(\\$?${NAME}\\)|%${NAME}%|\\{\\d?\\}|%[sv@])`;
/** A literal and variables within it, or beside it. */
const MIXED = `[A-Za-z0-9+/]{0,39}(?:${INTERPOLATED}[A-Za-z0-9+/]|(?<=[A-Za-z0-9+/])${INTERPOLATED}|${INTERPOLATED}{2})`;
const EXTENDED = `[A-Za-z0-9+/]{1,39}["'\`]\\s{0,8}(?:\\+|\\.|&|\\.\\.|<>|\\|\\|)\\s{0,8}[$@]?[A-Za-z_]`;
const CALL = '(?:[\\w.]{1,24}!?\\(\\s{0,8})?[bBfFrRuULs@$]{0,2}(?:\\\\{0,4}["\'`])?';
const COMPUTED = new RegExp(
  `^(?:${ASSIGNMENT}(?:${VARIABLES})|${ASSIGNMENT}${EXTENDED}|${GIVEN}${CALL}${MIXED})`,
);

const ASSIGNED = new RegExp(`^(${ASSIGNMENT})(?:${LITERAL}|${PIECE})`);
/** A value that a call puts together. */
const CALLED = new RegExp(`^(${GIVEN}${JOINING_CALL}["'\`])(?:${LITERAL}|${PIECE})`, 'i');

/** What databases store side by side: a name and its value. */
const BESIDE = /^(?=[^a-z]{0,39}[a-z])(?=[^A-Z]{0,39}[A-Z])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])/;

/** How far a value can begin behind its name, with enough of it. */
const LOOK = 96;

/** How far behind a name its value and all its pieces are looked for. */
const FARTHEST = 4096;

/** Nothing shorter is a secret, not even one of odd length. */
const SHORTEST = 16;
const LONGEST = 160;
const SECRET = 40;

/**
 * Whether a name that ends there is given a value on the spot that can be a secret: whole, in several literals or
 * lines, or with an escape in it. Most of what is called a secret key is a word, or the name of a variable.
 */
export function assignsSecret(bytes: Buffer, nameEnd: number): boolean {
  const behind = bytes.toString('latin1', nameEnd, nameEnd + LOOK);
  if (COMPUTED.test(behind)) return true;
  if (BESIDE.test(behind) && mayBeRandom(Buffer.from(behind, 'latin1'), 0, SECRET)) return true;
  const assigned = (ASSIGNED.exec(behind) ?? CALLED.exec(behind))?.[1];
  if (assigned === undefined) return false;
  const start = nameEnd + assigned.length;
  const text = bytes.toString('latin1', start, start + FARTHEST);
  return STICKY_GLUES.some(glue => leadsToSecret(text, glue));
}

/** No longer than what ends the search: names may follow each other as if each were the value of the one before. */
const STRETCH = new RegExp(`(?:[A-Za-z0-9+/]|=(?!\\r?\\n)){0,${LONGEST}}`, 'y');
const ESCAPE = /\\(?!\r?\n)|%[0-9A-Fa-fu]|&[#A-Za-z]|\u001b/y;

/** Puts together the pieces that the text begins with, and judges what comes out. */
function leadsToSecret(text: string, glue: RegExp): boolean {
  let value = '';
  for (let at = 0; ; at = glue.lastIndex) {
    STRETCH.lastIndex = at;
    value += STRETCH.exec(text)?.[0] ?? '';
    glue.lastIndex = STRETCH.lastIndex;
    if (value.length >= LONGEST) break;
    ESCAPE.lastIndex = STRETCH.lastIndex;
    if (glue.test(text)) continue;
    if (ESCAPE.test(text)) return true;
    break;
  }
  return value.length >= SHORTEST && /[a-z]/.test(value) && /[A-Z]/.test(value) && isRandomInPart(value);
}

function isRandomInPart(value: string): boolean {
  const bytes = Buffer.from(value, 'latin1');
  const { length } = bytes;
  return (
    mayBeRandom(bytes, 0, length) ||
    mayBeRandom(bytes, 0, Math.min(SECRET, length)) ||
    mayBeRandom(bytes, Math.max(0, length - SECRET), length)
  );
}
