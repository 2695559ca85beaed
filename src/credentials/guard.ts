import { type AccountId, accountId } from '../aws/names.js';
import type { SessionAnswer } from '../aws/sts.js';
import { Failure } from '../failure.js';
import { printable } from '../printable.js';
import type { Target } from './target.js';

/**
 * Compares what STS gave with what was asked for. No call is needed: the answer names account, role and session.
 *
 * @returns the account that the credentials belong to
 * @throws Failure `wrong-account` when account, role or session differ, or the account is not allowed
 */
export function verifyAnswer(
  target: Target,
  answer: SessionAnswer,
  allowed: ReadonlySet<AccountId>,
): AccountId {
  const { assumedRoleArn } = answer;
  const [, account, role, session] =
    /^arn:[a-z-]+:sts::(\d{12}):assumed-role\/([^/]+)\/([^/]+)$/.exec(assumedRoleArn) ?? [];
  const owner = account === undefined ? undefined : accountId(account);
  const wrong = [
    owner === target.account ? '' : `the account is ${owner ?? 'unreadable'}, not ${target.account}`,
    role === target.role.split('/').at(-1) ? '' : `the role is not ${target.role}`,
    session === target.sessionName ? '' : `the session is not named ${target.sessionName}`,
    owner === undefined || allowed.has(owner) ? '' : `account ${owner} is not among the allowed ones`,
  ].filter(fault => fault !== '');
  if (owner !== undefined && wrong.length === 0) return owner;
  throw new Failure('wrong-account', {
    what: `The credentials that STS gave for ${target.name} are not those that were asked for. Nothing was exported.`,
    why: [`STS answered for ${printable(assumedRoleArn)}:`, ...wrong].join('\n'),
    likely: 'An endpoint or a proxy between this job and AWS answers in its place.',
    write: 'Remove `sts-endpoint` and AWS_ENDPOINT_URL_STS, or find out what answers there.',
  });
}
