/** Text with its escapes resolved, in Latin-1, and for each character where it came from. */
export interface Resolved {
  readonly text: string;
  /** Start in the original of each resolved character. */
  readonly starts: Int32Array;
  /** One past the end in the original of each resolved character. */
  readonly ends: Int32Array;
  /** What most of the escapes were. */
  readonly layer: 'percent' | 'html' | 'escape';
}

const ESCAPES =
  /\\{1,8}(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|([0-3]?[0-7]{2})|([abefnrtv0"'`\\/+=:,;<>&\- ]))|%(?:25){0,4}([0-9a-fA-F]{2})|%u([0-9a-fA-F]{4})|&#0{0,6}(\d{2,3});?|&#[xX]0{0,6}([0-9a-fA-F]{2});?|&(amp|quot|apos|lt|gt|sol|plus|equals|colon|nbsp|Tab|NewLine|lowbar|num|comma|semi|period|bsol);|\u001b\[[0-9;]{0,32}[A-Za-z]|(?<=%(?:0[ADad]|2[0237Cc]|3[A-Ea-e]|5[BDbd]|7[BDbd])\+{0,40})\+|\+(?=%3[Dd]\+)|=(3D)/g;

const NAMED_CHARACTERS: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  sol: '/',
  plus: '+',
  equals: '=',
  colon: ':',
  nbsp: ' ',
  Tab: '\t',
  NewLine: '\n',
  lowbar: '_',
  num: '#',
  comma: ',',
  semi: ';',
  period: '.',
  bsol: '\\',
};

const CONTROL_LETTERS: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '0': '\0',
};

/**
 * Resolves the escapes of JSON, source code, URLs, HTML, mail and terminals, once: what was escaped twice needs a second
 * call. Up to eight backslashes before a letter count as one. A plus sign beside punctuation in per cent is a space.
 *
 * @param text Latin-1
 * @returns undefined when there is none
 */
export function resolveEscapes(text: string): Resolved | undefined {
  const parts: string[] = [];
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  const counts = { percent: 0, html: 0, escape: 0 };
  let length = 0;
  let copied = 0;
  const copyTo = (stop: number): void => {
    parts.push(text.slice(copied, stop));
    for (let at = copied; at < stop; at++) {
      starts[length] = at;
      ends[length] = at + 1;
      length++;
    }
  };
  for (const match of text.matchAll(ESCAPES)) {
    copyTo(match.index);
    copied = match.index + match[0].length;
    parts.push(characterOf(match));
    starts[length] = match.index;
    ends[length] = copied;
    length++;
    counts[layerOf(match[0])]++;
  }
  if (copied === 0) return undefined;
  copyTo(text.length);
  return { text: parts.join(''), starts, ends, layer: mostFrequent(counts) };
}

function characterOf(match: RegExpMatchArray): string {
  const [, braced, u4, u8, x2, octal, letter, percent, percentU, decimal, hexEntity, named, quoted] = match;
  const hex = braced ?? u4 ?? u8 ?? x2 ?? percent ?? percentU ?? hexEntity ?? quoted;
  if (hex !== undefined) return latin1(Number.parseInt(hex, 16));
  if (octal !== undefined) return latin1(Number.parseInt(octal, 8));
  if (decimal !== undefined) return latin1(Number.parseInt(decimal, 10));
  if (letter !== undefined) return CONTROL_LETTERS[letter] ?? letter;
  return named === undefined ? ' ' : (NAMED_CHARACTERS[named] ?? ' ');
}

/** What is not Latin-1 cannot be part of a value: any character that ends one will do. */
function latin1(code: number): string {
  return code <= 0xff ? String.fromCharCode(code) : '\u00bf';
}

function layerOf(written: string): 'percent' | 'html' | 'escape' {
  if (written.startsWith('%') || written === '+') return 'percent';
  return written.startsWith('&') ? 'html' : 'escape';
}

function mostFrequent(counts: Readonly<Record<'percent' | 'html' | 'escape', number>>): Resolved['layer'] {
  if (counts.percent >= counts.html && counts.percent >= counts.escape) return 'percent';
  return counts.html >= counts.escape ? 'html' : 'escape';
}
