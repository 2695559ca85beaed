import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { accountId } from '../src/aws/names.js';
import { commandScripts } from '../src/handover/command-on-path.js';
import { execEnvironment } from '../src/laptop/exec-environment.js';
import { keptCredentials } from '../src/laptop/kept-credentials.js';
import { randomCredentials } from './support/credentials.js';
import { describeJob } from './support/github-job.js';
import type { Issuer } from './support/issuer.js';
import { withJob } from './support/job.js';
import { type Laptop, laptop, TEAM } from './support/laptop.js';
import { leaksInText, secretsOf } from './support/leaks.js';
import { assumed, target } from './support/profile-job.js';
import { bundlePath, nodePath, runProgram } from './support/program.js';
import { startServices } from './support/services.js';
import { type SignOn, startSignOn, tokenFile } from './support/sign-on.js';
import type { Sts } from './support/sts.js';
import { gitHubTrust } from './support/sts-account.js';

/** Shows what a command sees, and what its tools are given: environment, configuration file, credentials. */
const PROBE = `
const { readFileSync } = require('node:fs');
const { execSync } = require('node:child_process');
const config = readFileSync(process.env.AWS_CONFIG_FILE, 'utf8');
const command = /credential_process = (.*)/.exec(config)[1];
const answer = JSON.parse(execSync(command, { encoding: 'utf8' }));
const keys = readFileSync(process.env.AWS_SHARED_CREDENTIALS_FILE, 'utf8');
console.log(JSON.stringify({ env: process.env, config, keys, answer, args: process.argv.slice(2) }));
`;
const INHERITED = {
  AWS_ACCESS_KEY_ID: 'inherited',
  AWS_SECRET_ACCESS_KEY: 'inherited',
  AWS_SESSION_TOKEN: 'inherited',
  AWS_DEFAULT_PROFILE: 'inherited',
  AWS_PROFILE: 'inherited',
  AWS_REGION: 'inherited',
  AWS_WEB_IDENTITY_TOKEN_FILE: 'inherited',
  AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://inherited',
  CDK_PROFILE: 'inherited',
};

function checkProbe(stdout: string, account: string, region: string) {
  const { env, config, keys, answer, args } = JSON.parse(stdout);
  expect(answer).toMatchObject({ Version: 1, AccountId: account });
  expect(config).toMatch(new RegExp(`^\\[profile dev\\]\\ncredential_process = .*\\nregion = ${region}\\n$`));
  expect([keys, env.AWS_PROFILE, env.AWS_REGION, args]).toEqual([
    '',
    'dev',
    region,
    ['a b', '$HOME', "it's"],
  ]);
  expect(JSON.stringify(env)).not.toContain('inherited');
  for (const value of [answer.SecretAccessKey, answer.SessionToken, answer.AccessKeyId])
    expect(JSON.stringify({ env, config })).not.toContain(value);
  return { folder: dirname(env.AWS_CONFIG_FILE), answer };
}

describe('exec in a job', () => {
  let issuer: Issuer;
  let sts: Sts;
  beforeEach(async () => {
    ({ issuer, sts } = await startServices());
    sts.role('111111111111', {
      name: 'github-deploy',
      trust: gitHubTrust('111111111111', { subject: 'repo:acme/shop:*' }),
    });
  });
  afterEach(() => Promise.all([issuer.close(), sts.close()]));

  const inJob = <T>(body: Parameters<typeof withJob<T>>[1], idToken = true) =>
    withJob<T>({ job: describeJob(), services: { issuer, sts }, idToken }, async job => {
      await mkdir(join(job.folders.workspace, '.github'));
      await writeFile(join(job.folders.workspace, '.github/aws-temp-creds.yml'), TEAM);
      await writeFile(join(job.folders.workspace, 'probe.cjs'), PROBE);
      return body(job);
    });

  const posix = process.platform === 'win32' ? test.skip : test;

  posix('gives one command credentials, and no other step; `export: none` puts it on PATH', () =>
    inJob(async job => {
      const step = await job.step({ inputs: { environment: 'dev', export: 'none', scan: 'off' } });
      expect([step.exitCode, step.exported]).toEqual([0, {}]);
      const run = await job.run(
        'aws-temp-creds',
        [...['exec', '--environment', 'dev', '--', nodePath('24'), 'probe.cjs', 'a b', '$HOME', "it's"]],
        { env: INHERITED },
      );
      expect([run.exitCode, run.stderr]).toEqual([0, '']);
      const { folder } = checkProbe(run.stdout, '111111111111', 'eu-west-1');
      expect(existsSync(folder)).toBe(false);
    }),
  );

  test('narrows the session when asked, and needs the permission to ask for tokens', async () => {
    const policy = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}';
    const args = [
      'exec',
      '--environment',
      'dev',
      '--session-policy',
      policy,
      '--',
      process.execPath,
      '-e',
      '',
    ];
    await inJob(async job => {
      const run = await job.run(process.execPath, [bundlePath('cli'), ...args]);
      expect([run.exitCode, run.stderr]).toEqual([0, '']);
      expect(sts.requests.at(-1)?.parameters?.['Policy']).toBe(policy);
    });
    await inJob(async job => {
      const run = await job.run(process.execPath, [bundlePath('cli'), ...args]);
      expect(run.exitCode).toBe(125);
      expect(run.stderr).toContain('id-token');
    }, false);
  });

  test('starts nothing when the role refuses', () =>
    inJob(async job => {
      sts.role('111111111111', {
        name: 'github-deploy',
        trust: gitHubTrust('111111111111', { subject: 'repo:else/where:*' }),
      });
      const run = await job.run(process.execPath, [
        ...[
          bundlePath('cli'),
          'exec',
          '--environment',
          'dev',
          '--',
          process.execPath,
          '-e',
          'console.log("started")',
        ],
      ]);
      expect([run.exitCode, run.stdout]).toEqual([125, '']);
      expect(run.stderr).toContain('github-deploy');
    }));
});

describe('exec on a laptop', () => {
  let mine: Laptop;
  let service: SignOn;
  beforeEach(async () => {
    mine = await laptop();
    service = await startSignOn({
      assignments: [
        { account: '111111111111', accountName: 'Development', permissionSets: ['PowerUser', 'ReadOnly'] },
      ],
    });
    const session = service.oidc.session({ startUrl: service.startUrl, region: 'us-east-1' }, 3600);
    await mine.put(tokenFile('acme'), JSON.stringify(session));
    await writeFile(join(mine.repository, 'probe.cjs'), PROBE);
  });
  afterEach(() => Promise.all([service.close(), mine.remove()]));

  const exec = (args: readonly string[], words: readonly string[]) =>
    mine.run(['exec', ...args, '--', ...words], { env: { ...service.environment(), ...INHERITED } });
  const DEV = ['--environment', 'dev'];

  test('gives one command the credentials of a person, and leaves nothing', async () => {
    const before = await readdir(dirname(mine.home));
    const run = await exec(DEV, [process.execPath, 'probe.cjs', 'a b', '$HOME', "it's"]);
    expect([run.exitCode, run.stderr]).toEqual([0, '']);
    const { answer } = checkProbe(run.stdout, '111111111111', 'eu-west-1');
    expect(service.givenFor(answer.AccessKeyId)?.permissionSet).toBe('PowerUser');
    expect(await readdir(dirname(mine.home))).toEqual(before);
  });

  test('takes another permission set of the environment', async () => {
    const run = await exec([...DEV, '--permission-set', 'ReadOnly'], [process.execPath, 'probe.cjs']);
    const { answer } = JSON.parse(run.stdout);
    expect(service.givenFor(answer.AccessKeyId)?.permissionSet).toBe('ReadOnly');
  });

  test.each([
    [[process.execPath, '-e', 'process.exit(7)'], 7],
    [[process.execPath, '-e', 'process.exit(125)'], 125],
    [['no-such-program-at-all'], 127],
  ])('ends as the command ends: %j', async (words, code) => {
    expect((await exec(DEV, words)).exitCode).toBe(code);
  });

  const posix = process.platform === 'win32' ? test.skip : test;

  posix('ends by the signal that ended the command, and passes signals on', async () => {
    await writeFile(mine.path('plain'), 'no program');
    await chmod(mine.path('plain'), 0o600);
    expect((await exec(DEV, [mine.path('plain')])).exitCode).toBe(126);
    expect((await exec(DEV, ['sh', '-c', 'kill -9 $$'])).signal).toBe('SIGKILL');
    const marker = mine.path('started');
    const trap = `trap 'echo got; exit 3' TERM; touch ${marker}; while :; do sleep 0.05; done`;
    const started = (async () => {
      while (!existsSync(marker)) await new Promise(resolve => setTimeout(resolve, 20));
    })();
    const run = await runProgram({
      command: process.execPath,
      args: [bundlePath('cli'), 'exec', ...DEV, '--', 'sh', '-c', trap],
      env: { ...mine.environment(), ...service.environment() },
      cwd: mine.repository,
      interrupt: { when: started, signal: 'SIGTERM' },
    });
    expect([run.exitCode, run.stdout]).toEqual([3, 'got\n']);
  });

  test.each([
    [[], ['true'], /--environment is missing/],
    [DEV, [], /no command behind/],
    [['--environment', 'nowhere'], ['true'], /It has: dev, prod, build/],
    [['--environment', 'build'], ['true'], /no permission set for people in build/],
    [[...DEV, '--permission-set', 'Admin'], ['true'], /no permission set Admin in dev/],
    [[...DEV, '--session-policy', '{}'], ['true'], /means nothing here/],
  ])('says with 125 why nothing was started: %j', async (args, words, expected) => {
    const { exitCode, stdout, stderr } = await exec(args, words);
    expect([exitCode, stdout]).toEqual([125, '']);
    expect(stderr).toMatch(expected);
  });

  test('without a session says how to sign on', async () => {
    await mine.put(tokenFile('acme'), '{}');
    const { exitCode, stderr } = await exec(DEV, ['true']);
    expect([exitCode, stderr.includes('aws sso login --sso-session acme')]).toEqual([125, true]);
  });

  test('keeps no credentials in its files or on a command line', async () => {
    const script = `
      const { readdirSync, readFileSync } = require('node:fs'); const { dirname, join } = require('node:path');
      const folder = dirname(process.env.AWS_CONFIG_FILE);
      for (const name of readdirSync(folder)) if (name !== 'socket') console.log(readFileSync(join(folder, name), 'utf8'));
      if (process.platform === 'linux') for (const id of readdirSync('/proc').filter(name => /^\\d+$/.test(name)))
        try { console.log(readFileSync('/proc/' + id + '/cmdline', 'latin1')); } catch {}`;
    const { exitCode, stdout } = await exec(DEV, [process.execPath, '-e', script]);
    expect(exitCode).toBe(0);
    expect(leaksInText('files and command lines', stdout, secretsOf({}, service.secrets))).toEqual([]);
  });
});

describe('the credentials of a command', () => {
  const lasting = (seconds: number) => {
    const now = Date.now();
    return {
      credentials: { ...randomCredentials(), expiration: new Date(now + seconds * 1000) },
      account: accountId('111111111111') ?? fail(),
      obtained: new Date(now - 3_600_000 + seconds * 1000),
    };
  };
  const fail = () => {
    throw new Error('an account');
  };

  test('are renewed by one call, however many ask', async () => {
    let calls = 0;
    const next = assumed(target('dev', '111111111111'), new Date(Date.now() + 3_600_000));
    const answer = keptCredentials(lasting(60), async () => {
      calls += 1;
      return next;
    });
    const answers = await Promise.all(Array.from({ length: 12 }, answer));
    for (const one of answers)
      expect('credentials' in one && JSON.parse(one.credentials).AccessKeyId).toBe(
        next.credentials.accessKeyId,
      );
    await answer();
    expect(calls).toBe(1);
  });

  test('that cannot be renewed are given while they last', async () => {
    const refuse = () => Promise.reject(new Error('no'));
    expect(await keptCredentials(lasting(60), refuse)()).toHaveProperty(
      'warning',
      expect.stringContaining('no'),
    );
    expect(await keptCredentials(lasting(-5), refuse)()).toHaveProperty('failure');
  });
});

describe('the environment of a command', () => {
  const settings = {
    profile: 'dev',
    region: 'eu-west-1',
    configFile: '/c',
    credentialsFile: '/k',
    cdkPlugin: '/dist/cdk-plugin/index.js',
  };

  test('has nobody else in it, whatever the case of the names', () => {
    const given = {
      ...INHERITED,
      aws_access_key_id: 'inherited',
      Aws_Region: 'inherited',
      PATH: '/bin',
      EMPTY: '',
    };
    const environment = execEnvironment(given, settings);
    expect(Object.values(environment)).not.toContain('inherited');
    expect(environment).toMatchObject({ PATH: '/bin', EMPTY: '', AWS_PROFILE: 'dev' });
  });

  test("keeps the project's own plugin for CDK, and drops ours of an earlier step", () => {
    expect(execEnvironment({ CDK_PLUGIN: settings.cdkPlugin }, settings)).not.toHaveProperty('CDK_PLUGIN');
    expect(execEnvironment({ CDK_PLUGIN: 'mine' }, settings)).toHaveProperty('CDK_PLUGIN', 'mine');
  });

  test('is reached on Windows from bash as from cmd.exe', () => {
    const scripts = commandScripts('C:\\node\\node.exe', 'D:\\a b\\dist\\cli\\index.js', 'win32');
    expect(scripts?.map(({ name, text }) => [name, text])).toEqual([
      ['aws-temp-creds', '#!/bin/sh\nexec "C:/node/node.exe" "D:/a b/dist/cli/index.js" "$@"\n'],
      ['aws-temp-creds.cmd', '@"C:\\node\\node.exe" "D:\\a b\\dist\\cli\\index.js" %*\r\n'],
    ]);
    expect(commandScripts('/opt/$HOME/node', '/cli', 'linux')).toBeUndefined();
  });
});
