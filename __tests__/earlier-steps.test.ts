import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { splitFile } from '../src/handover/profile-file.js';
import { describeJob, subjectOf } from './support/github-job.js';
import type { Issuer } from './support/issuer.js';
import { type Job, type JobOptions, withJob } from './support/job.js';
import { startServices } from './support/services.js';
import type { Sts } from './support/sts.js';
import { awsTrust, gitHubTrust } from './support/sts-account.js';

const [ONE, TWO] = ['111111111111', '222222222222'] as const;
const job = describeJob({ environment: 'production' });
const deploy = (account: string) => `arn:aws:iam::${account}:role/deploy`;
const EUROPE = { 'role-to-assume': deploy(ONE), 'aws-region': 'eu-west-1', scan: 'off' };
const AMERICA = { 'role-to-assume': deploy(TWO), 'aws-region': 'us-east-1', scan: 'off' };
const CHAINED = {
  ...AMERICA,
  'role-to-assume': `arn:aws:iam::${TWO}:role/chained`,
  'role-chaining': 'true',
};
const END = { 'unset-current-credentials': 'true', scan: 'off' };

let issuer: Issuer;
let sts: Sts;

beforeAll(async () => {
  ({ issuer, sts } = await startServices());
  for (const account of [ONE, TWO]) {
    sts.role(account, { name: 'deploy', trust: gitHubTrust(account, { subject: subjectOf(job) }) });
  }
  sts.role(TWO, { name: 'chained', trust: awsTrust(deploy(ONE)) });
});
afterAll(() => Promise.all([issuer.close(), sts.close()]));

const inJob = (body: (running: Job) => Promise<void>, options: JobOptions = {}) =>
  withJob({ job, services: { issuer, sts }, ...options }, body);

const folderOf = (running: Job) => dirname(running.env['AWS_CONFIG_FILE'] ?? '');
const sections = (running: Job) =>
  readFileSync(running.env['AWS_CONFIG_FILE'] ?? '', 'utf8')
    .match(/^\[.*\]$/gm)
    ?.join(' ');

/** What breaks a tool: see docs/several-steps.md. */
function expectNothingEmpty({ env }: Job): void {
  for (const name of [
    'AWS_PROFILE',
    'AWS_DEFAULT_PROFILE',
    'AWS_REGION',
    'AWS_DEFAULT_REGION',
    'CDK_PLUGIN',
  ]) {
    expect([name, env[name]]).not.toEqual([name, '']);
  }
}

describe('after a step with profiles', () => {
  test('two profiles by name keep a Region each, and the default identity is nobody', async () => {
    await inJob(async running => {
      await running.step({ inputs: { ...EUROPE, 'aws-profile': 'dev' } });
      const second = await running.step({ inputs: { ...AMERICA, 'aws-profile': 'prod' } });
      expect(second.annotations).toEqual([]);
      expect(sections(running)).toBe('[profile dev] [profile prod]');
      expect(Object.keys(running.env).filter(name => /^AWS_(DEFAULT_)?(REGION|PROFILE)$/.test(name))).toEqual(
        [],
      );
      for await (const _ of running.posts()) expectNothingEmpty(running);
    });
  });

  test('one that exports keys leaves no empty variable, before or after any post step', async () => {
    await inJob(async running => {
      await running.step({ inputs: { ...EUROPE, export: 'profiles', 'aws-profile': 'dev' } });
      const second = await running.step({ inputs: AMERICA });
      expect(second.annotations).toEqual([]);
      expect(second.exported['AWS_ACCESS_KEY_ID']).toMatch(/^ASIA/);
      expectNothingEmpty(running);
      const posts = running.posts();
      await posts.next();
      // The default profile of the first step is the default identity again, in its own Region.
      expect(running.env).toMatchObject({ AWS_ACCESS_KEY_ID: '', AWS_REGION: 'eu-west-1' });
      for await (const _ of posts) expectNothingEmpty(running);
    });
  });

  test('role-chaining starts from its default profile, or from the one that AWS_PROFILE names', async () => {
    await inJob(async running => {
      await running.step({ inputs: { ...EUROPE, export: 'profiles', 'aws-profile': 'dev' } });
      const chained = await running.step({ inputs: CHAINED });
      expect(chained.outputs['authenticated-arn']).toContain(`${TWO}:assumed-role/chained/`);
    });
    await inJob(async running => {
      await running.step({ inputs: { ...EUROPE, 'aws-profile': 'first' } });
      const inputs = { ...CHAINED, 'aws-profile': 'second' };
      const chained = await running.step({ inputs, env: { AWS_PROFILE: 'first' } });
      expect(chained.exitCode).toBe(0);
      // What starts from another session ends with it, so the profile holds keys.
      expect(readFileSync(running.env['AWS_SHARED_CREDENTIALS_FILE'] ?? '', 'utf8')).toContain('[second]\n');
      expect(running.env).not.toHaveProperty('AWS_PROFILE');
    });
  });

  test('another tool that writes the files anew, without comments, makes none of our profiles the user’s', async () => {
    await inJob(async running => {
      await running.step({ inputs: { ...EUROPE, 'aws-profile': 'dev' } });
      const file = running.env['AWS_CONFIG_FILE'] ?? '';
      const text = readFileSync(file, 'utf8').replace(/^#.*\n/gm, '');
      writeFileSync(file, `[profile added]\nregion = sa-east-1\n\n${text}\n[profile last]\nregion = x\n`);
      const second = await running.step({ inputs: { ...AMERICA, 'aws-profile': 'dev' } });
      expect(second.annotations).toEqual([]);
      expect(sections(running)).toBe('[profile added] [profile last] [profile dev]');
    });
  });
});

describe('unset-current-credentials ends the identity in the middle of a job', () => {
  test('of profiles: their files, their cached keys, and the plugin’s accounts', async () => {
    await inJob(async running => {
      await running.step({ inputs: { ...EUROPE, 'aws-profile': 'dev' } });
      const first = folderOf(running);
      await running.step({ inputs: { ...AMERICA, export: 'profiles', 'aws-profile': 'prod' } });
      const second = folderOf(running);
      const end = await running.step({ inputs: END });
      expect(end).toMatchObject({ exitCode: 0, annotations: [] });
      expect([existsSync(first), existsSync(second)]).toEqual([false, false]);
      expect(running.env).toMatchObject({
        AWS_CONFIG_FILE: join(running.folders.home, '.aws/config'),
        AWS_SHARED_CREDENTIALS_FILE: join(running.folders.home, '.aws/credentials'),
        CDK_ROLE_SESSION_NAME: '',
      });
      expectNothingEmpty(running);
      const posts = await running.post();
      expect(posts.map(({ exitCode, annotations }) => [exitCode, annotations])).toEqual(
        posts.map(() => [0, []]),
      );
      expect(existsSync(running.env['AWS_CONFIG_FILE'] ?? '')).toBe(false);
    });
  });

  test('alone it obtains no other, though the file has one for the job’s GitHub environment', async () => {
    await inJob(async running => {
      const file = `environments:\n  production: { account: "${ONE}", region: eu-west-1, role: deploy }\n`;
      mkdirSync(join(running.folders.workspace, '.github'));
      writeFileSync(join(running.folders.workspace, '.github/aws-temp-creds.yml'), file);
      await running.step({ inputs: { scan: 'off' } });
      const asked = sts.requests.length;
      const end = await running.step({ inputs: END });
      expect(end).toMatchObject({ exitCode: 0, outputs: { environments: '[]' } });
      expect(sts.requests).toHaveLength(asked);
    });
  });

  test('of keys, for good: no post step brings them back', async () => {
    await inJob(async running => {
      await running.step({ inputs: EUROPE });
      await running.step({ inputs: END });
      expect(running.env).toMatchObject({ AWS_ACCESS_KEY_ID: '', AWS_SESSION_TOKEN: '' });
      await running.post();
      expect(running.env).toMatchObject({ AWS_ACCESS_KEY_ID: '', AWS_SESSION_TOKEN: '' });
    });
  });

  test('and gives way to the one that the same step obtains', async () => {
    await inJob(async running => {
      await running.step({ inputs: { ...EUROPE, 'aws-profile': 'dev' } });
      const first = folderOf(running);
      await running.step({ inputs: { ...AMERICA, 'aws-profile': 'prod', ...END } });
      expect(existsSync(first)).toBe(false);
      expect(sections(running)).toBe('[profile prod]');
    });
  });

  test('leaves a CDK plugin that the user had', async () => {
    await inJob(
      async running => {
        await running.step({ inputs: { ...EUROPE, export: 'profiles', 'aws-profile': 'dev' } });
        expect(running.env['CDK_PLUGIN']).not.toBe('/opt/own.js');
        await running.step({ inputs: END });
        expect(running.env['CDK_PLUGIN']).toBe('/opt/own.js');
      },
      { env: { CDK_PLUGIN: '/opt/own.js' } },
    );
  });
});

describe('a file that we and others have written', () => {
  test('is split by the names of our profiles, and every byte comes back', () => {
    const theirs = Buffer.concat([
      Buffer.from('\ufeff# ünï\r\n[profile a]\r\nx=1\r\n'),
      Buffer.from([0xff, 0xfe, 0x0a]),
    ]);
    const ours = '[profile "dev" ] ; rewritten\nregion = r\n[default]\nregion = r\n';
    const file = Buffer.concat([theirs, Buffer.from(ours), Buffer.from('[b]\ny=2')]);
    const split = splitFile(file, new Set(['dev', 'default']));
    expect(split.ours).toBe(ours);
    expect(split.theirs.equals(Buffer.concat([theirs, Buffer.from('[b]\ny=2')]))).toBe(true);
  });
});
