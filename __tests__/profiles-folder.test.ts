import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseRoleArn } from '../src/aws/names.js';
import { roleCache } from '../src/credentials/cache.js';
import { writePrivateFile } from '../src/credentials/private-file.js';
import { cacheFolder, jobFilePath, parseJobFile, targetFor } from '../src/handover/job-file.js';
import { newProfileFolder, removeProfiles, writeProfiles } from '../src/handover/profile-folder.js';
import { assumed, type ProfileJob, profileJob, target } from './support/profile-job.js';

const DEV = target('dev', '111111111111');
const LATER = new Date(Date.now() + 3_600_000);
const isWindows = process.platform === 'win32';

let job: ProfileJob;
beforeEach(() => {
  job = profileJob('a runner');
});
afterEach(() => job.close());

function modes(folder: string): Record<string, string> {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = [folder, ...all.map(({ parentPath, name }) => join(parentPath, name))];
  return Object.fromEntries(
    paths.map(path => [path.slice(folder.length), (lstatSync(path).mode & 0o777).toString(8)]),
  );
}

describe('the folder of a job', () => {
  test('is for its user alone, and has both files of the AWS tools', () => {
    const { folder } = job.write({}, [assumed(DEV, LATER)]);
    const all = modes(folder);
    expect(
      Object.keys(all)
        .map(name => name.replaceAll('\\', '/'))
        .sort(),
    ).toEqual(['', '/cache', '/cache/0.json', '/config', '/credentials', '/job.json']);
    if (!isWindows) {
      for (const [name, mode] of Object.entries(all))
        expect([name, mode]).toEqual([name, /^$|cache$/.test(name) ? '700' : '600']);
    }
  });

  test('begins with the credentials that the main step verified', () => {
    const role = assumed(DEV, LATER);
    const { folder } = job.write({}, [role]);
    expect(roleCache(cacheFolder(folder), '0').read()?.credentials).toEqual(role.credentials);
  });

  test('says to later processes exactly what was planned, and no secret', () => {
    const role = assumed(
      target('hub', '222222222222', {
        sessionPolicy: '{"Version":"2012-10-17"}',
        managedPolicies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
        chain: {
          via: parseRoleArn('arn:aws:iam::333333333333:role/ci/hub')?.arn,
          tags: { team: 'a: "b"' },
          externalId: undefined,
        },
      }),
      LATER,
    );
    const plan = job.write({ targets: [role.target] }, [role]);
    const text = readFileSync(jobFilePath(plan.folder), 'utf8');
    expect(parseJobFile(text)).toEqual(plan.job);
    expect(targetFor(plan.job, 'hub', 'deploy')).toEqual(role.target);
    for (const secret of [role.credentials.secretAccessKey, role.credentials.sessionToken])
      expect(text).not.toContain(secret);
  });

  test('is not made in a place that an earlier step turned into a link, nor over something that is there', () => {
    const elsewhere = join(job.home, 'elsewhere');
    mkdirSync(elsewhere);
    symlinkSync(elsewhere, join(job.temporary, '_github_home'), 'junction');
    expect(() => job.write()).toThrow(/is not a folder/);
    expect(readdirSync(elsewhere)).toEqual([]);
    rmSync(join(job.temporary, '_github_home'));
    const plan = job.plan();
    mkdirSync(plan.folder, { recursive: true });
    expect(() => writeProfiles(plan, [], new Date())).toThrow(/EEXIST/);
  });

  test('does not stay behind when it cannot be completed', () => {
    const plan = job.plan({ refresh: false });
    expect(() => writeProfiles(plan, [], new Date())).toThrow(/no credentials for dev/);
    expect(existsSync(plan.folder)).toBe(false);
  });

  test('needs RUNNER_TEMP', () => {
    expect(() => newProfileFolder('')).toThrow(/RUNNER_TEMP/);
  });
});

describe('a file that only its user may read', () => {
  test('replaces a link instead of following it', () => {
    const victim = join(job.home, 'victim');
    writeFileSync(victim, 'precious');
    const path = join(job.home, 'file');
    symlinkSync(victim, path);
    writePrivateFile(path, 'new');
    expect([readFileSync(victim, 'utf8'), readFileSync(path, 'utf8')]).toEqual(['precious', 'new']);
    expect(lstatSync(path).isSymbolicLink()).toBe(false);
    expect(readdirSync(job.home).filter(name => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('a second step of the same job', () => {
  const step = (
    name: string,
    account: string,
    earlier?: { variables: Readonly<Record<string, string>> },
    refresh = true,
  ) => {
    const role = assumed(target(name, account), LATER, `${name} ${account}`);
    return job.write({ targets: [role.target], variables: earlier?.variables ?? {}, refresh }, [role]);
  };
  const sections = (path: string) => readFileSync(path, 'utf8').match(/^\[.*\]$/gm);

  test("keeps the profiles of the first one, and the user's", () => {
    writeFileSync(join(job.home, '.aws', 'config'), '[default]\nregion = eu-north-1\n');
    const first = step('dev', '111111111111');
    const second = step('prod', '222222222222', first);
    expect(sections(join(second.folder, 'config'))).toEqual(['[default]', '[profile dev]', '[profile prod]']);
    expect(second.job.outer).toBe(first.folder);
  });

  test('replaces a profile of the same name that we wrote, with or without static keys', () => {
    for (const refresh of [true, false]) {
      const first = step('dev', '111111111111', undefined, refresh);
      const second = step('dev', '222222222222', first, refresh);
      expect(sections(join(second.folder, 'config'))).toEqual(['[default]', '[profile dev]']);
      const credentials = readFileSync(join(second.folder, 'credentials'), 'utf8');
      expect(credentials).not.toContain(assumed(DEV, LATER, 'dev 111111111111').credentials.accessKeyId);
      expect(sections(join(second.folder, 'credentials'))).toEqual(refresh ? null : ['[default]', '[dev]']);
    }
  });
});

function unmarked(folder: string): string {
  rmSync(jobFilePath(folder));
  return folder;
}

function renamed(folder: string): string {
  const other = folder.slice(0, -1) + (folder.endsWith('0') ? '1' : '0');
  renameSync(folder, other);
  return other;
}

describe('after the job', () => {
  test('the folder is gone, with everything that processes put into it', () => {
    const { folder } = job.write({}, [assumed(DEV, LATER)]);
    writeFileSync(join(cacheFolder(folder), 'left.tmp'), '');
    expect(removeProfiles(folder, job.temporary)).toBe('removed');
    expect(existsSync(folder)).toBe(false);
    expect(removeProfiles(folder, job.temporary)).toBe('absent');
  });

  test.each<[string, (folder: string) => string]>([
    ['another folder of RUNNER_TEMP', folder => dirname(folder)],
    ['RUNNER_TEMP itself', folder => dirname(dirname(folder))],
    ['a path that leads out', folder => join(folder, '..', '..', '..', 'home')],
    ['a folder without our mark', unmarked],
    ['a copy under another name', renamed],
  ])('%s is left alone, whatever the state says', (_, path) => {
    const other = path(job.write().folder);
    const before = readdirSync(other);
    expect(removeProfiles(other, job.temporary)).toBe('not ours');
    expect(readdirSync(other)).toEqual(before);
  });

  test('a folder outside of RUNNER_TEMP, or a link to one, is left alone', () => {
    const stranger = profileJob('stranger');
    try {
      const { folder } = stranger.write();
      expect(removeProfiles(folder, job.temporary)).toBe('not ours');
      job.write();
      const link = join(job.temporary, '_github_home', basename(folder));
      symlinkSync(folder, link, 'junction');
      expect(removeProfiles(link, job.temporary)).toBe('not ours');
      expect(existsSync(jobFilePath(folder))).toBe(true);
    } finally {
      stranger.close();
    }
  });
});
