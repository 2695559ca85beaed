import type { AccountId, RoleArn } from '../aws/names.js';
import type { Claims } from '../github/claims.js';
import { printable } from '../printable.js';

/**
 * The statement of a role's trust policy that admits exactly the jobs with these claims and no others: the audience
 * and the whole subject, compared for equality.
 *
 * @returns JSON text, indented by two
 */
export function trustPolicyFor(
  claims: Pick<Claims, 'issuer' | 'subject' | 'audience'>,
  role: RoleArn,
  account: AccountId,
): string {
  const [, partition = 'aws'] = role.split(':');
  const provider = claims.issuer.replace(/^https:\/\//, '');
  const statement = {
    Effect: 'Allow',
    Principal: { Federated: `arn:${partition}:iam::${account}:oidc-provider/${provider}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: { [`${provider}:aud`]: claims.audience, [`${provider}:sub`]: claims.subject },
    },
  };
  // Escapes of `printable` mean the same in JSON; raw, a branch's name could show another statement than is pasted.
  const lines = JSON.stringify(statement, undefined, 2).split('\n');
  return lines.map(line => printable(line, Number.POSITIVE_INFINITY)).join('\n');
}
