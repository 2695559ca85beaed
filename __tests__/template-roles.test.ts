import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { readConfiguration } from '../src/config/file.js';
import { Failure } from '../src/failure.js';
import { rolesCloudFormation } from '../src/templates/roles/cloudformation.js';
import { planRoles } from '../src/templates/roles/plan.js';
import { parseRepository, repositoryOfRemote } from '../src/templates/roles/repository.js';
import type { RolesWish } from '../src/templates/roles/wish.js';
import { evaluate } from '../src/trust/evaluate.js';
import { lint } from '../src/trust/lint.js';
import { readTrustPolicy } from '../src/trust/policy.js';
import { claimsOf, describeJob, describePullRequest, type GitHubJob } from './support/github-job.js';
import { GITHUB_ISSUER } from './support/issuer.js';
import { NEAR_MISSES } from './support/near-misses.js';
import { stackOf } from './support/stack.js';
import { makeAccount, makeRole, providerArn } from './support/sts-account.js';
import { isTrusted } from './support/sts-policy-evaluation.js';

const FILE = `environments:
  dev: { account: "111111111111", region: eu-west-1, role: github-deploy, read-role: github-read }
  prod-eu: { account: "222222222222", region: eu-west-1, role: ci/deploy, github-environment: production, duration: 2h }
  prod-us: { account: "222222222222", region: us-east-1, role: ci/deploy, github-environment: production }
  preview: { account: "111111111111", region: eu-west-1, role: github-read, github-environment: "a:b" }
  partner: { account: "333333333333", region: us-east-1, role: far, via: "arn:aws:iam::222222222222:role/hub", tags: { Team: x } }
`;

const WISH: RolesWish = {
  repositories: [repository('acme/shop')],
  bothForms: false,
  issuer: GITHUB_ISSUER,
  createProvider: false,
  partition: undefined,
  readRoles: [],
  bootstrapRole: undefined,
  boundary: undefined,
  qualifiers: [],
};

function repository(text: string) {
  const parsed = parseRepository(text);
  if (parsed === undefined) throw new Error(`${text} is no repository`);
  return parsed;
}

const Role = v.looseObject({
  RoleName: v.string(),
  Path: v.optional(v.string(), '/'),
  MaxSessionDuration: v.optional(v.number()),
  AssumeRolePolicyDocument: v.looseObject({}),
  Policies: v.optional(v.array(v.object({ PolicyName: v.string(), PolicyDocument: v.unknown() })), []),
});

function template(wish: Partial<RolesWish> = {}, file = FILE, environments: readonly string[] = []): string {
  const configuration = readConfiguration(file, 'the file', () => undefined);
  const selected = configuration.environments.filter(({ name }) => environments.includes(name));
  const plan = planRoles(configuration, { ...WISH, ...wish }, environments.length > 0 ? selected : undefined);
  return JSON.stringify(rolesCloudFormation(plan));
}

function rolesIn(json: string, account: string, partition?: string) {
  const resources = stackOf(json, { account, ...(partition && { partition }) });
  const roles = resources.filter(({ type }) => type === 'AWS::IAM::Role');
  return new Map(
    roles.map(({ properties }) => v.parse(Role, properties)).map(role => [role.Path + role.RoleName, role]),
  );
}

function trustOf(json: string, account: string, role: string): string {
  const found = rolesIn(json, account).get(role);
  if (found === undefined) throw new Error(`account ${account} has no ${role}`);
  return JSON.stringify(found.AssumeRolePolicyDocument);
}

/** Whether the role admits the job, in our evaluator and in the strict STS, which must agree. */
function admits(
  trust: string,
  account: string,
  job: GitHubJob,
  issuer = GITHUB_ISSUER,
  audience = 'sts.amazonaws.com',
) {
  const claims = claimsOf(job, { issuer, audience, now: Date.now() });
  const policy = readTrustPolicy(trust);
  if ('unreadable' in policy) throw new Error(policy.unreadable);
  const { allowed } = evaluate(policy, {
    payload: new Map(Object.entries(claims)),
    account,
    partition: 'aws',
  });
  const sts = makeAccount(account, { providers: [{ url: issuer, audiences: [audience] }] });
  const role = makeRole(sts, { name: 'x', trust });
  const asker = { kind: 'federated' as const, provider: providerArn(sts, issuer) };
  const name = issuer.replace('https://', '');
  const context = new Map(
    Object.entries(claims).map(([claim, value]) => [`${name}:${claim}`, [String(value)]]),
  );
  expect(isTrusted(role.trust, 'sts:AssumeRoleWithWebIdentity', asker, context)).toBe(allowed);
  return allowed;
}

const IDS = 'acme@583231/shop@1296269';
const JOB = describeJob({ environment: 'production' });
const immutable = (differences: Partial<GitHubJob> = {}) =>
  describeJob({ environment: 'production', immutableSubject: true, ...differences });

describe('the role of an environment', () => {
  test.each([
    ['names', 'acme/shop', false, [JOB]],
    ['IDs', IDS, false, [immutable()]],
    ['both forms', IDS, true, [JOB, immutable()]],
  ] as const)('by %s admits the job and refuses forty near misses', (_, name, bothForms, jobs) => {
    const trust = trustOf(
      template({ repositories: [repository(name)], bothForms }),
      '222222222222',
      '/ci/deploy',
    );
    for (const job of jobs) expect(admits(trust, '222222222222', job)).toBe(true);
    for (const job of jobs) {
      const missed = NEAR_MISSES.filter(([, differences]) =>
        admits(trust, '222222222222', { ...job, ...differences }),
      );
      expect(missed.map(([what]) => what)).toEqual([]);
    }
    expect(admits(trust, '222222222222', JOB, GITHUB_ISSUER, 'sigstore')).toBe(false);
    expect(admits(trust, '222222222222', JOB, 'https://token.actions.acme.ghe.com')).toBe(false);
  });

  test('by IDs is shut for whoever takes over the name', () => {
    const trust = trustOf(
      template({ repositories: [repository(IDS)], bothForms: true }),
      '222222222222',
      '/ci/deploy',
    );
    expect(admits(trust, '222222222222', describeJob({ environment: 'production', repositoryId: '2' }))).toBe(
      false,
    );
    expect(admits(trust, '222222222222', immutable({ ownerId: '2', repositoryId: '2' }))).toBe(false);
  });

  test('has nothing that the lint of trust policies calls an error', () => {
    const json = template({
      repositories: [repository(IDS)],
      readRoles: ['github-read'],
      bootstrapRole: 'boot',
    });
    for (const account of ['111111111111', '222222222222', '333333333333']) {
      for (const [, role] of rolesIn(json, account)) {
        const policy = readTrustPolicy(JSON.stringify(role.AssumeRolePolicyDocument));
        if ('unreadable' in policy) throw new Error(policy.unreadable);
        expect(lint(policy, { account }).filter(({ severity }) => severity === 'error')).toEqual([]);
      }
    }
  });

  test('assumes what CDK bootstrapped and nothing else; a qualifier narrows it', () => {
    const policies = (json: string) =>
      JSON.stringify(rolesIn(json, '222222222222').get('/ci/deploy')?.Policies);
    expect(JSON.parse(policies(template()))).toEqual([
      {
        PolicyName: 'cdk-deploy',
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Action: 'sts:AssumeRole',
              Resource: 'arn:aws:iam::222222222222:role/cdk-*',
              Condition: {
                StringEquals: {
                  'aws:ResourceTag/aws-cdk:bootstrap-role': [
                    'deploy',
                    'lookup',
                    'file-publishing',
                    'image-publishing',
                  ],
                },
              },
            },
          ],
        },
      },
    ]);
    expect(policies(template({ qualifiers: ['shop'] }))).toContain(
      '"Resource":"arn:aws:iam::222222222222:role/cdk-shop-*"',
    );
  });

  test('has the longest duration that an environment asks for', () => {
    const roles = (account: string) => [...rolesIn(template(), account).values()];
    expect(roles('222222222222').map(role => role.MaxSessionDuration)).toEqual([7200, undefined]);
  });
});

describe('a template for all accounts', () => {
  test('gives each account its own roles, and none to an account that the file does not have', () => {
    const json = template();
    expect([...rolesIn(json, '111111111111').keys()]).toEqual(['/github-deploy', '/github-read']);
    expect([...rolesIn(json, '222222222222').keys()]).toEqual(['/ci/deploy', '/hub']);
    expect([...rolesIn(json, '333333333333').keys()]).toEqual(['/far']);
    expect(() => rolesIn(json, '444444444444')).toThrow('Unable to get mapping');
  });

  test('for one environment has its roles only, trusted by all environments that use them', () => {
    const json = template({}, FILE, ['dev']);
    expect([...rolesIn(json, '111111111111').keys()]).toEqual(['/github-deploy', '/github-read']);
    expect(() => rolesIn(json, '222222222222')).toThrow('Unable to get mapping');
    const read = trustOf(json, '111111111111', '/github-read');
    expect(admits(read, '111111111111', describeJob({ environment: 'dev' }))).toBe(true);
    expect(admits(read, '111111111111', describeJob({ environment: 'a:b' }))).toBe(true);
  });

  test('lets a role that anything reads with read only, and pull requests enter it only where asked for', () => {
    const read = (json: string) => trustOf(json, '111111111111', '/github-read');
    expect(admits(read(template()), '111111111111', describePullRequest(7))).toBe(false);
    const json = template({ readRoles: ['github-read'] });
    expect(admits(read(json), '111111111111', describePullRequest(7))).toBe(true);
    expect(JSON.stringify(rolesIn(json, '111111111111').get('/github-read')?.Policies)).not.toContain(
      'file-publishing',
    );
  });

  test('makes the identity provider only where asked for, and only where jobs enter', () => {
    expect(template()).not.toContain('OIDCProvider');
    const json = template({ createProvider: true });
    const providers = (account: string) =>
      stackOf(json, { account })
        .filter(({ type }) => type === 'AWS::IAM::OIDCProvider')
        .map(({ properties }) => properties);
    expect(providers('222222222222')).toEqual([
      { Url: 'https://token.actions.githubusercontent.com', ClientIdList: ['sts.amazonaws.com'] },
    ]);
    expect(providers('333333333333')).toEqual([]);
  });

  test('makes a role that may do everything only where asked for, for an environment of its own', () => {
    expect(template()).not.toContain('AdministratorAccess');
    const json = template({ bootstrapRole: 'boot' });
    const trust = trustOf(json, '333333333333', '/boot');
    expect(admits(trust, '333333333333', describeJob({ environment: 'bootstrap' }))).toBe(true);
    expect(admits(trust, '333333333333', JOB)).toBe(false);
  });

  test('leads through a hub: jobs enter the hub, and the hub alone the role behind it', () => {
    const json = template();
    expect(
      admits(trustOf(json, '222222222222', '/hub'), '222222222222', describeJob({ environment: 'partner' })),
    ).toBe(true);
    const far = JSON.parse(trustOf(json, '333333333333', '/far'));
    expect(far.Statement).toEqual([
      {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::222222222222:root' },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
        Condition: { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::222222222222:role/hub' } },
      },
    ]);
    expect(JSON.stringify(rolesIn(json, '222222222222').get('/hub')?.Policies)).toContain(
      '"Resource":"arn:aws:iam::333333333333:role/far"',
    );
  });
});

describe('partitions and issuers', () => {
  const CHINA =
    'environments:\n  x: { account: "111111111111", region: cn-north-1, role: a }\n  y: { account: "111111111111", region: eu-west-1, role: b }\n';

  test('a template is for one partition, with its audience', () => {
    expect(() => template({}, CHINA)).toThrow(Failure);
    const json = template({ partition: 'aws-cn' }, CHINA);
    const role = rolesIn(json, '111111111111', 'aws-cn').get('/a');
    expect(JSON.stringify(role?.AssumeRolePolicyDocument)).toContain(
      'arn:aws-cn:iam::111111111111:oidc-provider/',
    );
    expect(JSON.stringify(role?.AssumeRolePolicyDocument)).toContain('sts.amazonaws.com.cn');
    expect(() => template({ partition: 'aws-us-gov' }, CHINA)).toThrow(Failure);
  });

  test('GitHub Enterprise Server has no claim keys, so only audience and subject are asked about', () => {
    const issuer = 'https://ghes.example.com/_services/token';
    const trust = trustOf(
      template({ issuer, repositories: [repository(IDS)] }),
      '111111111111',
      '/github-deploy',
    );
    expect(trust).not.toContain('repository_id');
  });

  test('two roles of one name in an account are refused', () => {
    const file =
      'environments:\n  x: { account: "111111111111", region: eu-west-1, role: a/b }\n  y: { account: "111111111111", region: eu-west-1, role: b }\n';
    expect(() => template({}, file)).toThrow(/only one of that name/);
  });
});

describe('the repository', () => {
  test.each([
    'git@github.com:acme/shop.git',
    'https://github.com/acme/shop',
    'https://user@github.com/acme/shop.git',
    'ssh://git@ghe.example.com:2222/acme/shop.git',
    'https://github.com/acme/shop/',
  ])('is read from the remote %s', url => {
    expect(repositoryOfRemote(url)).toMatchObject({ owner: 'acme', name: 'shop' });
  });

  test.each([
    '',
    '/srv/git/shop.git',
    'https://example.com/a/b/c',
    'acme',
    'acme/shop:x',
    'a/..',
    'acme@1/shop',
    '*/*',
  ])('%s is none', text => expect(parseRepository(text) ?? repositoryOfRemote(text)).toBeUndefined());
});
