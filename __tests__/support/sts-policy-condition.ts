/** Values of condition keys, the keys in lower case. */
export type ConditionContext = ReadonlyMap<string, readonly string[]>;

type Match = (value: string, wanted: string) => boolean;

const numeric =
  (compare: (value: number, wanted: number) => boolean): Match =>
  (value, wanted) =>
    compare(Number(value), Number(wanted));

const OPERATORS: Readonly<Record<string, Match>> = {
  StringEquals: (value, wanted) => value === unescaped(wanted),
  StringEqualsIgnoreCase: (value, wanted) => value.toLowerCase() === wanted.toLowerCase(),
  StringLike: like,
  ArnEquals: arnLike,
  ArnLike: arnLike,
  Bool: (value, wanted) => value.toLowerCase() === wanted.toLowerCase(),
  NumericEquals: numeric((value, wanted) => value === wanted),
  NumericLessThan: numeric((value, wanted) => value < wanted),
  NumericLessThanEquals: numeric((value, wanted) => value <= wanted),
  NumericGreaterThan: numeric((value, wanted) => value > wanted),
  NumericGreaterThanEquals: numeric((value, wanted) => value >= wanted),
};

/** Each is true when its positive counterpart holds for none of the wanted values. */
const NEGATED: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
  NumericNotEquals: 'NumericEquals',
};

interface Operator {
  readonly quantifier: string | undefined;
  readonly base: string;
  readonly ifExists: boolean;
}

/** Whether IAM knows a condition operator (dates, addresses and binaries left out: no trust policy here needs them). */
export function isOperator(text: string): boolean {
  const { base, quantifier, ifExists } = operator(text);
  if (base === 'Null') return quantifier === undefined && !ifExists;
  return Object.hasOwn(OPERATORS, base) || Object.hasOwn(NEGATED, base);
}

/** Whether one condition (`operator`, `key`, values) holds. */
export function holds(
  text: string,
  key: string,
  wanted: readonly string[],
  context: ConditionContext,
): boolean {
  const { quantifier, base, ifExists } = operator(text);
  const values = context.get(key.toLowerCase()) ?? [];
  if (base === 'Null') return wanted.includes(String(values.length === 0));
  const negated = Object.hasOwn(NEGATED, base);
  if (values.length === 0) {
    if (ifExists || quantifier === 'ForAllValues') return true;
    return negated && quantifier === undefined;
  }
  const match = OPERATORS[NEGATED[base] ?? base] ?? (() => false);
  const fits = (value: string) => wanted.some(one => match(value, one)) !== negated;
  if (quantifier === 'ForAnyValue') return values.some(fits);
  // Without a quantifier a key is meant to have one value; with several, a negation must hold for all of them.
  return quantifier === 'ForAllValues' || negated ? values.every(fits) : values.some(fits);
}

/** `${$}`, `${*}` and `${?}` are how a policy of version 2012-10-17 writes the character itself. */
function unescaped(wanted: string): string {
  return wanted.replace(/\$\{([$*?])\}/g, '$1');
}

/** Each part of an ARN for itself; a text that is none fits nothing. */
function arnLike(value: string, pattern: string): boolean {
  const parts = (text: string) => [...text.split(':').slice(0, 5), text.split(':').slice(5).join(':')];
  if (value.split(':').length < 6 || pattern.split(':').length < 6) return false;
  const wanted = parts(pattern);
  return parts(value).every((part, index) => like(part, wanted[index] ?? ''));
}

/** Wildcards of policies: `*` any text, `?` any one character; case counts. */
export function like(value: string, pattern: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[^]*')
    .replaceAll('?', '[^]');
  return new RegExp(`^${source}$`, 'u').test(value);
}

function operator(text: string): Operator {
  const [, quantifier, base = '', suffix] =
    /^(?:(ForAnyValue|ForAllValues):)?(\w+?)(IfExists)?$/.exec(text) ?? [];
  return { quantifier, base, ifExists: suffix !== undefined };
}
