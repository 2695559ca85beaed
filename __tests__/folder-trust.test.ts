import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { jobFolder } from '../src/handover/job-folder.js';
import { describeJob, subjectOf } from './support/github-job.js';
import type { Issuer } from './support/issuer.js';
import { type Job, withJob } from './support/job.js';
import { profileJob } from './support/profile-job.js';
import { startServices } from './support/services.js';
import type { Sts } from './support/sts.js';
import { gitHubTrust } from './support/sts-account.js';

const ACCOUNT = '111111111111';
const job = describeJob({ environment: 'dev' });
const inputs = {
  'role-to-assume': `arn:aws:iam::${ACCOUNT}:role/deploy`,
  'aws-region': 'eu-west-1',
  'aws-profile': 'dev',
  scan: 'off',
};
const STRANGER = 65_534;
const posix = process.platform === 'win32' ? test.skip : test;
const asRoot = process.getuid?.() === 0 ? test : test.skip;

let issuer: Issuer;
let sts: Sts;

beforeAll(async () => {
  ({ issuer, sts } = await startServices());
  sts.role(ACCOUNT, { name: 'deploy', trust: gitHubTrust(ACCOUNT, { subject: subjectOf(job) }) });
});
afterAll(() => Promise.all([issuer.close(), sts.close()]));

const inJob = (body: (running: Job) => Promise<void>) => withJob({ job, services: { issuer, sts } }, body);
const shared = ({ folders }: Job) => join(folders.temp, '_github_home');

async function expectRefusal(running: Job, why: string, given = inputs): Promise<void> {
  const before = sts.requests.length;
  const run = await running.step({ inputs: given });
  expect(run.exitCode).toBe(1);
  expect(run.annotations[0]?.message).toContain(why);
  expect(run.exported).toEqual({});
  expect(sts.requests).toHaveLength(before);
}

describe('the folders that profiles lie below', () => {
  asRoot('are refused, before any call, when another user owns one', async () => {
    await inJob(async running => {
      mkdirSync(shared(running), { mode: 0o755 });
      chownSync(shared(running), STRANGER, STRANGER);
      await expectRefusal(running, 'belongs to another user (65534)');
    });
    await inJob(async running => {
      chownSync(running.folders.temp, STRANGER, STRANGER);
      await expectRefusal(running, 'belongs to another user (65534)');
    });
  });

  posix.each([0o777, 0o1777, 0o775, 0o770])('are refused when others may change one: mode %o', async mode => {
    await inJob(async running => {
      mkdirSync(shared(running));
      chmodSync(shared(running), mode);
      await expectRefusal(running, 'may be changed by other users');
    });
  });

  posix(
    'are refused when everybody may rename what lies in RUNNER_TEMP, and taken when it is as open as /tmp',
    async () => {
      await inJob(async running => {
        chmodSync(running.folders.temp, 0o777);
        await expectRefusal(running, 'may be changed by other users');
      });
      await inJob(async running => {
        chmodSync(running.folders.temp, 0o1777);
        expect((await running.step({ inputs })).exitCode).toBe(0);
      });
    },
  );

  posix.each([0o000, 0o077, 0o277])('have modes of their own under the umask %o', async umask => {
    await inJob(async running => {
      const before = process.umask(umask);
      try {
        const main = await running.step({ inputs });
        const folder = dirname(main.exported['AWS_CONFIG_FILE'] ?? '');
        const mode = (path: string) => (lstatSync(path).mode & 0o777).toString(8);
        expect([mode(shared(running)), mode(folder), mode(join(folder, 'cache'))]).toEqual([
          '755',
          '700',
          '700',
        ]);
        for (const { path, mode: found } of main.files) expect([path, found]).toEqual([path, 0o600]);
      } finally {
        process.umask(before);
      }
    });
  });

  asRoot('of another user are believed by nobody who reads a profile', () => {
    const ours = profileJob();
    try {
      const { folder } = ours.write();
      expect(jobFolder(folder)).toBeDefined();
      chownSync(folder, STRANGER, STRANGER);
      expect(jobFolder(folder)).toBeUndefined();
    } finally {
      ours.close();
    }
  });
});

describe('the post step', () => {
  /** Two steps, so that there is a folder of ours that is not the second one's. */
  const afterTwo = (body: (running: Job, first: string, state: Record<string, string>) => Promise<void>) =>
    inJob(async running => {
      const first = await running.step({ inputs });
      const second = await running.step({ inputs: { ...inputs, 'aws-profile': 'prod' } });
      await body(running, dirname(first.exported['AWS_CONFIG_FILE'] ?? ''), { ...second.state });
    });
  const post = (running: Job, state: Record<string, string>) =>
    running.step({
      bundle: 'post',
      env: Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])),
    });

  test('removes the folder that its own seal names, and no other, whatever the state says', async () => {
    await afterTwo(async (running, first, state) => {
      await post(running, { ...state, 'profiles-folder': first, 'restore-profiles': first });
      expect(existsSync(first)).toBe(true);
    });
  });

  test('touches nothing for a folder of a key that it did not make', async () => {
    await afterTwo(async (running, first, state) => {
      const own = state['restore-folder'] ?? '';
      const other = join(running.folders.workspace, 'aws-temp-creds-action');
      mkdirSync(other, { mode: 0o700 });
      writeFileSync(join(other, 'precious'), '');
      writeFileSync(join(other, 'key'), await readFile(join(own, 'key'), 'utf8'));
      const run = await post(running, { ...state, 'restore-folder': other });
      expect(readdirSync(other).sort()).toEqual(['key', 'precious']);
      expect(run.exported).toEqual({});
      expect(existsSync(first)).toBe(true);
    });
  });

  test('follows no link to a folder of a key, nor from it', async () => {
    await afterTwo(async (running, _, state) => {
      const own = state['restore-folder'] ?? '';
      const moved = join(running.folders.workspace, 'moved');
      renameSync(own, moved);
      symlinkSync(moved, own, 'junction');
      await post(running, state);
      expect(readdirSync(moved)).toEqual(['key']);
    });
  });

  test('leaves what others have put beside its key', async () => {
    await afterTwo(async (running, _, state) => {
      const own = state['restore-folder'] ?? '';
      writeFileSync(join(own, 'precious'), '');
      const run = await post(running, state);
      expect(run.exitCode).toBe(0);
      expect(readdirSync(own)).toEqual(['precious']);
    });
  });

  test('with AWS_SKIP_CLEANUP_STEP puts nothing back and removes nothing', async () => {
    await afterTwo(async (running, first) => {
      for (const { env } of [{ env: { AWS_SKIP_CLEANUP_STEP: 'true' } }]) {
        const run = await running.step({ bundle: 'post', env });
        expect(run).toMatchObject({ exitCode: 0, exported: {} });
        expect(existsSync(first)).toBe(true);
      }
    });
  });
});
