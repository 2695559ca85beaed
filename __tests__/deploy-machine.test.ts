import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { runStep } from './support/bundle.js';
import { describeJob } from './support/github-job.js';
import { makeSigningKey, type SigningKey } from './support/issuer.js';
import { withJob } from './support/job.js';
import { type ForwardProxy, startProxy } from './support/proxy.js';
import { removeFolder, scratchFolder } from './support/scratch.js';
import { type RunningServices, startServices } from './support/services.js';
import { gitHubTrust } from './support/sts-account.js';

/** The machine that a job runs on: its files, variables and proxies, as they are found and not as they should be. */

const ACCOUNT = '111111111111';
const job = describeJob({ environment: 'dev' });
const inputs = {
  'role-to-assume': `arn:aws:iam::${ACCOUNT}:role/deploy`,
  'aws-region': 'eu-west-1',
  scan: 'off',
  timeout: '10s',
};

let key: SigningKey;
let services: RunningServices;

beforeAll(async () => {
  key = await makeSigningKey();
});
beforeEach(async () => {
  services = await startServices({ key });
  services.sts.role(ACCOUNT, {
    name: 'deploy',
    trust: gitHubTrust(ACCOUNT, { subject: 'repo:acme/shop:*' }),
  });
});
afterEach(() => services.close());

const step = (more: Record<string, string> = {}, env: Record<string, string> = {}, home?: string) =>
  runStep({ job, services, inputs: { ...inputs, ...more }, env, ...(home !== undefined && { home }) });

/** The one message of a step that sent nothing. */
async function fault(more: Record<string, string>, env: Record<string, string> = {}): Promise<string> {
  const run = await step(more, env);
  expect(run.exitCode).toBe(1);
  expect([...services.issuer.requests, ...services.sts.requests]).toEqual([]);
  return run.annotations.find(({ level }) => level === 'error')?.message ?? '';
}

describe('a fault of the configuration is found before anything is sent', () => {
  test.each<[string, Record<string, string>, Record<string, string>, string]>([
    [
      'FIPS beside an endpoint',
      {},
      { AWS_USE_FIPS_ENDPOINT: 'true' },
      'AWS_USE_FIPS_ENDPOINT is true, and an endpoint of STS is named beside it',
    ],
    [
      'dual-stack beside an endpoint',
      {},
      { AWS_USE_DUALSTACK_ENDPOINT: 'true' },
      'AWS_USE_DUALSTACK_ENDPOINT is true',
    ],
    [
      'a switch that is neither on nor off',
      {},
      { AWS_USE_FIPS_ENDPOINT: 'yes' },
      'AWS_USE_FIPS_ENDPOINT must be true or false',
    ],
    [
      'a Region that is misspelt',
      { 'aws-region': 'eu-wst-1' },
      {},
      '"eu-wst-1" is no Region of AWS that this version knows; did you mean eu-west-1?',
    ],
    [
      'a Region without its last hyphen',
      { 'aws-region': 'us-east1' },
      {},
      'such as us-east-1, not "us-east1"',
    ],
    [
      'no Region, where the job has one',
      { 'aws-region': '' },
      { AWS_REGION: 'eu-north-1' },
      'that of the job: aws-region: ${{ env.AWS_REGION }} (it is "eu-north-1")',
    ],
    ['a SOCKS proxy', {}, { ALL_PROXY: 'socks5://127.0.0.1:1' }, 'ALL_PROXY names a SOCKS proxy'],
    [
      'a SOCKS proxy in the input',
      { 'http-proxy': 'socks5://127.0.0.1:1' },
      {},
      'http-proxy: names a SOCKS proxy',
    ],
  ])('%s', async (_, more, env, message) => {
    expect(await fault(more, env)).toContain(message);
  });

  test('one wrong input is one fault', async () => {
    expect(await fault({ 'aws-region': 'Ireland' })).toContain('one fault');
    expect(await fault({ 'role-to-assume': 'arn:aws:iam::111111111111:user/ann' })).toContain('one fault');
  });
});

describe('nothing in the home folder has a say', () => {
  const CONFIG =
    '[default]\nuse_fips_endpoint = true\nuse_dualstack_endpoint = true\nregion = us-gov-west-1\n';

  test('neither endpoints of ~/.aws/config, nor a mode that nobody knows', async () => {
    const home = await scratchFolder('home');
    await mkdir(join(home, '.aws'));
    await writeFile(join(home, '.aws/config'), CONFIG);
    const run = await step({}, { AWS_DEFAULTS_MODE: 'sometimes', AWS_SDK_LOAD_CONFIG: '1' }, home);
    await removeFolder(home);
    expect([run.exitCode, run.annotations]).toEqual([0, []]);
  });

  const onUnix = process.platform === 'win32' ? test.skip : test;
  onUnix('nor a ~/.aws/config that is a pipe, nor that there is no home at all', async () => {
    const home = await scratchFolder('home');
    await mkdir(join(home, '.aws'));
    execFileSync('mkfifo', [join(home, '.aws/config')]);
    expect((await step({}, {}, home)).exitCode).toBe(0);
    await removeFolder(home);
    expect((await step({}, { HOME: '', USERPROFILE: '' })).exitCode).toBe(0);
  });
});

describe("the runner's own files", () => {
  const onLinux = process.platform === 'linux' ? test : test.skip;

  onLinux('on a full disk are known before AWS is asked', async () => {
    const message = await fault({}, { GITHUB_STATE: '/dev/full' });
    expect(message).toContain('cannot be written: GITHUB_STATE. Nothing was sent to GitHub or AWS.');
    expect(message).toContain('no space is left on the disk (ENOSPC)');
  });

  test('that are gone are known before AWS is asked', async () => {
    const message = await fault({}, { GITHUB_STATE: join('/nowhere', 'state') });
    expect(message).toContain('it is not there (ENOENT)');
  });

  test('are left with nothing but empty lines by a step that does not need them', async () => {
    await withJob({ job, services }, async running => {
      const run = await running.step({ inputs: { ...inputs, export: 'none' } });
      expect(run.exitCode).toBe(0);
      expect(run.files.filter(({ path }) => path.includes('probe'))).toEqual([]);
    });
  });
});

describe('many refusals', () => {
  test('show the claims of the job once, and each account with its own words', async () => {
    const accounts = Array.from({ length: 40 }, (_, index) => String(100_000_000_000 + index));
    const workspace = await scratchFolder('forty');
    await mkdir(join(workspace, '.github'));
    const entries = accounts.map(
      (account, index) =>
        `  e${index}: { account: "${account}", region: eu-west-1, role: deploy, github-environment: all }\n`,
    );
    await writeFile(join(workspace, '.github/aws-temp-creds.yml'), `environments:\n${entries.join('')}`);
    for (const account of accounts) services.sts.account(account);
    const run = await runStep({ job, services, workspace, inputs: { environment: 'all', scan: 'off' } });
    await removeFolder(workspace);
    const message = run.annotations.find(({ level }) => level === 'error')?.message ?? '';
    expect(message).toContain('40 environments gave no credentials. Nothing was exported.');
    for (const account of accounts) expect(message).toContain(`arn:aws:iam::${account}:role/deploy for e`);
    expect(message.match(/The token of this job says/g)).toHaveLength(1);
    expect(message.match(/"Effect": "Allow"/g)).toHaveLength(1);
    expect(message).toContain('each with its own account and role');
  });
});

describe('a proxy', () => {
  let proxy: ForwardProxy;
  beforeEach(async () => {
    proxy = await startProxy({ user: 'ann', password: 'hidden word' });
  });
  afterEach(() => proxy.close());

  test('is http where no scheme is written, and its password is masked before anything is said', async () => {
    const plain = proxy.url.replace('http://', '');
    for (const [more, env] of [
      [{ 'http-proxy': plain }, {}],
      [{}, { HTTP_PROXY: plain }],
    ] as const) {
      const run = await step(more, env);
      expect(run.exitCode).toBe(0);
      expect(run.commands.slice(0, 2)).toMatchObject([
        { name: 'add-mask', data: 'hidden%20word' },
        { name: 'add-mask', data: 'hidden word' },
      ]);
    }
    expect(new Set(proxy.requests.map(({ user }) => user))).toEqual(new Set(['ann']));
  });

  test('is not quoted where it is no address, for it may hold a password', async () => {
    const message = await fault({ 'http-proxy': 'http://ann:hidden word@[half' });
    expect(message).toContain('http-proxy: is not the address of a proxy');
    expect(message).not.toContain('hidden');
  });

  test('that nobody answers at does not keep the step beyond its time', async () => {
    services.sts.fail('stall');
    const run = await step({ 'http-proxy': proxy.url, timeout: '2s' });
    expect(run.exitCode).toBe(1);
    expect(run.annotations[0]?.message).toContain('was still waited for through the proxy http://127.0.0.1');
  });
});
