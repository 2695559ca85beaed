import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { profileCommand, WINDOWS_STARTER_TEXT } from '../src/handover/quoting.js';
import { assumed, type ProfileJob, profileJob, target } from './support/profile-job.js';

const posix = process.platform === 'win32' ? test.skip : test;

let job: ProfileJob;
beforeEach(() => {
  job = profileJob('a runner');
});
afterEach(() => job.close());

describe("a profile's command", () => {
  posix.each([
    ['a loader that is not installed here', '--import tsx'],
    ['a preload by a relative path', '-r ./preload.cjs'],
    ['a preload that prints', '-r ABSOLUTE'],
    ['a flag of another Node.js', '--no-such-flag-anywhere'],
    ['an inspector that is taken', '--inspect-brk=127.0.0.1:1'],
  ])('survives in NODE_OPTIONS: %s', (_, options) => {
    const folder = join(job.home, 'elsewhere');
    mkdirSync(folder);
    const preload = join(folder, 'print.cjs');
    writeFileSync(preload, "console.log('not JSON'); process.exitCode = 7;");
    const dev = target('dev', '111111111111');
    const { folder: ours } = job.write({}, [assumed(dev, new Date(Date.now() + 3_600_000))]);
    const [, command = ''] =
      /credential_process = (.*)/.exec(readFileSync(join(ours, 'config'), 'utf8')) ?? [];
    const env = { PATH: process.env['PATH'], NODE_OPTIONS: options.replace('ABSOLUTE', `"${preload}"`) };
    const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', command], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ Version: 1, AccountId: '111111111111' });
  });

  test('starts on Windows through a file that empties the variable and holds no path', () => {
    const programs = { node: 'C:\\n\\node.exe', credentialProcess: 'D:\\a b\\index.js', cdkPlugin: 'x' };
    expect(profileCommand(programs, 'D:\\temp\\f', 'dev', 'win32')).toBe(
      '"D:\\temp\\f\\renew.cmd" "C:\\n\\node.exe" "D:\\a b\\index.js" "D:\\temp\\f" "dev"',
    );
    expect(WINDOWS_STARTER_TEXT).toBe('@set NODE_OPTIONS=\r\n@%*\r\n');
  });
});
