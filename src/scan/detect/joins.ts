import { HEAD_OF_BEDROCK_KEY, HEAD_OF_SESSION_TOKEN } from './token-heads.js';

/** Text with pieces put together, in Latin-1, and for each character where it came from. */
export interface Joined {
  readonly text: string;
  /** Start in the original of each character. */
  readonly starts: Int32Array;
}

const QUOTE = '["\'`]';
/** Right behind a quote it is the next literal's first characters. */
const COMMENT = '(?:(?<!["\'`])(?:(?://|#|--)[^\\n]{0,120}\\n\\s{0,40}|/\\*[^*]{0,120}\\*/\\s{0,40}))?';
const OPERATOR =
  '(?:\\+\\+?|\\.\\.?|[*^]|&(?:\\s?_)?|\\|\\||~|<>|<<|\\\\|\\)?\\.(?:concat|append|Append)\\()?';
const PREFIX = `(?:(?<=[\\s+.&~|>\\\\(])[bBfFrRuUL@$]{1,2}(?=${QUOTE}))?`;

/** Two literals side by side, or with an operator that concatenates between them, in most languages. */
const LITERALS = `${QUOTE}\\)?\\s{0,40}${COMMENT}${OPERATOR}(?:\\s?[\`\\\\]\\r?\\n)?\\s{0,40}${COMMENT}\\(?${PREFIX}${QUOTE}`;
/** `key += "…"`, `$key .= '…'`, `key = key + "…"`, on the line after. */
const APPENDED = `${QUOTE}\\)?;?\\s{1,40}([\\w$.]{1,40})(?:\\s?[+.]=\\s?|\\s?=\\s?\\1\\s?[+.]\\s?|\\.(?:append|Append|WriteString|push_str|write)\\()${QUOTE}`;
/** The same from one line of a notebook's cell to the next, which are texts in a list of their own. */
const CELL = `${QUOTE}[ \\t]?[+.\\\\]?\\r?\\n",\\s{0,40}"[ \\t]{0,40}[+.]?[ \\t]?${QUOTE}`;
const INTERPOLATED = `${QUOTE}\\s?\\}\\$?\\{\\s?${QUOTE}`;
const CONTINUED = '[\\\\`^]\\r?\\n[ \\t]{0,80}';
/** A page of PDF moves letters closer to each other: `[(AKIA…) -20 (…)] TJ`. */
const KERNED = `(?<=[A-Za-z0-9+/])\\)\\s?-?\\d{1,4}(?:\\.\\d{1,4})?\\s?\\((?=[A-Za-z0-9+/])`;
/** A word processor cuts text wherever its spelling was checked, or part of it was edited. */
const RUN_OF_TEXT =
  '</w:t></w:r>(?:<w:(?:proofErr|bookmark\\w{3,5}) [^<>]{0,80}/>)*<w:r(?: [^<>]{0,160})?>(?:<w:rPr>(?:<(?!/w:rPr>)[^<>]{0,160}>){0,24}</w:rPr>)?<w:t(?: [^<>]{0,40})?>';
const INSIDE = '[A-Za-z0-9+/]';
/** The shell's `AKIA"…"` and `AKIA''…`, and the soft line break of quoted-printable. Behind continued lines it is padding. */
const ADJACENT = `(?<=${INSIDE})(?<!(?:^|[^A-Za-z0-9+/])[bBfFrRuUL]{1,2})(?:["']{1,2}|(?<!\\\\\\r?\\n[^\\n]{0,200})=\\r?\\n)(?=${INSIDE})`;

/** Where a browser may break a long word: an element, an entity, or the UTF-8 bytes of characters that nobody sees. */
const INVISIBLE = `(?<=${INSIDE})(?:<wbr ?/?>|&shy;|\\xe2\\x80\\x8b|\\xc2\\xad)(?=${INSIDE})`;

const GLUE = new RegExp(
  [CONTINUED, CELL, KERNED, LITERALS, APPENDED, INTERPOLATED, ADJACENT, RUN_OF_TEXT, INVISIBLE].join('|'),
  'g',
);

/** Behind a format the list begins; `"…".concat("…", "…")` begins before its call. */
const LIST = new RegExp(`(?<!%[a-z]|\\})${QUOTE}\\s{0,40}(?:,|\\)?\\.concat\\()\\s{0,40}${QUOTE}`, 'g');
const JOINS_LIST = /join|concat|implode|paste0|reduce|printf|Sprint|%s%s|\{\}\{\}|\{0\}\{1\}/i;

const CHARACTERS = `(?:"[^"\\n]{0,24}"|'[^'\\n]{0,24}')`;
/**
 * What stands before the quote of the first piece of a value: `"".join([`, `concat!(`, `String.format("%s%s", `,
 * `!Join ["", [`, or `${` in a template. For any case of letters.
 */
export const JOINING_CALL =
  `(?:(?:${CHARACTERS}\\.|[{!$]?\\s?(?:["']?Fn::|\\w{1,16}\\.)?)(?:join|concat|implode|s?printf|format|paste0)` +
  `!?["']?[\\s:]{0,2}[([]\\s{0,8}(?:${CHARACTERS}\\s{0,2},\\s{0,8})?(?:\\[\\]string)?[[({]?\\s{0,8}|["\`]?[$#]\\{\\s?)`;

/** What a token or an identifier begins with, and what a document in a shell ends with: nothing before it belongs to it. */
const BEGINS = `E(?:O[A-Z]|ND)[\\r\\n]|${HEAD_OF_BEDROCK_KEY}|A[KS]IA[A-Z2-7]{4}|${HEAD_OF_SESSION_TOKEN}`;

/** What a quoted, commented or changed line begins with. */
const MARKER = '[#*|>+-]|//';
/** A line that holds nothing but the rest of a value. */
const REST = `${INSIDE}{1,200}={0,2}["'\`]?[,;)]{0,2}[ \\t]{0,8}(?:[\\r\\n]|</|$)`;

const LINE_END = new RegExp(
  `(?<=${INSIDE})[ \\t]{0,2}\\r?\\n[ \\t]{0,80}(?:(${MARKER}) {0,8})?(?!${BEGINS})(?=${REST})`,
  'g',
);

/** All that can stand between two pieces, each to be tried at one place. */
export const STICKY_GLUES: readonly RegExp[] = [GLUE, LIST, LINE_END].map(
  ({ source }) => new RegExp(source, 'y'),
);

/** Puts concatenated literals and continued lines together. @returns undefined when there is none */
export function joinLiterals(text: string): Joined | undefined {
  return without(GLUE, text);
}

/** Puts the literals of lists together, where the text joins a list. */
export function joinLists(text: string): Joined | undefined {
  return JOINS_LIST.test(text) ? without(LIST, text) : undefined;
}

/** Lines that are wider than a secret are wrapped data, which ends with the first that is shorter. */
const WRAPPED = 41;
const WORD_BEFORE = new RegExp(`${INSIDE}{0,200}$`);

/** Puts a line that is one word only behind the line before: values that were folded or wrapped. */
export function joinLines(text: string): Joined | undefined {
  // Where the last line began whose first character looked like a marker and was none.
  let unmarked = -1;
  let [width, begin] = [0, -1];
  return without(LINE_END, text, match => {
    const { 0: gap, 1: marker, index } = match;
    const word = WORD_BEFORE.exec(text.slice(Math.max(0, index - 200), index))?.[0].length ?? 0;
    const isLast = index - word === begin && width >= WRAPPED && word < width;
    [width, begin] = [word, index + gap.length];
    if (isLast) return 0;
    if (marker === undefined) return gap.length;
    const line = text.lastIndexOf('\n', index - 1) + 1;
    if (line !== unmarked && isMarked(text, line, marker)) return gap.length;
    if (!gap.endsWith(marker) || !/[+/]/.test(marker)) return 0;
    unmarked = text.lastIndexOf('\n', index + gap.length) + 1;
    return gap.length - marker.length;
  });
}

/** A marker before the second line stands before the first, too; else it is a character of the value, if it can be. */
function isMarked(text: string, line: number, marker: string): boolean {
  return text
    .slice(line, line + 80)
    .trimStart()
    .startsWith(marker);
}

/** Leaves out what stands between the pieces. @returns undefined when there is nothing between any */
export function without(
  glue: RegExp,
  text: string,
  gapOf: (match: RegExpExecArray, text: string) => number = match => match[0].length,
): Joined | undefined {
  const parts: string[] = [];
  const starts = new Int32Array(text.length);
  let length = 0;
  let from = 0;
  const keepTo = (stop: number): void => {
    parts.push(text.slice(from, stop));
    for (let at = from; at < stop; at++) starts[length++] = at;
  };
  for (const match of text.matchAll(glue)) {
    const gap = gapOf(match, text);
    if (gap === 0) continue;
    keepTo(match.index);
    from = match.index + gap;
  }
  if (from === 0) return undefined;
  keepTo(text.length);
  return { text: parts.join(''), starts };
}
