import { cp, readdir, stat, utimes } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { formatCredentials, isHarmless } from '../src/laptop/credential-formats.js';
import { randomCredentials } from './support/credentials.js';
import { killedAtAnyPoint } from './support/killing.js';
import { type Laptop, laptop } from './support/laptop.js';
import type { Answer } from './support/loopback.js';
import { bundlePath, nodePath, ROOT, runProgram } from './support/program.js';
import { type SignOn, startSignOn, tokenFile } from './support/sign-on.js';
import { THROTTLED } from './support/sign-on-answers.js';
import { loginFile } from './support/sign-on-login.js';
import type { TokenFile } from './support/sign-on-oidc.js';

const ARN = 'arn:aws:iam::111111111111:user/me';
const TOKEN = tokenFile('acme');
const CONFIG = `[sso-session acme]
sso_start_url = https://acme.awsapps.com/start
sso_region = us-east-1
sso_registration_scopes = sso:account:access
[profile dev]
sso_session = acme
sso_account_id = 111111111111
sso_role_name = PowerUser
region = eu-west-1
[profile other]
sso_session = acme
sso_account_id = 111111111111
sso_role_name = Administrator
[profile me]
login_session = ${ARN}
region = eu-west-1
[profile keys]
aws_access_key_id = x
[profile old]
sso_start_url = https://acme.awsapps.com/start
sso_region = us-east-1
sso_account_id = 111111111111
sso_role_name = PowerUser
[profile tool]
credential_process = aws-temp-creds credentials tool-sso
[profile tool-sso]
sso_session = acme
sso_account_id = 111111111111
sso_role_name = PowerUser
`;

let mine: Laptop;
let service: SignOn;

beforeEach(async () => {
  mine = await laptop();
  service = await startSignOn({
    assignments: [{ account: '111111111111', accountName: 'Development', permissionSets: ['PowerUser'] }],
  });
  await mine.put('.aws/config', CONFIG);
});
afterEach(() => Promise.all([service.close(), mine.remove()]));

/** A session as the CLI leaves it. @param seconds that its token has left */
async function signedOn(
  seconds: number,
  changes: (file: TokenFile) => object = file => file,
): Promise<TokenFile> {
  const file = service.oidc.session({ startUrl: service.startUrl, region: 'us-east-1' }, seconds);
  await mine.put(TOKEN, JSON.stringify(changes(file)));
  return file;
}

function credentials(args: readonly string[] = ['dev'], env: Readonly<Record<string, string>> = {}) {
  mine.secrets.splice(0, mine.secrets.length, ...service.secrets);
  return mine.run(['credentials', ...args], { env: { ...service.environment(), ...env } });
}

async function stored(): Promise<Record<string, string>> {
  return JSON.parse((await mine.read(TOKEN)) ?? '');
}

describe('credentials of a portal session', () => {
  test('are those of the profile, as credential_process takes them, alone on standard output', async () => {
    await signedOn(3600);
    const { exitCode, stdout, stderr } = await credentials();
    expect([exitCode, stderr]).toEqual([0, '']);
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer)).toEqual([
      'Version',
      'AccessKeyId',
      'SecretAccessKey',
      'SessionToken',
      'Expiration',
      'AccountId',
    ]);
    expect(answer).toMatchObject({ Version: 1, AccountId: '111111111111' });
    expect(service.givenFor(answer.AccessKeyId)).toEqual({
      account: '111111111111',
      permissionSet: 'PowerUser',
    });
  });

  test('go into the cache of the AWS CLI, and come from it without the SDK', async () => {
    await signedOn(3600);
    const first = JSON.parse((await credentials()).stdout);
    // {"accountId":"111111111111","roleName":"PowerUser","sessionName":"acme"}, SHA-1
    const cached = '.aws/cli/cache/d15ff885e37a277bc26382bb1ce10d3a861ade2f.json';
    expect(JSON.parse((await mine.read(cached)) ?? '')).toEqual({
      ProviderType: 'sso',
      Credentials: {
        AccessKeyId: first.AccessKeyId,
        SecretAccessKey: first.SecretAccessKey,
        SessionToken: first.SessionToken,
        Expiration: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        AccountId: '111111111111',
      },
    });
    for (const name of ['cli', 'credentials'])
      await cp(join(ROOT, 'dist', name), mine.path(`dist/${name}`), { recursive: true });
    await cp(join(ROOT, 'dist/package.json'), mine.path('dist/package.json'));
    const again = await runProgram({
      command: nodePath('20'),
      args: [mine.path('dist/cli/index.js'), 'credentials', 'dev'],
      env: mine.environment(),
      cwd: mine.home,
    });
    expect(JSON.parse(again.stdout).AccessKeyId).toBe(first.AccessKeyId);
    expect(service.count('GetRoleCredentials')).toBe(1);
  });

  test.each([
    [12, 'gives a new refresh token each time', { rotates: true }],
    [3, 'gives the same one again', {}],
    [3, 'gives none', { withholds: true }],
  ])('asked for %d times after its end: one renewal by a service that %s', async (times, _, behaviour) => {
    Object.assign(service.oidc, behaviour);
    service.latency = 50;
    const before = await signedOn(-60, file => ({
      ...file,
      expiresAt: file.expiresAt.replace('Z', '.000Z'),
      own: 1,
    }));
    const runs = await Promise.all(Array.from({ length: times }, () => credentials()));
    expect(runs.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual(runs.map(() => [0, '']));
    expect(new Set(runs.map(({ stdout }) => JSON.parse(stdout).AccessKeyId)).size).toBe(1);
    expect(service.count('CreateToken refresh_token')).toBe(1);
    expect(service.count('GetRoleCredentials')).toBe(1);
    const after = await stored();
    expect(service.oidc.isRefreshable(after['refreshToken'] ?? '')).toBe(true);
    expect(after).toMatchObject({ startUrl: before.startUrl, clientId: before.clientId, own: 1 });
    expect(after['expiresAt']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  test.each([
    ['without a refresh token', (file: TokenFile) => ({ ...file, refreshToken: undefined }), 0],
    [
      'whose registration has ended',
      (file: TokenFile) => ({ ...file, registrationExpiresAt: '2020-01-01T00:00:00Z' }),
      0,
    ],
    // Each process asks on its own, unless it has waited for one that was just refused.
    ['whose refresh token is void', (file: TokenFile) => file, 3],
  ])('that has ended, %s, say what to run', async (_, changes, most) => {
    await signedOn(-60, changes);
    service.oidc.revokeRefreshTokens();
    const runs = await Promise.all([credentials(), credentials(), credentials()]);
    for (const { exitCode, stdout, stderr } of runs) {
      expect([exitCode, stdout]).toEqual([1, '']);
      expect(stderr).toContain('aws sso login --sso-session acme');
    }
    expect(service.count('CreateToken refresh_token')).toBeLessThanOrEqual(most);
  });

  test('that was never opened say so, whatever other files the cache has', async () => {
    await mine.put(
      '.aws/sso/cache/0000000000000000000000000000000000000000.json',
      JSON.stringify(await signedOn(60)),
    );
    await mine.put(TOKEN, '{"accessToken": "half');
    const { exitCode, stderr } = await credentials();
    expect([exitCode, stderr.includes('Nobody is signed on')]).toEqual([1, true]);
  });

  test.each(['Z', '.000Z', 'UTC', '+00:00'])(
    'end when the file says so, as every tool writes it: %s',
    async end => {
      await signedOn(3600, file => ({ ...file, expiresAt: file.expiresAt.replace('Z', end) }));
      expect((await credentials()).exitCode).toBe(0);
      expect(service.count('CreateToken refresh_token')).toBe(0);
    },
  );

  test('of the old kind find their token by the start URL', async () => {
    const file = service.oidc.session({ startUrl: service.startUrl, region: 'us-east-1' }, 3600);
    await mine.put(tokenFile('https://acme.awsapps.com/start'), JSON.stringify(file));
    expect((await credentials(['old'])).exitCode).toBe(0);
  });

  test('are renewed once more when the portal takes the token no longer', async () => {
    await signedOn(3600);
    service.oidc.revoke();
    expect((await credentials()).exitCode).toBe(0);
    expect(service.requests.map(({ action, status }) => [action, status])).toEqual([
      ['GetRoleCredentials', 401],
      ['CreateToken refresh_token', 200],
      ['GetRoleCredentials', 200],
    ]);
  });

  test('asked for in another Region than the portal is in: the message names it', async () => {
    await signedOn(3600);
    const { exitCode, stderr } = await credentials(['dev'], service.environment('eu-west-1'));
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/us-east-1 is not the home Region|has ended/);
  });

  test('that the person lacks: the message names permission set and account', async () => {
    await signedOn(3600);
    const { exitCode, stderr } = await credentials(['other']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('You do not have the permission set Administrator in account 111111111111.');
  });

  test('come through a throttled moment', async () => {
    await signedOn(3600);
    service.fail(THROTTLED, { times: 2 });
    expect((await credentials()).exitCode).toBe(0);
  });

  const ended: Answer = {
    status: 200,
    type: 'application/json',
    body: JSON.stringify({
      roleCredentials: {
        accessKeyId: 'A',
        secretAccessKey: 'S',
        sessionToken: 'T',
        expiration: 1_600_000_000_000,
      },
    }),
  };
  const hollow: Answer = {
    status: 200,
    type: 'application/json',
    body: '{"roleCredentials":{"accessKeyId":"A"}}',
  };

  test.each([
    ['a web page', 'html'],
    ['half an answer', 'truncated'],
    ['no credentials', hollow],
    ['credentials that have ended', ended],
    ['a reset', 'reset'],
  ] as const)('are not made of %s', async (_, fault) => {
    await signedOn(3600);
    service.fail(fault);
    const { exitCode, stdout, stderr } = await credentials();
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/no usable answer|have ended already/);
    expect(await mine.read('.aws/cli/cache/d15ff885e37a277bc26382bb1ce10d3a861ade2f.json')).toBeUndefined();
  });

  test('that still last are given, with a warning, when there is no answer', async () => {
    await signedOn(3600);
    service.lifetime = 600;
    const { AccessKeyId } = JSON.parse((await credentials()).stdout);
    service.fail('reset');
    const again = await credentials();
    expect(JSON.parse(again.stdout).AccessKeyId).toBe(AccessKeyId);
    expect(again.stderr).toContain('not renewed, still valid');
  });

  test('of a process profile are those of the sign-on profile behind it', async () => {
    await signedOn(3600);
    expect((await credentials(['tool'])).exitCode).toBe(0);
  });

  test('survive a death at any point', async () => {
    service.latency = 10;
    await killedAtAnyPoint(5, {
      start: kill =>
        runProgram({
          command: nodePath('20'),
          args: [bundlePath('cli'), 'credentials', 'dev'],
          env: { ...mine.environment(), ...service.environment() },
          cwd: mine.home,
          ...(kill && { interrupt: kill }),
        }),
      before: async () => {
        await signedOn(-60);
        await mine.put('.aws/cli/cache/d15ff885e37a277bc26382bb1ce10d3a861ade2f.json', '{}');
      },
      after: async () => {
        expect(Object.keys(await stored())).toContain('refreshToken');
        expect((await credentials()).exitCode).toBe(0);
      },
    });
    const left = await readdir(mine.path('.aws/sso/cache'));
    expect(left).toEqual([basename(TOKEN)]);
  });

  const posix = process.platform === 'win32' ? test.skip : test;
  posix('are kept for this user alone', async () => {
    await signedOn(-60);
    await utimes(mine.path(TOKEN), 0, 0);
    await credentials();
    for (const name of [TOKEN, '.aws/cli/cache/d15ff885e37a277bc26382bb1ce10d3a861ade2f.json'])
      expect((await stat(mine.path(name))).mode & 0o777).toBe(0o600);
  });
});

describe('credentials of `aws login`', () => {
  const FILE = loginFile(ARN);

  test('asked for twelve times after their end: one renewal, the session lives on', async () => {
    service.latency = 50;
    await mine.put(FILE, JSON.stringify(await service.login.session('111111111111', -5, 'eu-west-1')));
    const runs = await Promise.all(Array.from({ length: 12 }, () => credentials(['me'])));
    expect(runs.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual(runs.map(() => [0, '']));
    expect(service.count('CreateOAuth2Token')).toBe(1);
    const { clientId, refreshToken, accessToken } = JSON.parse((await mine.read(FILE)) ?? '');
    expect(service.login.isCurrent(clientId, refreshToken)).toBe(true);
    expect(accessToken.accountId).toBe('111111111111');
  });

  test('are given while they last, from where AWS_LOGIN_CACHE_DIRECTORY says', async () => {
    await mine.put(
      `logins/${basename(FILE)}`,
      JSON.stringify(await service.login.session('111111111111', 800)),
    );
    const { exitCode } = await credentials(['me'], { AWS_LOGIN_CACHE_DIRECTORY: mine.path('logins') });
    expect([exitCode, service.requests.length]).toEqual([0, 0]);
  });

  test('that have ended for good say what to run', async () => {
    const session = await service.login.session('111111111111', -5);
    await mine.put(FILE, JSON.stringify({ ...session, refreshToken: 'old' }));
    const { exitCode, stdout, stderr } = await credentials(['me']);
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toContain('aws login --profile me');
  });
});

describe('credentials', () => {
  test.each([
    [['nobody'], 2, /There is no profile nobody/],
    [['keys'], 2, /static key/],
    [['dev', '--format', 'toml'], 2, /no format toml/],
    [['dev', 'other'], 2, /too many arguments/],
  ])('%j are refused', async (args, code, expected) => {
    const { exitCode, stdout, stderr } = await credentials(args);
    expect([exitCode, stdout]).toEqual([code, '']);
    expect(stderr).toMatch(expected);
  });

  test('without a name are those of AWS_PROFILE', async () => {
    await signedOn(3600);
    expect((await credentials([], { AWS_PROFILE: 'dev' })).exitCode).toBe(0);
    expect((await credentials([])).stderr).toContain('There is no profile default');
  });

  const keys = randomCredentials('formats', '111111111111');
  const given = { credentials: { ...keys, expiration: new Date(1.8e12) }, account: undefined };
  test.each([
    ['bash', "export AWS_ACCESS_KEY_ID='", 'unset AWS_PROFILE\n'],
    ['zsh', "export AWS_ACCESS_KEY_ID='", 'unset AWS_PROFILE\n'],
    ['fish', "set -gx AWS_ACCESS_KEY_ID '", 'set -e AWS_PROFILE\n'],
    ['pwsh', "$Env:AWS_ACCESS_KEY_ID = '", 'Remove-Item Env:AWS_PROFILE '],
    ['cmd', 'set "AWS_ACCESS_KEY_ID=', 'set "AWS_PROFILE="\n'],
    ['env', 'AWS_ACCESS_KEY_ID=A', ''],
    ['json', '"AWS_ACCESS_KEY_ID": "', ''],
  ] as const)('for %s set them all, and no profile beside them', (format, start, unset) => {
    const text = formatCredentials(given, 'eu-west-1', format);
    expect(text).toContain(start);
    expect(text).toContain(unset);
    for (const value of [keys.accessKeyId, keys.secretAccessKey, keys.sessionToken, 'eu-west-1'])
      expect(text).toContain(value);
  });

  test('that a shell would run are never printed for one', () => {
    expect(isHarmless(given, 'eu-west-1')).toBe(true);
    for (const region of ["'; rm -rf ~", '$(id)', 'a\nb', '%PATH%'])
      expect(isHarmless(given, region)).toBe(false);
  });
});
