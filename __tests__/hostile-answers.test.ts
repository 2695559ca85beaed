import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { runStep } from './support/bundle.js';
import { describeJob, subjectOf } from './support/github-job.js';
import { type Issuer, makeSigningKey, type SigningKey } from './support/issuer.js';
import { startServices } from './support/services.js';
import type { Sts } from './support/sts.js';
import { gitHubTrust } from './support/sts-account.js';
import { answerTime, resultAnswer } from './support/sts-answers.js';

const ACCOUNT = '111111111111';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/github-deploy`;
const SESSION = 'hostile';
const job = describeJob({ environment: 'dev' });

let key: SigningKey;
let issuer: Issuer;
let sts: Sts;

beforeAll(async () => {
  key = await makeSigningKey();
});
beforeEach(async () => {
  ({ issuer, sts } = await startServices({ key }));
  sts.role(ACCOUNT, { name: 'github-deploy', trust: gitHubTrust(ACCOUNT, { subject: subjectOf(job) }) });
});
afterEach(() => Promise.all([issuer.close(), sts.close()]));

const step = (more: Record<string, string> = {}) =>
  runStep({
    job,
    services: { issuer, sts },
    inputs: {
      'role-to-assume': ROLE,
      'aws-region': 'eu-west-1',
      'role-session-name': SESSION,
      scan: 'off',
      timeout: '3s',
      ...more,
    },
    env: { AWS_ACCESS_KEY_ID: 'earlier-id', AWS_SECRET_ACCESS_KEY: 'earlier-secret' },
  });

/** Everything as it should be, but for what is given. */
function answer(different: {
  readonly keys?: Readonly<Record<string, string>>;
  readonly user?: Readonly<Record<string, string>>;
  readonly result?: Readonly<Record<string, string>>;
}) {
  return resultAnswer('AssumeRoleWithWebIdentity', {
    Credentials: {
      AccessKeyId: ['ASIA', 'ABCDEFGHIJKLMNOP'].join(''),
      SecretAccessKey: 'abcdefgh/'.repeat(5).slice(0, 40),
      SessionToken: 'token/'.repeat(40),
      Expiration: answerTime(Date.now() + 3_600_000),
      ...different.keys,
    },
    AssumedRoleUser: {
      Arn: `arn:aws:sts::${ACCOUNT}:assumed-role/github-deploy/${SESSION}`,
      ...different.user,
    },
    Audience: 'sts.amazonaws.com',
    ...different.result,
  });
}

describe('an answer of STS is looked at before anything is done with it', () => {
  test('one as AWS gives it passes', async () => {
    sts.fail(answer({}));
    expect((await step()).exitCode).toBe(0);
  });

  test.each([
    [
      'an ID with a line of INI',
      { keys: { AccessKeyId: 'ASIA1234567890123456\ncredential_process = x' } },
      'ID',
    ],
    ['an ID that is too short', { keys: { AccessKeyId: 'ASIA' } }, 'ID'],
    [
      'a secret with a comment',
      { keys: { SecretAccessKey: 'abcdefghijklmnopqrstuvwxyz ; x' } },
      'secret key',
    ],
    [
      'a token with a control character',
      { keys: { SessionToken: `${'t'.repeat(40)}\u0007` } },
      'session token',
    ],
    ['a token without end', { keys: { SessionToken: 't'.repeat(40_000) } }, 'session token'],
    ['keys that have ended', { keys: { Expiration: '2020-01-01T00:00:00Z' } }, 'ended at 2020-01-01'],
    [
      'another partition',
      { user: { Arn: `arn:aws-cn:sts::${ACCOUNT}:assumed-role/github-deploy/${SESSION}` } },
      'partition',
    ],
    ['a user', { user: { Arn: `arn:aws:iam::${ACCOUNT}:user/mallory` } }, 'account is unreadable'],
    ['another audience', { result: { Audience: 'somebody-else' } }, 'the audience is somebody-else'],
  ])('%s is refused, in every way of handing over', async (_, different, why) => {
    for (const more of [{}, { 'aws-profile': 'x', refresh: 'false' }]) {
      sts.fail(answer(different), { times: 1 });
      const run = await step(more);
      expect(run.exitCode).toBe(1);
      expect(run.annotations[0]?.message).toContain(why);
      expect(run.exported).toEqual({ AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' });
      expect(run.files.filter(({ path }) => path.endsWith('config') || path.endsWith('credentials'))).toEqual(
        [],
      );
    }
    expect(sts.requests).toHaveLength(2);
  });
});

describe('an answer of any size ends within the time bound', () => {
  const megabyte = (text: string) => text.repeat(Math.ceil(2 ** 20 / text.length));

  test.each([
    [
      'a refusal that looks like the beginnings of tokens',
      400,
      `<ErrorResponse><Error><Code>AccessDenied</Code><Message>${megabyte('eyJ')}</Message></Error></ErrorResponse>`,
    ],
    ['a success of brackets', 200, megabyte('<Credentials>')],
    ['blanks', 403, megabyte(' ')],
  ])('%s', async (_, status, body) => {
    sts.fail({ status, type: 'text/xml', body });
    issuer.fail({ status, type: 'application/json', body }, { times: 1 });
    const run = await step({ timeout: '1s', 'retry-max-attempts': '2' });
    expect(run.exitCode).toBe(1);
    expect(run.exported).toEqual({ AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' });
    expect(run.annotations[0]?.message.length).toBeLessThan(10_000);
  });
});

describe('roles of other makers of an STS', () => {
  const foreign = 'arn:minio:iam:::role/idmp-builds';

  test('are assumed at the endpoint that is named, and belong to no account', async () => {
    sts.fail({ ...answer({}), body: answer({}).body.replace(/<Arn>[^<]*<\/Arn>/, '<Arn/>') });
    const run = await step({ 'role-to-assume': foreign, 'sts-endpoint': sts.url });
    expect(run.annotations).toEqual([]);
    expect(run.exported['AWS_ACCESS_KEY_ID']).toMatch(/^ASIA/);
    expect(run.exported).not.toHaveProperty('AWS_ACCOUNT_ID');
    expect(run.outputs['aws-account-id']).toBe('');
  });

  test('are known by the profile that is handed over', async () => {
    sts.fail({ ...answer({}), body: answer({}).body.replace(/<Arn>[^<]*<\/Arn>/, '<Arn/>') });
    const run = await step({ 'role-to-assume': foreign, 'sts-endpoint': sts.url, 'aws-profile': 'builds' });
    expect(run.exitCode).toBe(0);
  });

  test('are refused without an endpoint, and where an account is wanted', async () => {
    expect((await step({ 'role-to-assume': foreign })).annotations[0]?.message).toContain('role-to-assume');
    const run = await step({
      'role-to-assume': foreign,
      'sts-endpoint': sts.url,
      'allowed-account-ids': ACCOUNT,
    });
    expect(run.annotations[0]?.message).toContain(
      'allows accounts of AWS, and role-to-assume belongs to none',
    );
    // A session of AWS is not what was asked for either.
    sts.fail(answer({}));
    const other = await step({ 'role-to-assume': foreign, 'sts-endpoint': sts.url });
    expect(other.annotations[0]?.message).toContain('it names a session of AWS');
  });
});
