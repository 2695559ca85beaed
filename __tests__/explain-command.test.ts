import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { runCli } from './support/bundle.js';
import { describeJob, subjectOf } from './support/github-job.js';
import { type Iam, startIam } from './support/iam.js';
import { type Issuer, makeSigningKey, startIssuer } from './support/issuer.js';
import { listen } from './support/loopback.js';
import { removeFolder, scratchFolder } from './support/scratch.js';
import { type Sts, startSts } from './support/sts.js';
import { gitHubTrust } from './support/sts-account.js';
import { ACCOUNT, CLAIMS, NAME, on, policy, statement } from './support/trust-cases.js';

const Met = v.nullable(v.boolean());
const Verdict = v.object({
  version: v.literal(1),
  allowed: Met,
  conditions: v.array(
    v.object({ statement: v.number(), operator: v.string(), key: v.string(), met: Met, why: v.string() }),
  ),
  causes: v.array(v.object({ cause: v.string(), proven: v.boolean(), what: v.string() })),
  lint: v.array(v.object({ rule: v.string(), severity: v.picklist(['error', 'warning', 'notice']) })),
  statement: v.nullable(v.record(v.string(), v.unknown())),
  notes: v.array(v.string()),
});

let folder: string;
let issuer: Issuer;
let sts: Sts;
let iam: Iam;

beforeAll(async () => {
  folder = await scratchFolder('explain');
  issuer = await startIssuer({ key: await makeSigningKey() });
  sts = await startSts({ issuers: [issuer] });
  iam = await startIam(sts);
});
afterAll(async () => {
  await Promise.all([issuer.close(), sts.close(), iam.close()]);
  await removeFolder(folder);
});

async function file(text: string): Promise<string> {
  const path = join(await mkdtemp(join(folder, 'f')), 'file.json');
  await writeFile(path, text);
  return path;
}

async function judge(args: readonly string[], options: Parameters<typeof runCli>[1] = {}) {
  const run = await runCli(['explain', ...args, '--json'], options);
  return { ...run, verdict: v.parse(Verdict, JSON.parse(run.stdout)) };
}

const sub = CLAIMS['sub'];

describe('explain --claims FILE --trust-policy FILE --json', () => {
  test.each([
    ['admitted', 0, true, on('StringEquals', { sub })],
    ['refused', 1, false, on('StringEquals', { sub: 'repo:acme/shop:ref:refs/heads/main' })],
    ['undecided', 2, null, { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }],
  ] as const)('%s: exit code %d', async (_, exitCode, allowed, condition) => {
    const args = [
      '--claims',
      await file(JSON.stringify(CLAIMS)),
      '--trust-policy',
      await file(policy(statement(condition))),
    ];
    const run = await judge(args);
    expect([run.exitCode, run.verdict.allowed, run.stderr]).toEqual([exitCode, allowed, '']);
    expect(run.verdict.conditions.map(({ met }) => met)).toEqual([allowed]);
    expect(run.verdict.statement).toMatchObject({
      Condition: { StringEquals: { [`${NAME}:sub`]: sub, [`${NAME}:repository_id`]: '1296269' } },
    });
  });

  test('takes either from standard input, and the policy as IAM or the CLI hands it out', async () => {
    const claims = JSON.stringify(CLAIMS);
    const trust = policy(statement(on('StringEquals', { sub })));
    const role = {
      Role: { Arn: `arn:aws:iam::${ACCOUNT}:role/deploy`, AssumeRolePolicyDocument: JSON.parse(trust) },
    };
    for (const given of [
      trust,
      encodeURIComponent(trust),
      JSON.stringify(role),
      JSON.stringify({ AssumeRolePolicyDocument: encodeURIComponent(trust) }),
    ]) {
      const run = await judge(['--claims', await file(claims), '--trust-policy', '-'], { stdin: given });
      expect([given, run.exitCode]).toEqual([given, 0]);
    }
    expect(
      (await judge(['--claims', '-', '--trust-policy', await file(trust)], { stdin: claims })).exitCode,
    ).toBe(0);
  });

  test('takes a whole token, and never shows its signature', async () => {
    const token = await issuer.mint(describeJob({ environment: 'prod' }), 'sts.amazonaws.com');
    const trust = await file(policy(statement(on('StringEquals', { sub }))));
    const run = await runCli(['explain', '--claims', '-', '--trust-policy', trust], {
      stdin: token,
      secrets: [token.split('.')[2] ?? ''],
    });
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain('Admitted: Statement 0 admits it.');
  });

  test('names the cause, the claim and the line to change', async () => {
    const args = [
      '--claims',
      await file(JSON.stringify(CLAIMS)),
      '--trust-policy',
      await file(policy(statement(on('StringEquals', { sub: 'repo:acme/shop:ref:refs/heads/main' })))),
    ];
    const { stdout, exitCode } = await runCli(['explain', ...args]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('a job with `environment:` has that environment in its subject, not its branch');
    expect(stdout).toContain(
      '- "repo:acme/shop:ref:refs/heads/main"\n     + "repo:acme/shop:environment:prod"',
    );
  });

  test('says that a statement would fit one run only', async () => {
    for (const [ref, word] of [
      ['refs/tags/v1', 'each tag'],
      ['refs/heads/gh-readonly-queue/main/pr-7-abc', 'merge queue'],
      ['refs/pull/7/merge', 'each pull request'],
    ]) {
      const { stdout } = await runCli([
        'explain',
        '--claim',
        'repository=acme/shop',
        '--claim',
        `ref=${ref}`,
        '--account',
        ACCOUNT,
      ]);
      expect(stdout).toContain(`one run only: `);
      expect(stdout).toContain(word);
    }
  });

  test('asks for a statement of its own where the policy has none for a token', async () => {
    const service = { Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' };
    const args = ['--claims', await file(JSON.stringify(CLAIMS)), '--trust-policy'];
    const run = await judge([
      ...args,
      await file(policy(statement(undefined, service))),
      '--account',
      ACCOUNT,
    ]);
    expect([run.exitCode, run.verdict.causes.map(({ cause }) => cause)]).toEqual([1, ['no-statement']]);
    expect(run.verdict.statement).not.toBeNull();
  });

  test('writes no statement where none can be written', async () => {
    const trust = await file(policy(statement(on('StringEquals', { sub: 'x' }), { Principal: '*' })));
    const run = await judge(['--claims', await file(JSON.stringify(CLAIMS)), '--trust-policy', trust]);
    expect([run.exitCode, run.verdict.statement]).toEqual([1, null]);
  });

  test('shows hostile text as one harmless line', async () => {
    const hostile = { ...CLAIMS, sub: 'repo:acme/shop:x\n::add-mask::y\u001b[31m' };
    const args = [
      '--claims',
      await file(JSON.stringify(hostile)),
      '--trust-policy',
      await file(policy(statement(on('StringEquals', { sub: 'a\n::error::b' })))),
    ];
    const { stdout } = await runCli(['explain', ...args]);
    expect(stdout).not.toMatch(/^\s*::/m);
    expect(stdout).not.toContain('\u001b');
  });
});

describe('explain --claim', () => {
  const shop = ['--claim', 'repository=acme/shop', '--claim', 'ref=main'];
  const ids = ['--claim', 'repository_id=1296269', '--claim', 'repository_owner_id=583231'];
  const old = policy(statement(on('StringEquals', { sub: 'repo:acme/shop:ref:refs/heads/main' })));

  test('makes the rest of the token as GitHub does', async () => {
    const trust = await file(old);
    expect((await judge([...shop, '--trust-policy', trust])).exitCode).toBe(0);
    expect((await judge([...shop, '--claim', 'environment=prod', '--trust-policy', trust])).exitCode).toBe(1);
    expect(
      (await judge([...shop, '--claim', 'event_name=pull_request', '--trust-policy', trust])).exitCode,
    ).toBe(1);
  });

  test('judges both forms of the subject where the IDs are known, and says when they differ', async () => {
    const run = await judge([...shop, ...ids, '--trust-policy', await file(old)]);
    expect([run.exitCode, run.verdict.allowed]).toEqual([2, null]);
    expect(run.verdict.causes[0]?.cause).toBe('immutable-subject');
    const both = await file(policy(run.verdict.statement ?? {}));
    expect((await judge([...shop, ...ids, '--trust-policy', both])).exitCode).toBe(0);
  });

  test('asks GitHub which form it is, with the token of a variable', async () => {
    const api = await listen(async ({ url, headers }) => {
      const isAllowed = headers.authorization === 'Bearer the-token';
      expect(url.pathname).toBe('/api/repos/acme/shop/actions/oidc/customization/sub');
      const body = {
        use_default: true,
        use_immutable_subject: false,
        sub_claim_prefix: 'repo:acme@583231/shop@1296269',
      };
      return { status: isAllowed ? 200 : 404, type: 'application/json', body: JSON.stringify(body) };
    });
    const env = { GH_TOKEN: 'the-token', BAD: 'x', GITHUB_API_URL: `${api.url}/api` };
    const args = [...shop, '--trust-policy', await file(old), '--github-token'];
    try {
      expect((await judge([...args, 'GH_TOKEN'], { env })).verdict.conditions[0]?.why).toContain(
        'repo:acme@583231/shop@1296269:ref:refs/heads/main',
      );
      const refused = await runCli(['explain', ...args, 'BAD'], { env });
      expect([refused.exitCode, refused.stderr]).toEqual([2, expect.stringContaining('HTTP 404')]);
      const given = await runCli(['explain', ...args, 'ghp_secret'], { env });
      expect([given.exitCode, given.stderr]).toEqual([
        2,
        expect.stringContaining('names no environment variable'),
      ]);
    } finally {
      await api.close();
    }
  });

  test("takes the runner's variables in a job, and says what they do not tell", async () => {
    const env = {
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_SERVER_URL: 'https://github.com',
    };
    const run = await judge(['--trust-policy', await file(old)], { env });
    expect([run.exitCode, run.verdict.notes]).toEqual([0, [expect.stringContaining('environment:')]]);
  });
});

describe('explain --role', () => {
  async function environment(): Promise<Record<string, string>> {
    const trust = gitHubTrust(ACCOUNT, { subject: subjectOf(describeJob()) });
    const reader = sts.role(ACCOUNT, { name: 'reader', trust });
    sts.role(ACCOUNT, {
      name: 'ci/deploy',
      trust: gitHubTrust(ACCOUNT, { subject: 'repo:acme/shop:environment:prod' }),
    });
    iam.allowed.add(reader.arn);
    const body = new URLSearchParams({
      Action: 'AssumeRoleWithWebIdentity',
      Version: '2011-06-15',
      RoleArn: reader.arn,
      RoleSessionName: 'reader',
      WebIdentityToken: await issuer.mint(describeJob(), 'sts.amazonaws.com'),
    });
    await fetch(sts.url, { method: 'POST', body });
    const session = sts.sessions.at(-1);
    return {
      AWS_ENDPOINT_URL_IAM: iam.url,
      AWS_ACCESS_KEY_ID: session?.accessKeyId ?? '',
      AWS_SECRET_ACCESS_KEY: session?.secretAccessKey ?? '',
      AWS_SESSION_TOKEN: session?.sessionToken ?? '',
    };
  }

  const claim = ['--claim', 'repository=acme/shop', '--claim', 'environment=prod'];

  test('reads the policy with the credentials of the environment, once', async () => {
    const env = await environment();
    const run = await judge([...claim, '--role', `arn:aws:iam::${ACCOUNT}:role/ci/deploy`], { env });
    expect([run.exitCode, run.stderr]).toEqual([0, '']);
    expect(iam.requests.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual(['GetRole ok']);
  });

  test.each([
    ['a role that is not there', `arn:aws:iam::${ACCOUNT}:role/none`, 'has no role of that name'],
    [
      'a role of another account',
      'arn:aws:iam::999999999999:role/ci/deploy',
      'has another role of that name',
    ],
    ['something that is no role', 'deploy', 'is not the ARN of a role'],
  ])('says what is wrong with %s', async (_, role, message) => {
    const run = await runCli(['explain', ...claim, '--role', role], { env: await environment() });
    expect([run.exitCode, run.stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  test('asks for credentials where there are none, and looks for none', async () => {
    const run = await runCli(['explain', ...claim, '--role', `arn:aws:iam::${ACCOUNT}:role/ci/deploy`], {
      env: { AWS_PROFILE: 'x' },
    });
    expect([run.exitCode, run.stderr]).toEqual([2, expect.stringContaining('Profiles are not looked at')]);
  });
});

describe('wrong use', () => {
  test.each<[string, readonly string[], string]>([
    ['nothing to judge', [], 'There are no claims to judge'],
    ['a file that is not there', ['--claims', 'none.json'], '--claims none.json cannot be read'],
    ['a claim without a value', ['--claim', 'repository'], 'not of the form KEY=VALUE'],
    ['both from standard input', ['--claims', '-', '--trust-policy', '-'], 'not both'],
    ['an account that is none', ['--claim', 'repository=a/b', '--account', '1'], 'is not an account ID'],
    [
      'a role of another account',
      [
        '--claim',
        'repository=a/b',
        '--trust-policy',
        '-',
        '--account',
        '222222222222',
        '--role',
        `arn:aws:iam::${ACCOUNT}:role/x`,
      ],
      'is not the account of',
    ],
    ['no policy', ['--claim', 'repository=a/b', '--trust-policy', '-'], 'is no trust policy'],
  ])('%s', async (_, args, message) => {
    const stdin = args.includes('--account') ? policy(statement({})) : '{}';
    const run = await runCli(['explain', ...args], { stdin });
    expect([run.exitCode, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain(message);
  });

  test('a trust policy that is missing leaves the statement and what is likely', async () => {
    const run = await judge(['--claim', 'repository=acme/shop', '--account', ACCOUNT]);
    expect([run.exitCode, run.verdict.allowed, run.verdict.conditions]).toEqual([2, null, []]);
    expect(run.verdict.statement).not.toBeNull();
    expect(run.verdict.causes.every(({ proven }) => !proven)).toBe(true);
  });
});
