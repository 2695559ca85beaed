import { chmod, mkdir, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { copiesIn, withCopy } from '../src/laptop/copied-keys.js';
import { mendedConfig } from '../src/laptop/doctor/remedies.js';
import { plantedKey, randomCredentials } from './support/credentials.js';
import { type Laptop, laptop, TEAM } from './support/laptop.js';
import { tokenFile } from './support/sign-on.js';

const KEY = plantedKey('doctor');
const STATIC = `aws_access_key_id = ${KEY.accessKeyId}\naws_secret_access_key = ${KEY.secretAccessKey}\n`;
const SESSION = `[sso-session acme]
sso_start_url = https://acme.awsapps.com/start
sso_region = us-east-1
sso_registration_scopes = sso:account:access
`;
const SIGN_ON = `sso_session = acme\nsso_account_id = 111111111111\nsso_role_name = PowerUser\nregion = eu-west-1\n`;
const GOOD = `${SESSION}[profile mine]\n${SIGN_ON}`;

let mine: Laptop;
const posix = process.platform === 'win32' ? test.skip : test;

beforeEach(async () => {
  mine = await laptop(null);
  await mine.put('.aws/config', GOOD);
  await cli('aws-cli/2.36.7 Python/3.13.1 Linux/6.1 exe/x86_64');
  mine.secrets.push(KEY.secretAccessKey, KEY.accessKeyId);
});
afterEach(() => mine.remove());

/** Puts an AWS CLI of that version on PATH. */
async function cli(version: string): Promise<void> {
  await mkdir(mine.path('bin'), { recursive: true });
  await writeFile(mine.path('bin/aws'), `#!/bin/sh\necho '${version}'\n`, { mode: 0o755 });
  await writeFile(mine.path('bin/aws.cmd'), `@echo ${version}\r\n`);
}

const env = (variables: Readonly<Record<string, string>> = {}) => ({
  PATH: `${mine.path('bin')}:/usr/bin:/bin`,
  ...variables,
});

async function findings(variables?: Readonly<Record<string, string>>, args: readonly string[] = []) {
  const run = await mine.run(['doctor', '--json', ...args], { env: env(variables) });
  expect(run.stdout).not.toContain(KEY.secretAccessKey);
  expect(run.stdout).not.toContain(KEY.accessKeyId);
  return { ...run, report: JSON.parse(run.stdout) };
}

const token = (changes: object = {}) =>
  JSON.stringify({
    startUrl: 'https://acme.awsapps.com/start',
    region: 'us-east-1',
    accessToken: 'access',
    expiresAt: '2020-01-01T00:00:00Z',
    ...changes,
  });

function isVariables(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null;
}

/** A home, and the one thing that is wrong with it; what it gives back is set in the environment. */
type Planted = readonly [rule: string, plant: () => Promise<unknown>];

const HOMES: readonly Planted[] = [
  ['static-key', () => mine.put('.aws/credentials', `[old]\n${STATIC}`)],
  ['static-key', () => mine.put('.aws/config', `${GOOD}[profile old]\nregion = eu-west-1\n${STATIC}`)],
  ['static-key-in-environment', async () => ({ AWS_ACCESS_KEY_ID: KEY.accessKeyId })],
  [
    'keys-beside-profile',
    async () => ({ AWS_ACCESS_KEY_ID: 'ASIA', AWS_SESSION_TOKEN: 'x', AWS_PROFILE: 'mine' }),
  ],
  [
    'key-in-shell-profile',
    () =>
      mine.put(
        '.bashrc',
        `export AWS_ACCESS_KEY_ID=${KEY.accessKeyId}\nexport AWS_SECRET_ACCESS_KEY=${KEY.secretAccessKey}\n`,
      ),
  ],
  [
    'key-in-dotenv',
    () =>
      mine.put(
        'work/shop/app/.env.local',
        `AWS_ACCESS_KEY_ID=${KEY.accessKeyId}\nAWS_SECRET_ACCESS_KEY=${KEY.secretAccessKey}\n`,
      ),
  ],
  ['no-region', () => mine.put('.aws/config', GOOD.replace('region = eu-west-1\n', ''))],
  ['no-session', () => mine.put('.aws/config', `${GOOD}[profile x]\n${SIGN_ON.replace('acme', 'nobody')}`)],
  ['no-sso-region', () => mine.put('.aws/config', GOOD.replace('sso_region = us-east-1\n', ''))],
  ['no-start-url', () => mine.put('.aws/config', GOOD.replace(/sso_start_url.*\n/, ''))],
  ['no-scopes', () => mine.put('.aws/config', GOOD.replace(/sso_registration_scopes.*\n/, ''))],
  [
    'other-sso-region',
    () => mine.put(tokenFile('acme'), token({ region: 'eu-west-1', expiresAt: '2999-01-01T00:00:00Z' })),
  ],
  [
    'other-sso-region',
    () =>
      mine.put('.aws/config', GOOD.replace('acme.awsapps.com/start', 'ssoins-1.portal.eu-west-1.app.aws')),
  ],
  ['session-ended', () => mine.put(tokenFile('acme'), token())],
  ['foreign-cache', () => mine.put(tokenFile('acme'), token({ startUrl: 'https://else.awsapps.com/start' }))],
  ['foreign-cache', () => mine.put(tokenFile('acme'), '{"half')],
  [
    'comment-behind-value',
    () => mine.put('.aws/config', GOOD.replace('region = eu-west-1', 'region = eu-west-1 # home')),
  ],
  ['name-not-read', () => mine.put('.aws/config', `${GOOD}[profile "my profile"]\nregion = eu-west-1\n`)],
  ['section-twice', () => mine.put('.aws/config', `${GOOD}[profile mine]\noutput = json\n`)],
  ['unknown-profile', async () => ({ AWS_PROFILE: 'nobody' })],
  ['unknown-profile', async () => ({ AWS_PROFILE: '' })],
  ['region-variable', async () => ({ AWS_REGION: 'us-west-2' })],
  ['cdk-3', () => mine.put('work/shop/node_modules/aws-cdk/package.json', '{"version":"3.0.0"}')],
  ['damaged-block', () => mine.put('.aws/config', `${GOOD}# BEGIN aws-temp-creds acme/shop\n`)],
  [
    'program-gone',
    () =>
      mine.put(
        '.aws/config',
        `${GOOD}[profile p]\nregion = x\ncredential_process = "/gone/node" "/gone/cli.js" "credentials" "mine"\n`,
      ),
  ],
  ['no-profiles', () => mine.put('work/shop/.github/aws-temp-creds.yml', TEAM)],
  ['configuration', () => mine.put('work/shop/.github/aws-temp-creds.yml', 'sso: 3\n')],
  [
    'clock',
    async () => {
      const later = Date.now() / 1000 + 86_400;
      await utimes(mine.path('.aws/config'), later, later);
    },
  ],
  [
    'ended-copy',
    async () => {
      const stored = {
        credentials: { ...randomCredentials('x'), expiration: new Date(1e12) },
        account: undefined,
      };
      await mine.put(
        '.aws/credentials',
        withCopy(undefined, 'credentials', 'mine-keys', 'mine', stored, undefined),
      );
    },
  ],
];

describe('doctor', () => {
  test('finds nothing in a healthy home', async () => {
    await mine.put(tokenFile('acme'), token({ expiresAt: '2999-01-01T00:00:00Z' }));
    await mine.put('.bashrc', 'export EDITOR=vi\n');
    const { exitCode, report, stderr } = await findings();
    expect([report, exitCode, stderr]).toEqual([{ version: 1, complete: true, findings: [] }, 0, '']);
    expect((await mine.run(['doctor'], { env: env() })).stdout).toBe('Nothing is wrong.\n');
  });

  posix.each(HOMES)('finds %s, once, and nothing else', async (rule, plant) => {
    const planted = await plant();
    const { exitCode, report } = await findings(isVariables(planted) ? planted : {});
    expect(report.findings.map((finding: { rule: string }) => finding.rule)).toEqual([rule]);
    expect(report.findings[0]).toEqual({
      rule,
      severity: expect.stringMatching(/^(error|warning)$/),
      what: expect.stringMatching(/.{10}/),
      why: expect.any(String),
      fix: expect.stringMatching(/.{5}/),
    });
    expect(exitCode).toBe(1);
  });

  posix.each([
    ['old-cli', 'aws-cli/1.45.11 Python/3.11.7 Linux/6.1'],
    ['old-cli', 'aws-cli/2.7.0 Python/3.9.11 Linux/6.1'],
  ])('finds %s: %s', async (rule, version) => {
    await cli(version);
    expect((await findings()).report.findings).toMatchObject([{ rule }]);
  });

  posix('finds keys that hide a profile which signs on, and what others may read', async () => {
    await mine.put('.aws/credentials', `[mine]\n${STATIC}`, 0o644);
    await chmod(mine.path('.aws/credentials'), 0o644);
    const { report } = await findings();
    const rules = report.findings.map(({ rule }: { rule: string }) => rule);
    expect(rules).toEqual(['static-key', 'hidden-profile', 'open-file']);
    await findings(undefined, ['--fix']);
    expect((await stat(mine.path('.aws/credentials'))).mode & 0o777).toBe(0o600);
  });

  posix('says that it could not look, and does not pass', async () => {
    await mine.put('.aws/config', Buffer.from('\ufeff[default]\n', 'utf16le'));
    const { exitCode, report } = await findings();
    expect([exitCode, report.complete, report.findings[0].rule]).toEqual([2, false, 'unreadable-file']);
  });

  posix('mends what is safe, shows it first, and has nothing left to mend', async () => {
    const sick = GOOD.replace('region = eu-west-1', 'region = eu-west-1 # home').replace(
      /sso_reg.*scopes.*\n/,
      '',
    );
    await mine.put('.aws/config', sick);
    const first = await mine.run(['doctor', '--fix'], { env: env() });
    expect([first.exitCode, first.stdout.includes('Nothing is wrong.')]).toEqual([0, true]);
    expect(first.stdout).toContain('+# home');
    const mended = await mine.read('.aws/config');
    const again = await mine.run(['doctor', '--fix'], { env: env() });
    expect([again.stdout, await mine.read('.aws/config')]).toEqual(['Nothing is wrong.\n', mended]);
  });

  test('counts what it is told to', async () => {
    const { exitCode } = await findings({ AWS_REGION: 'us-west-2' }, ['--fail-on', 'error']);
    expect(exitCode).toBe(0);
    expect((await mine.run(['doctor', '--fail-on', 'all'])).exitCode).toBe(2);
  });

  posix('looks at fixed places, not at all of a home', async () => {
    await mine.put('Downloads/notes.txt', STATIC);
    await mine.put('work/other/.env', STATIC);
    await symlink('/', mine.path('root'));
    expect((await findings()).report.findings).toEqual([]);
  });
});

describe('a mended configuration file', () => {
  test('changes only what is mended', () => {
    const text = '[default]\r\n  region = eu-west-1 ; home ; sweet\r\n  s3 =\r\n    a = 1 # b\r\noutput=json';
    expect(mendedConfig(text)).toBe(
      '[default]\r\n; home ; sweet\r\n  region = eu-west-1\r\n  s3 =\r\n    a = 1 # b\r\noutput=json',
    );
    expect(mendedConfig(mendedConfig(text))).toBe(mendedConfig(text));
    expect(mendedConfig('[sso-session a]\nsso_region = x')).toBe(
      '[sso-session a]\nsso_region = x\nsso_registration_scopes = sso:account:access',
    );
    expect(mendedConfig(GOOD)).toBe(GOOD);
  });
});

test('a copy of keys says where it comes from, and when it ends', () => {
  const stored = {
    credentials: { ...randomCredentials('y'), expiration: new Date(1.8e12) },
    account: undefined,
  };
  const text = withCopy('[a]\nx = 1', join('.aws', 'credentials'), 'dev-keys', 'dev', stored, 'eu-west-1');
  expect(copiesIn(text)).toEqual([{ name: 'dev-keys', from: 'dev', expiration: new Date(1.8e12), line: 3 }]);
});
