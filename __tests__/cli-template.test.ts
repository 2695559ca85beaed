import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runCli } from './support/bundle.js';
import { yamlOf } from './support/documents.js';
import { type GitHubApi, startGitHubApi } from './support/github-api.js';
import { removeFolder, scratchFolder } from './support/scratch.js';

const FILE = `sso:
  start-url: https://acme.awsapps.com/start
  region: eu-west-1
  permission-sets:
    PowerUser: { policies: [PowerUserAccess] }
environments:
  dev: { account: "111111111111", region: eu-west-1, role: deploy, permission-set: PowerUser, groups: [developers] }
  prod: { account: "222222222222", region: eu-west-1, role: deploy, github-environment: production }
`;

let folder: string;
let api: GitHubApi;

beforeAll(async () => {
  folder = await scratchFolder('template');
  api = await startGitHubApi();
  await mkdir(join(folder, '.github'));
  await mkdir(join(folder, '.git'));
  await writeFile(join(folder, '.github/aws-temp-creds.yml'), FILE);
  await writeFile(
    join(folder, '.git/config'),
    '[core]\n\tbare = false\n[remote "origin"]\n\turl = git@github.com:acme/shop.git\n',
  );
});

afterAll(async () => {
  await api.close();
  await removeFolder(folder);
});

const template = (...args: readonly string[]) =>
  runCli(['template', ...args], { cwd: folder, env: { GITHUB_API_URL: api.url } });

describe('aws-temp-creds template', () => {
  test.each([
    ['roles', 'AWS::IAM::Role'],
    ['people', 'AWS::SSO::PermissionSet'],
    ['audit', 'AWS::IAM::Role'],
  ])('%s prints the template alone, as JSON and as YAML that says the same', async (kind, type) => {
    const [json, yaml] = await Promise.all([
      template(kind, '--format', 'cloudformation', '--json'),
      template(kind),
    ]);
    expect([json.exitCode, yaml.exitCode]).toEqual([0, 0]);
    const parsed = JSON.parse(json.stdout);
    expect(JSON.stringify(parsed.Resources)).toContain(type);
    expect(Object.keys(parsed)).toEqual(Object.keys(Object(yamlOf(yaml.stdout))));
  });

  test('says on stderr that the trust goes by names, and whose', async () => {
    const { stdout, stderr } = await template('roles', '--environment', 'production', '--json');
    expect(stderr).toContain('acme/shop: the trust goes by names');
    expect(stdout).toContain('repo:acme/shop:environment:production');
    expect(stdout).not.toContain('environment:dev');
  });

  test.each([
    ['repo:acme@583231/shop@1296269', ['repo:acme@583231/shop@1296269:environment:production']],
    ['repo:acme/shop', ['repo:acme/shop:environment:production']],
    [
      undefined,
      ['repo:acme/shop:environment:production', 'repo:acme@583231/shop@1296269:environment:production'],
    ],
  ])('asks GitHub only when told to, and believes its prefix %s', async (prefix, subjects) => {
    api.answers.set('/repos/acme/shop', { id: 1296269, full_name: 'acme/shop', owner: { id: 583231 } });
    api.answers.set(
      '/repos/acme/shop/actions/oidc/customization/sub',
      prefix && { use_default: true, sub_claim_prefix: prefix },
    );
    const before = api.asked.length;
    const { stdout, exitCode } = await template('roles', '--environment', 'prod', '--look-up', '--json');
    expect(exitCode).toBe(0);
    const { sub, repository_id } = conditionsIn(stdout);
    expect([sub].flat()).toEqual(subjects);
    expect(repository_id).toBe('1296269');
    expect(api.asked.length).toBe(before + 2);
    await template('roles', '--json');
    expect(api.asked.length).toBe(before + 2);
  });

  test.each([
    [['roles', '--format', 'pulumi'], /must be cloudformation or terraform/],
    [['roles', '--environment', 'nowhere'], /nowhere is no environment .*it has: dev, prod/],
    [['roles', '--repository', 'acme'], /must be OWNER\/NAME/],
    [['roles', '--both-forms'], /needs the IDs of acme\/shop/],
    [['roles', '--repository-id', '1', '--repository-id', '2'], /given 2 times, for 1 repositories/],
    [['roles', '--issuer', 'https://gitlab.com'], /is not GitHub's/],
    [['roles', '--qualifier', 'Not-One'], /must be a qualifier/],
    [['role'], /did you mean template roles\?/],
    [['roles', '--look-up', '--repository', 'acme/none'], /GitHub does not show the repository acme\/none/],
  ])('%j is wrong use', async (args, message) => {
    const { exitCode, stdout, stderr } = await template(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  test('without a file says how to begin one', async () => {
    const { exitCode, stderr } = await runCli(['template', 'roles']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('aws-temp-creds init');
  });
});

function conditionsIn(json: string): Record<string, unknown> {
  const [, text = '{}'] = /"StringEquals": (\{[^}]*token\.actions[^}]*\})/.exec(json) ?? [];
  const entries = Object.entries(JSON.parse(text) as Record<string, unknown>);
  return Object.fromEntries(entries.map(([key, value]) => [key.replace(/^.*:/, ''), value]));
}
