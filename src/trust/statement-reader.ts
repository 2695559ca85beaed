import { objectOf } from './json.js';
import { readOperator } from './operator.js';
import type { Condition, Principals, Statement } from './policy.js';

/** Something that IAM refuses when a trust policy is created or changed, in a few words. */
export interface Fault {
  /** Undefined: it concerns the policy as a whole. */
  readonly statement?: number;
  readonly why: string;
}

const ELEMENTS = new Set(['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Condition']);
const PRINCIPAL_KINDS = new Set(['AWS', 'Federated', 'Service', 'CanonicalUser']);

/** Reads one statement; what cannot be read of it is named in the faults. */
export function statementOf(
  value: unknown,
  index: number,
): { readonly statement: Statement; readonly faults: readonly Fault[] } {
  const found: string[] = [];
  const given = objectOf(value);
  if (given === undefined) found.push('it is not an object');
  const { Sid, Effect, Action, NotAction, Condition: conditions, ...others } = given ?? {};
  for (const name of Object.keys(others).filter(element => !ELEMENTS.has(element)))
    found.push(
      /^(?:Not)?Resource$/.test(name)
        ? `a trust policy has no ${name}: the role itself is the resource`
        : `there is no element ${name} in a statement`,
    );
  if (Effect !== 'Allow' && Effect !== 'Deny') found.push('Effect is neither Allow nor Deny');
  if (Sid !== undefined && !(typeof Sid === 'string' && /^[A-Za-z0-9]*$/.test(Sid)))
    found.push('a Sid has letters and digits only');
  const statement: Statement = {
    index,
    sid: typeof Sid === 'string' ? Sid : undefined,
    effect: Effect === 'Allow' || Effect === 'Deny' ? Effect : undefined,
    principals: principalsOf(others['Principal'], others['NotPrincipal'], found),
    actions: actionsOf(Action, NotAction, found),
    conditions: conditionsOf(conditions, found),
  };
  if (Effect === 'Allow' && statement.principals?.negated) found.push('NotPrincipal does not go with Allow');
  return { statement, faults: found.map(why => ({ statement: index, why })) };
}

function principalsOf(given: unknown, not: unknown, found: string[]): Principals | undefined {
  if ((given === undefined) === (not === undefined)) {
    found.push(given === undefined ? 'it has no Principal' : 'it has both Principal and NotPrincipal');
    if (given === undefined) return undefined;
  }
  const negated = given === undefined;
  const value = negated ? not : given;
  if (value === '*') return { negated, everyone: true, named: [] };
  const map = objectOf(value);
  if (map === undefined) {
    found.push('Principal is neither "*" nor an object');
    return undefined;
  }
  const named = Object.entries(map).flatMap(([kind, names]) => {
    if (!PRINCIPAL_KINDS.has(kind)) found.push(`there is no kind of principal ${kind}`);
    return textsOf(names, `Principal.${kind}`, found).map(name => ({ kind, name }));
  });
  for (const { kind, name } of named)
    if (kind === 'Federated' && !FEDERATED.test(name))
      found.push('a federated principal is the ARN of a provider, or the domain of one that AWS knows');
  return { negated, everyone: named.some(({ kind, name }) => kind === 'AWS' && name === '*'), named };
}

/** IAM: "Federated principals must be valid domain names or SAML metadata ARNs". */
const FEDERATED = /^(?:arn:aws[a-z-]*:iam::\d{12}:(?:oidc|saml)-provider\/\S+|(?:[a-z0-9-]+\.)+[a-z]{2,})$/i;

function actionsOf(action: unknown, not: unknown, found: string[]): Statement['actions'] {
  if ((action === undefined) === (not === undefined))
    found.push(action === undefined ? 'it has no Action' : 'it has both Action and NotAction');
  const negated = action === undefined && not !== undefined;
  const patterns = textsOf(negated ? not : (action ?? []), negated ? 'NotAction' : 'Action', found);
  if (!negated && patterns.some(pattern => !/^(?:sts:|\*$)/i.test(pattern)))
    found.push('a trust policy has actions of sts only');
  return { negated, patterns };
}

function textsOf(value: unknown, name: string, found: string[]): string[] {
  const list = [value].flat();
  if (list.some(item => typeof item !== 'string'))
    found.push(`${name} is neither a text nor a list of texts`);
  return list.filter(item => typeof item === 'string');
}

function conditionsOf(value: unknown, found: string[]): Condition[] {
  if (value === undefined) return [];
  const operators = objectOf(value);
  if (operators === undefined) {
    found.push('Condition is not an object');
    return [{ operator: 'Condition', key: '', values: [], unreadable: true }];
  }
  return Object.entries(operators).flatMap(([operator, keys]) => {
    if (readOperator(operator) === undefined) found.push(`there is no condition operator ${operator}`);
    const map = objectOf(keys);
    if (map !== undefined)
      return Object.entries(map).map(([key, values]) => conditionOf(operator, key, values, found));
    found.push(`${operator} does not name a key`);
    return [{ operator, key: '', values: [], unreadable: true }];
  });
}

function conditionOf(operator: string, key: string, given: unknown, found: string[]): Condition {
  const list = [given].flat();
  const values = list.filter(item => ['string', 'number', 'boolean'].includes(typeof item)).map(String);
  const unreadable = values.length < list.length;
  if (unreadable) found.push(`${key} under ${operator} has a value that is no text`);
  if (!key.includes(':')) found.push(`${key === '' ? 'an empty text' : key} is no condition key`);
  return { operator, key, values, unreadable };
}
