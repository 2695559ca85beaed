/**
 * Patterns of IAM policies: `*` stands for any characters, also none, `?` for one. Compared are the sets of names that
 * patterns stand for, so that nothing has to be known of the names themselves.
 */

/** Whether every name that `inner` stands for is one that `outer` stands for. */
export function contains(outer: string, inner: string): boolean {
  return overRests(outer, inner, (i, j, rest) => {
    const wanted = outer[i];
    const there = inner[j];
    if (wanted === '*') return rest(i + 1, j) || (there !== undefined && rest(i, j + 1));
    if (wanted === undefined || there === undefined) return wanted === there;
    return (wanted === there || (wanted === '?' && there !== '*')) && rest(i + 1, j + 1);
  });
}

/** Whether a name exists that both patterns stand for. */
export function overlaps(one: string, other: string): boolean {
  return overRests(one, other, (i, j, rest) => {
    const a = one[i];
    const b = other[j];
    if (a === '*') return rest(i + 1, j) || (b !== undefined && rest(i, j + 1));
    if (b === '*') return rest(i, j + 1) || (a !== undefined && rest(i + 1, j));
    if (a === undefined || b === undefined) return a === b;
    return (a === b || a === '?' || b === '?') && rest(i + 1, j + 1);
  });
}

/**
 * Decides of two texts by what is left of each, from the ends on: every two rests are looked at once, so that no
 * pattern makes it slow.
 */
function overRests(
  first: string,
  second: string,
  decide: (i: number, j: number, rest: (i: number, j: number) => boolean) => boolean,
): boolean {
  const width = second.length + 2;
  const decided = new Uint8Array((first.length + 2) * width);
  const rest = (i: number, j: number) => decided[i * width + j] === 1;
  for (let i = first.length; i >= 0; i--) {
    for (let j = second.length; j >= 0; j--) decided[i * width + j] = decide(i, j, rest) ? 1 : 0;
  }
  return rest(0, 0);
}

/** A pattern, less what other patterns take out of it (`NotAction`, `NotResource`). */
export interface NameSet {
  readonly base: string;
  readonly except: readonly string[];
}

/** `inside`: all of a set is in another; `outside`: nothing; a list: these parts are not; `unclear`: not decided. */
export type Inclusion = 'inside' | 'outside' | 'unclear' | readonly string[];

/** How much of `inner` is in `outer`. */
export function inclusion(outer: NameSet, inner: NameSet): Inclusion {
  if (!overlaps(outer.base, inner.base)) return 'outside';
  if (!contains(outer.base, inner.base)) return 'unclear';
  const missing = outer.except.filter(
    part => overlaps(part, inner.base) && !inner.except.some(gone => contains(gone, part)),
  );
  if (missing.some(part => contains(part, inner.base))) return 'outside';
  return missing.length === 0 ? 'inside' : missing;
}

/** Whether two sets have a name in common; true where that is not clear. */
export function mayMeet(one: NameSet, other: NameSet): boolean {
  if (!overlaps(one.base, other.base)) return false;
  const gone = (set: NameSet, from: NameSet) => from.except.some(part => contains(part, set.base));
  return !gone(one, other) && !gone(other, one);
}

/** The names that two sets have in common, where one pattern is within the other; undefined: not so simple. */
export function intersection(one: NameSet, other: NameSet): NameSet | undefined {
  const base = contains(one.base, other.base)
    ? other.base
    : contains(other.base, one.base)
      ? one.base
      : undefined;
  if (base === undefined) return undefined;
  const except = [...new Set([...one.except, ...other.except])].filter(part => overlaps(part, base));
  return { base, except };
}

/** As a person would write it. */
export function shownSet({ base, except }: NameSet): string {
  return except.length === 0 ? base : `${base} but for ${except.join(', ')}`;
}
