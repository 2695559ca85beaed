import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { roleCache } from '../src/credentials/cache.js';
import { cacheFolder } from '../src/handover/job-file.js';
import { describeJob } from './support/github-job.js';
import { type Issuer, startIssuer } from './support/issuer.js';
import { DIST, type ProfileJob, profileJob, run, target } from './support/profile-job.js';
import { type Sts, startSts } from './support/sts.js';
import { gitHubTrust } from './support/sts-account.js';

const DEV = target('dev', '111111111111');
const PROGRAM = join(DIST, 'credential-process', 'index.js');

let issuer: Issuer;
let sts: Sts;
let job: ProfileJob;
beforeEach(async () => {
  issuer = await startIssuer();
  sts = await startSts({ issuers: [issuer] });
  sts.role(DEV.account, {
    name: 'github-deploy',
    trust: gitHubTrust(DEV.account, { subject: 'repo:acme/shop:*' }),
  });
  job = profileJob();
});
afterEach(async () => {
  job.close();
  await Promise.all([issuer.close(), sts.close()]);
});

test('two hundred starts killed at any moment leave nothing that the next one cannot work with', async () => {
  const { folder } = job.write({ variables: { AWS_ENDPOINT_URL_STS: sts.url } });
  const variables = { ...(await issuer.grant(describeJob())) };
  const cache = roleCache(cacheFolder(folder), '0');
  const path = join(cacheFolder(folder), '0.json');
  const start = (killAfter?: number) =>
    run(process.execPath, [PROGRAM, folder, 'dev'], {
      variables,
      ...(killAfter !== undefined && { killAfter }),
    });
  sts.latency = 20;
  let killed = 0;
  for (let round = 0; killed < 200; round += 1) {
    rmSync(path, { force: true });
    const starts = Array.from({ length: 10 }, (_, index) =>
      start(30 + (((round * 10 + index) * 7919) % 400)),
    );
    const ends = await Promise.all(starts);
    killed += ends.filter(({ signal }) => signal === 'SIGKILL').length;
    // What is there is whole, and what was printed too: an answer goes out at once or not at all.
    expect(cache.read() === undefined).toBe(statSync(path, { throwIfNoEntry: false }) === undefined);
    for (const { stdout } of ends.filter(({ stdout }) => stdout !== ''))
      expect(JSON.parse(stdout)).toHaveProperty('Version', 1);
    const { code, stderr, stdout } = await start();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(sts.isLive(JSON.parse(stdout).AccessKeyId)).toBe(true);
  }
}, 180_000);

test('twelve jobs at the same time on one home all keep their profiles, and ~/.aws is not touched', async () => {
  const files = ['config', 'credentials'].map(name => join(job.home, '.aws', name));
  for (const path of files) writeFileSync(path, `# ${path}\n[default]\nregion = eu-north-1`);
  const look = () =>
    files.map(path => [readFileSync(path, 'utf8'), statSync(path).mtimeMs, statSync(path).ino]);
  const before = look();
  const support = JSON.stringify(new URL('./support/profile-job.js', import.meta.url).href);
  const written = await Promise.all(
    Array.from({ length: 12 }, (_, index) => {
      const script = `const { writeOne } = await import(${support});
        writeOne(${JSON.stringify(job.home)}, ${JSON.stringify(job.temporary)}, 'job-${index}');`;
      return run(process.execPath, ['--input-type=module', '-e', script]);
    }),
  );
  expect(written.map(({ stderr }) => stderr)).toEqual(Array.from({ length: 12 }, () => ''));
  const folders = written.map(({ stdout }) => stdout.trim());
  expect(new Set(folders).size).toBe(12);
  for (const [index, folder] of folders.entries()) {
    expect(readFileSync(join(folder, 'config'), 'utf8')).toContain(`\n[profile job-${index}]\n`);
    const { code, stdout } = await run(process.execPath, [PROGRAM, folder, `job-${index}`]);
    expect({ code, version: JSON.parse(stdout).Version }).toEqual({ code: 0, version: 1 });
  }
  expect(look()).toEqual(before);
});
