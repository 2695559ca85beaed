import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfiguration } from '../src/config/file.js';
import { firstFile, foundInConfig } from '../src/init/first-file.js';
import { parseConfigFile } from '../src/laptop/config-file.js';
import { runCli } from './support/bundle.js';
import { portOf } from './support/loopback.js';
import { removeFolder, scratchFolder } from './support/scratch.js';

const CONFIG = `[sso-session acme]
sso_start_url = https://acme.awsapps.com/start
sso_region = us-east-1
sso_registration_scopes = sso:account:access

[profile dev]
sso_session = acme
sso_account_id = 011111111111
sso_role_name = PowerUser
region = eu-west-1
[profile dev-read]
sso_session = acme
sso_account_id = 011111111111
sso_role_name = ReadOnly
[profile "prod eu"]
role_arn = arn:aws:iam::222222222222:role/admin
source_profile = dev
[profile local]
region = eu-west-1
`;

const sections = parseConfigFile(CONFIG);

describe('the first configuration file', () => {
  test('has an environment for each account of the profiles, and the portal', () => {
    const text = firstFile(foundInConfig(sections), { region: undefined, role: 'github-deploy' }) ?? '';
    expect(text.split('\n').slice(1).join('\n')).toBe(`sso:
  start-url: https://acme.awsapps.com/start
  region: us-east-1
  session: acme
environments:
  dev:
    account: "011111111111"
    region: eu-west-1
    role: github-deploy
    permission-set: PowerUser
  prod-eu:
    account: "222222222222"
    region: "" # FILL IN: the Region
    role: github-deploy
`);
  });

  test('is one that every command takes, once the blanks are filled in', () => {
    const found = foundInConfig(sections);
    const region = found.accounts[0]?.region;
    const text = firstFile(found, { region, role: 'github-deploy' }) ?? '';
    const { environments, sso } = readConfiguration(text, 'the file', () => undefined);
    expect(environments.map(({ name, account }) => `${name} ${account}`)).toEqual([
      'dev 011111111111',
      'prod-eu 222222222222',
    ]);
    expect(sso?.session).toBe('acme');
  });
});

describe('aws-temp-creds init', () => {
  let folder: string;
  let server: Server;

  beforeAll(async () => {
    folder = await scratchFolder('init');
    await mkdir(join(folder, 'repository/.git'), { recursive: true });
    await writeFile(join(folder, 'config'), CONFIG);
    server = createServer((_, response) => {
      response.setHeader('content-type', 'application/x-amz-json-1.1');
      response.end(
        JSON.stringify({
          Accounts: [
            { Id: '333333333333', Name: 'Shop (live)', State: 'ACTIVE' },
            { Id: '444444444444', Name: 'Old', State: 'SUSPENDED' },
          ],
        }),
      );
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  });

  afterAll(async () => {
    server.close();
    await removeFolder(folder);
  });

  const init = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    runCli(['init', ...args], {
      cwd: join(folder, 'repository'),
      env: { AWS_CONFIG_FILE: join(folder, 'config'), ...env },
    });

  test('asks the organization with the credentials of the environment, and leaves closed accounts out', async () => {
    const url = `http://127.0.0.1:${portOf(server.address())}`;
    const keys = { AWS_ACCESS_KEY_ID: 'one', AWS_SECRET_ACCESS_KEY: 'two' };
    const { stdout, exitCode } = await init(['--from', 'organization', '--region', 'eu-west-1'], {
      ...keys,
      AWS_ENDPOINT_URL: url,
    });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('+  Shop-live:\n+    account: "333333333333"\n');
    expect(stdout).not.toContain('444444444444');
    const without = await init(['--from', 'organization']);
    expect(without.exitCode).toBe(2);
    expect(without.stderr).toContain('needs credentials in the environment variables');
  });

  test('shows the file first, and writes it only when told to, once', async () => {
    const answers = ['--environment', 'production=111111111111', '--region', 'eu-west-1'];
    const shown = await init(answers);
    expect(shown.exitCode).toBe(1);
    expect(shown.stdout).toMatch(/^--- \/dev\/null\n\+\+\+ b\/\.github\/aws-temp-creds\.yml\n/);
    const written = await init([...answers, '--write']);
    expect(written).toMatchObject({ exitCode: 0, stdout: 'Wrote .github/aws-temp-creds.yml\n' });
    const text = await readFile(join(folder, 'repository/.github/aws-temp-creds.yml'), 'utf8');
    expect(readConfiguration(text, 'the file', () => undefined).environments).toHaveLength(1);
    const again = await init(answers);
    expect(again.exitCode).toBe(2);
    expect(again.stderr).toContain('already; init only begins one');
  });
});
