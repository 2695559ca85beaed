import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { describeJob, type GitHubJob } from './support/github-job.js';
import { type Issuer, makeSigningKey, type SigningKey } from './support/issuer.js';
import { type StepOptions, withJob } from './support/job.js';
import { startServices } from './support/services.js';
import type { Sts } from './support/sts.js';
import { awsTrust, gitHubTrust } from './support/sts-account.js';

const [DEV, EU, US, HUB] = ['111111111111', '222222222222', '333333333333', '012345678901'] as const;
const FILE = `
environments:
  dev: { account: "${DEV}", region: eu-west-1, role: github-deploy, duration: 30m }
  prod-eu: { account: "${EU}", region: eu-west-1, role: ci/github-deploy, github-environment: production }
  prod-us:
    account: "${US}"
    region: us-east-1
    role: arn:aws:iam::${US}:role/github-deploy
    github-environment: production
    default: true
  spoke: { account: "${US}", region: us-east-1, role: spoke, via: "arn:aws:iam::${HUB}:role/hub", tags: { team: shop } }
  spoke-eu: { account: "${EU}", region: eu-west-1, role: spoke, via: "arn:aws:iam::${HUB}:role/hub" }
`;

let key: SigningKey;
let issuer: Issuer;
let sts: Sts;

beforeAll(async () => {
  key = await makeSigningKey();
});
beforeEach(async () => {
  ({ issuer, sts } = await startServices({ key }));
  const anybody = { subject: 'repo:acme/shop:*' };
  sts.role(DEV, { name: 'github-deploy', trust: gitHubTrust(DEV, anybody) });
  sts.role(EU, { name: 'ci/github-deploy', trust: gitHubTrust(EU, anybody) });
  sts.role(US, { name: 'github-deploy', trust: gitHubTrust(US, anybody) });
  const hub = sts.role(HUB, { name: 'hub', trust: gitHubTrust(HUB, anybody) });
  sts.role(US, { name: 'spoke', trust: awsTrust(hub.arn) });
  sts.role(EU, { name: 'spoke', trust: awsTrust(hub.arn) });
});
afterEach(() => Promise.all([issuer.close(), sts.close()]));

/** One step in a job whose checkout has the configuration file. */
function step(options: StepOptions, job: GitHubJob = describeJob(), file = FILE, idToken = true) {
  return withJob({ job, services: { issuer, sts }, idToken }, async running => {
    await mkdir(join(running.folders.workspace, '.github'));
    await writeFile(join(running.folders.workspace, '.github/aws-temp-creds.yml'), file);
    return running.step({ ...options, inputs: { scan: 'off', ...options.inputs } });
  });
}

const accountsOf = (run: Awaited<ReturnType<typeof step>>) =>
  JSON.parse(run.outputs['environments'] ?? '').map(({ account }: { account: string }) => account);

describe('environments of the configuration file', () => {
  test('one is handed over as environment variables on request', async () => {
    const run = await step({ inputs: { environment: 'dev', export: 'env' } });
    expect(run.annotations).toEqual([]);
    expect(run.exported).toMatchObject({ AWS_ACCOUNT_ID: DEV, AWS_REGION: 'eu-west-1' });
    expect(sts.requests[0]?.parameters['DurationSeconds']).toBe('1800');
  });

  test('a GitHub environment stands for all its accounts: one token, one call each, the default is primary', async () => {
    const run = await step({ inputs: { environment: 'production', export: 'none' } });
    expect(accountsOf(run)).toEqual([EU, US]);
    expect(run.outputs['aws-account-id']).toBe(US);
    expect(run.exported).toEqual({});
    expect(issuer.tokenRequests).toBe(1);
    expect(sts.requests).toHaveLength(2);
    expect(run.summary.split('\n').filter(line => line.startsWith('| prod-'))).toHaveLength(2);
  });

  test('a GitHub environment may have blanks in its name', async () => {
    const file = FILE.replaceAll('github-environment: production', 'github-environment: Production EU');
    const run = await step({ inputs: { environment: 'dev, Production EU\n' } }, describeJob(), file);
    expect(run.annotations).toEqual([]);
    expect(accountsOf(run)).toEqual([DEV, EU, US]);
  });

  test("without the input they are those of the job's own GitHub environment", async () => {
    const run = await step({ inputs: { export: 'none' } }, describeJob({ environment: 'production' }));
    expect(accountsOf(run)).toEqual([EU, US]);
    expect(issuer.tokenRequests).toBe(1);
  });

  test('a job without GitHub environment, or without the permission, fails and is told which of them it lacks', async () => {
    const plain = await step({});
    expect(plain.exitCode).toBe(1);
    expect(plain.annotations[0]?.message).toContain('the job has no `environment:`');
    const forbidden = await step({}, describeJob(), FILE, false);
    expect(forbidden.exitCode).toBe(1);
    expect(forbidden.annotations[0]?.message).toContain('The job has no `id-token: write`');
    expect(sts.requests).toEqual([]);
  });

  test('a job without either passes where a scan, or the end of an identity, is all that is asked for', async () => {
    for (const inputs of [
      { scan: 'tree' },
      { scan: 'tree', 'scan-only': 'true' },
      { scan: 'off', 'unset-current-credentials': 'true' },
    ]) {
      const run = await step({ inputs }, describeJob(), FILE, false);
      expect([inputs, run.exitCode, run.annotations]).toEqual([inputs, 0, []]);
    }
    expect(sts.requests).toEqual([]);
  });

  test('a GitHub environment that the file does not know fails the job that has it', async () => {
    const run = await step({}, describeJob({ environment: 'staging' }));
    expect(run.exitCode).toBe(1);
    expect(run.annotations[0]?.message).toContain('"staging" stands nowhere in .github/aws-temp-creds.yml');
  });

  test('several and `export: env` are refused before any call: which one would win?', async () => {
    const run = await step({
      inputs: { environment: 'prod-eu, prod-us', export: 'env', 'output-credentials': 'true' },
    });
    expect(run.exitCode).toBe(1);
    expect(run.annotations[0]?.message).toContain('which one would win?');
    expect(run.annotations[0]?.message).toContain('output-credentials: has outputs for one identity');
    expect(issuer.requests).toEqual([]);
  });

  test('one of three refused: none is exported, and what was there is blanked', async () => {
    sts.role(US, { name: 'github-deploy', trust: gitHubTrust(US, { subject: 'repo:other/one:*' }) });
    const run = await step({
      inputs: { environment: 'dev, prod-eu, prod-us', export: 'none' },
      env: { AWS_ACCESS_KEY_ID: 'earlier' },
    });
    expect(run.exitCode).toBe(1);
    expect(run.exported).toEqual({ AWS_ACCESS_KEY_ID: '' });
    expect(run.annotations[0]?.message).toContain(
      `AWS refused arn:aws:iam::${US}:role/github-deploy for prod-us`,
    );
    expect(run.annotations[0]?.message).not.toContain('prod-eu');
  });

  test('two refused: both are named', async () => {
    for (const account of [EU, US]) sts.accounts.get(account)?.roles.clear();
    const run = await step({ inputs: { environment: 'production', export: 'none' } });
    expect(run.annotations[0]?.message).toMatch(
      /2 environments gave no credentials[\s\S]*prod-eu[\s\S]*prod-us/,
    );
  });

  test('an environment that is not there is named with those that are', async () => {
    const run = await step({ inputs: { environment: 'dev, prdo' } });
    expect(run.annotations[0]?.message).toContain(
      '"prdo" is no environment of .github/aws-temp-creds.yml (it has: dev, prod-eu',
    );
    expect(issuer.requests).toEqual([]);
  });

  test('inputs of the classic pair beside environments are refused, all in one message', async () => {
    const run = await step({
      inputs: { environment: 'dev', 'aws-region': 'eu-west-1', audience: 'x' },
      env: { 'INPUT_AWS-ACCESS-KEY-ID': 'given' },
    });
    const message = run.annotations[0]?.message ?? '';
    for (const input of ['aws-region', 'audience', 'aws-access-key-id'])
      expect(message).toContain(`${input}: `);
    expect(message).toContain('3 faults');
  });
});

describe('a hub role', () => {
  test('is assumed once for all environments behind it, and carries session tags', async () => {
    const run = await step({ inputs: { environment: 'spoke, spoke-eu', export: 'none' } });
    expect(run.annotations).toEqual([]);
    expect(sts.requests.map(({ action }) => action).sort()).toEqual([
      'AssumeRole',
      'AssumeRole',
      'AssumeRoleWithWebIdentity',
    ]);
    const tagged = sts.requests.filter(({ parameters }) => parameters['Tags.member.1.Key'] === 'team');
    expect(tagged).toHaveLength(1);
  });

  test('that refuses is the one named', async () => {
    sts.role(HUB, { name: 'hub', trust: gitHubTrust(HUB, { subject: 'repo:other/one:*' }) });
    const run = await step({ inputs: { environment: 'spoke', export: 'none' } });
    expect(run.annotations[0]?.message).toContain(`AWS refused arn:aws:iam::${HUB}:role/hub for spoke`);
  });
});

describe('a configuration file with faults', () => {
  test('names them all with their lines, and nothing is sent', async () => {
    const file = [
      'environments:',
      '  dev: { account: 11111111111, region: eu-west-1, role: x }',
      '  two:',
      '    account: "12345"',
      '    region: nowhere',
      '    role: arn:aws:iam::222222222222:user/x',
      '    dureation: 1h',
      'scan: { allow: [ { path: "docs/**" } ] }',
      'extra: 1',
    ].join('\n');
    const run = await step({ inputs: { environment: 'dev' } }, describeJob(), file);
    expect(run.exitCode).toBe(1);
    const message = run.annotations[0]?.message ?? '';
    for (const start of [
      'line 2: environments.dev.account must be a string',
      'line 4: environments.two.account must be exactly 12 digits',
      'line 5: environments.two.region must be the code of a Region',
      'line 6: environments.two.role must be a role',
      'line 7: environments.two.dureation is not a key of an environment',
      'line 8: scan.allow.0.reason is missing',
      'line 9: extra is not a key of this file',
    ]) {
      expect(message).toContain(start);
    }
    expect(message).toContain('7 faults');
    expect(issuer.requests).toEqual([]);
    expect(sts.requests).toEqual([]);
  });
});
