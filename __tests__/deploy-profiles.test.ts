import { existsSync } from 'node:fs';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { describeJob } from './support/github-job.js';
import { type Issuer, makeSigningKey, type SigningKey } from './support/issuer.js';
import { type Job, withJob } from './support/job.js';
import { nodePath } from './support/program.js';
import { startServices } from './support/services.js';
import type { Sts } from './support/sts.js';
import { gitHubTrust } from './support/sts-account.js';

const [EU, US] = ['222222222222', '333333333333'] as const;
const FILE = `
environments:
  prod-eu: { account: "${EU}", region: eu-west-1, role: deploy, github-environment: production }
  prod-us: { account: "${US}", region: us-east-1, role: deploy, github-environment: production, default: true }
`;

let key: SigningKey;
let issuer: Issuer;
let sts: Sts;

beforeAll(async () => {
  key = await makeSigningKey();
});
beforeEach(async () => {
  ({ issuer, sts } = await startServices({ key }));
  for (const account of [EU, US]) {
    sts.role(account, { name: 'deploy', trust: gitHubTrust(account, { subject: 'repo:acme/shop:*' }) });
  }
});
afterEach(() => Promise.all([issuer.close(), sts.close()]));

function inJob<T>(body: (job: Job) => Promise<T>, env: Record<string, string> = {}): Promise<T> {
  const job = describeJob({ environment: 'production' });
  return withJob({ job, services: { issuer, sts }, env }, async running => {
    await mkdir(join(running.folders.workspace, '.github'));
    await writeFile(join(running.folders.workspace, '.github/aws-temp-creds.yml'), FILE);
    return body(running);
  });
}

/** What a tool gets that reads one of the profiles, by running its credential_process as a shell does. */
async function identity(job: Job, profile: string): Promise<unknown> {
  const config = await readFile(job.env['AWS_CONFIG_FILE'] ?? '', 'utf8');
  const header = profile === 'default' ? profile : `profile ${profile}`;
  const command = new RegExp(`\\[${header}\\][^[]*credential_process = (.*)`).exec(config)?.[1] ?? '';
  const tool = `const { execSync } = require('node:child_process'); process.stdout.write(execSync(process.argv[1]));`;
  const run = await job.run(nodePath('24'), ['-e', tool, command]);
  return JSON.parse(run.stdout);
}

describe('export: profiles', () => {
  test('is the default for environments: a profile for each, the default one first, no key in the environment', async () => {
    await inJob(
      async job => {
        const main = await job.step({ inputs: { scan: 'off' } });
        expect(main.exitCode).toBe(0);
        expect(main.exported).toMatchObject({ AWS_ACCESS_KEY_ID: '' });
        expect(main.exported).not.toHaveProperty('AWS_PROFILE');
        expect(main.exported['AWS_SECRET_ACCESS_KEY']).toBeFalsy();
        expect(main.exported).not.toHaveProperty('AWS_REGION');
        expect(await identity(job, 'prod-eu')).toMatchObject({ Version: 1, AccountId: EU });
        expect(await identity(job, 'prod-us')).toMatchObject({ Version: 1, AccountId: US });
        expect(await identity(job, 'default')).toMatchObject({ Version: 1, AccountId: US });
        // Main had asked already.
        expect(sts.requests).toHaveLength(2);
        expect(issuer.tokenRequests).toBe(1);
      },
      { AWS_ACCESS_KEY_ID: 'earlier' },
    );
  });

  test('ends with the post step: no folder, and variables by which the tools behave as if there were none', async () => {
    await inJob(async job => {
      const main = await job.step({ inputs: { scan: 'off' } });
      const folder = dirname(main.exported['AWS_CONFIG_FILE'] ?? '');
      expect(existsSync(folder)).toBe(true);
      const [post] = await job.post();
      expect(post?.annotations).toEqual([]);
      expect(existsSync(folder)).toBe(false);
      expect(post?.exported).toEqual({
        AWS_CONFIG_FILE: join(job.folders.home, '.aws/config'),
        AWS_SHARED_CREDENTIALS_FILE: join(job.folders.home, '.aws/credentials'),
        AWS_SDK_LOAD_CONFIG: '',
        // CDK stops at an empty CDK_PLUGIN; ours does nothing without our profiles.
        CDK_ROLE_SESSION_NAME: '',
      });
      expect(post?.files).toEqual([]);
    });
  });

  test('a profile of that name that is there already is refused before any call', async () => {
    await inJob(async job => {
      await mkdir(join(job.folders.home, '.aws'));
      await writeFile(join(job.folders.home, '.aws/credentials'), '[prod-eu] ; old\naws_access_key_id = x\n');
      const main = await job.step({ inputs: { scan: 'off' } });
      expect(main.exitCode).toBe(1);
      expect(main.annotations[0]?.message).toContain('has a profile named prod-eu already');
      expect(sts.requests).toEqual([]);
    });
  });

  test('aws-profile adds the profile of the classic pair, and leaves the default identity alone', async () => {
    await inJob(async job => {
      const main = await job.step({
        inputs: {
          'role-to-assume': `arn:aws:iam::${EU}:role/deploy`,
          'aws-region': 'eu-west-1',
          'aws-profile': 'release',
          scan: 'off',
        },
      });
      expect(Object.keys(main.exported).sort()).toEqual([
        'AWS_CONFIG_FILE',
        'AWS_SDK_LOAD_CONFIG',
        'AWS_SHARED_CREDENTIALS_FILE',
      ]);
      expect(await identity(job, 'release')).toMatchObject({ AccountId: EU });
    });
  });

  test('that cannot be written leave nothing of an identity: no table, no output, no secret', async () => {
    await inJob(async job => {
      await symlink(job.folders.home, join(job.folders.temp, '_github_home'));
      const main = await job.step({
        inputs: { environment: 'prod-eu', 'output-credentials': 'true', scan: 'off' },
      });
      expect(main.exitCode).toBe(1);
      expect(main.annotations[0]?.message).toContain('_github_home is not a folder');
      expect(main.outputs).toMatchObject({ 'authenticated-arn': '', 'aws-secret-access-key': '' });
      expect(main.summary).toBe('');
      expect(main.stdout).not.toContain('valid until');
      expect(main.exported).toEqual({});
    });
  });

  test('of an earlier step are out of reach once a later step failed, until its post step', async () => {
    await inJob(async job => {
      const inputs = { 'aws-region': 'eu-west-1', scan: 'off', export: 'profiles' };
      const role = `arn:aws:iam::${EU}:role/deploy`;
      const first = await job.step({ inputs: { ...inputs, 'role-to-assume': role } });
      const second = await job.step({ inputs: { ...inputs, 'role-to-assume': `${role}-none` } });
      expect(second.exitCode).toBe(1);
      expect(second.exported).toEqual({
        AWS_CONFIG_FILE: join(job.folders.home, '.aws/config'),
        AWS_SHARED_CREDENTIALS_FILE: join(job.folders.home, '.aws/credentials'),
        CDK_ROLE_SESSION_NAME: '',
      });
      const [post] = await job.post();
      expect(post?.exported).toMatchObject({ AWS_CONFIG_FILE: first.exported['AWS_CONFIG_FILE'] });
    });
  });

  test('refresh: false writes short-lived keys, for containers that cannot start our program', async () => {
    await inJob(async job => {
      const main = await job.step({ inputs: { environment: 'prod-eu', refresh: 'false', scan: 'off' } });
      const [session] = sts.sessions;
      const credentials = await readFile(main.exported['AWS_SHARED_CREDENTIALS_FILE'] ?? '', 'utf8');
      expect(credentials).toMatch(
        new RegExp(`\\[prod-eu\\]\n.*\naws_access_key_id = ${session?.accessKeyId}\n`),
      );
      expect(main.exported).not.toHaveProperty('CDK_PLUGIN');
    });
  });
});
