/** What an operator compares; `null` asks whether a key is there at all. */
export type Comparison =
  | 'exact'
  | 'ignoring-case'
  | 'wildcards'
  | 'arn'
  | 'boolean'
  | 'null'
  /** Numbers, dates, addresses and bytes: known, but not compared here. */
  | 'not-compared';

/** A condition operator, taken apart. */
export interface Operator {
  readonly quantifier: 'ForAnyValue' | 'ForAllValues' | undefined;
  readonly comparison: Comparison;
  /** It holds when none of the policy's values fits. */
  readonly negated: boolean;
  /** It holds as well when the key is not in the request. */
  readonly ifExists: boolean;
}

/** By name in lower case: what is compared, and whether it is the negation. */
const OPERATORS: ReadonlyMap<string, readonly [Comparison, negated: boolean]> = new Map([
  ['stringequals', ['exact', false]],
  ['stringnotequals', ['exact', true]],
  ['stringequalsignorecase', ['ignoring-case', false]],
  ['stringnotequalsignorecase', ['ignoring-case', true]],
  ['stringlike', ['wildcards', false]],
  ['stringnotlike', ['wildcards', true]],
  ['arnequals', ['arn', false]],
  ['arnlike', ['arn', false]],
  ['arnnotequals', ['arn', true]],
  ['arnnotlike', ['arn', true]],
  ['bool', ['boolean', false]],
  ['null', ['null', false]],
  ['numericequals', ['not-compared', false]],
  ['numericnotequals', ['not-compared', true]],
  ['numericlessthan', ['not-compared', false]],
  ['numericlessthanequals', ['not-compared', false]],
  ['numericgreaterthan', ['not-compared', false]],
  ['numericgreaterthanequals', ['not-compared', false]],
  ['dateequals', ['not-compared', false]],
  ['datenotequals', ['not-compared', true]],
  ['datelessthan', ['not-compared', false]],
  ['datelessthanequals', ['not-compared', false]],
  ['dategreaterthan', ['not-compared', false]],
  ['dategreaterthanequals', ['not-compared', false]],
  ['ipaddress', ['not-compared', false]],
  ['notipaddress', ['not-compared', true]],
  ['binaryequals', ['not-compared', false]],
]);

/**
 * Takes an operator's name apart: `ForAnyValue:StringLikeIfExists` (IAM User Guide, condition operators; condition set
 * operators).
 *
 * @returns undefined for one that IAM does not have, `NullIfExists` among them
 */
export function readOperator(name: string): Operator | undefined {
  const match = /^(?:(foranyvalue|forallvalues):)?([a-z]+?)(ifexists)?$/.exec(name.toLowerCase());
  const [, set, base = '', suffix] = match ?? [];
  const [comparison, negated] = OPERATORS.get(base) ?? [];
  if (comparison === undefined || negated === undefined) return undefined;
  const ifExists = suffix !== undefined;
  if (comparison === 'null' && ifExists) return undefined;
  const quantifier = set === undefined ? undefined : set === 'foranyvalue' ? 'ForAnyValue' : 'ForAllValues';
  return { quantifier, comparison, negated, ifExists };
}

/** Whether the operator holds for a token that does not have the claim. */
export function holdsWithoutKey({ quantifier, negated, ifExists }: Operator): boolean {
  if (ifExists || quantifier === 'ForAllValues') return true;
  return negated && quantifier === undefined;
}
