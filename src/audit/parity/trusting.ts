import type { IamRole } from '../../aws/iam.js';
import { contains } from './pattern.js';

/** How a role gets at another: it assumes it, or passes it on to a service. */
export type Way = 'sts:assumerole' | 'iam:passrole';

/** Whether something is so. `maybe`: it hangs on what only AWS knows when it is asked. */
export type Sure = 'yes' | 'maybe' | 'no';

/** Both have to be so. */
export function worst(one: Sure, other: Sure): Sure {
  if (one === 'no' || other === 'no') return 'no';
  return one === 'maybe' || other === 'maybe' ? 'maybe' : 'yes';
}

/**
 * Whether a role's trust policy lets another of its account assume it, or a service have it. `named`: it names the
 * other role itself.
 */
export function admits({ arn, trust }: IamRole, from: IamRole, way: Way): Sure | 'named' {
  const account = arn.split(':')[4] ?? '';
  const statements = statementsOf(trust);
  if (statements === undefined) return 'maybe';
  const said = statements.map(one => ({
    isAllowed: one['Effect'] === 'Allow',
    meant: saidBy(one, from, account, way),
  }));
  const refusals = said.filter(({ isAllowed, meant }) => !isAllowed && meant !== 'no');
  if (refusals.some(({ meant }) => meant !== 'maybe')) return 'no';
  const allowed = said.filter(({ isAllowed }) => isAllowed).map(({ meant }) => meant);
  const best = (['named', 'yes', 'maybe'] as const).find(one => allowed.includes(one)) ?? 'no';
  return refusals.length > 0 && best !== 'no' ? 'maybe' : best;
}

/** Whom a statement speaks of, whatever its effect. */
function saidBy(
  { Action, NotAction, Principal, NotPrincipal, Condition }: Readonly<Record<string, unknown>>,
  from: IamRole,
  account: string,
  way: Way,
): Sure | 'named' {
  const speaks =
    NotAction !== undefined || textsOf(Action).some(one => contains(one.toLowerCase(), 'sts:assumerole'));
  if (!speaks) return 'no';
  const meant = NotPrincipal === undefined ? meantBy(Principal, from, account, way) : 'maybe';
  return meant !== 'no' && (Condition !== undefined || NotAction !== undefined) ? 'maybe' : meant;
}

function meantBy(principal: unknown, from: IamRole, account: string, way: Way): Sure | 'named' {
  if (way === 'iam:passrole') return membersOf(principal, 'Service').length > 0 ? 'yes' : 'no';
  const names = principal === '*' ? ['*'] : membersOf(principal, 'AWS');
  if (names.includes(from.arn)) return 'named';
  const whole = ['*', account];
  return names.some(name => whole.includes(name) || name.endsWith(`::${account}:root`)) ? 'yes' : 'no';
}

function membersOf(principal: unknown, kind: string): readonly string[] {
  return isRecord(principal) ? textsOf(principal[kind]) : [];
}

/** Whether conditions admit a role: its tags can be looked at, all else only AWS knows. */
export function conditionsMeet(condition: string, { tags }: IamRole): Sure {
  if (condition === '') return 'yes';
  const operators = parsed(condition);
  if (!isRecord(operators)) return 'maybe';
  let sure: Sure = 'yes';
  for (const [operator, keys] of Object.entries(operators)) {
    if (!isRecord(keys)) return 'maybe';
    for (const [key, values] of Object.entries(keys)) {
      const tag = /^(?:iam|aws):ResourceTag\/(.+)$/i.exec(key)?.[1];
      // Whatever the service, it is passed on.
      if (tag === undefined && key.toLowerCase() === 'iam:passedtoservice') continue;
      sure = worst(sure, tag === undefined ? 'maybe' : tagMeets(operator, tags[tag], textsOf(values)));
    }
  }
  return sure;
}

function tagMeets(operator: string, tag: string | undefined, wanted: readonly string[]): Sure {
  if (wanted.some(one => one.includes('${'))) return 'maybe';
  const isThere = tag !== undefined;
  switch (operator) {
    case 'StringEquals':
      return isThere && wanted.includes(tag) ? 'yes' : 'no';
    case 'StringLike':
      return isThere && wanted.some(one => contains(one, tag)) ? 'yes' : 'no';
    case 'StringNotEquals':
      return isThere && wanted.includes(tag) ? 'no' : 'yes';
    case 'StringNotLike':
      return isThere && wanted.some(one => contains(one, tag)) ? 'no' : 'yes';
    default:
      return 'maybe';
  }
}

function statementsOf(trust: string): readonly Readonly<Record<string, unknown>>[] | undefined {
  const policy = parsed(trust);
  if (!isRecord(policy)) return undefined;
  const list: readonly unknown[] = Array.isArray(policy['Statement'])
    ? policy['Statement']
    : [policy['Statement']];
  return list.every(isRecord) ? list : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter(one => typeof one === 'string');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
