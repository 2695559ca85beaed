import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { runStep } from './support/bundle.js';
import { randomCredentials } from './support/credentials.js';
import { describeJob, describePullRequest, type GitHubJob, subjectOf } from './support/github-job.js';
import { type Iam, startIam } from './support/iam.js';
import {
  GITHUB_ISSUER,
  type Issuer,
  makeSigningKey,
  type SigningKey,
  startIssuer,
} from './support/issuer.js';
import { type Sts, startSts } from './support/sts.js';
import { type AccountDefinition, gitHubTrust } from './support/sts-account.js';
import type { TrustPolicy } from './support/sts-policy-document.js';
import { Refusal } from './support/sts-refusal.js';

const ACCOUNT = '111111111111';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/github-deploy`;
const READER = `arn:aws:iam::${ACCOUNT}:role/reader`;
const PROD = describeJob({ environment: 'production' });
const GHES = 'https://ghes.acme.example/_services/token';
const SLUG = `${GITHUB_ISSUER}/acme-inc`;

/** The verdict in a job summary. */
const JSON_BLOCK = /^(`{3,})json\n([\s\S]*?)\n\1$/m;

const Cause = v.object({ cause: v.string(), also: v.optional(v.array(v.string()), []), proven: v.boolean() });
const Verdict = v.object({
  version: v.literal(1),
  allowed: v.literal(false),
  role: v.string(),
  causes: v.array(Cause),
  conditions: v.array(v.object({ met: v.nullable(v.boolean()) })),
  statement: v.nullable(v.record(v.string(), v.unknown())),
});

interface Refused {
  readonly about: string;
  readonly cause: string;
  /** The answer or the claims alone decide. */
  readonly certain: boolean;
  readonly job: GitHubJob;
  readonly trust: TrustPolicy;
  readonly issuer?: string;
  readonly account?: AccountDefinition;
  readonly event?: Record<string, unknown>;
  readonly answer?: Refusal;
}

const trusts = (subject: string, more: Partial<Parameters<typeof gitHubTrust>[1]> = {}) =>
  gitHubTrust(ACCOUNT, { subject, ...more });
const fork = {
  pull_request: {
    number: 7,
    base: { sha: 'a'.repeat(40) },
    head: { sha: 'b'.repeat(40), repo: { full_name: 'stranger/shop' } },
  },
};
const deny = new Refusal(
  'AccessDenied',
  403,
  'Not authorized to perform sts:AssumeRoleWithWebIdentity with an explicit deny in a service control policy: arn:aws:organizations::999999999999:policy/o-abc/service_control_policy/p-abc',
);

const REFUSALS: readonly Refused[] = [
  {
    about: 'no provider',
    cause: 'no-provider',
    certain: true,
    job: PROD,
    trust: trusts(subjectOf(PROD)),
    account: { providers: [] },
  },
  {
    about: 'wrong audience',
    cause: 'audience',
    certain: true,
    job: PROD,
    trust: trusts(subjectOf(PROD)),
    account: { providers: [{ url: GITHUB_ISSUER, audiences: ['https://github.com/acme'] }] },
  },
  {
    about: 'branch vs environment',
    cause: 'branch-vs-environment',
    certain: false,
    job: PROD,
    trust: trusts('repo:acme/shop:ref:refs/heads/main'),
  },
  {
    about: 'missing environment',
    cause: 'missing-environment',
    certain: false,
    job: describeJob(),
    trust: trusts('repo:acme/shop:environment:production'),
  },
  {
    about: 'renamed repository',
    cause: 'renamed-repository',
    certain: false,
    job: PROD,
    trust: trusts('repo:acme/store:environment:production'),
  },
  {
    about: 'renamed organization',
    cause: 'renamed-organization',
    certain: false,
    job: PROD,
    trust: trusts('repo:acme-inc/shop:environment:production'),
  },
  {
    about: 'immutable subject',
    cause: 'immutable-subject',
    certain: true,
    job: describeJob({ environment: 'production', immutableSubject: true }),
    trust: trusts('repo:acme/shop:environment:production'),
  },
  {
    about: 'pull request from a fork',
    cause: 'fork',
    certain: true,
    job: describePullRequest(7),
    trust: trusts('repo:acme/shop:ref:refs/heads/main'),
    event: fork,
  },
  {
    about: 'letter case',
    cause: 'letter-case',
    certain: false,
    job: PROD,
    trust: trusts('repo:Acme/Shop:environment:production'),
  },
  {
    about: 'reusable workflow',
    cause: 'reusable-workflow',
    certain: false,
    job: describeJob({
      environment: 'production',
      jobWorkflowRef: 'acme/workflows/.github/workflows/cdk.yml@refs/heads/main',
    }),
    trust: trusts('repo:acme/shop:*', {
      claims: { job_workflow_ref: 'acme/shop/.github/workflows/deploy.yml@refs/heads/main' },
    }),
  },
  {
    about: 'tag vs branch',
    cause: 'tag-vs-branch',
    certain: false,
    job: describeJob({ ref: 'refs/tags/v1', refType: 'tag' }),
    trust: trusts('repo:acme/shop:ref:refs/heads/main'),
  },
  {
    about: 'GitHub Enterprise Server',
    cause: 'issuer',
    certain: true,
    job: PROD,
    trust: trusts(subjectOf(PROD)),
    issuer: GHES,
    account: { providers: [{ url: GHES, audiences: ['sts.amazonaws.com'] }] },
  },
  {
    about: "an enterprise's own issuer",
    cause: 'issuer',
    certain: true,
    job: PROD,
    trust: trusts(subjectOf(PROD)),
    issuer: SLUG,
    account: { providers: [{ url: SLUG, audiences: ['sts.amazonaws.com'] }] },
  },
  {
    about: 'role in another account than the provider',
    cause: 'other-account',
    certain: false,
    job: PROD,
    trust: gitHubTrust('222222222222', { subject: subjectOf(PROD) }),
  },
  {
    about: 'key unknown to AWS',
    cause: 'unknown-key',
    certain: false,
    job: PROD,
    trust: trusts(subjectOf(PROD), { claims: { runner_environment: 'github-hosted' } }),
  },
  {
    about: 'explicit deny named by AWS',
    cause: 'explicit-deny',
    certain: true,
    job: PROD,
    trust: trusts(subjectOf(PROD)),
    answer: deny,
  },
];

let key: SigningKey;
let issuer: Issuer;
let sts: Sts;
let iam: Iam;

beforeAll(async () => {
  key = await makeSigningKey();
});

async function open(refused: Refused): Promise<void> {
  issuer = await startIssuer({ key, ...(refused.issuer === undefined ? {} : { name: refused.issuer }) });
  sts = await startSts({ issuers: [issuer] });
  iam = await startIam(sts);
  // The reader was entered while the account still was as it should be.
  sts.account(ACCOUNT, { providers: [{ url: issuer.name, audiences: ['sts.amazonaws.com'] }] });
  sts.role(ACCOUNT, { name: 'reader', trust: gitHubTrust(ACCOUNT, { subject: '*x', issuer: issuer.name }) });
  iam.allowed.add(READER);
}
afterEach(() => Promise.all([issuer.close(), sts.close(), iam.close()]));
afterAll(() => {
  expect(REFUSALS.length).toBeGreaterThanOrEqual(14);
});

/** The credentials of an earlier step: of a session of the reader. */
async function earlier(job: GitHubJob): Promise<Record<string, string>> {
  sts.role(ACCOUNT, {
    name: 'reader',
    trust: gitHubTrust(ACCOUNT, { subject: subjectOf(job), issuer: issuer.name }),
  });
  const form = {
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: READER,
    RoleSessionName: 'reader',
  };
  const WebIdentityToken = await issuer.mint(job, 'sts.amazonaws.com');
  const { status } = await fetch(sts.url, {
    method: 'POST',
    body: new URLSearchParams({ ...form, WebIdentityToken }),
  });
  expect(status).toBe(200);
  const session = sts.sessions.at(-1);
  return {
    AWS_ACCESS_KEY_ID: session?.accessKeyId ?? '',
    AWS_SECRET_ACCESS_KEY: session?.secretAccessKey ?? '',
    AWS_SESSION_TOKEN: session?.sessionToken ?? '',
  };
}

async function step(refused: Refused, env: Record<string, string>, inputs: Record<string, string> = {}) {
  const { trust, account, answer } = refused;
  if (account !== undefined) {
    const roles = sts.accounts.get(ACCOUNT)?.roles ?? new Map();
    const changed = sts.account(ACCOUNT, account);
    for (const [arn, role] of roles) changed.roles.set(arn, role);
  }
  sts.role(ACCOUNT, { name: 'github-deploy', trust });
  if (answer !== undefined) sts.fail(answer, { when: ({ role }) => role === ROLE });
  return attempt(refused, env, inputs);
}

/** One step that is refused. */
async function attempt(
  { job, event = {} }: Refused,
  env: Record<string, string>,
  inputs: Record<string, string> = {},
) {
  const before = sts.requests.length;
  const run = await runStep({
    job,
    event,
    services: { issuer, sts },
    inputs: { 'role-to-assume': ROLE, 'aws-region': 'eu-west-1', scan: 'off', ...inputs },
    env: { AWS_ENDPOINT_URL_IAM: iam.url, ...env },
  });
  expect(run.exitCode).toBe(1);
  const verdict = v.parse(Verdict, JSON.parse(JSON_BLOCK.exec(run.summary)?.[2] ?? ''));
  const asked = sts.requests.slice(before).filter(({ role }) => role === ROLE);
  expect(asked).toHaveLength(1);
  return { run, verdict, message: run.annotations.map(({ message }) => message).join('\n') };
}

describe('a real refusal', () => {
  test.each(REFUSALS.map(refused => [refused.about, refused] as const))(
    'with the policy at hand names its cause first: %s',
    async (_, refused) => {
      await open(refused);
      const { verdict, message } = await step(refused, await earlier(refused.job));
      expect(verdict.causes[0]).toMatchObject({ cause: refused.cause, proven: true });
      const fromAws = ['no-provider', 'audience', 'explicit-deny'].includes(refused.cause);
      expect(iam.requests.map(({ outcome }) => outcome)).toEqual(
        refused.cause === 'no-provider' || refused.cause === 'audience' ? [] : ['ok'],
      );
      if (!fromAws) expect(message).toContain('read with the credentials of an earlier step');
    },
  );

  test.each(REFUSALS.map(refused => [refused.about, refused] as const))(
    'without the policy names it among the first three, and says that it is not proven: %s',
    async (_, refused) => {
      await open(refused);
      const { verdict } = await step(refused, {});
      expect(iam.requests).toEqual([]);
      const place = verdict.causes.findIndex(({ cause, also }) => [cause, ...also].includes(refused.cause));
      const saidByAws = ['no-provider', 'audience', 'explicit-deny'].includes(refused.cause);
      expect(place).toBeGreaterThanOrEqual(0);
      expect(place).toBeLessThan(refused.certain ? 1 : 3);
      expect(verdict.causes[place]?.proven).toBe(saidByAws);
    },
  );
});

const refused = REFUSALS.find(({ cause }) => cause === 'branch-vs-environment') ?? REFUSALS[0];
if (refused === undefined) throw new Error('there are refusals');

describe('what may be looked at', () => {
  test('a role that explain-role names is entered with the same token, and reads', async () => {
    await open(refused);
    sts.role(ACCOUNT, { name: 'reader', trust: gitHubTrust(ACCOUNT, { subject: subjectOf(refused.job) }) });
    const { verdict, message } = await step(refused, {}, { 'explain-role': READER });
    expect(verdict.causes).toMatchObject([{ cause: refused.cause, proven: true }]);
    expect(message).toContain(`read as ${READER}`);
    expect(issuer.tokenRequests).toBe(1);
  });

  test.each([
    ['a role that does not let the job in', READER, 'gave no credentials'],
    ['a role of another account', 'arn:aws:iam::222222222222:role/reader', 'is in another account than'],
    ['a file that is not there', 'trust.json', 'which is no file of the checkout'],
    ['a file out of the checkout', '../../../etc/x.json', 'which is no file of the checkout'],
  ])('explain-role that is of no use is told, and the rest as without it: %s', async (_, input, why) => {
    await open(refused);
    const { verdict, message } = await step(refused, {}, { 'explain-role': input });
    expect(message).toContain(why);
    expect(verdict.causes[0]).toMatchObject({ cause: refused.cause, proven: false });
  });

  test('credentials of another account are not used', async () => {
    await open(refused);
    sts.account('222222222222', { providers: [{ url: issuer.name, audiences: ['sts.amazonaws.com'] }] });
    const env = await earlier(refused.job);
    const other = randomCredentials('other', '222222222222');
    const { verdict } = await step(refused, { ...env, AWS_ACCESS_KEY_ID: other.accessKeyId });
    expect(iam.requests).toEqual([]);
    expect(verdict.causes[0]?.proven).toBe(false);
  });

  test('IAM that says no, or nothing, is told, and costs one call of two seconds at the most', async () => {
    await open(refused);
    const env = await earlier(refused.job);
    iam.allowed.clear();
    expect((await step(refused, env)).message).toContain('IAM says AccessDenied');
    iam.fail({ milliseconds: 60_000 });
    const slow = await step(refused, env);
    expect(slow.message).toContain('IAM gave no answer: the time was up');
    expect(iam.requests).toHaveLength(2);
  });

  test('a role that is not there is proven to be missing', async () => {
    await open(refused);
    const env = await earlier(refused.job);
    sts.accounts.get(ACCOUNT)?.roles.delete(ROLE);
    const { verdict, message } = await attempt(refused, env);
    expect(verdict.causes[0]).toMatchObject({ cause: 'role-missing', proven: true });
    expect(message).toContain(`There is no role ${ROLE}`);
  });

  test('a policy that admits the job is said to be another one than refused', async () => {
    await open(refused);
    const admits = {
      ...refused,
      trust: trusts(subjectOf(refused.job)),
      answer: new Refusal('AccessDenied', 403, 'Not authorized to perform sts:AssumeRoleWithWebIdentity'),
    };
    const { verdict, message } = await step(admits, await earlier(refused.job));
    expect(verdict.causes[0]).toMatchObject({ cause: 'policy-admits', proven: true });
    expect(message).not.toContain('Let the trust policy of');
  });

  test('account IDs that are to be masked do not stand in the job summary', async () => {
    await open(refused);
    const { run } = await step(refused, await earlier(refused.job), { 'mask-aws-account-id': 'true' });
    expect(run.summary).not.toContain(ACCOUNT);
    expect(run.summary).toContain('arn:aws:iam::***:role/github-deploy');
  });
});

test('the statement that is printed lets the job in, in both forms where the subject changes', async () => {
  for (const one of REFUSALS.filter(({ cause }) =>
    ['immutable-subject', 'renamed-repository', 'missing-environment', 'letter-case', 'unknown-key'].includes(
      cause,
    ),
  )) {
    await open(one);
    const { verdict } = await step(one, {});
    const trust = JSON.stringify({ Version: '2012-10-17', Statement: [verdict.statement] });
    sts.role(ACCOUNT, { name: 'github-deploy', trust });
    const again = await runStep({
      job: one.job,
      services: { issuer, sts },
      inputs: { 'role-to-assume': ROLE, 'aws-region': 'eu-west-1', scan: 'off' },
    });
    expect([one.about, again.exitCode]).toEqual([one.about, 0]);
    if (one.cause === 'immutable-subject') {
      expect(trust).toContain('"repo:acme/shop:environment:production"');
      expect(trust).toContain('"token.actions.githubusercontent.com:repository_id":"1296269"');
    }
    await Promise.all([issuer.close(), sts.close(), iam.close()]);
  }
  await open(refused);
});
