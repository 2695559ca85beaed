import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseRoleArn } from '../src/aws/names.js';
import { renewBefore } from '../src/cdk/ask-process.js';
import type { Configuration } from '../src/config/configuration.js';
import type { AssumedRole, Target } from '../src/credentials/target.js';
import type { ProfilesPlan } from '../src/handover/profiles.js';
import { describeJob } from './support/github-job.js';
import { type Issuer, startIssuer } from './support/issuer.js';
import { assumed, type Finished, type ProfileJob, profileJob, run, target } from './support/profile-job.js';
import { type Sts, startSts } from './support/sts.js';
import { gitHubTrust } from './support/sts-account.js';

const DEV = target('dev', '111111111111');
const PROD = target('prod', '222222222222');
const READ = parseRoleArn('arn:aws:iam::222222222222:role/github-read')?.arn;
const CONFIGURATION: Configuration = {
  path: '.github/aws-temp-creds.yml',
  sso: undefined,
  environments: [DEV, PROD].map(of => ({
    ...of,
    readRole: of === PROD ? READ : undefined,
    permissionSet: undefined,
    githubEnvironment: 'production',
    via: undefined,
    tags: {},
    isDefault: false,
  })),
  scan: { allow: [] },
};

/**
 * Stands for the CDK CLI: loads the plugin that CDK_PLUGIN names, from where the CLI would, and then runs a test's
 * statements with `sources` and `provider(account, mode, options)` in scope. What they `show` is printed as JSON.
 */
const CLI = `
const plugin = require(process.env.CDK_PLUGIN);
const sources = [];
if (plugin.version !== '1') throw new Error('not a plugin');
const host = { registerCredentialProviderSource: source => sources.push(source) };
const provider = async (account, mode, options) => {
  for (const source of sources) {
    if (!(await source.isAvailable())) continue;
    if (await source.canProvideCredentials(account)) return source.getProvider(account, mode, options);
  }
};
const show = value => process.stdout.write(JSON.stringify(value) + '\\n');
(async () => {
  plugin.init(host);
  await eval('(async () => {' + process.argv[2] + '})()');
})().catch(error => { show({ error: error.message }); process.exitCode = 1; });
`;

let issuer: Issuer;
let sts: Sts;
let job: ProfileJob;
let project: string;

beforeEach(async () => {
  issuer = await startIssuer();
  sts = await startSts({ issuers: [issuer] });
  for (const { account } of [DEV, PROD]) {
    for (const name of ['github-deploy', 'github-read']) {
      sts.role(account, { name, trust: gitHubTrust(account, { subject: 'repo:acme/shop:*' }) });
    }
  }
  job = profileJob('a runner', CONFIGURATION);
  project = join(job.home, 'project');
  file('project/node_modules/aws-cdk/bin/cdk', CLI);
});
afterEach(async () => {
  job.close();
  await Promise.all([issuer.close(), sts.close()]);
});

function file(path: string, content: string): string {
  const full = join(job.home, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
  return full;
}

function handedOver(
  targets: readonly Target[] = [DEV, PROD],
  roles: readonly AssumedRole[] = [],
  variables: Record<string, string> = {},
): ProfilesPlan {
  return job.write({ targets, variables: { AWS_ENDPOINT_URL_STS: sts.url, ...variables } }, roles);
}

async function cli(
  plan: ProfilesPlan,
  statements: string,
  more: Record<string, string> = {},
): Promise<Finished> {
  const variables = {
    ...plan.variables,
    HOME: job.home,
    USERPROFILE: job.home,
    ...(await issuer.grant(describeJob())),
    ...more,
  };
  return run(process.execPath, [join(project, 'node_modules/aws-cdk/bin/cdk'), statements], {
    variables,
    folder: project,
  });
}

function shown({ stdout, stderr }: Finished): unknown[] {
  expect(stderr).toBe('');
  return stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
}

describe('credentials', () => {
  test('are given for every account that was handed over, by the cache that all profiles share', async () => {
    const plan = handedOver([DEV, PROD], [assumed(DEV, new Date(Date.now() + 3_600_000))]);
    const [dev, prod] = shown(
      await cli(
        plan,
        `for (const account of ['${DEV.account}', '${PROD.account}'])
        show(await (await provider(account, 1, { supportsV3Providers: true }))());`,
      ),
    );
    expect(dev).toMatchObject({
      accessKeyId: expect.stringMatching(/^ASIA/),
      sessionToken: expect.any(String),
    });
    expect(prod).toMatchObject({ expiration: expect.stringMatching(/Z$/) });
    expect(sts.requests.map(({ role }) => role)).toEqual([PROD.role]);
  });

  test('are those of read-role for reading, and of role for writing', async () => {
    await cli(
      handedOver(),
      `for (const mode of [0, 1]) for (const account of ['${DEV.account}', '${PROD.account}'])
      await (await provider(account, mode, { supportsV3Providers: true }))();`,
    );
    expect(sts.requests.map(({ role }) => role)).toEqual([DEV.role, READ, PROD.role]);
  });

  test('are an object of the older SDK for a CLI that knows no providers, and renew themselves', async () => {
    const plan = handedOver([DEV]);
    const [first, renewed] = shown(
      await cli(
        plan,
        `const it = await provider('${DEV.account}', 1);
        show({ key: it.accessKeyId, secret: it.secretAccessKey, token: it.sessionToken, time: it.expireTime, expired: it.expired, due: it.needsRefresh(), kind: typeof it.refresh });
        require('node:fs').rmSync(require('node:path').join(${JSON.stringify(plan.folder)}, 'cache', '0.json'));
        it.expired = true;
        await new Promise((done, fail) => it.get(error => (error ? fail(error) : done())));
        await it.getPromise();
        show({ key: it.accessKeyId, due: it.needsRefresh() });`,
      ),
    );
    const [one, two] = sts.sessions.map(({ accessKeyId }) => accessKeyId);
    expect(first).toMatchObject({
      key: one,
      secret: expect.any(String),
      token: expect.any(String),
      expired: false,
      due: false,
      kind: 'function',
    });
    expect(renewed).toEqual({ key: two, due: false });
    expect(sts.sessions).toHaveLength(2);
  });

  test('are those of earlier steps of the job too', async () => {
    const first = handedOver([DEV]);
    const second = handedOver([PROD], [], {
      AWS_CONFIG_FILE: join(first.folder, 'config'),
      CDK_PLUGIN: first.job.programs.cdkPlugin,
    });
    expect(second.job.cdkPlugin).toBeUndefined();
    await cli(
      second,
      `for (const account of ['${DEV.account}', '${PROD.account}']) await (await provider(account, 1, { supportsV3Providers: true }))();`,
    );
    expect(sts.requests.map(({ role }) => role)).toEqual([DEV.role, PROD.role]);
  });

  test('do not depend on what the project loads into its own Node.js processes', async () => {
    const options = {
      NODE_OPTIONS: `--require ${JSON.stringify(file('noisy.cjs', 'if (!process.argv[1].includes("aws-cdk")) throw new Error();').replaceAll('\\', '/'))}`,
    };
    const result = await cli(
      handedOver([DEV]),
      `await (await provider('${DEV.account}', 1, { supportsV3Providers: true }))();`,
      options,
    );
    expect(result).toMatchObject({ code: 0, stderr: '' });
  });

  test('that are refused come with the explanation, and nothing of the command', async () => {
    sts.role(DEV.account, {
      name: 'github-deploy',
      trust: gitHubTrust(DEV.account, { subject: 'repo:acme/other:*' }),
    });
    const [result] = shown(
      await cli(
        handedOver([DEV]),
        `await (await provider('${DEV.account}', 1, { supportsV3Providers: true }))();`,
      ),
    );
    expect(result).toEqual({
      error: expect.stringMatching(/^aws-temp-creds: AWS refused .*repo:acme\/shop/),
    });
  });

  test('end earlier for CDK than for AWS, but late enough to be new when it asks again', () => {
    const now = new Date('2026-01-01T00:00:00Z');
    const after = (seconds: number) =>
      renewBefore(new Date(now.getTime() + seconds * 1000), now).getTime() - now.getTime();
    expect([3600, 900, 24].map(after)).toEqual([3_300_000, 750_000, 20_000]);
    expect(after(-5)).toBe(-5000);
  });
});

describe('an account that was not handed over', () => {
  test('is named once, with the file that it is missing from', async () => {
    const { stderr, stdout } = await cli(
      handedOver(),
      "for (const mode of [0, 1, 0]) show((await provider('999999999999', mode)) ?? null);",
    );
    expect(stdout).toBe('null\nnull\nnull\n');
    expect(stderr).toMatch(
      /^aws-temp-creds: account 999999999999 is not among .*dev \(111111111111\), prod \(222222222222\)\..*\.github\/aws-temp-creds\.yml.*\n$/,
    );
  });

  test("is left to the project's own plugins where there are some", async () => {
    file('project/cdk.json', '{ "plugin": ["./mine.cjs"] }');
    file(
      'project/mine.cjs',
      `module.exports = { version: '1', init: host => host.registerCredentialProviderSource({
      name: 'mine', isAvailable: async () => true, canProvideCredentials: async account => account === '999999999999', getProvider: async () => 'theirs' }) };`,
    );
    expect(shown(await cli(handedOver(), "show(await provider('999999999999', 1));"))).toEqual(['theirs']);
  });
});

describe("the project's own plugins", () => {
  const naming = (name: string) =>
    `module.exports = { version: '1', init: host => host.registerCredentialProviderSource({ name: '${name}' }) };`;
  const names = async (plan = handedOver()) =>
    shown(await cli(plan, 'show(sources.map(({ name }) => name));'))[0];

  test('of cdk.json are loaded after ours: by path, by package, and ours only once', async () => {
    const plan = handedOver();
    const own = plan.job.programs.cdkPlugin;
    file('project/cdk.json', JSON.stringify({ plugin: ['./plugins/one.cjs', 'a-plugin', own] }));
    file('project/plugins/one.cjs', naming('one'));
    file('project/node_modules/a-plugin/index.js', naming('two'));
    expect(await names(plan)).toEqual(['aws-temp-creds', 'one', 'two']);
  });

  test('of ~/.cdk.json are loaded when the project has none', async () => {
    file('.cdk.json', JSON.stringify({ plugin: 'a-plugin' }));
    file('project/node_modules/a-plugin/index.js', naming('mine'));
    expect(await names()).toEqual(['aws-temp-creds', 'mine']);
    file('project/cdk.json', JSON.stringify({ app: 'x', plugin: [file('other.cjs', naming('project'))] }));
    expect(await names()).toEqual(['aws-temp-creds', 'project']);
  });

  test('are replaced by the one that CDK_PLUGIN named before, as without us', async () => {
    file('project/cdk.json', JSON.stringify({ plugin: ['./nowhere'] }));
    const earlier = file('earlier.cjs', naming('earlier'));
    expect(await names(handedOver([DEV], [], { CDK_PLUGIN: earlier }))).toEqual([
      'aws-temp-creds',
      'earlier',
    ]);
  });

  test.each([
    ['is not there', './gone.cjs', "Cannot find module './gone.cjs'"],
    ['is no plugin', './no.cjs', "not a plugin of version '1'"],
    ['throws', './bad.cjs', 'broken \\u001b'],
  ])('are named with their file when one %s', async (_, spec, reason) => {
    file('project/cdk.json', JSON.stringify({ plugin: [spec] }));
    file('project/no.cjs', 'module.exports = {};');
    file('project/bad.cjs', "throw new Error('broken \\u001b');");
    const [result] = shown(await cli(handedOver(), ''));
    expect(result).toEqual({ error: expect.stringContaining(reason) });
    expect(JSON.stringify(result)).toMatch(
      /the CDK plugin \.\/(gone|no|bad)\.cjs, which .*cdk\.json names, cannot be loaded/,
    );
  });
});

describe('a step that no longer has the variables of the job', () => {
  test('is told, and CDK goes on without us', async () => {
    const { stdout, stderr, code } = await cli(
      handedOver(),
      `show((await provider('${DEV.account}', 1)) ?? null);`,
      { AWS_CONFIG_FILE: '/elsewhere/config' },
    );
    expect({ stdout, code }).toEqual({ stdout: 'null\n', code: 0 });
    expect(stderr).toMatch(/^aws-temp-creds: AWS_CONFIG_FILE does not name the profiles of this job.*\n$/);
  });
});
