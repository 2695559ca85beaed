import { providersOf } from '../trust/asked.js';
import { evaluate, type Verdict } from '../trust/evaluate.js';
import type { LintFinding } from '../trust/finding.js';
import { lint } from '../trust/lint.js';
import type { TrustPolicy } from '../trust/policy.js';
import { issuerOf, type WebIdentityRequest } from '../trust/request.js';
import { grantFor, statementFor, type TrustStatement } from '../trust/statement.js';
import { type Passing, passingSubject } from '../trust/subject.js';
import type { Cause } from './cause.js';
import { likelyCauses } from './likely-causes.js';
import { policyCauses } from './policy-causes.js';

/** What is known when a token is judged. */
export interface Facts {
  readonly request: WebIdentityRequest;
  /** The role's trust policy; undefined: not known. */
  readonly policy: TrustPolicy | undefined;
  /** Whether the job is one of a pull request from a fork. */
  readonly fork: boolean;
  /** Whether the statement is to admit both forms of the subject, whatever the cause. */
  readonly bothForms: boolean;
  /** AWS has refused this token: that a policy would admit it is then told as well. */
  readonly refused: boolean;
}

/** A token judged against a role: what AWS answers, why, and what would admit it. */
export interface Diagnosis {
  /** Undefined: the policy is not known. */
  readonly verdict: Verdict | undefined;
  /** The first one first; empty for a token that is admitted. */
  readonly causes: readonly Cause[];
  readonly lint: readonly LintFinding[];
  /** Undefined: none can be written, for the token or the account says too little. */
  readonly statement: TrustStatement | undefined;
  /** The subject of the token is one of a single run, so that the statement admits only that one. */
  readonly passing: Passing | undefined;
}

/** @returns what there is to say of a token and a role; pure, and the same for a job and for a laptop */
export function diagnose({ request, policy, fork, bothForms, refused }: Facts): Diagnosis {
  const known = withAccount(request, policy);
  const verdict = policy && evaluate(policy, request);
  const causes =
    verdict === undefined
      ? likelyCauses(known, fork)
      : verdict.allowed === true && !refused
        ? []
        : policyCauses(verdict, known, fork);
  const changesForm = causes.slice(0, 2).some(({ cause }) => FORM.has(cause));
  const grant = grantFor(known, bothForms || changesForm);
  const subject = request.payload.get('sub');
  return {
    verdict,
    causes,
    lint: policy === undefined ? [] : lint(policy, { account: request.account, payload: request.payload }),
    statement: grant && statementFor(grant),
    passing: typeof subject === 'string' ? passingSubject(subject) : undefined,
  };
}

/** Causes that come from a subject that changes its form. */
const FORM = new Set(['immutable-subject', 'renamed-repository', 'renamed-organization']);

/** Where nobody named the account, the first provider of the token's issuer that the policy trusts does. */
function withAccount(request: WebIdentityRequest, policy: TrustPolicy | undefined): WebIdentityRequest {
  if (request.account !== undefined || policy === undefined) return request;
  for (const statement of policy.statements) {
    const provider =
      providersOf(statement).find(({ provider: name }) => name === issuerOf(request)) ??
      providersOf(statement)[0];
    if (provider !== undefined)
      return { ...request, account: provider.account, partition: request.partition ?? provider.partition };
  }
  return request;
}
