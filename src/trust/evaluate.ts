import { type Judged, judgeCondition } from './condition.js';
import { parseProviderArn } from './issuer.js';
import { type Answer, every, not, some } from './logic.js';
import { isLike } from './pattern.js';
import type { Condition, Statement, TrustPolicy } from './policy.js';
import { judgePrincipal } from './principal.js';
import { isRoleListed, issuerOf, keyValue, neededActions, type WebIdentityRequest } from './request.js';

/** A condition of a statement, judged. */
export interface JudgedCondition extends Judged {
  readonly condition: Condition;
}

/** A statement, judged part by part. */
export interface JudgedStatement {
  readonly statement: Statement;
  readonly principal: Judged;
  readonly action: Judged;
  readonly conditions: readonly JudgedCondition[];
  /** Whether all its parts fit: an Allow then admits, a Deny refuses. */
  readonly applies: Answer;
}

/** What AWS answers to a request. */
export interface Verdict {
  /** Null: it depends on what only AWS knows. */
  readonly allowed: Answer;
  /** One sentence. */
  readonly why: string;
  readonly statements: readonly JudgedStatement[];
}

/**
 * Whether a role with this trust policy may be assumed with this token: some statement allows it and none denies it.
 * That is AWS's answer at run time; what IAM refuses when a policy is created has no bearing on it. Signature, expiry
 * and the client IDs of the identity provider are not looked at.
 *
 * Where the role's account is not known the provider's ARN is taken at its word; if providers of several accounts
 * would make a difference the answer is null.
 */
export function evaluate(policy: TrustPolicy, request: WebIdentityRequest): Verdict {
  const [first, ...others] = possibleRequests(policy, request).map(possible => decide(policy, possible));
  if (first === undefined) throw new Error('there is one request at the least');
  if (others.every(({ allowed }) => allowed === first.allowed)) return first;
  return {
    ...first,
    allowed: null,
    why: "It trusts identity providers of several accounts, and the role's account is not known.",
  };
}

function possibleRequests(policy: TrustPolicy, request: WebIdentityRequest): readonly WebIdentityRequest[] {
  if (request.account !== undefined) return [request];
  const accounts = policy.statements.flatMap(({ principals }) =>
    (principals?.named ?? []).flatMap(({ name }) => {
      const arn = parseProviderArn(name);
      return arn?.provider === issuerOf(request) ? [arn.account] : [];
    }),
  );
  const distinct = [...new Set(accounts)];
  return distinct.length === 0 ? [request] : distinct.map(account => ({ ...request, account }));
}

function decide(policy: TrustPolicy, request: WebIdentityRequest): Verdict {
  const [main = '', ...further] = neededActions(request);
  const statements = policy.statements.map(statement => judgeStatement(statement, main, policy, request));
  const answers = [decideAction(statements)];
  for (const action of further) {
    const same = policy.statements.map(statement => judgeStatement(statement, action, policy, request));
    answers.push(decideAction(same));
  }
  const listed = isRoleListed(request);
  const allowed = every([...answers, ...(listed === undefined ? [] : [listed])]);
  return { allowed, why: reason(statements, answers, listed, further, allowed), statements };
}

function decideAction(statements: readonly JudgedStatement[]): Answer {
  const of = (effect: 'Allow' | 'Deny') =>
    // What is neither may be either.
    statements.flatMap(({ statement, applies }) =>
      statement.effect === effect
        ? [applies]
        : statement.effect === undefined && applies !== false
          ? [null]
          : [],
    );
  return every([some(of('Allow')), not(some(of('Deny')))]);
}

function judgeStatement(
  statement: Statement,
  action: string,
  { variables }: TrustPolicy,
  request: WebIdentityRequest,
): JudgedStatement {
  const principal = judgePrincipal(statement.principals, request);
  const judgedAction = judgeAction(statement.actions, action);
  const conditions = statement.conditions.map(condition => ({
    condition,
    ...judgeCondition(condition, keyValue(condition.key, request), variables),
  }));
  const applies = every([principal.met, judgedAction.met, ...conditions.map(({ met }) => met)]);
  return { statement, principal, action: judgedAction, conditions, applies };
}

function judgeAction({ negated, patterns }: Statement['actions'], action: string): Judged {
  const named = patterns.some(text => isLike(action.toLowerCase(), text.toLowerCase()));
  const met = named !== negated;
  return { met, why: met ? `it covers ${action}` : `it does not cover ${action}` };
}

function reason(
  statements: readonly JudgedStatement[],
  answers: readonly Answer[],
  listed: boolean | null | undefined,
  further: readonly string[],
  allowed: Answer,
): string {
  const denied = statements.find(({ statement, applies }) => statement.effect === 'Deny' && applies === true);
  if (denied !== undefined) return `${nameOf(denied.statement)} denies it.`;
  if (listed === false) return 'The token names the roles that it may be used for, and this is none of them.';
  const missing = further.filter((_, index) => answers[index + 1] === false);
  if (answers[0] === true && missing.length > 0)
    return `The token carries tags or a source identity, and no statement allows ${missing.join(' and ')}.`;
  const admitting = statements.find(
    ({ statement, applies }) => statement.effect === 'Allow' && applies === true,
  );
  if (allowed === true && admitting !== undefined) return `${nameOf(admitting.statement)} admits it.`;
  return allowed === null ? 'It depends on what only AWS knows.' : 'No statement admits it.';
}

/** How a statement is called in texts. */
export function nameOf({ index, sid }: Statement): string {
  return sid ? `Statement ${index} (${sid})` : `Statement ${index}`;
}
