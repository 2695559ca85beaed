import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { renewBefore } from '../src/cdk/plugin-credentials.js';
import { type CdkProject, cdkProject, DEV, PROD, READ, shown } from './support/cdk-project.js';
import { assumed } from './support/profile-job.js';
import { gitHubTrust } from './support/sts-account.js';

let project: CdkProject;
beforeEach(async () => {
  project = await cdkProject();
});
afterEach(() => project.close());

describe('credentials', () => {
  test('are given for every account that was handed over, by the cache that all profiles share', async () => {
    const plan = project.handedOver([DEV, PROD], [assumed(DEV, new Date(Date.now() + 3_600_000))]);
    const [dev, prod] = shown(
      await project.cli(
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
    expect(project.sts.requests.map(({ role }) => role)).toEqual([PROD.role]);
  });

  test('are those of read-role for reading, and of role for writing', async () => {
    await project.cli(
      project.handedOver(),
      `for (const mode of [0, 1]) for (const account of ['${DEV.account}', '${PROD.account}'])
      await (await provider(account, mode, { supportsV3Providers: true }))();`,
    );
    expect(project.sts.requests.map(({ role }) => role)).toEqual([DEV.role, READ, PROD.role]);
  });

  test('are an object of the older SDK for a CLI that knows no providers, and renew themselves', async () => {
    const plan = project.handedOver([DEV]);
    const [first, renewed] = shown(
      await project.cli(
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
    const [one, two] = project.sts.sessions.map(({ accessKeyId }) => accessKeyId);
    expect(first).toMatchObject({
      key: one,
      secret: expect.any(String),
      token: expect.any(String),
      expired: false,
      due: false,
      kind: 'function',
    });
    expect(renewed).toEqual({ key: two, due: false });
    expect(project.sts.sessions).toHaveLength(2);
  });

  test('are those of earlier steps of the job too', async () => {
    const first = project.handedOver([DEV]);
    const second = project.handedOver([PROD], [], {
      AWS_CONFIG_FILE: join(first.folder, 'config'),
      CDK_PLUGIN: first.job.programs.cdkPlugin,
    });
    expect(second.job.cdkPlugin).toBeUndefined();
    await project.cli(
      second,
      `for (const account of ['${DEV.account}', '${PROD.account}']) await (await provider(account, 1, { supportsV3Providers: true }))();`,
    );
    expect(project.sts.requests.map(({ role }) => role)).toEqual([DEV.role, PROD.role]);
  });

  test('do not depend on what the project loads into its own Node.js processes', async () => {
    const options = {
      NODE_OPTIONS: `--require ${JSON.stringify(project.file('noisy.cjs', 'if (!process.argv[1].includes("aws-cdk")) throw new Error();').replaceAll('\\', '/'))}`,
    };
    const result = await project.cli(
      project.handedOver([DEV]),
      `await (await provider('${DEV.account}', 1, { supportsV3Providers: true }))();`,
      options,
    );
    expect(result).toMatchObject({ code: 0, stderr: '' });
  });

  test('that are refused come with the explanation, and nothing of the command', async () => {
    project.sts.role(DEV.account, {
      name: 'github-deploy',
      trust: gitHubTrust(DEV.account, { subject: 'repo:acme/other:*' }),
    });
    const [result] = shown(
      await project.cli(
        project.handedOver([DEV]),
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
    const { stderr, stdout } = await project.cli(
      project.handedOver(),
      "for (const mode of [0, 1, 0]) show((await provider('999999999999', mode)) ?? null);",
    );
    expect(stdout).toBe('null\nnull\nnull\n');
    expect(stderr).toMatch(
      /^aws-temp-creds: account 999999999999 is not among .*dev \(111111111111\), prod \(222222222222\)\..*\.github\/aws-temp-creds\.yml.*\n$/,
    );
  });

  test("is left to the project's own plugins where there are some", async () => {
    project.file('project/cdk.json', '{ "plugin": ["./mine.cjs"] }');
    project.file(
      'project/mine.cjs',
      `module.exports = { version: '1', init: host => host.registerCredentialProviderSource({
      name: 'mine', isAvailable: async () => true, canProvideCredentials: async account => account === '999999999999', getProvider: async () => 'theirs' }) };`,
    );
    expect(
      shown(await project.cli(project.handedOver(), "show(await provider('999999999999', 1));")),
    ).toEqual(['theirs']);
  });
});

describe('a step that no longer has the variables of the job', () => {
  test('is told, and CDK goes on without us', async () => {
    const { stdout, stderr, code } = await project.cli(
      project.handedOver(),
      `show((await provider('${DEV.account}', 1)) ?? null);`,
      { AWS_CONFIG_FILE: '/elsewhere/config' },
    );
    expect({ stdout, code }).toEqual({ stdout: 'null\n', code: 0 });
    expect(stderr).toMatch(/^aws-temp-creds: AWS_CONFIG_FILE does not name the profiles of this job.*\n$/);
  });
});
