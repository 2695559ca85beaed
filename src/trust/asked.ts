import { isGitHub, parseProviderArn } from './issuer.js';
import { holdsWithoutKey, readOperator } from './operator.js';
import { hasWildcard } from './pattern.js';
import type { Condition, Statement } from './policy.js';

/** What a statement demands of a claim: one of these values, and never none. */
export interface Demand {
  readonly condition: Condition;
  readonly values: readonly { readonly text: string; readonly wild: boolean }[];
}

/**
 * The demands of a statement on a claim. Conditions that hold for a token without the claim, and negations, demand
 * nothing of this kind. Of several demands all have to be met.
 */
export function demandsOn(statement: Statement, provider: string, claim: string): readonly Demand[] {
  const wanted = `${provider}:${claim}`.toLowerCase();
  return statement.conditions.flatMap(condition => {
    const operator = readOperator(condition.operator);
    if (operator === undefined || condition.key.toLowerCase() !== wanted) return [];
    if (operator.negated || holdsWithoutKey(operator)) return [];
    if (!['exact', 'ignoring-case', 'wildcards'].includes(operator.comparison)) return [];
    const wild = operator.comparison === 'wildcards';
    return [{ condition, values: condition.values.map(text => ({ text, wild: wild && hasWildcard(text) })) }];
  });
}

/** Every OIDC provider that a statement names, with the account of its ARN. */
export function providersOf(statement: Statement): readonly {
  readonly arn: string;
  readonly partition: string;
  readonly account: string;
  readonly provider: string;
}[] {
  if (statement.principals === undefined || statement.principals.negated) return [];
  return statement.principals.named.flatMap(({ kind, name }) => {
    const parts = kind === 'Federated' ? parseProviderArn(name) : undefined;
    return parts === undefined ? [] : [{ arn: name, ...parts }];
  });
}

/** GitHub's issuers that a statement trusts, by provider name; spelled wrongly or not. */
export function gitHubProvidersOf(statement: Statement): readonly string[] {
  const names = providersOf(statement).map(({ provider }) =>
    provider.replace(/^https?:\/\//, '').replace(/\/+$/, ''),
  );
  return [...new Set(names.filter(isGitHub))];
}

/** Whether a statement lets anybody in with a token of GitHub's. */
export function admitsGitHub(statement: Statement): boolean {
  return statement.effect === 'Allow' && gitHubProvidersOf(statement).length > 0;
}
