import type { StsError } from '../aws/errors.js';
import { type AccountId, parseRoleArn, type RoleArn } from '../aws/names.js';
import type { Target } from '../credentials/target.js';
import type { Explanation } from '../failure.js';
import type { Claims } from '../github/claims.js';
import type { TrustPolicy } from '../trust/policy.js';

/** What is known of a call to STS that gave no credentials. */
export interface RefusedCall {
  readonly target: Target;
  /** The role that was asked for: the target's, or the hub role in front of it. */
  readonly role: RoleArn;
  /** Of the token that asked; undefined: a session of another role asked. */
  readonly claims: Claims | undefined;
  /** ARN of that session, where it is known. */
  readonly source: string | undefined;
  readonly attempts: number;
  readonly problem: StsError;
  /** Whether the job is one of a pull request from a fork. */
  readonly fork?: boolean;
  /** What could be found out about the role; undefined: nobody looked. */
  readonly knowledge?: RoleKnowledge;
}

/** What is known of a role that refused. */
export type RoleKnowledge =
  | {
      readonly kind: 'policy';
      readonly policy: TrustPolicy;
      /** Where it is from: `read with the credentials of an earlier step`. */
      readonly from: string;
    }
  /** IAM says that there is no such role. */
  | { readonly kind: 'missing'; readonly from: string }
  /** It was to be read, and was not: a sentence without its full stop. */
  | { readonly kind: 'unread'; readonly why: string };

/** The parts of an explanation that say more than what failed. */
export type Advice = Omit<Explanation, 'what'>;

/** The account of the role that was asked for. */
export function accountOf({ role, target }: Pick<RefusedCall, 'role' | 'target'>): AccountId {
  return parseRoleArn(role)?.account ?? target.account;
}

/** The name of the role that was asked for, without its path, as the IAM commands want it. */
export function roleNameOf({ role }: Pick<RefusedCall, 'role'>): string {
  return role.split('/').at(-1) ?? role;
}
