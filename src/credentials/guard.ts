import { type AccountId, accountId, NO_ACCOUNT, type RoleArn } from '../aws/names.js';
import type { SessionAnswer } from '../aws/sts.js';
import { Failure } from '../failure.js';
import { printable } from '../printable.js';
import type { TemporaryCredentials } from './target.js';

/** Whose session was asked for. */
export interface ExpectedSession {
  /** As it is shown. */
  readonly name: string;
  readonly role: RoleArn;
  readonly account: AccountId;
  readonly sessionName: string;
  /** Undefined: no token was sent. */
  readonly audience: string | undefined;
}

/**
 * The forms of what STS gives (STS API reference, Credentials), and those of its imitators. Nothing in them ends a line
 * or a setting: what has such a form can be written into a file of profiles, a header and the environment.
 */
const FORMS = {
  accessKeyId: /^\w{16,128}$/,
  secretAccessKey: /^[\w/+=.-]{16,256}$/,
  sessionToken: /^[\w/+=.:%~-]{16,16384}$/,
} as const;

/**
 * Looks at what STS gave, and compares it with what was asked for, before anything is done with it. No call is needed:
 * the answer names account, role, session and audience.
 *
 * @param allowed accounts that may answer; undefined: whichever was asked
 * @returns the account that the credentials belong to
 * @throws Failure `wrong-account` when anything is not what was asked for, or not what credentials look like
 */
export function verifyAnswer(
  expected: ExpectedSession,
  answer: SessionAnswer,
  allowed: ReadonlySet<AccountId> | undefined,
  now: Date,
): AccountId {
  const malformed = formFaults(answer.credentials, now);
  const wrong = malformed.length > 0 ? malformed : sessionFaults(expected, answer, allowed);
  if (wrong.length === 0) return expected.account;
  throw new Failure('wrong-account', {
    what: `The credentials that STS gave for ${expected.name} are not those that were asked for. Nothing was exported.`,
    why: [`STS answered for ${printable(answer.assumedRoleArn, 300)}:`, ...wrong].join('\n'),
    likely: 'An endpoint or a proxy between this job and AWS answers in its place.',
    write: 'Remove `sts-endpoint` and AWS_ENDPOINT_URL_STS, or find out what answers there.',
  });
}

function formFaults(credentials: TemporaryCredentials, now: Date): readonly string[] {
  const { expiration } = credentials;
  return [
    FORMS.accessKeyId.test(credentials.accessKeyId) ? '' : 'the access key ID has not the form of one',
    FORMS.secretAccessKey.test(credentials.secretAccessKey) ? '' : 'the secret key has not the form of one',
    FORMS.sessionToken.test(credentials.sessionToken) ? '' : 'the session token has not the form of one',
    expiration > now
      ? ''
      : `they ended at ${expiration.toISOString()}, and here it is ${now.toISOString()} (or this machine's clock is wrong)`,
  ].filter(fault => fault !== '');
}

function sessionFaults(
  expected: ExpectedSession,
  { assumedRoleArn, audience }: SessionAnswer,
  allowed: ReadonlySet<AccountId> | undefined,
): readonly string[] {
  const aud =
    audience === undefined || expected.audience === undefined || audience === expected.audience
      ? ''
      : `the audience is ${printable(audience, 100)}, not ${expected.audience}`;
  if (expected.account === NO_ACCOUNT) {
    return [
      aud,
      assumedRoleArn === '' ? '' : 'it names a session of AWS, and no such role was asked for',
    ].filter(fault => fault !== '');
  }
  const [, partition, account, role, session] =
    /^arn:(aws(?:-[a-z]+)*):sts::(\d{12}):assumed-role\/([\w+=,.@-]{1,64})\/([\w+=,.@-]{2,64})$/.exec(
      assumedRoleArn.slice(0, 300),
    ) ?? [];
  const owner = account === undefined ? undefined : accountId(account);
  return [
    owner === expected.account ? '' : `the account is ${owner ?? 'unreadable'}, not ${expected.account}`,
    partition === expected.role.split(':')[1] ? '' : `the partition is not that of ${expected.role}`,
    role === expected.role.split('/').at(-1) ? '' : `the role is not ${expected.role}`,
    session === expected.sessionName ? '' : `the session is not named ${expected.sessionName}`,
    owner === undefined || allowed === undefined || allowed.has(owner)
      ? ''
      : `account ${owner} is not among the allowed ones`,
    aud,
  ].filter(fault => fault !== '');
}
