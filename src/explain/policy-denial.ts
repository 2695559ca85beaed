import { printable } from '../printable.js';
import { type Advice, accountOf, type RefusedCall } from './refused-call.js';

/** The kinds of policies that AWS names in a denial, and who can change them. */
const OWNERS: Readonly<Record<string, string>> = {
  'service control policy':
    'Service control policies are made in the management account of the organization (AWS Organizations, Policies).',
  'resource control policy':
    'Resource control policies are made in the management account of the organization; one that names sts:AssumeRoleWithWebIdentity often demands a certain audience, organization or issuer.',
  'vpc endpoint policy':
    'The runner reaches STS through a VPC endpoint whose policy does not allow this; AssumeRoleWithWebIdentity needs Principal "*" there, for the caller has no identity yet.',
  'permissions boundary':
    'The role that asks has a permissions boundary, which bounds whatever its policies allow. Add the action to the boundary.',
  'session policy':
    'The session that asks was narrowed by a session policy (`inline-session-policy`, `managed-session-policies`, `session-policy`). Add the action to it, or leave it out for the first role of a chain.',
  'identity-based policy':
    'The permissions of the role that asks decide here, not the trust policy of the role that is asked for.',
  'resource-based policy': 'The trust policy of the role that is asked for decides here.',
};

/**
 * Reads which policy denied, where AWS says it: `… with an explicit deny in a service control policy: arn:…`,
 * `… because no identity-based policy allows the sts:AssumeRole action` (IAM user guide, access denied error messages).
 *
 * @returns undefined when the text names no policy
 */
export function policyDenial(call: RefusedCall): Advice | undefined {
  const { message } = call.problem;
  const [, manner = '', kind = '', , arn] =
    /(explicit deny in|because no) (?:an? )?(service control policy|resource control policy|VPC endpoint policy|permissions boundary|session policy|identity-based policy|resource-based policy)( allows the \S+ action)?(?::? (arn:[\w:/+=,.@*-]{10,300}))?/i.exec(
      message,
    ) ?? [];
  if (kind === '') return undefined;
  const explicit = /explicit/i.test(manner);
  const action = actionIn(message);
  const named = arn === undefined ? '' : ` It is ${printable(arn)}.`;
  return {
    why: explicit
      ? `A statement with "Effect": "Deny" in a ${kind} forbids ${action}.${named}`
      : `No ${kind} allows ${action}.${named}`,
    likely: OWNERS[kind.toLowerCase()] ?? 'Somebody in the account can change that policy.',
    write: writeFor(kind.toLowerCase(), explicit, action, call),
    ...(explicit && { page: 'explicit-deny' }),
  };
}

function writeFor(kind: string, explicit: boolean, action: string, call: RefusedCall): string {
  if (explicit)
    return `Let that statement except this call (a Condition on aws:PrincipalArn or on the role's ARN ${call.role}), or remove it. No "Allow" outweighs it.`;
  if (kind === 'resource-based policy')
    return `Allow ${action} in the trust policy of ${call.role} for the role that asks.`;
  return `Add a statement to it:\n{ "Effect": "Allow", "Action": "${action}", "Resource": "${call.role}" }`;
}

/** The action that AWS says was not allowed; that of the call when it does not say. */
export function actionIn(message: string): string {
  return /\b(sts:[A-Za-z]+)\b/.exec(message)?.[1] ?? 'sts:AssumeRole';
}

/** A role's trust (or its permissions) allows assuming it, but not with tags. */
export function noTagSession(call: RefusedCall): Advice {
  const tags = Object.keys(call.target.chain?.tags ?? {});
  return {
    why: `The session is to carry tags${tags.length > 0 ? ` (${printable(tags.join(', '))})` : ''}, and sts:TagSession is not allowed.`,
    likely: 'The trust policy, or the permissions of the role that asks, allow sts:AssumeRole alone.',
    write: `Allow "Action": ["sts:AssumeRole", "sts:TagSession"] in the trust policy of ${call.role} (account ${accountOf(call)})\nand in the permissions of the role that asks.`,
  };
}
