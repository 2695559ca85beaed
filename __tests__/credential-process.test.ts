import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { roleCache } from '../src/credentials/cache.js';
import { cacheFolder } from '../src/handover/job-file.js';
import type { ProfilesPlan } from '../src/handover/profiles.js';
import { describeJob } from './support/github-job.js';
import { type Issuer, startIssuer } from './support/issuer.js';
import {
  assumed,
  DIST,
  type Finished,
  type ProfileJob,
  profileJob,
  run,
  type StartOptions,
  target,
} from './support/profile-job.js';
import { type Sts, startSts } from './support/sts.js';
import { gitHubTrust } from './support/sts-account.js';

const DEV = target('dev', '111111111111');
const PROGRAM = join(DIST, 'credential-process', 'index.js');

let issuer: Issuer;
let sts: Sts;
let job: ProfileJob;
let variables: Record<string, string>;

beforeEach(async () => {
  issuer = await startIssuer();
  sts = await startSts({ issuers: [issuer] });
  sts.role(DEV.account, {
    name: 'github-deploy',
    trust: gitHubTrust(DEV.account, { subject: 'repo:acme/shop:*' }),
  });
  job = profileJob("it's a runner");
  variables = { ...(await issuer.grant(describeJob())) };
});
afterEach(async () => {
  job.close();
  await Promise.all([issuer.close(), sts.close()]);
});

/** A job that reaches the stand-ins, as the main step leaves it: with an hour's session of which so many minutes are left. */
function handedOver(minutesLeft?: number): ProfilesPlan {
  const end = new Date(Date.now() + (minutesLeft ?? 0) * 60_000);
  const roles = minutesLeft === undefined ? [] : [assumed(DEV, end)];
  const obtained = new Date(end.getTime() - 3_600_000);
  return job.write({ variables: { AWS_ENDPOINT_URL_STS: sts.url } }, roles, obtained);
}

function start({ folder }: ProfilesPlan, options: StartOptions = {}, environment = 'dev'): Promise<Finished> {
  return run(process.execPath, [PROGRAM, folder, environment], { variables, ...options });
}

function answerOf({ stdout, stderr, code }: Finished): Record<string, unknown> {
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  const value: unknown = JSON.parse(stdout);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

describe('a start with fresh credentials in the cache', () => {
  test('answers what the AWS tools read and nothing else, and asks nobody', async () => {
    const answer = await start(handedOver(17));
    expect(answerOf(answer)).toEqual({
      Version: 1,
      AccessKeyId: expect.stringMatching(/^ASIA/),
      SecretAccessKey: expect.any(String),
      SessionToken: expect.any(String),
      Expiration: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      AccountId: DEV.account,
    });
    expect(issuer.requests).toEqual([]);
    expect(sts.requests).toEqual([]);
  });

  test('needs nothing of its environment', async () => {
    const answer = await start(handedOver(60), { variables: {}, folder: '/' });
    expect(answerOf(answer)['AccountId']).toBe(DEV.account);
  });
});

describe('a start without fresh credentials', () => {
  test('gets a new token and assumes the role again, in any folder, with a cleaned environment', async () => {
    const plan = handedOver(15);
    const seeded = roleCache(cacheFolder(plan.folder), '0').read()?.credentials.accessKeyId;
    const answer = answerOf(await start(plan, { folder: '/' }));
    expect(answer['AccessKeyId']).not.toBe(seeded);
    expect(sts.isLive(String(answer['AccessKeyId']))).toBe(true);
    expect(answerOf(await start(plan))).toEqual(answer);
    expect([issuer.tokenRequests, sts.count('AssumeRoleWithWebIdentity')]).toEqual([1, 1]);
  });

  test('gives twenty parallel starts one answer, from one token and one call', async () => {
    const plan = handedOver();
    const answers = await Promise.all(Array.from({ length: 20 }, () => start(plan)));
    const keys = new Set(answers.map(answer => answerOf(answer)['AccessKeyId']));
    expect(keys.size).toBe(1);
    expect([issuer.tokenRequests, sts.count('AssumeRoleWithWebIdentity')]).toEqual([1, 1]);
  });

  test('asks the endpoint that the main step asked, not the one that a later step names for its tests', async () => {
    const elsewhere = {
      ...variables,
      AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
      AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:9',
    };
    expect((await start(handedOver(), { variables: elsewhere })).code).toBe(0);
  });

  test('takes a damaged cache for an empty one', async () => {
    const plan = handedOver(60);
    for (const content of ['', '{', 'null', '[]', '{"accessKeyId":"x"}', '\u0000\ufffd']) {
      writeFileSync(join(cacheFolder(plan.folder), '0.json'), content);
      expect((await start(plan)).code).toBe(0);
    }
  });

  test('leaves nothing that others may read', async () => {
    const plan = handedOver();
    await start(plan);
    const files = readdirSync(plan.folder, { recursive: true, withFileTypes: true });
    for (const file of files) {
      const mode = statSync(join(file.parentPath, file.name)).mode & 0o777;
      if (process.platform !== 'win32')
        expect([file.name, mode]).toEqual([file.name, file.isFile() ? 0o600 : 0o700]);
    }
  });
});

describe('a start that gets no credentials', () => {
  test('explains a refusal in one line and prints no answer', async () => {
    sts.role(DEV.account, {
      name: 'github-deploy',
      trust: gitHubTrust(DEV.account, { subject: 'repo:acme/other:*' }),
    });
    const { stdout, stderr, code } = await start(handedOver());
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
    expect(stderr).toMatch(/^aws-temp-creds: AWS refused .*AccessDenied.*repo:acme\/shop:.*\n$/);
    expect(stderr.trimEnd()).not.toContain('\n');
    expect(sts.count('AssumeRoleWithWebIdentity')).toBe(1);
  });

  test('shares one refusal among those that waited for it', async () => {
    sts.role(DEV.account, {
      name: 'github-deploy',
      trust: gitHubTrust(DEV.account, { subject: 'repo:acme/other:*' }),
    });
    sts.latency = 3000;
    const plan = handedOver();
    const answers = await Promise.all(Array.from({ length: 6 }, () => start(plan)));
    expect(answers.map(({ code }) => code)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(new Set(answers.map(({ stderr }) => stderr)).size).toBe(1);
    expect(sts.count('AssumeRoleWithWebIdentity')).toBe(1);
  });

  test('goes on with credentials that still work, says so, and does not ask at every start', async () => {
    sts.fail('web-identity-denied');
    const plan = handedOver(12);
    for (let index = 0; index < 3; index += 1) {
      const { stdout, stderr, code } = await start(plan);
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ Version: 1 });
      expect(stderr).toMatch(/^aws-temp-creds: not renewed, still valid: .*AccessDenied.*\n$/);
    }
    expect(sts.count('AssumeRoleWithWebIdentity')).toBe(1);
  });

  test('says that the variables for tokens were lost on the way', async () => {
    const { stderr, code } = await start(handedOver(), { variables: {} });
    expect(code).toBe(1);
    expect(stderr).toMatch(/ACTIONS_ID_TOKEN_REQUEST_URL .*sudo, docker run/);
    expect(issuer.requests).toEqual([]);
  });

  test('that others could have got does not keep those from getting them', async () => {
    const plan = handedOver(12);
    expect(await start(plan, { variables: {} })).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('still valid'),
    });
    const seeded = roleCache(cacheFolder(plan.folder), '0').read()?.credentials.accessKeyId;
    expect(answerOf(await start(plan))['AccessKeyId']).not.toBe(seeded);
  });

  test('says since when the job is too old for tokens', async () => {
    const old = await startIssuer({ clock: () => Date.now() - 7 * 3_600_000 });
    try {
      const expired = await old.grant();
      old.expireRequestToken();
      const { stderr, code } = await start(handedOver(), { variables: { ...expired } });
      expect(code).toBe(1);
      expect(stderr).toMatch(/no more OIDC tokens.*ended at \d{4}-.*six hours/);
    } finally {
      await old.close();
    }
  });

  test('does not take credentials of another account', async () => {
    sts.fail({ answersFor: '999999999999' });
    sts.role('999999999999', {
      name: 'github-deploy',
      trust: gitHubTrust('999999999999', { subject: 'repo:acme/shop:*' }),
    });
    const { stdout, stderr, code } = await start(handedOver());
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
    expect(stderr).toContain('not 111111111111');
  });

  test.each([
    ['no arguments', []],
    ['a folder that is gone', ['/nowhere/aws-temp-creds-0', 'dev']],
  ])('says what is wrong with %s', async (_, args) => {
    const { stdout, stderr, code } = await run(process.execPath, [PROGRAM, ...args]);
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
    expect(stderr).toMatch(/^aws-temp-creds: [^\n]+\n$/);
  });

  test('names the environments that there are, when asked for another', async () => {
    const { stderr } = await start(handedOver(), {}, 'prod');
    expect(stderr).toMatch(/no environment prod\. .*got credentials for: dev\./);
  });
});

describe('secrets', () => {
  test('stand in the cache and in the answer, nowhere else', async () => {
    const plan = handedOver(1);
    const { stderr } = await start(plan);
    const texts = ['job.json', 'config', 'credentials'].map(name =>
      readFileSync(join(plan.folder, name), 'utf8'),
    );
    const secrets = [...issuer.secrets, ...sts.sessions.map(({ sessionToken }) => sessionToken)];
    for (const secret of secrets) for (const text of [stderr, ...texts]) expect(text).not.toContain(secret);
    expect(secrets.length).toBeGreaterThan(1);
  });
});
