import { parseRoleArn } from '../aws/names.js';
import type { Claims } from '../github/claims.js';
import { printable } from '../printable.js';
import type { Cause } from './cause.js';
import { type Diagnosis, diagnose } from './diagnosis.js';
import { accountOf, type RefusedCall } from './refused-call.js';

/** Judges a refused token: by what AWS said, by the trust policy where it is known, else by what the token shows. */
export function diagnoseCall(call: RefusedCall, claims: Claims): Diagnosis {
  const { knowledge, fork = false, role, target } = call;
  const diagnosis = diagnose({
    request: {
      payload: claims.payload,
      account: accountOf(call),
      partition: parseRoleArn(role)?.partition,
      role,
      sessionName: target.sessionName,
    },
    policy: knowledge?.kind === 'policy' ? knowledge.policy : undefined,
    fork,
    bothForms: false,
    refused: true,
  });
  const decided = [
    ...saidByAws(call, claims),
    ...(knowledge?.kind === 'missing' ? [missing(call, knowledge.from)] : []),
  ];
  const told = new Set(decided.map(({ cause }) => cause));
  return { ...diagnosis, causes: [...decided, ...diagnosis.causes.filter(({ cause }) => !told.has(cause))] };
}

function missing({ role }: RefusedCall, from: string): Cause {
  return {
    cause: 'role-missing',
    proven: true,
    what: `There is no role ${role} (${from}): it is spelled otherwise, has another path, or is in another account.`,
    change: 'role-to-assume (role): the ARN as `aws iam list-roles --query "Roles[].Arn"` shows it',
  };
}

/** Causes that AWS itself names. */
function saidByAws({ problem, target, role }: RefusedCall, claims: Claims): readonly Cause[] {
  const { code, message } = problem;
  const proven = (cause: Cause['cause'], what: string, change: string): readonly Cause[] => [
    { cause, proven: true, what, change },
  ];
  if (/No OpenIDConnect provider/i.test(message))
    return proven(
      'no-provider',
      `The account of ${role} has no identity provider for ${printable(claims.issuer, 200)}.`,
      `aws iam create-open-id-connect-provider --url ${printable(claims.issuer, 200)} --client-id-list ${printable(target.audience, 200)}`,
    );
  if (/^InvalidIdentityToken/.test(code) && /audience|required claim: aud/i.test(message))
    return proven(
      'audience',
      `The identity provider does not have the audience ${printable(target.audience, 200)} of the token.`,
      `audience: the client ID that the provider has; or add ${printable(target.audience, 200)} to its client IDs`,
    );
  const denier = /explicit deny in an? ([\w -]{3,40} policy)(?::? (arn:[\w:/+=,.@*-]{10,300}))?/i.exec(
    message,
  );
  if (denier !== null)
    return proven(
      'explicit-deny',
      `AWS names it: an explicit deny in a ${denier[1]}${denier[2] === undefined ? '' : `, ${denier[2]}`}. No trust policy outweighs it.`,
      'Let the statement that denies except this role or this token.',
    );
  return [];
}
