import { type ConditionContext, holds, like } from './sts-policy-condition.js';
import {
  type Conditions,
  listOf,
  type SessionStatement,
  type TrustStatement,
} from './sts-policy-document.js';

/** Who asks: the ARN of an identity provider, or everything that names an AWS principal in a policy. */
export type Asker =
  | { readonly kind: 'federated'; readonly provider: string }
  | { readonly kind: 'aws'; readonly names: readonly string[] };

/** Whether a trust policy lets the asker perform the action: some statement allows it and none denies it. */
export function isTrusted(
  statements: readonly TrustStatement[],
  action: string,
  asker: Asker,
  context: ConditionContext,
): boolean {
  const applying = statements.filter(
    statement =>
      namesAction(listOf(statement.Action), action) &&
      namesAsker(statement.Principal, asker) &&
      allHold(statement.Condition, context),
  );
  return decided(applying);
}

/** Whether an inline session policy leaves the action on the resource allowed. */
export function isWithin(statements: readonly SessionStatement[], action: string, resource: string): boolean {
  const none: ConditionContext = new Map();
  const applying = statements.filter(({ Action, NotAction, Resource, NotResource, Condition }) => {
    const action_ =
      Action === undefined ? !namesAction(listOf(NotAction), action) : namesAction(listOf(Action), action);
    const resource_ =
      Resource === undefined
        ? !listOf(NotResource).some(pattern => like(resource, pattern))
        : listOf(Resource).some(pattern => like(resource, pattern));
    return action_ && resource_ && allHold(Condition, none);
  });
  return decided(applying);
}

function decided(applying: readonly { readonly Effect: 'Allow' | 'Deny' }[]): boolean {
  return applying.length > 0 && applying.every(({ Effect }) => Effect === 'Allow');
}

function namesAction(patterns: readonly string[], action: string): boolean {
  return patterns.some(pattern => like(action.toLowerCase(), pattern.toLowerCase()));
}

function namesAsker(principal: TrustStatement['Principal'], asker: Asker): boolean {
  if (principal === '*') return true;
  // No wildcard inside a principal: either the whole of it is `*` or it names one.
  if (asker.kind === 'federated') return listOf(principal.Federated).includes(asker.provider);
  return listOf(principal.AWS).some(name => name === '*' || asker.names.includes(name));
}

function allHold(conditions: Conditions | undefined, context: ConditionContext): boolean {
  return Object.entries(conditions ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => holds(operator, key, listOf(wanted).map(String), context)),
  );
}
