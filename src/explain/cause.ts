import { TROUBLESHOOTING } from '../about.js';

/** Why a role refuses a token, by stable names; each has a heading in docs/troubleshooting.md. */
export type CauseName =
  | 'audience'
  | 'branch-vs-environment'
  | 'condition'
  | 'custom-subject'
  | 'explicit-deny'
  | 'fork'
  | 'immutable-subject'
  | 'issuer'
  | 'letter-case'
  | 'merge-queue'
  | 'missing-environment'
  | 'no-provider'
  | 'no-statement'
  | 'other-account'
  | 'other-branch'
  | 'other-environment'
  | 'other-repository'
  | 'policy-admits'
  | 'pull-request'
  | 'renamed-organization'
  | 'renamed-repository'
  | 'reusable-workflow'
  | 'role-missing'
  | 'tag-vs-branch'
  | 'undecided'
  | 'unknown-key'
  | 'wildcard';

/** One cause, as it is told. */
export interface Cause {
  readonly cause: CauseName;
  /** Others of the same kind, which nothing tells from it as long as the policy is not known. */
  readonly also?: readonly CauseName[];
  /** Seen in AWS's answer or in the trust policy; else it is what such a token is mostly refused for. */
  readonly proven: boolean;
  /** A sentence or two. */
  readonly what: string;
  /** What to change: the line of the policy, or of the workflow. */
  readonly change?: string;
}

/** Where a cause is explained at length. */
export function pageOf(cause: CauseName): string {
  return `${TROUBLESHOOTING}#${cause}`;
}
