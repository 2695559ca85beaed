import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { runStep } from './support/bundle.js';
import { describeJob, subjectOf } from './support/github-job.js';
import { type Issuer, makeSigningKey, type SigningKey } from './support/issuer.js';
import { startServices } from './support/services.js';
import type { Sts } from './support/sts.js';
import { awsTrust, gitHubTrust } from './support/sts-account.js';

const ACCOUNT = '111111111111';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/github-deploy`;
const job = describeJob({ environment: 'dev' });
const inputs = { 'role-to-assume': ROLE, 'aws-region': 'eu-west-1', scan: 'off' };

let key: SigningKey;
let issuer: Issuer;
let sts: Sts;

beforeAll(async () => {
  key = await makeSigningKey();
});
beforeEach(async () => {
  ({ issuer, sts } = await startServices({ key }));
  const trust = gitHubTrust(ACCOUNT, { subject: subjectOf(job) });
  sts.role(ACCOUNT, { name: 'github-deploy', trust, maxSessionDuration: 43_200 });
});
afterEach(() => Promise.all([issuer.close(), sts.close()]));

const step = (more: Record<string, string> = {}, env: Record<string, string> = {}) =>
  runStep({ job, services: { issuer, sts }, inputs: { ...inputs, ...more }, env });

describe('the classic pair role-to-assume and aws-region', () => {
  test.each(['20', '24'] as const)(
    'hands over verified credentials in two requests (Node %s)',
    async node => {
      const run = await runStep({ job, node, services: { issuer, sts }, inputs });
      const [session] = sts.sessions.slice(-1);
      expect(run.exitCode).toBe(0);
      expect(run.stderr).toBe('');
      expect(run.exported).toEqual({
        AWS_ACCESS_KEY_ID: session?.accessKeyId,
        AWS_SECRET_ACCESS_KEY: session?.secretAccessKey,
        AWS_SESSION_TOKEN: session?.sessionToken,
        AWS_CREDENTIAL_EXPIRATION: new Date(
          Math.floor((session?.expiration ?? 0) / 1000) * 1000,
        ).toISOString(),
        AWS_ACCOUNT_ID: ACCOUNT,
        AWS_REGION: 'eu-west-1',
        AWS_DEFAULT_REGION: 'eu-west-1',
      });
      expect(issuer.requests.map(({ kind, audience }) => [kind, audience])).toContainEqual([
        'token',
        'sts.amazonaws.com',
      ]);
      expect(issuer.tokenRequests).toBe(1);
      expect(sts.requests.map(({ action }) => action)).toEqual(['AssumeRoleWithWebIdentity']);
    },
  );

  test('tells as whom later steps act: outputs, one log line, one summary row', async () => {
    const run = await step();
    const arn = `arn:aws:sts::${ACCOUNT}:assumed-role/github-deploy/gh-11587654321-1-acme.shop`;
    expect(run.outputs).toMatchObject({
      'aws-account-id': ACCOUNT,
      'authenticated-arn': arn,
      'aws-region': 'eu-west-1',
      'aws-expiration': run.exported['AWS_CREDENTIAL_EXPIRATION'],
    });
    expect(JSON.parse(run.outputs['environments'] ?? '')).toMatchObject([
      { name: 'default', account: ACCOUNT, arn },
    ]);
    expect(run.outputs['aws-secret-access-key']).toBe('');
    expect(run.stdout).toContain(`default: ${arn} in ${ACCOUNT}, eu-west-1, valid until `);
    expect(run.summary).toContain(`| default | ${ACCOUNT} | \`${ROLE}\` | eu-west-1 | `);
  });

  test('sends what was asked for: duration in hours, session name, session policies', async () => {
    const run = await step({
      'role-duration-seconds': '12h',
      'role-session-name': 'release@42',
      'inline-session-policy':
        '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }] }',
      'managed-session-policies':
        'arn:aws:iam::aws:policy/ReadOnlyAccess\narn:aws:iam::111111111111:policy/own',
    });
    expect(run.exitCode).toBe(0);
    expect(sts.requests[0]?.parameters).toMatchObject({
      DurationSeconds: '43200',
      RoleSessionName: 'release@42',
      Policy: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}',
      'PolicyArns.member.2.arn': 'arn:aws:iam::111111111111:policy/own',
    });
  });

  test('output-credentials gives the three secrets as masked outputs', async () => {
    const run = await step({ 'output-credentials': 'true', export: 'none' });
    expect(run.outputs['aws-access-key-id']).toBe(sts.sessions.at(-1)?.accessKeyId);
    expect(run.masks).toContain(run.outputs['aws-secret-access-key']);
    expect(run.masks).toContain(run.outputs['aws-session-token']);
    expect(run.exported).toEqual({});
  });

  test('mask-aws-account-id hides the account before it can stand anywhere, also when the step fails', async () => {
    const passed = await step({ 'mask-aws-account-id': 'true' });
    expect(passed.commands[0]).toMatchObject({ name: 'add-mask', data: ACCOUNT });
    expect(passed.summary).not.toContain(ACCOUNT);
    const failed = await step({
      'mask-aws-account-id': 'true',
      'role-to-assume': ROLE.replace('deploy', 'none'),
    });
    expect(failed.exitCode).toBe(1);
    expect(failed.commands[0]).toMatchObject({ name: 'add-mask', data: ACCOUNT });
  });

  test('mask-aws-account-id hides accounts that only the failure knows of', async () => {
    const maskedBeforeShown = (run: Awaited<ReturnType<typeof step>>, account: string) => {
      const masked = run.commands.findIndex(({ name, data }) => name === 'add-mask' && data === account);
      const shown = run.commands.findIndex(({ name, data }) => name === 'error' && data.includes(account));
      expect(masked).toBeGreaterThan(-1);
      expect(shown).toBeGreaterThan(masked);
    };
    const wrongForm = { 'role-to-assume': 'arn:aws:iam::777777777777:user/somebody' };
    maskedBeforeShown(await step({ 'mask-aws-account-id': 'true', ...wrongForm }), '777777777777');
    sts.account('999999999999');
    sts.fail({ answersFor: '999999999999' });
    maskedBeforeShown(await step({ 'mask-aws-account-id': 'true' }), '999999999999');
  });

  test.each([
    ['spaces', ' 111111111111 , 222222222222 '],
    ['newlines', '111111111111\n222222222222\n'],
    ['empty entries', ',111111111111,,'],
    ['quotes', '"111111111111"'],
  ])('allowed-account-ids is read with %s', async (_, allowed) => {
    expect((await step({ 'allowed-account-ids': allowed })).exitCode).toBe(0);
    const other = allowed.replace('111111111111', '333333333333');
    const refused = await step({ 'allowed-account-ids': other });
    expect(refused.exitCode).toBe(1);
    expect(refused.annotations[0]?.message).toContain(
      'allowed-account-ids: does not allow account 111111111111',
    );
  });

  test('an allow list that allows nobody is an error, not an open door', async () => {
    const run = await step({ 'allowed-account-ids': ' , ,' });
    expect(run.exitCode).toBe(1);
    expect(run.annotations[0]?.message).toContain('names no account');
    expect(issuer.requests).toEqual([]);
  });

  test('a role by name takes its account from an allow list of one', async () => {
    const run = await step({ 'role-to-assume': 'github-deploy', 'allowed-account-ids': ACCOUNT });
    expect(run.outputs['aws-account-id']).toBe(ACCOUNT);
  });

  test.each([['ghost'], ['']])(
    'an AWS_PROFILE that is %j becomes the same identity as the keys, and what else names one is blanked',
    async profile => {
      const run = await step({}, { AWS_PROFILE: profile, AWS_WEB_IDENTITY_TOKEN_FILE: '/var/run/token' });
      expect(run.exported).toMatchObject({ AWS_PROFILE: 'aws-temp-creds', AWS_WEB_IDENTITY_TOKEN_FILE: '' });
      const keys = [run.exported['AWS_ACCESS_KEY_ID'], run.exported['AWS_SECRET_ACCESS_KEY']];
      const file = run.files.find(({ path }) => path.endsWith('credentials'));
      expect(file?.text).toContain(`aws_access_key_id = ${keys[0]}\naws_secret_access_key = ${keys[1]}\n`);
      expect(run.annotations.map(({ level, message }) => [level, message.includes('AWS_PROFILE')])).toEqual(
        profile === '' ? [] : [['notice', true]],
      );
    },
  );

  test('unset-current-credentials removes what an earlier step exported, even with export: none', async () => {
    const earlier = {
      AWS_ACCESS_KEY_ID: 'earlier-id',
      AWS_SECRET_ACCESS_KEY: 'earlier-secret',
      AWS_REGION: 'us-east-1',
    };
    const run = await step({ export: 'none', 'unset-current-credentials': 'true' }, earlier);
    expect(run.exported).toEqual({ AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' });
    expect((await step({ export: 'none' }, earlier)).exported).toEqual({});
  });
});

describe('role-chaining', () => {
  const second = `arn:aws:iam::222222222222:role/second`;

  test('starts from the credentials of an earlier step, with an external ID', async () => {
    const first = await step();
    sts.role('222222222222', { name: 'second', trust: awsTrust(ROLE, 'ticket-7') });
    const chained = { 'role-to-assume': second, 'role-chaining': 'true', 'role-external-id': 'ticket-7' };
    const run = await step(chained, first.exported);
    expect(run.exitCode).toBe(0);
    expect(run.exported['AWS_ACCOUNT_ID']).toBe('222222222222');
    expect(issuer.tokenRequests).toBe(1);
    const refused = await step({ ...chained, 'role-external-id': 'ticket-8' }, first.exported);
    expect(refused.exitCode).toBe(1);
    expect(refused.annotations[0]?.message).toContain('the credentials of the earlier step');
  });

  test('refuses more than an hour, a long-lived key, and no credentials at all, before any call', async () => {
    const chained = { 'role-to-assume': second, 'role-chaining': 'true' };
    const long = await step({ ...chained, 'role-duration-seconds': '2h' });
    expect(long.annotations[0]?.message).toContain('gets 1h at most');
    const none = await step(chained);
    expect(none.annotations[0]?.message).toContain('and there are none');
    const key = await step(chained, { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' });
    expect(key.annotations[0]?.message).toContain('the environment holds a long-lived key');
    expect(sts.requests).toEqual([]);
  });
});

describe('other partitions', () => {
  test('China has its own audience', async () => {
    const trust = gitHubTrust('333333333333', {
      subject: subjectOf(job),
      audience: 'sts.amazonaws.com.cn',
      partition: 'aws-cn',
    });
    sts.account('333333333333', { partition: 'aws-cn' });
    sts.role('333333333333', { name: 'deploy', trust });
    const run = await step({
      'role-to-assume': 'arn:aws-cn:iam::333333333333:role/deploy',
      'aws-region': 'cn-north-1',
    });
    expect(run.annotations).toEqual([]);
    expect(issuer.requests.find(({ kind }) => kind === 'token')?.audience).toBe('sts.amazonaws.com.cn');
  });

  test('a role of another partition than the Region is refused before any call', async () => {
    const run = await step({ 'aws-region': 'cn-north-1' });
    expect(run.annotations[0]?.message).toContain(
      'is in partition aws, but Region cn-north-1 is in partition aws-cn',
    );
    expect(issuer.requests).toEqual([]);
  });
});
