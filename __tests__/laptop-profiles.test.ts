import { lstat, mkdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { blockOwner, remoteName } from '../src/laptop/block-owner.js';
import { durableNode } from '../src/laptop/durable-node.js';
import { processCommand } from '../src/laptop/profiles-wish.js';
import { type Laptop, laptop, TEAM } from './support/laptop.js';
import { failureOf } from './support/profile-job.js';
import { type SignOn, startSignOn, tokenFile } from './support/sign-on.js';

let mine: Laptop;
beforeEach(async () => {
  mine = await laptop();
});
afterEach(() => mine.remove());

const CONFIG = '.aws/config';

describe('profiles', () => {
  test('shows a diff first, writes when asked, and then has nothing to do', async () => {
    const diff = await mine.run(['profiles']);
    expect(diff.exitCode).toBe(1);
    expect(diff.stdout).toMatch(/^--- \/dev\/null\n\+\+\+ .*config\n@@ /);
    expect(diff.stderr).toContain('no profile for build');
    expect(await mine.read(CONFIG)).toBeUndefined();

    const printed = await mine.run(['profiles', '--print']);
    const written = await mine.run(['profiles', '--write']);
    expect([printed.exitCode, written.exitCode]).toEqual([0, 0]);
    expect(written.stdout).toContain('aws sso login --sso-session acme');
    expect(await mine.read(CONFIG)).toBe(printed.stdout);
    expect(printed.stdout).toContain(
      '[profile prod]\nsso_session = acme\nsso_account_id = 022222222222\nsso_role_name = ReadOnly\nregion = eu-central-1\n',
    );
    expect(printed.stdout).toContain('sso_registration_scopes = sso:account:access\n');
    expect(printed.stdout).toContain('[profile dev-ReadOnly]\n');
    expect(await mine.run(['profiles'])).toMatchObject({ exitCode: 0, stdout: '' });
  });

  test('and their removal leave the file as it was, byte for byte', async () => {
    const before = '\ufeff[default]\r\nregion=eu-west-1 ; home\r\n\r\n# last line without an end';
    await mine.put(CONFIG, before, 0o644);
    await mine.run(['profiles', '--write']);
    const written = (await mine.read(CONFIG)) ?? '';
    expect(written.startsWith(`${before}\r\n# BEGIN `)).toBe(true);
    expect(written.slice(before.length).replaceAll('\r\n', '')).not.toContain('\n');
    expect((await mine.run(['profiles', '--remove'])).exitCode).toBe(0);
    expect(await mine.read(CONFIG)).toBe(before);
  });

  test('keep what somebody added to them, and the Region that the AWS CLI corrected', async () => {
    await mine.run(['profiles', '--write']);
    const changed = ((await mine.read(CONFIG)) ?? '')
      .replace('sso_region = us-east-1', 'sso_region = eu-west-1')
      .replace(
        'region = eu-central-1\n',
        'region = eu-central-1\noutput = json\ns3 =\n  max_bandwidth = 1MB/s\n',
      );
    await mine.put(CONFIG, changed);
    const again = await mine.run(['profiles']);
    expect(again).toMatchObject({ exitCode: 0, stdout: '' });
    expect(again.stderr).toContain('sso.region: eu-west-1');

    await mine.put('work/shop/.github/aws-temp-creds.yml', TEAM.replace('eu-central-1', 'eu-north-1'));
    await mine.run(['profiles', '--write']);
    expect(await mine.read(CONFIG)).toContain(
      'region = eu-north-1\noutput = json\ns3 =\n  max_bandwidth = 1MB/s\n',
    );
  });

  test.each([
    ['a profile', '[default]\n\n[profile "dev"]\nregion = x\n', /dev/, /line 3/],
    [
      'a session',
      '[sso-session acme]\nsso_start_url = https://else.awsapps.com/start\nsso_region = us-east-1\n',
      /acme/,
      /line 1/,
    ],
  ])('refuse a name that %s has elsewhere in the file, and name both', async (_, text, name, line) => {
    await mine.put(CONFIG, text);
    const refused = await mine.run(['profiles', '--write']);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toMatch(name);
    expect(refused.stderr).toMatch(line);
    expect(await mine.read(CONFIG)).toBe(text);
  });

  test('use a session that stands elsewhere, when it is the same', async () => {
    const own =
      '[sso-session acme]\nsso_start_url = https://acme.awsapps.com/start/\nsso_region = us-east-1\n';
    await mine.put(CONFIG, own);
    const { exitCode, stderr } = await mine.run(['profiles', '--write']);
    expect([exitCode, stderr.includes('it lacks `sso_registration_scopes')]).toEqual([0, true]);
    expect((await mine.read(CONFIG))?.match(/\[sso-session acme\]/g)).toHaveLength(1);
  });

  test('keep a session that other profiles use when they are removed', async () => {
    await mine.run(['profiles', '--write']);
    await mine.put(CONFIG, `${await mine.read(CONFIG)}[profile own]\nsso_session = acme\n`);
    const { stderr } = await mine.run(['profiles', '--remove']);
    expect(stderr).toContain('[sso-session acme] stays');
    expect(await mine.read(CONFIG)).toContain('sso_start_url = https://acme.awsapps.com/start\n');
    expect(await mine.read(CONFIG)).not.toContain('[profile dev]');
  });

  test('say that keys of the same name in the credentials file hide them', async () => {
    await mine.put('.aws/credentials', '[dev]\nregion = x\n');
    const { exitCode, stderr } = await mine.run(['profiles', '--write']);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/credentials:1 has \[dev\] too/);
  });

  test('of two repositories stand side by side', async () => {
    await mine.run(['profiles', '--write']);
    const one = await mine.read(CONFIG);
    await mine.put('work/pay/.github/aws-temp-creds.yml', TEAM);
    const cwd = mine.path('work/pay');
    const clash = await mine.run(['profiles', '--write'], { cwd });
    expect([clash.exitCode, clash.stderr.includes('in the block of')]).toEqual([2, true]);
    expect((await mine.run(['profiles', '--write', '--prefix', 'pay-'], { cwd })).exitCode).toBe(0);
    // Remembered in the block.
    expect(await mine.run(['profiles'], { cwd })).toMatchObject({ exitCode: 0, stdout: '' });
    expect(await mine.run(['profiles'])).toMatchObject({ exitCode: 0, stdout: '' });
    await mine.run(['profiles', '--remove'], { cwd });
    expect(await mine.read(CONFIG)).toBe(one);
  });

  test('twelve at the same time lose nothing', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `team${index}`);
    await mine.put(CONFIG, '[default]\nregion = eu-west-1\n');
    await Promise.all(
      names.map(name =>
        mine.put(
          `work/${name}/.github/aws-temp-creds.yml`,
          TEAM.replace('region: us-east-1', `region: us-east-1\n  session: ${name}`),
        ),
      ),
    );
    const runs = await Promise.all(
      names.map(name =>
        mine.run(['profiles', '--write', '--prefix', `${name}-`], { cwd: mine.path(`work/${name}`) }),
      ),
    );
    expect(runs.map(({ exitCode }) => exitCode)).toEqual(names.map(() => 0));
    const text = (await mine.read(CONFIG)) ?? '';
    for (const name of names) expect(text).toContain(`[profile ${name}-prod]`);
    expect(text.startsWith('[default]\nregion = eu-west-1\n')).toBe(true);
  });

  const posix = process.platform === 'win32' ? test.skip : test;

  posix('are for this user alone, and follow a link to the file', async () => {
    await mine.put('dotfiles/aws-config', '# mine\n', 0o644);
    await mkdir(mine.path('.aws'));
    await symlink(mine.path('dotfiles/aws-config'), mine.path(CONFIG));
    await mine.run(['profiles', '--write']);
    expect((await lstat(mine.path(CONFIG))).isSymbolicLink()).toBe(true);
    expect(await mine.read('dotfiles/aws-config')).toContain('[profile dev]');
    expect((await stat(mine.path('dotfiles/aws-config'))).mode & 0o777).toBe(0o600);
  });

  test('go where AWS_CONFIG_FILE says', async () => {
    const env = { AWS_CONFIG_FILE: mine.path('elsewhere/config') };
    await mine.run(['profiles', '--write'], { env });
    expect(await mine.read('elsewhere/config')).toContain('[profile dev]');
    expect(await mine.read(CONFIG)).toBeUndefined();
  });

  test('start our process by absolute paths when asked, with the sign-on profile behind', async () => {
    await mine.run(['profiles', '--write', '--process']);
    const text = (await mine.read(CONFIG)) ?? '';
    expect(text).toMatch(/\[profile dev-sso\]\nsso_session = acme\n/);
    expect(text).toMatch(
      /\[profile dev\]\ncredential_process = ["'].*node.*["'] ["'].*index\.js["'] "credentials" "dev-sso"\n/,
    );
    expect(await mine.run(['profiles'])).toMatchObject({ exitCode: 0, stdout: '' });
  });

  test.each([
    [['--diff', '--write'], /exclude each other/],
    [['--prefix', 'a b'], /--prefix takes/],
    [['--config', 'nowhere.yml'], /nowhere\.yml is not there/],
  ])('refuse %j', async (args, expected) => {
    const { exitCode, stderr, stdout } = await mine.run(['profiles', ...args]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(expected);
  });

  test.each([
    ['no portal', TEAM.replace(/^sso:[\s\S]*?(?=environments)/, ''), /access portal/],
    [
      'two of one name',
      `${TEAM}  dev-ReadOnly: { account: "444444444444", region: eu-west-1, role: r, permission-set: X }\n`,
      /dev-ReadOnly/,
    ],
    ['a name that a tool loses', TEAM.replace('  prod:', '  constructor:'), /constructor/],
  ])('refuse a configuration with %s', async (_, text, expected) => {
    await mine.put('work/shop/.github/aws-temp-creds.yml', text);
    const { exitCode, stderr } = await mine.run(['profiles', '--write']);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(expected);
  });

  test('refuse a file in UTF-16, and say how to mend it', async () => {
    await mine.put(CONFIG, Buffer.from('\ufeff[default]\n', 'utf16le'));
    const { exitCode, stderr } = await mine.run(['profiles', '--write']);
    expect([exitCode, stderr.includes('UTF-16')]).toEqual([2, true]);
  });
});

describe('profiles --all-accounts', () => {
  let service: SignOn;
  beforeEach(async () => {
    service = await startSignOn({
      assignments: [
        { account: '111111111111', accountName: 'Development', permissionSets: ['PowerUser', 'Audit=All'] },
        { account: '444444444444', accountName: 'Data & Logs', permissionSets: ['ReadOnly'] },
        { account: '555555555555', accountName: 'Empty', permissionSets: [] },
      ],
    });
    const session = service.oidc.session({ startUrl: service.startUrl, region: 'us-east-1' }, 3600);
    await mine.put(tokenFile('acme'), JSON.stringify(session));
  });
  afterEach(() => service.close());

  test('make a profile of everything else that the portal offers, page by page', async () => {
    const env = service.environment();
    const { exitCode } = await mine.run(['profiles', '--write', '--all-accounts'], { env });
    const text = (await mine.read(CONFIG)) ?? '';
    expect(exitCode).toBe(0);
    expect([...text.matchAll(/\[profile (.*)\]/g)].map(([, name]) => name)).toEqual([
      'dev',
      'dev-ReadOnly',
      'prod',
      'Development.Audit-All',
      'Data-Logs.ReadOnly',
    ]);
    expect(text).toContain('sso_role_name = Audit=All\nregion = eu-west-1\n');
    expect(await mine.run(['profiles'], { env })).toMatchObject({ exitCode: 0, stdout: '' });
  });

  test('say how to sign on first', async () => {
    await mine.put(tokenFile('acme'), '{}');
    const { exitCode, stderr } = await mine.run(['profiles', '--all-accounts'], {
      env: service.environment(),
    });
    expect([exitCode, stderr.includes('aws sso login --sso-session acme')]).toEqual([2, true]);
  });

  test.each([
    '{account}',
    '{permission-set}',
    '{nobody}.{account}.{permission-set}',
    '{account} {permission-set}',
  ])('take no template that does not make names: %s', async name => {
    const { exitCode } = await mine.run(['profiles', '--all-accounts', '--name', name]);
    expect(exitCode).toBe(2);
  });
});

describe('a block belongs', () => {
  test.each([
    ['https://github.com/acme/shop.git', 'github.com/acme/shop'],
    ['https://x-access-token:secret@github.com/acme/shop', 'github.com/acme/shop'],
    ['git@github.com:acme/shop.git', 'github.com/acme/shop'],
    ['ssh://git@GHES.acme.com:7999/acme/shop.git/', 'ghes.acme.com/acme/shop'],
    ['/srv/git/shop.git', undefined],
    ['C:\\repos\\shop', undefined],
    ['', undefined],
  ])('to the repository %s: %s', (url, expected) => expect(remoteName(url)).toBe(expected));

  test('to the remote that the repository names, else to its folder', async () => {
    expect(blockOwner(mine.repository, undefined)).toBe(encodeURI(mine.repository.replaceAll('\\', '/')));
    await writeFile(
      join(mine.repository, '.git/config'),
      '[core]\n\tbare = false\n[remote "origin"]\n\turl = git@github.com:acme/shop.git\n\tfetch = +refs/heads/*\n',
    );
    expect(blockOwner(mine.repository, 'other.yml')).toBe('github.com/acme/shop:other.yml');
  });
});

describe('a process profile', () => {
  test('names a Node that an update leaves in place', () => {
    const cellar = '/opt/homebrew/Cellar/node@22/22.4.0/bin/node';
    expect(durableNode(cellar, () => true)).toBe('/opt/homebrew/opt/node@22/bin/node');
    expect(durableNode(cellar, () => false)).toBe(cellar);
    expect(durableNode('/usr/bin/node', () => true)).toBe('/usr/bin/node');
  });

  test('never names what npx has fetched', async () => {
    await mine.put('.npm/_npx/1a2b/dist/cli/index.js', '');
    const failure = failureOf(() => processCommand(mine.path('.npm/_npx/1a2b/dist/cli/index.js'), 'linux'));
    expect(failure.explanation.write).toContain('npm install --global');
  });
});
