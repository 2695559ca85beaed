import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { evaluate } from '../src/trust/evaluate.js';
import { lint } from '../src/trust/lint.js';
import { isPolicy, readTrustPolicy } from '../src/trust/policy.js';
import { grantFor, policyJson, statementFor, type TrustGrant } from '../src/trust/statement.js';
import { claimsOf, describeJob, type GitHubJob } from './support/github-job.js';
import { type Issuer, makeSigningKey, startIssuer } from './support/issuer.js';
import { type Sts, startSts } from './support/sts.js';
import { providerArn } from './support/trust-cases.js';

const ACCOUNT = '111111111111';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/deploy`;
const AUDIENCE = 'sts.amazonaws.com';

let issuer: Issuer;
let sts: Sts;

beforeAll(async () => {
  issuer = await startIssuer({ key: await makeSigningKey() });
  sts = await startSts({ issuers: [issuer] });
  // The provider takes several audiences, so that the trust policy has to tell them apart.
  sts.account(ACCOUNT, { providers: [{ url: issuer.name, audiences: [AUDIENCE, 'other'] }] });
});
afterAll(() => Promise.all([issuer.close(), sts.close()]));

type Claims = Record<string, unknown>;

function claims(job: GitHubJob): Claims {
  return claimsOf(job, { issuer: issuer.name, audience: AUDIENCE, now: Date.now() });
}

function policyOf(statement: object): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

function grant(job: GitHubJob, bothForms = false): TrustGrant {
  const made = grantFor({ payload: new Map(Object.entries(claims(job))), account: ACCOUNT }, bothForms);
  if (made === undefined) throw new Error('there is no statement for this job');
  return made;
}

/** What the evaluator and the strict STS answer, which must be the same. */
async function admits(policy: string, changed: Claims, job: GitHubJob): Promise<boolean> {
  const read = readTrustPolicy(policy);
  if (!isPolicy(read)) throw new Error(read.unreadable);
  const payload = Object.entries({ ...claims(job), ...changed }).filter(([, value]) => value !== undefined);
  const evaluated = evaluate(read, { payload: new Map(payload), account: ACCOUNT }).allowed;
  sts.role(ACCOUNT, { name: 'deploy', trust: policy, old: true });
  const token = await issuer.mint(job, AUDIENCE, changed);
  const body = new URLSearchParams({
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: ROLE,
    RoleSessionName: 'near-miss',
    WebIdentityToken: token,
  });
  const { status } = await fetch(sts.url, { method: 'POST', body });
  expect([evaluated, changed]).toEqual([status === 200, changed]);
  return status === 200;
}

const immutable = (job: Partial<GitHubJob>) => describeJob({ immutableSubject: true, ...job });
const PROD = describeJob({ environment: 'production' });

/** Tokens that are nearly those of acme/shop, environment production. */
const NEAR_TOKENS: readonly (readonly [string, Claims])[] = [
  ['another environment', { sub: 'repo:acme/shop:environment:staging' }],
  ['a longer environment', { sub: 'repo:acme/shop:environment:production2' }],
  ['a shorter environment', { sub: 'repo:acme/shop:environment:prod' }],
  ['an environment in other letter case', { sub: 'repo:acme/shop:environment:Production' }],
  ['an environment with a space', { sub: 'repo:acme/shop:environment:production ' }],
  ['no name of an environment', { sub: 'repo:acme/shop:environment:' }],
  ['no environment', { sub: 'repo:acme/shop' }],
  ['a branch', { sub: 'repo:acme/shop:ref:refs/heads/main' }],
  ['a branch of that name', { sub: 'repo:acme/shop:ref:refs/heads/production' }],
  [
    'a branch with the environment in its name',
    { sub: 'repo:acme/shop:ref:refs/heads/environment%3Aproduction' },
  ],
  ['a tag of that name', { sub: 'repo:acme/shop:ref:refs/tags/production' }],
  ['a pull request', { sub: 'repo:acme/shop:pull_request' }],
  ['the merge queue', { sub: 'repo:acme/shop:ref:refs/heads/gh-readonly-queue/main/pr-1' }],
  ['another repository', { sub: 'repo:acme/store:environment:production' }],
  ['a longer repository', { sub: 'repo:acme/shop2:environment:production' }],
  ['a shorter repository', { sub: 'repo:acme/sho:environment:production' }],
  ['a repository in other letter case', { sub: 'repo:acme/Shop:environment:production' }],
  ['another owner', { sub: 'repo:evil/shop:environment:production' }],
  ['a longer owner', { sub: 'repo:acme-inc/shop:environment:production' }],
  ['a shorter owner', { sub: 'repo:acm/shop:environment:production' }],
  ['an owner in other letter case', { sub: 'repo:Acme/shop:environment:production' }],
  ['owner and repository changed about', { sub: 'repo:shop/acme:environment:production' }],
  [
    'the subject behind another one',
    { sub: 'repo:evil/x:environment:repo:acme/shop:environment:production' },
  ],
  ['something behind the subject', { sub: 'repo:acme/shop:environment:production:x' }],
  ['something before the subject', { sub: 'xrepo:acme/shop:environment:production' }],
  ['a line break behind the subject', { sub: 'repo:acme/shop:environment:production\n' }],
  ['a star', { sub: 'repo:acme/shop:*' }],
  ['nothing but a star', { sub: '*' }],
  [
    'the immutable form with the IDs of another',
    { sub: 'repo:acme@1/shop@2:environment:production', repository_id: '2' },
  ],
  ['the immutable form with its own IDs', { sub: 'repo:acme@583231/shop@1296269:environment:production' }],
  ['a customised subject', { sub: 'repository_owner:acme:environment:production' }],
  ['a subject with the workflow', { sub: 'repo:acme/shop:environment:production:job_workflow_ref:x' }],
  ['another audience', { aud: 'other' }],
  ['two audiences, of which the second fits', { aud: ['other', 'x'] }],
  ['the name, taken over by another repository', { repository_id: '99' }],
  ['a longer ID', { repository_id: '12962690' }],
  ['a shorter ID', { repository_id: '129626' }],
  ['no ID', { repository_id: undefined }],
  ['an ID that is empty', { repository_id: '' }],
  ['the ID of the owner as that of the repository', { repository_id: '583231' }],
];

describe('the statement for a job', () => {
  test.each([
    ['an environment', PROD],
    ['a branch', describeJob()],
    ['a tag', describeJob({ ref: 'refs/tags/v1', refType: 'tag' })],
    ['an environment in the immutable form', immutable({ environment: 'production' })],
    ['a customised subject', describeJob({ subject: ['repo', 'context', 'job_workflow_ref'] })],
    ['a branch that looks like a policy variable', describeJob({ ref: 'refs/heads/${aws:username}' })],
    ['an environment with stars', describeJob({ environment: 'a*b?' })],
    ['an environment beyond Latin-1', describeJob({ environment: '本番 🚀' })],
  ])('admits it, and IAM takes it: %s', async (_, job) => {
    const statement = statementFor(grant(job));
    const pasted = policyJson(statement);
    expect(pasted).toMatch(/^[\u0009\u000a\u000d\u0020-\u00ff]+$/);
    const policy = policyOf(JSON.parse(pasted));
    sts.role(ACCOUNT, { name: 'new', trust: policy });
    expect(await admits(policy, {}, job)).toBe(true);
    const read = readTrustPolicy(policy);
    if (!isPolicy(read)) throw new Error(read.unreadable);
    const rules = lint(read, { account: ACCOUNT }).map(({ rule }) => rule);
    expect(rules.filter(rule => rule !== 'mutable-workflow-ref')).toEqual(
      job.environment === 'a*b?' ? ['wildcard-under-exact-operator'] : [],
    );
  });

  test.each(NEAR_TOKENS)('refuses a token that is nearly one: %s', async (_, changed) => {
    expect(await admits(policyOf(statementFor(grant(PROD))), changed, PROD)).toBe(false);
  });

  test('in both forms admits the repository before and after it changes over, and no other', async () => {
    for (const job of [PROD, immutable({ environment: 'production' })]) {
      const policy = policyOf(statementFor(grant(job, true)));
      sts.role(ACCOUNT, { name: 'new', trust: policy });
      expect(await admits(policy, {}, PROD)).toBe(true);
      expect(await admits(policy, {}, immutable({ environment: 'production' }))).toBe(true);
      expect(await admits(policy, { repository_id: '7' }, PROD)).toBe(false);
      expect(await admits(policy, {}, immutable({ environment: 'production', repositoryId: '7' }))).toBe(
        false,
      );
      expect(await admits(policy, {}, describeJob())).toBe(false);
    }
  });

  test('refuses at least 40 near misses', () => {
    expect(NEAR_TOKENS.length).toBeGreaterThanOrEqual(40);
  });
});

type Change = (
  statement: Record<string, unknown>,
  equals: Record<string, unknown>,
) => Record<string, unknown>;
const KEY = 'token.actions.githubusercontent.com';
const equals =
  (changes: Claims): Change =>
  (statement, all) => ({ ...statement, Condition: { StringEquals: { ...all, ...changes } } });
const sub = (value: unknown): Change => equals({ [`${KEY}:sub`]: value });
const under =
  (operator: string): Change =>
  (statement, all) => ({ ...statement, Condition: { [operator]: all } });
const principal =
  (value: unknown): Change =>
  statement => ({ ...statement, Principal: value });
const also =
  (condition: Claims): Change =>
  (statement, all) => ({ ...statement, Condition: { StringEquals: all, ...condition } });

/** Statements that are nearly the one that admits the job, each with the mistake that somebody makes. */
const NEAR_STATEMENTS: readonly (readonly [string, Change])[] = [
  ['a branch instead of the environment', sub('repo:acme/shop:ref:refs/heads/main')],
  ['another environment', sub('repo:acme/shop:environment:staging')],
  ['an environment in other letter case', sub('repo:acme/shop:environment:Production')],
  ['a word in other letter case', sub('repo:acme/shop:Environment:production')],
  ['Repo in other letter case', sub('Repo:acme/shop:environment:production')],
  ['the repository alone', sub('acme/shop')],
  ['without repo', sub('acme/shop:environment:production')],
  ['with a slash too many', sub('repo:acme/shop/:environment:production')],
  ['with the address', sub('repo:https://github.com/acme/shop:environment:production')],
  ['with .git', sub('repo:acme/shop.git:environment:production')],
  ['the old name of the repository', sub('repo:acme/store:environment:production')],
  ['the old name of the organization', sub('repo:acme-inc/shop:environment:production')],
  ['the immutable form', sub('repo:acme@583231/shop@1296269:environment:production')],
  ['the immutable form with a dash', sub('repo:acme-583231/shop-1296269:environment:production')],
  ['a star under an exact operator', sub('repo:acme/shop:*')],
  [
    'a star under an exact operator, ignoring case',
    (s, all) => under('StringEqualsIgnoreCase')(s, { ...all, [`${KEY}:sub`]: 'repo:acme/shop:*' }),
  ],
  ['environment and ref together', sub('repo:acme/shop:environment:production:ref:refs/heads/main')],
  ['white space', sub(' repo:acme/shop:environment:production')],
  ['an empty list', sub([])],
  ['a pull request', sub('repo:acme/shop:pull_request')],
  ['another audience', equals({ [`${KEY}:aud`]: 'https://github.com/acme' })],
  ['the audience in other letter case', equals({ [`${KEY}:aud`]: 'STS.amazonaws.com' })],
  ['the audience of China', equals({ [`${KEY}:aud`]: 'sts.amazonaws.com.cn' })],
  ['another ID', equals({ [`${KEY}:repository_id`]: '1' })],
  ['the ID with a space', equals({ [`${KEY}:repository_id`]: '1296269 ' })],
  ['a branch as well, which is another', equals({ [`${KEY}:ref`]: 'refs/heads/release' })],
  ['a branch as well, by its name alone', equals({ [`${KEY}:ref`]: 'main' })],
  ['an event, of which AWS knows nothing', equals({ [`${KEY}:event_name`]: 'push' })],
  ['a runner, of which AWS knows nothing', equals({ [`${KEY}:runner_environment`]: 'github-hosted' })],
  ['an external ID', equals({ 'sts:ExternalId': 'x' })],
  ['a reusable workflow', also({ StringLike: { [`${KEY}:job_workflow_ref`]: 'acme/workflows/*' } })],
  ['a key that must not be there', also({ Null: { [`${KEY}:environment`]: 'true' } })],
  ['a negation that excludes it', also({ StringNotLike: { [`${KEY}:ref`]: 'refs/heads/*' } })],
  ['a negated operator', under('StringNotEquals')],
  ['an ARN operator', under('ArnLike')],
  ['a provider of another account', principal({ Federated: providerArn(KEY, '222222222222') })],
  ['a provider with a slash at the end', principal({ Federated: `${providerArn()}/` })],
  ['an enterprise provider', principal({ Federated: providerArn(`${KEY}/acme`) })],
  ['the account instead of the provider', principal({ AWS: `arn:aws:iam::${ACCOUNT}:root` })],
  ['another action', statement => ({ ...statement, Action: 'sts:AssumeRole' })],
  ['a deny', statement => ({ ...statement, Effect: 'Deny' })],
];

describe('the job', () => {
  test.each(NEAR_STATEMENTS)('is refused by a statement that is nearly its own: %s', async (_, change) => {
    const { Condition, ...statement } = statementFor(grant(PROD));
    const changed = change({ ...statement, Condition }, { ...Condition.StringEquals });
    expect(await admits(policyOf(changed), {}, PROD)).toBe(false);
  });

  test('by at least 40', () => {
    expect(NEAR_STATEMENTS.length).toBeGreaterThanOrEqual(40);
  });
});

describe('no statement is written', () => {
  test.each([
    ['without an account', {}, undefined],
    ['without a subject', { sub: undefined }, ACCOUNT],
    ['without an audience', { aud: [] }, ACCOUNT],
    ['without an issuer', { iss: undefined }, ACCOUNT],
  ])('%s', (_, changed, account) => {
    const payload = new Map(Object.entries({ ...claims(PROD), ...changed }));
    expect(grantFor({ payload, account }, false)).toBeUndefined();
  });
});
