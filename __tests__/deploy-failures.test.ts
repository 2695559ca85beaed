import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { runStep } from './support/bundle.js';
import { describeJob, subjectOf } from './support/github-job.js';
import { type Issuer, makeSigningKey, type SigningKey } from './support/issuer.js';
import { startServices } from './support/services.js';
import type { Sts } from './support/sts.js';
import { gitHubTrust } from './support/sts-account.js';

const ACCOUNT = '111111111111';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/github-deploy`;
const job = describeJob({ environment: 'dev' });
const earlier = {
  AWS_ACCESS_KEY_ID: 'earlier-id',
  AWS_SECRET_ACCESS_KEY: 'earlier-secret',
  AWS_SESSION_TOKEN: 'earlier-token',
  AWS_PROFILE: 'earlier',
};
const blank = {
  AWS_ACCESS_KEY_ID: '',
  AWS_SECRET_ACCESS_KEY: '',
  AWS_SESSION_TOKEN: '',
  AWS_PROFILE: 'aws-temp-creds-ended',
};

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

const step = (more: Record<string, string> = {}, at = job) =>
  runStep({
    job: at,
    services: { issuer, sts },
    inputs: { 'role-to-assume': ROLE, 'aws-region': 'eu-west-1', scan: 'off', ...more },
    env: earlier,
  });

/** What every failed step must leave behind: no key of anybody. */
function expectNobody(run: Awaited<ReturnType<typeof step>>): void {
  expect(run.exitCode).toBe(1);
  expect(run.exported).toEqual(blank);
  expect(run.outputs).toMatchObject({ 'aws-account-id': '', environments: '[]' });
  expect(run.summary).not.toContain('handed over');
}

describe('a refusal', () => {
  test('is final in one call, and explains itself: claims, cause, the statement that admits this job', async () => {
    const at = describeJob({ environment: 'production' });
    const run = await step({}, at);
    expectNobody(run);
    expect(sts.requests).toHaveLength(1);
    const message = run.annotations[0]?.message ?? '';
    expect(message).toContain(`AWS refused ${ROLE}`);
    expect(message).toContain('Not authorized to perform sts:AssumeRoleWithWebIdentity');
    expect(message).toMatch(/issuer +https:\/\/token\.actions\.githubusercontent\.com/);
    expect(message).toMatch(/sub +repo:acme\/shop:environment:production/);
    expect(message).toMatch(/aud +sts\.amazonaws\.com/);
    const statement = message.slice(message.indexOf('  {')).replace(/\n\nMore: \S+\s*$/, '');
    const trust = { Version: '2012-10-17', Statement: JSON.parse(statement) };
    sts.role(ACCOUNT, { name: 'github-deploy', trust: JSON.stringify(trust) });
    expect((await step({}, at)).exitCode).toBe(0);
    expect((await step({}, job)).exitCode).toBe(1);
  });

  test.each([
    ['a branch', describeJob(), 'the job has no `environment:`'],
    [
      'the immutable subject',
      describeJob({ immutableSubject: true }),
      'have IDs in it (repo:owner@id/name@id:…)',
    ],
  ])('names the likely cause for %s', async (_, at, cause) => {
    const run = await step({}, at);
    expectNobody(run);
    expect(run.annotations[0]?.message).toContain(cause);
  });

  test('for want of an identity provider says how to make one', async () => {
    sts.account('444444444444', { providers: [] });
    const run = await step({ 'role-to-assume': 'arn:aws:iam::444444444444:role/github-deploy' });
    expectNobody(run);
    expect(sts.requests).toHaveLength(1);
    expect(run.annotations[0]?.message).toContain(
      'aws iam create-open-id-connect-provider --url https://token.actions',
    );
  });

  test('of a long session names the maximum of the role as the reason', async () => {
    const run = await step({ 'role-duration-seconds': '2h' });
    expectNobody(run);
    expect(run.annotations[0]?.message).toContain('--max-session-duration 7200');
  });

  test('in a Region that the account has not enabled says so', async () => {
    sts.account('555555555555', { disabledRegions: ['ap-east-1'] });
    sts.role('555555555555', {
      name: 'github-deploy',
      trust: gitHubTrust('555555555555', { subject: subjectOf(job) }),
    });
    const run = await step({
      'role-to-assume': 'arn:aws:iam::555555555555:role/github-deploy',
      'aws-region': 'ap-east-1',
      'sts-endpoint': sts.urlIn('ap-east-1'),
    });
    expectNobody(run);
    expect(run.annotations[0]?.message).toContain('STS is not active in ap-east-1');
  });
});

describe('what heals', () => {
  test.each([
    ['throttled twice', 'throttled'],
    ['503 twice', { status: 503, type: 'text/plain', body: 'busy' }],
    ['connection reset twice', 'reset'],
    ['IDPCommunicationError twice', 'identity-provider-unreachable'],
    ['rubbish twice', 'html'],
    ['a token that AWS does not like twice', 'bad-token-signature'],
  ] as const)('is tried again: %s', async (_, fault) => {
    sts.fail(fault, { times: 2 });
    const run = await step();
    expect(run.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    expect(run.exitCode).toBe(0);
    expect(sts.requests).toHaveLength(3);
    expect(run.stdout).toMatch(/default: attempt 2 failed \([\w ]+\), trying again/);
    expect(run.stdout).toContain('after 3 attempts');
    expect(issuer.tokenRequests).toBe(fault === 'bad-token-signature' ? 3 : 1);
  });

  test.each([
    ['503', { status: 503, type: 'text/plain', body: '' }],
    ['reset', 'reset'],
    ['html', 'html'],
  ] as const)('is tried again at GitHub: %s', async (_, fault) => {
    issuer.fail(fault, { times: 2 });
    expect((await step()).exitCode).toBe(0);
    expect(issuer.tokenRequests).toBe(3);
  });
});

describe('what does not heal', () => {
  test('the wrong account: nothing of it is ever exported', async () => {
    sts.account('999999999999');
    sts.fail({ answersFor: '999999999999' });
    const run = await step();
    expectNobody(run);
    expect(run.annotations[0]?.message).toContain('the account is 999999999999, not 111111111111');
  });

  test.each(['html', 'truncated', 'empty', 'reset', 'stall', 'throttled'] as const)(
    'STS that only gives %s ends within the time bound',
    async fault => {
      sts.fail(fault);
      const run = await step({ timeout: '2s' });
      expectNobody(run);
      expect(run.annotations[0]?.message).toContain('AWS STS in eu-west-1 gave no credentials');
    },
  );

  test('who is still waited for when the time is up is named, and no attempt announced that is not made', async () => {
    sts.fail('stall');
    const run = await step({ timeout: '1s' });
    expectNobody(run);
    expect(run.annotations[0]?.message).toContain('No answer came before the time was up (input `timeout`)');
    expect(run.stdout).not.toContain('trying again');
    issuer.fail('stall');
    const other = await step({ timeout: '1s' });
    expect(other.annotations[0]?.message).toContain(
      'could not be reached: no answer came before the time was up',
    );
  });

  test('retry-max-attempts bounds the calls', async () => {
    sts.fail('throttled');
    expectNobody(await step({ 'retry-max-attempts': '2' }));
    expect(sts.requests).toHaveLength(2);
  });

  test('an STS that nobody answers at', async () => {
    const run = await step({ 'sts-endpoint': 'http://127.0.0.1:9', timeout: '2s' });
    expectNobody(run);
    expect(run.annotations[0]?.message).toContain('ECONNREFUSED');
  });
});
