/**
 * Conditions of IAM's as its user guide words them, as plainly as can be: no tables, no sharing, nothing fast. It
 * exists to disagree with the product, so nothing of the product may stand here.
 */

/** Whether a text fits a pattern with `*` and `?`, by trying everything. */
export function naiveLike(text: string, pattern: string): boolean {
  return likeFrom([...text], [...pattern]);
}

function likeFrom(text: readonly string[], pattern: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return text.length === 0;
  if (first === '*') return likeFrom(text, rest) || (text.length > 0 && likeFrom(text.slice(1), pattern));
  if (text.length === 0) return false;
  return (first === '?' || first === text[0]) && likeFrom(text.slice(1), rest);
}

function fitsOne(kind: string, value: string, wanted: string): boolean {
  if (kind === 'Equals') return value === wanted;
  if (kind === 'EqualsIgnoreCase') return value.toLowerCase() === wanted.toLowerCase();
  return naiveLike(value, wanted);
}

/** The parts that an operator's name is put together from. */
export interface NaiveOperator {
  readonly set: '' | 'ForAnyValue:' | 'ForAllValues:';
  readonly not: boolean;
  readonly kind: 'Equals' | 'EqualsIgnoreCase' | 'Like';
  readonly ifExists: boolean;
}

export function naiveName({ set, not, kind, ifExists }: NaiveOperator): string {
  return `${set}String${not ? 'Not' : ''}${kind}${ifExists ? 'IfExists' : ''}`;
}

/** @param values what the token has; none: it does not have the key */
export function naiveHolds(
  operator: NaiveOperator,
  wanted: readonly string[],
  values: readonly string[],
): boolean {
  // "If the key is not present, evaluate the condition element as true."
  if (values.length === 0 && operator.ifExists) return true;
  if (operator.set === 'ForAnyValue:') return anyFits(operator, wanted, values);
  // "It also returns true if there are no context keys, or if the value resolves to an empty string."
  if (operator.set === 'ForAllValues:')
    return values.every(value => value === '') || allFit(operator, wanted, values);
  // "If the key is not present, a negated operator is true, and every other one false."
  if (values.length === 0) return operator.not;
  return operator.not ? allFit(operator, wanted, values) : anyFits(operator, wanted, values);
}

function anyFits(operator: NaiveOperator, wanted: readonly string[], values: readonly string[]): boolean {
  for (const value of values) if (single(operator, wanted, value)) return true;
  return false;
}

function allFit(operator: NaiveOperator, wanted: readonly string[], values: readonly string[]): boolean {
  for (const value of values) if (!single(operator, wanted, value)) return false;
  return true;
}

/** The values of a policy are alternatives; for a negated operator none of them may fit. */
function single({ kind, not }: NaiveOperator, wanted: readonly string[], value: string): boolean {
  let found = false;
  for (const text of wanted) if (fitsOne(kind, value, text)) found = true;
  return not ? !found : found;
}
