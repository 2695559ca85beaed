import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { runStep } from './support/bundle.js';
import { describeJob } from './support/github-job.js';
import { makeSigningKey, type SigningKey } from './support/issuer.js';
import { type RunningServices, startServices } from './support/services.js';
import type { StsFault } from './support/sts.js';
import { gitHubTrust } from './support/sts-account.js';
import { Refusal } from './support/sts-refusal.js';

const ACCOUNT = '111111111111';
const answer = (status: number, type = 'text/html', body = '<h1>wait</h1>') => ({ status, type, body });

/** What the same call outlives, each as it was reported of AWS or of what stands in front of it. */
const PASSING: readonly (readonly [string, StsFault])[] = [
  ['keys that AWS could not fetch', 'no-verification-key'],
  ['IDPCommunicationError', 'identity-provider-unreachable'],
  ['a token of the next second', new Refusal('InvalidIdentityToken', 400, 'The token is not yet valid')],
  ['Throttling', 'throttled'],
  ['TooManyRequestsException', new Refusal('TooManyRequestsException', 429, 'Slow down')],
  ['RequestLimitExceeded', new Refusal('RequestLimitExceeded', 503, 'Request limit exceeded.')],
  ['InternalFailure', 'internal-failure'],
  ['ServiceUnavailable', 'unavailable'],
  ['a 502 in HTML', answer(502)],
  ['a 408', answer(408, 'text/plain', '')],
  ['a portal', 'html'],
  ['a 403 of something else', answer(403)],
  ['half an answer', 'truncated'],
  ['a reset', 'reset'],
];

let key: SigningKey;
let services: RunningServices;

beforeAll(async () => {
  key = await makeSigningKey();
});
beforeEach(async () => {
  services = await startServices({ key });
});
afterEach(() => services.close());

function withRole(name: string): void {
  services.sts.role(ACCOUNT, { name, trust: gitHubTrust(ACCOUNT, { subject: 'repo:acme/shop:*' }) });
}

const step = (name: string, inputs: Record<string, string> = {}) =>
  runStep({
    job: describeJob({ environment: 'dev' }),
    services,
    milliseconds: 90_000,
    inputs: {
      'role-to-assume': `arn:aws:iam::${ACCOUNT}:role/${name}`,
      'aws-region': 'eu-west-1',
      scan: 'off',
      ...inputs,
    },
  });

describe('an outage', () => {
  test('of eight failures in a row heals within the time bound, whatever AWS calls it', async () => {
    const runs = PASSING.map(async ([what, fault], index) => {
      withRole(`case-${index}`);
      const isMine = (role: string | undefined) => role?.endsWith(`:role/case-${index}`) === true;
      services.sts.fail(fault, { times: 8, when: ({ role }) => isMine(role) });
      const run = await step(`case-${index}`);
      const calls = services.sts.requests.filter(({ role }) => isMine(role)).length;
      return [what, run.exitCode, calls, run.stdout.match(/trying again/g)?.length];
    });
    expect(await Promise.all(runs)).toEqual(PASSING.map(([what]) => [what, 0, 9, 8]));
  }, 90_000);

  test('at GitHub heals too, and the log tells of it', async () => {
    withRole('deploy');
    services.issuer.fail(answer(503), { times: 3 });
    const run = await step('deploy');
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain("GitHub's token service: attempt 1 failed (HTTP 503), trying again");
    services.issuer.fail(answer(401, 'application/json', '{}'), { times: 2 });
    expect((await step('deploy')).exitCode).toBe(0);
  });
});

describe('a refusal', () => {
  test.each<[string, StsFault]>([
    ['that IAM does not know a new role yet', 'web-identity-denied'],
    [
      'that IAM does not know a new provider yet',
      new Refusal('InvalidIdentityToken', 400, 'No OpenIDConnect provider found in your account for x'),
    ],
  ])('%s is waited for when that is asked for, and is final otherwise', async (_, fault) => {
    withRole('deploy');
    services.sts.fail(fault, { times: 2 });
    const final = await step('deploy');
    expect([final.exitCode, services.sts.requests.length]).toEqual([1, 1]);
    const patient = await step('deploy', { 'retry-refusals': '30s' });
    expect([patient.exitCode, services.sts.requests.length]).toEqual([0, 3]);
    expect(patient.stdout).toMatch(/default: attempt 1 failed \(\w+\), trying again/);
  });

  test('is told with the number of its calls when it stays', async () => {
    withRole('deploy');
    services.sts.fail('web-identity-denied');
    const run = await step('deploy', { 'retry-refusals': '3s' });
    expect([run.exitCode, services.sts.requests.length]).toEqual([1, 2]);
    expect(run.annotations[0]?.message).toContain('AWS refused arn:aws:iam::111111111111:role/deploy');
  });

  test('that nothing heals is not asked about again', async () => {
    withRole('deploy');
    services.sts.fail('malformed-policy');
    const run = await step('deploy', { 'retry-refusals': '30s' });
    expect([run.exitCode, services.sts.requests.length]).toEqual([1, 1]);
  });

  test('cannot be waited for longer than everything may take', async () => {
    const run = await step('deploy', { 'retry-refusals': '2m' });
    expect(run.annotations[0]?.message).toContain(
      'retry-refusals: is 120 s, and everything ends after 60 s: raise `timeout` above it',
    );
  });
});
