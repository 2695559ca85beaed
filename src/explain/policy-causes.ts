import { type JudgedStatement, nameOf, type Verdict } from '../trust/evaluate.js';
import { parseProviderArn } from '../trust/issuer.js';
import { issuerOf, type WebIdentityRequest } from '../trust/request.js';
import type { Cause } from './cause.js';
import { changed, conditionCauses, textOf } from './condition-causes.js';
import { likeness } from './subject-difference.js';

/**
 * Why this very policy refuses this very token, the first cause first: the deny that struck, else what is missing for
 * the statement that comes nearest.
 *
 * @param fork whether the job is one of a pull request from a fork
 */
export function policyCauses(verdict: Verdict, request: WebIdentityRequest, fork: boolean): readonly Cause[] {
  if (verdict.allowed === true)
    return [
      {
        cause: 'policy-admits',
        proven: true,
        what: 'This trust policy admits this token. Then it is not the one that refused: it was changed a moment ago, it is of another role, or an organization policy (SCP, RCP) denies.',
      },
    ];
  const denying = verdict.statements.find(
    ({ statement, applies }) => statement.effect === 'Deny' && applies === true,
  );
  if (denying !== undefined)
    return [
      {
        cause: 'explicit-deny',
        proven: true,
        what: `${nameOf(denying.statement)} of the trust policy denies it: ${denying.conditions.map(({ why }) => why).join('; ') || 'it has no condition'}.`,
        change: `Take this token out of ${nameOf(denying.statement).toLowerCase()} (Effect: Deny).`,
      },
    ];
  const nearest = nearestAllow(verdict.statements, request);
  if (nearest === undefined)
    return [
      {
        cause: 'no-statement',
        proven: true,
        what: 'The trust policy has no statement that allows anything to a token.',
      },
    ];
  const causes = [
    ...principalCauses(nearest, request),
    ...nearest.conditions.flatMap(judged => conditionCauses(nearest, judged, request, fork)),
  ];
  if (causes.length > 0) return distinct(causes);
  return verdict.allowed === null
    ? [
        {
          cause: 'undecided',
          proven: false,
          what: 'Whether the trust policy admits it depends on what only AWS knows.',
        },
      ]
    : [{ cause: 'no-statement', proven: true, what: verdict.why }];
}

function nearestAllow(
  statements: readonly JudgedStatement[],
  request: WebIdentityRequest,
): JudgedStatement | undefined {
  const distance = ({ principal, action, conditions }: JudgedStatement) =>
    (principal.met === false ? 3 : 0) +
    (action.met === false ? 3 : 0) +
    conditions.filter(({ met }) => met === false).length;
  const subject = textOf(request.payload.get('sub')) ?? '';
  const near = ({ conditions }: JudgedStatement) =>
    Math.max(
      0,
      ...conditions.flatMap(({ condition }) => condition.values.map(text => likeness(subject, text))),
    );
  return statements
    .filter(
      ({ statement, action }) => statement.effect === 'Allow' && (action.met || namesProvider(statement)),
    )
    .toSorted((a, b) => distance(a) - distance(b) || near(b) - near(a))[0];
}

/** A statement for a service or an account is none that was meant for a token. */
function namesProvider({ principals }: JudgedStatement['statement']): boolean {
  return principals?.named.some(({ kind }) => kind === 'Federated') ?? false;
}

function principalCauses(
  { statement, principal, action }: JudgedStatement,
  request: WebIdentityRequest,
): Cause[] {
  const found: Cause[] = [];
  if (principal.met === false) {
    const federated = (statement.principals?.named ?? []).map(({ name }) => name);
    const arns = federated.flatMap(name => parseProviderArn(name) ?? []);
    const elsewhere = arns.some(({ provider }) => provider === issuerOf(request));
    const should = `arn:${request.partition ?? 'aws'}:iam::${request.account ?? 'ACCOUNT'}:oidc-provider/${issuerOf(request)}`;
    found.push({
      cause: elsewhere ? 'other-account' : arns.length > 0 ? 'issuer' : 'no-statement',
      proven: true,
      what: `${nameOf(statement)}: ${principal.why}.`,
      change: changed(`${nameOf(statement)}, Principal.Federated`, federated, should),
    });
  }
  if (action.met === false)
    found.push({
      cause: 'no-statement',
      proven: true,
      what: `${nameOf(statement)}: ${action.why}.`,
      change: changed(
        `${nameOf(statement)}, Action`,
        statement.actions.patterns,
        'sts:AssumeRoleWithWebIdentity',
      ),
    });
  return found;
}

/** The same cause is told once, and what is the cause of all the rest comes first. */
function distinct(causes: readonly Cause[]): Cause[] {
  const first = ['issuer', 'other-account', 'unknown-key'];
  const seen = new Set<string>();
  return causes
    .toSorted((a, b) => Number(first.includes(b.cause)) - Number(first.includes(a.cause)))
    .filter(({ cause, what }) => {
      const key = `${cause} ${what}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}
