/** Any text, the empty one too; and any one character. */
const ANY = Symbol('*');
const ONE = Symbol('?');

/** A value of a policy's condition, read: characters, and where wildcards count, what stands for any. */
export type Pattern = readonly (string | typeof ANY | typeof ONE)[];

/** How a value is read: whether `*` and `?` are wildcards, and whether `${…}` names something of the request. */
export interface Reading {
  readonly wildcards: boolean;
  readonly variables: boolean;
}

/** `${*}`, `${?}` and `${$}` stand for the character itself; every other name for a value of the request. */
const VARIABLE = /^\$\{([^}]*)\}$/;
const UNIT = /\$\{[^}]*\}|./gsu;
const CHARACTER = /./gsu;
const ESCAPED = new Set(['*', '?', '$']);
const WILDCARDS: ReadonlyMap<string, typeof ANY | typeof ONE> = new Map<string, typeof ANY | typeof ONE>([
  ['*', ANY],
  ['?', ONE],
]);

/**
 * Reads a value as IAM does (IAM User Guide, condition operators; policy variables and tags).
 *
 * @returns undefined when it holds a policy variable, whose value depends on the request
 */
export function readPattern(text: string, { wildcards, variables }: Reading): Pattern | undefined {
  const pattern: (string | typeof ANY | typeof ONE)[] = [];
  for (const [unit] of text.matchAll(variables ? UNIT : CHARACTER)) {
    const [, variable] = VARIABLE.exec(unit) ?? [];
    if (variables && variable !== undefined) {
      if (!ESCAPED.has(variable)) return undefined;
      pattern.push(variable);
    } else {
      pattern.push((wildcards && WILDCARDS.get(unit)) || unit);
    }
  }
  return pattern;
}

/**
 * Whether a value fits a pattern as a whole. Upper and lower case count, `*` crosses `:` and `/`. Takes at most the
 * product of both lengths, whatever they are made of.
 */
export function fits(value: string, pattern: Pattern): boolean {
  const characters = [...value];
  let at = 0;
  let read = 0;
  /** Where to go on after the last `*` when what follows it does not fit: it takes one character more. */
  let back: { readonly read: number; at: number } | undefined;
  while (at < characters.length) {
    const unit = pattern[read];
    if (unit === ANY) {
      read += 1;
      back = { read, at };
    } else if (unit !== undefined && (unit === ONE || unit === characters[at])) {
      read += 1;
      at += 1;
    } else if (back !== undefined) {
      back.at += 1;
      ({ at, read } = back);
    } else {
      return false;
    }
  }
  while (pattern[read] === ANY) read += 1;
  return read === pattern.length;
}

/** Whether a text has a wildcard that counts as one under an operator that knows them. */
export function hasWildcard(text: string): boolean {
  return /[*?]/.test(text.replace(/\$\{[*?$]\}/g, ''));
}

/** Whether a value fits a text in which `*` and `?` are wildcards, and nothing names a value of the request. */
export function isLike(value: string, text: string): boolean {
  const pattern = readPattern(text, { wildcards: true, variables: false });
  return pattern !== undefined && fits(value, pattern);
}
