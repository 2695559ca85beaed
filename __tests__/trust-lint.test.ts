import { describe, expect, test } from '@jest/globals';
import { entrantsOf } from '../src/trust/entrants.js';
import type { LintFacts } from '../src/trust/lint.js';
import { lint } from '../src/trust/lint.js';
import { isPolicy, readTrustPolicy, type TrustPolicy } from '../src/trust/policy.js';
import { NAME, on, policy, providerArn, statement } from './support/trust-cases.js';

type Json = Readonly<Record<string, unknown>>;

function read(text: string): TrustPolicy {
  const found = readTrustPolicy(text);
  if (!isPolicy(found)) throw new Error(found.unreadable);
  return found;
}

function rulesOf(text: string, facts: LintFacts = {}): string[] {
  const found = lint(read(text), facts);
  for (const { what, write } of found) expect([what.length > 20, write.length > 10]).toEqual([true, true]);
  return found.map(({ rule }) => rule).filter(rule => rule !== 'names-without-ids');
}

const AUD = { [`${NAME}:aud`]: 'sts.amazonaws.com' };
/** A statement that is right but for what is given: the audience is demanded. */
const like = (sub: unknown, more: Json = {}) =>
  policy(statement({ StringEquals: { ...AUD, ...more }, StringLike: { [`${NAME}:sub`]: sub } }));
const exactly = (sub: unknown, more: Json = {}) =>
  policy(statement({ StringEquals: { ...AUD, [`${NAME}:sub`]: sub, ...more } }));
const byId = { [`${NAME}:repository_id`]: '1296269' };
const byOwner = { [`${NAME}:repository_owner_id`]: '583231' };

describe('who may enter that should not', () => {
  test.each<[string, readonly string[], string]>([
    ['every repository on GitHub', ['open-to-all'], like('repo:*')],
    ['every repository, with more words', ['open-to-all'], like('repo:*/*')],
    [
      'every repository, by one of several values',
      ['open-to-all'],
      like(['repo:acme/shop:environment:prod', '*']),
    ],
    ['every repository with such an environment', ['open-to-all'], like('repo:*:environment:prod')],
    ['every repository of that name', ['open-to-all'], like('repo:*/shop:environment:prod')],
    ['every repository, with a star in front', ['open-to-all'], like('*:environment:prod')],
    ['every repository, but for its ID', [], like('repo:*', { ...byId, [`${NAME}:environment`]: 'prod' })],
    ['owners with such a beginning', ['owner-prefix'], like('repo:acme*')],
    [
      'owners with such a beginning, and the repository',
      ['owner-prefix'],
      like('repo:acme*/shop:environment:prod'),
    ],
    ['owners with such a beginning, but for the ID', [], like('repo:acme*/shop:environment:prod', byId)],
    ['every repository of an owner', ['org-wide'], like('repo:acme/*')],
    ['every repository of an owner, with an environment', ['org-wide'], like('repo:acme/*:environment:prod')],
    ['every repository of an owner by ID', ['org-wide'], like('repo:*/*', byOwner)],
    ['repositories with such a beginning', ['repo-prefix'], like('repo:acme/shop*')],
    ['a repository', ['repo-wide'], like('repo:acme/shop:*')],
    ['a repository with IDs', ['repo-wide'], like('repo:acme@583231/shop@1296269:*')],
    ['a repository with IDs that are left open', ['repo-wide'], like('repo:acme@*/shop@*:*')],
    [
      'a repository, with an environment beside',
      [],
      like('repo:acme/shop:*', { [`${NAME}:environment`]: 'prod' }),
    ],
    ['pull requests', ['pull-request'], exactly('repo:acme/shop:pull_request')],
    [
      'branches with such a beginning',
      ['branch-prefix-collision'],
      like('repo:acme/shop:ref:refs/heads/main*'),
    ],
    [
      'environments with such a beginning',
      ['branch-prefix-collision'],
      like('repo:acme/shop:environment:prod*'),
    ],
    ['a folder of branches', [], like('repo:acme/shop:ref:refs/heads/release/*')],
    ['tags with a letter in front', [], like('repo:acme/shop:ref:refs/tags/v*')],
    ['one environment', [], exactly('repo:acme/shop:environment:prod')],
    ['two environments', [], exactly(['repo:acme/shop:environment:prod', 'repo:acme/shop:environment:dev'])],
    [
      'the narrower of two demands',
      [],
      policy(
        statement({
          StringEquals: { ...AUD, [`${NAME}:sub`]: 'repo:acme/shop:environment:prod' },
          StringLike: { [`${NAME}:sub`]: 'repo:acme/*' },
        }),
      ),
    ],
    ['no subject', ['no-subject'], policy(statement({ StringEquals: AUD }))],
    [
      'no subject that counts',
      ['no-subject', 'if-exists'],
      policy(
        statement({
          StringEquals: AUD,
          StringLikeIfExists: { [`${NAME}:sub`]: 'repo:acme/shop:environment:prod' },
        }),
      ),
    ],
    [
      'the repository alone, which IAM does not take',
      ['no-subject'],
      policy(statement({ StringEquals: { ...AUD, [`${NAME}:repository`]: 'acme/shop' } })),
    ],
    [
      'whoever calls the workflow',
      ['any-caller-of-workflow'],
      policy(
        statement({
          StringEquals: {
            ...AUD,
            [`${NAME}:job_workflow_ref`]: `acme/x/.github/workflows/x.yml@${'a'.repeat(40)}`,
          },
        }),
      ),
    ],
    [
      'any audience',
      ['no-audience'],
      policy(statement(on('StringEquals', { sub: 'repo:acme/shop:environment:prod' }))),
    ],
    ['everyone', ['open-principal'], policy(statement({ StringEquals: AUD }, { Principal: '*' }))],
  ])('%s: %j', (_, rules, text) => {
    expect(rulesOf(text)).toEqual(rules);
  });
});

describe('conditions that do not do what they say', () => {
  const fitting = { StringEquals: { ...AUD, [`${NAME}:sub`]: 'repo:acme/shop:environment:prod' } };
  const beside = (condition: Json) => policy(statement({ ...fitting, ...condition }));

  test.each<[string, readonly string[], string]>([
    ['a star under an exact operator', ['wildcard-under-exact-operator'], exactly('repo:acme/shop:*')],
    [
      'a star under an exact operator that is negated',
      ['wildcard-under-exact-operator'],
      beside(on('StringNotEquals', { ref: 'refs/tags/*' })),
    ],
    ['a key that AWS does not have', ['unknown-key'], beside(on('StringLike', { event_name: 'push' }))],
    [
      'a key that AWS does not have, if it exists',
      ['unknown-key'],
      beside(on('StringEqualsIfExists', { runner_environment: 'self-hosted' })),
    ],
    ['a key of another provider', ['unknown-key'], beside({ StringLike: { 'gitlab.com:sub': 'x' } })],
    [
      'a key without a provider',
      ['unknown-key'],
      beside({ StringLike: { sub: 'x' } }).replace('"sub"', '"repo:sub"'),
    ],
    ['an external ID', ['unknown-key'], beside({ StringLike: { 'sts:ExternalId': 'x' } })],
    ['all values', ['for-all-values'], beside(on('ForAllValues:StringEquals', { environment: 'prod' }))],
    [
      'all values, and it must be there',
      [],
      beside({
        ...on('ForAllValues:StringEquals', { environment: 'prod' }),
        ...on('Null', { environment: 'false' }),
      }),
    ],
    ['if it exists', ['if-exists'], beside(on('StringEqualsIfExists', { environment: 'prod' }))],
    ['a word in other letter case', ['letter-case'], exactly('repo:acme/shop:Environment:prod')],
    ['a ref in other letter case', ['letter-case'], beside(on('StringLike', { ref: 'refs/Heads/main' }))],
    [
      'a workflow at a branch',
      ['mutable-workflow-ref'],
      beside(on('StringLike', { job_workflow_ref: 'acme/x/.github/workflows/x.yml@refs/heads/main' })),
    ],
    [
      'a workflow at a tag, in the subject',
      ['mutable-workflow-ref'],
      exactly('repo:acme/shop:job_workflow_ref:acme/x/.github/workflows/x.yml@refs/tags/v1'),
    ],
    [
      'a workflow at a commit',
      [],
      beside(on('StringLike', { job_workflow_ref: `acme/x/.github/workflows/x.yml@${'0'.repeat(40)}` })),
    ],
    ['an operator that there is not', ['malformed'], beside(on('StringEqual', { ref: 'x' }))],
    [
      'a condition twice',
      ['malformed'],
      `{"Version":"2012-10-17","Statement":[${JSON.stringify(statement(fitting)).replace('"Condition":{', '"Condition":{"StringEquals":{},')}]}`,
    ],
    ['a resource', ['malformed'], policy(statement(fitting, { Resource: '*' }))],
    [
      'an action of another service',
      ['malformed'],
      policy(statement(fitting, { Action: ['sts:AssumeRoleWithWebIdentity', 's3:GetObject'] })),
    ],
    ['another version', ['malformed'], policy(statement(fitting), '2026-01-01')],
  ])('%s: %j', (_, rules, text) => {
    expect(rulesOf(text)).toEqual(rules);
  });

  test('another letter case than the token has', () => {
    const payload = new Map([['sub', 'repo:acme/Shop:environment:prod']]);
    expect(rulesOf(exactly('repo:acme/shop:environment:prod'), { payload })).toEqual(['letter-case']);
  });
});

describe('providers', () => {
  const fitting = { StringEquals: { ...AUD, [`${NAME}:sub`]: 'repo:acme/shop:environment:prod' } };

  test.each([
    ['a slash at the end', `${providerArn()}/`],
    ['the scheme', providerArn(`https://${NAME}`)],
  ])('with %s', (_, arn) => {
    expect(rulesOf(policy(statement(fitting, { Principal: { Federated: arn } })))).toContain(
      'provider-spelling',
    );
  });

  test('of another account', () => {
    expect(rulesOf(policy(statement(fitting)), { account: '222222222222' })).toEqual([
      'provider-of-another-account',
    ]);
    expect(rulesOf(policy(statement(fitting)), { account: '111111111111' })).toEqual([]);
  });

  test('more than one', () => {
    const two = { Principal: { Federated: [providerArn(), providerArn('gitlab.com')] } };
    expect(rulesOf(policy(statement(fitting, two)))).toEqual(['several-providers']);
  });
});

describe('the old form of a subject', () => {
  const both = ['repo:acme/shop:environment:prod', 'repo:acme@583231/shop@1296269:environment:prod'];

  test('left beside the new one is named, unless the ID of the repository holds it fast', () => {
    expect(rulesOf(exactly(both))).toEqual(['old-form-left']);
    expect(rulesOf(exactly(both, byId))).toEqual([]);
    expect(
      rulesOf(
        policy([
          statement({ StringEquals: { ...AUD, [`${NAME}:sub`]: both[0] } }),
          statement({ StringEquals: { ...AUD, [`${NAME}:sub`]: both[1] } }),
        ]),
      ),
    ).toEqual(['old-form-left']);
  });

  test('is named without IDs where there could be some', () => {
    const rules = (text: string) => lint(read(text)).map(({ rule }) => rule);
    expect(rules(exactly(both[0]))).toEqual(['names-without-ids']);
    expect(rules(exactly(both[1]))).toEqual([]);
    expect(rules(exactly(both[0], byId))).toEqual([]);
  });
});

test('a policy that is longer than IAM takes by default is named', () => {
  const subjects = Array.from({ length: 60 }, (_, index) => `repo:acme/shop-${index}:environment:production`);
  expect(rulesOf(exactly(subjects))).toEqual(['over-quota']);
});

test('the worst comes first', () => {
  const found = lint(
    read(policy(statement(on('StringLike', { sub: ['repo:acme/shop:environment:prod*', 'repo:*'] })))),
  );
  expect(found.map(({ severity }) => severity)).toEqual(['error', 'warning', 'warning', 'notice']);
});

test('who may enter is told in words, subject by subject', () => {
  const text = like(
    [
      'repo:acme/shop:environment:prod',
      'repo:acme/*',
      'repo:*',
      'repo:acme@583231/shop@1296269:pull_request',
    ],
    { [`${NAME}:ref`]: 'refs/heads/main' },
  );
  expect(entrantsOf(read(text)).map(({ breadth, who, further }) => [breadth, who, further])).toEqual([
    ['repository', 'acme/shop, environment prod', ['ref refs/heads/main']],
    ['owner', 'every repository of acme, every job', ['ref refs/heads/main']],
    ['everyone', 'every repository on GitHub, every job', ['ref refs/heads/main']],
    ['repository', 'acme@583231/shop@1296269, pull requests', ['ref refs/heads/main']],
  ]);
});
