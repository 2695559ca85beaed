import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { plantedKey } from './support/credentials.js';
import { describeJob, describePullRequest, type GitHubJob } from './support/github-job.js';
import { type Issuer, makeSigningKey, type SigningKey } from './support/issuer.js';
import { type Job, withJob } from './support/job.js';
import { createRepository, type Repository } from './support/repository.js';
import { startServices } from './support/services.js';
import type { Sts } from './support/sts.js';
import { gitHubTrust } from './support/sts-account.js';

const ACCOUNT = '111111111111';
const inputs = { 'role-to-assume': `arn:aws:iam::${ACCOUNT}:role/deploy`, 'aws-region': 'eu-west-1' };
const planted = plantedKey('deploy-scan');
const ENV_FILE = `AWS_ACCESS_KEY_ID=${planted.accessKeyId}\nAWS_SECRET_ACCESS_KEY=${planted.secretAccessKey}\n`;

let key: SigningKey;
let issuer: Issuer;
let sts: Sts;
let repository: Repository;

beforeAll(async () => {
  key = await makeSigningKey();
});
beforeEach(async () => {
  ({ issuer, sts } = await startServices({ key }));
  sts.role(ACCOUNT, { name: 'deploy', trust: gitHubTrust(ACCOUNT, { subject: 'repo:acme/shop:*' }) });
  repository = await createRepository();
  await repository.commit('first', { 'README.md': 'Hello\n' });
});
afterEach(() => Promise.all([issuer.close(), sts.close(), repository.remove()]));

function inCheckout<T>(body: (job: Job) => Promise<T>, job: GitHubJob = describeJob({ event: 'schedule' })) {
  const secrets = [planted.secretAccessKey];
  return withJob({ job, services: { issuer, sts }, workspace: repository.path, secrets }, body);
}

describe('the scan in front of the exchange', () => {
  test('lets a clean repository through to its credentials', async () => {
    const run = await inCheckout(job => job.step({ inputs }));
    expect(run.exitCode).toBe(0);
    expect(run.outputs['findings']).toBe('0');
    expect(run.exported['AWS_ACCOUNT_ID']).toBe(ACCOUNT);
  });

  test('stops a repository with a static key: annotated at its line, redacted, and no call is made', async () => {
    await repository.commit('second', { 'cfg/a%0A::error::b.env': `# settings\n${ENV_FILE}` });
    const run = await inCheckout(job => job.step({ inputs, env: { AWS_SESSION_TOKEN: 'earlier' } }));
    expect(run.exitCode).toBe(1);
    expect(run.outputs['findings']).toBe('1');
    expect(run.exported).toEqual({ AWS_SESSION_TOKEN: '' });
    const [finding, refusal, ...others] = run.annotations.filter(({ level }) => level === 'error');
    expect(finding).toMatchObject({ file: 'cfg/a%0A::error::b.env', line: 2 });
    expect(`${finding?.title} ${finding?.message}`).toContain(`AKIA…${planted.accessKeyId.slice(-4)}`);
    expect(refusal?.message).toContain('No credentials are handed to a job whose repository holds one');
    expect(others).toEqual([]);
    expect([...issuer.requests, ...sts.requests]).toEqual([]);
    expect(run.masks).toContain(planted.secretAccessKey);
  });

  test('fail-on-findings: false reports, and goes on', async () => {
    await repository.commit('second', { '.env': ENV_FILE });
    const run = await inCheckout(job => job.step({ inputs: { ...inputs, 'fail-on-findings': 'false' } }));
    expect(run.exitCode).toBe(0);
    expect(run.outputs['findings']).toBe('1');
    expect(run.exported['AWS_ACCOUNT_ID']).toBe(ACCOUNT);
  });

  test('scan: off finds nothing and says nothing of it', async () => {
    await repository.commit('second', { '.env': ENV_FILE });
    const run = await inCheckout(job => job.step({ inputs: { ...inputs, scan: 'off' } }));
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ findings: '', 'sarif-file': '' });
  });

  test('a pull request cannot allow its own key', async () => {
    const allow = 'scan: { allow: [ { path: "**", reason: trust me } ] }\n';
    await repository.commit('second', { '.env': ENV_FILE, '.github/aws-temp-creds.yml': allow });
    const [head, base] = (await repository.git('rev-list', '--max-count=2', 'HEAD')).trim().split('\n');
    const job = describePullRequest(7);
    const event = {
      pull_request: {
        number: 7,
        base: { sha: base },
        head: { sha: head, repo: { full_name: 'acme/shop' } },
      },
    };
    const run = await withJob(
      {
        job,
        event,
        services: { issuer, sts },
        workspace: repository.path,
        secrets: [planted.secretAccessKey],
      },
      running => running.step({ inputs }),
    );
    expect(run.exitCode).toBe(1);
    expect(run.outputs['findings']).toBe('1');
    expect(sts.requests).toEqual([]);
  });

  test('a step that names nobody fails after its scan has reported, and leaves nobody behind', async () => {
    const run = await inCheckout(job =>
      job.step({
        inputs: { 'role-to-assume': '', 'aws-region': '' },
        env: { AWS_ACCESS_KEY_ID: 'earlier-id', AWS_PROFILE: 'earlier' },
      }),
    );
    expect(run).toMatchObject({
      exitCode: 1,
      exported: { AWS_ACCESS_KEY_ID: '', AWS_PROFILE: 'aws-temp-creds-ended' },
    });
    expect(run.outputs).toMatchObject({ findings: '0', 'aws-account-id': '', environments: '[]' });
    expect(run.stdout).toContain(
      'Ended for the later steps, for this step failed: AWS_ACCESS_KEY_ID, AWS_PROFILE',
    );
    expect(run.annotations[0]?.message).toContain('this step names no role');
    expect(run.annotations[0]?.message).toContain('does not exist here: it is misspelt');
    expect(issuer.requests).toEqual([]);
  });

  test('a step that was only to scan passes, and says what it left as it was', async () => {
    for (const inputs of [{ scan: 'tree' }, { 'scan-only': 'true' }]) {
      const env = { AWS_ACCESS_KEY_ID: 'earlier-id' };
      const run = await inCheckout(job => job.step({ inputs, env }));
      expect(run).toMatchObject({ exitCode: 0, exported: {}, annotations: [] });
      expect(run.stdout).toContain('Those of before stay: AWS_ACCESS_KEY_ID');
    }
  });

  test('a step that was only to end an identity passes', async () => {
    const env = { AWS_ACCESS_KEY_ID: 'earlier-id' };
    const unset = await inCheckout(job => job.step({ env, inputs: { 'unset-current-credentials': 'true' } }));
    expect(unset).toMatchObject({ exitCode: 0, exported: { AWS_ACCESS_KEY_ID: '' } });
    expect(unset.stdout).toContain('Ended for the later steps: AWS_ACCESS_KEY_ID');
  });

  test('a step that says how to hand credentials over wants some, whatever it scans', async () => {
    const run = await inCheckout(job => job.step({ inputs: { scan: 'tree', export: 'env' } }));
    expect(run.exitCode).toBe(1);
    expect(run.annotations[0]?.message).toContain('Given: export.');
  });

  test('scan-only and a role exclude each other', async () => {
    const run = await inCheckout(job =>
      job.step({ inputs: { 'scan-only': 'true', 'role-to-assume': 'github-deploy', scan: 'off' } }),
    );
    expect(run.annotations[0]?.message).toContain('2 faults');
    expect(run.annotations[0]?.message).toContain('role-to-assume: is given beside `scan-only: true`');
  });
});
