import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { readConfiguration } from '../src/config/file.js';
import { planAudit } from '../src/templates/audit/plan.js';
import { rolesCloudFormation } from '../src/templates/roles/cloudformation.js';
import { GITHUB_ISSUER } from './support/issuer.js';
import { stackOf } from './support/stack.js';

const FILE = `environments:
  dev: { account: "222222222222", region: eu-west-1, role: deploy }
  prod: { account: "333333333333", region: us-east-1, role: deploy }
`;
const WISH = {
  repositories: [{ owner: 'acme', name: 'shop', ownerId: undefined, id: undefined, form: undefined }],
  bothForms: false,
  issuer: GITHUB_ISSUER,
  organizationRole: undefined,
  accountRole: undefined,
  gitHubEnvironment: undefined,
};

const Role = v.object({
  RoleName: v.string(),
  Path: v.optional(v.string()),
  Description: v.string(),
  AssumeRolePolicyDocument: v.object({ Version: v.string(), Statement: v.array(v.looseObject({})) }),
  Policies: v.array(
    v.object({
      PolicyName: v.string(),
      PolicyDocument: v.object({
        Version: v.string(),
        Statement: v.array(
          v.looseObject({ Action: v.union([v.string(), v.array(v.string())]), Resource: v.unknown() }),
        ),
      }),
    }),
  ),
});

function roles(account: string, wish: Partial<Parameters<typeof planAudit>[1]> = {}) {
  const configuration = readConfiguration(FILE, 'the file', () => undefined);
  const template = JSON.stringify(rolesCloudFormation(planAudit(configuration, { ...WISH, ...wish })));
  const parameters = { OrganizationAccount: '111111111111' };
  return new Map(
    stackOf(template, { account, parameters })
      .map(({ properties }) => v.parse(Role, properties))
      .map(role => [role.RoleName, role]),
  );
}

const actions = (role: v.InferOutput<typeof Role> | undefined) =>
  (role?.Policies ?? []).flatMap(({ PolicyDocument }) =>
    PolicyDocument.Statement.flatMap(({ Action }) => Action),
  );

describe('the roles that the audit reads with', () => {
  test('one beside the organization, entered by the job with the environment `audit`', () => {
    const reader = roles('111111111111').get('aws-temp-creds-audit-organization');
    expect(JSON.stringify(reader?.AssumeRolePolicyDocument)).toContain('repo:acme/shop:environment:audit');
    const onward = reader?.Policies[0]?.PolicyDocument.Statement.at(-1);
    expect(onward).toMatchObject({
      Action: 'sts:AssumeRole',
      Resource: [
        'arn:aws:iam::222222222222:role/aws-temp-creds-audit',
        'arn:aws:iam::333333333333:role/aws-temp-creds-audit',
      ],
    });
  });

  test('one in each account, which only that one enters, whether it exists yet or not', () => {
    expect([...roles('222222222222').keys()]).toEqual(['aws-temp-creds-audit']);
    expect(roles('222222222222').get('aws-temp-creds-audit')?.AssumeRolePolicyDocument.Statement).toEqual([
      {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::111111111111:root' },
        Action: 'sts:AssumeRole',
        Condition: {
          ArnEquals: {
            'aws:PrincipalArn': 'arn:aws:iam::111111111111:role/aws-temp-creds-audit-organization',
          },
        },
      },
    ]);
  });

  test('may read, and nothing else', () => {
    const all = [...roles('111111111111').values()].flatMap(actions);
    expect(all.length).toBeGreaterThan(20);
    const others = all.filter(action => !/^[a-z]+:(Get|List|Describe)[A-Za-z]+$/.test(action));
    expect(others.sort()).toEqual(['iam:GenerateCredentialReport', 'kms:Decrypt', 'sts:AssumeRole']);
  });

  test('can be called otherwise', () => {
    const wish = {
      organizationRole: 'arn:aws:iam::111111111111:role/sec/reader',
      accountRole: 'sec/look',
      gitHubEnvironment: 'weekly',
    };
    const all = roles('111111111111', wish);
    expect([...all.keys()]).toEqual(['reader', 'look']);
    expect([...roles('222222222222', wish).keys()]).toEqual(['look']);
    const text = JSON.stringify([...all.values()]);
    expect(text).toContain('environment:weekly');
    expect(text).toContain('arn:aws:iam::333333333333:role/sec/look');
    expect(text).toContain('"aws:PrincipalArn":"arn:aws:iam::111111111111:role/sec/reader"');
    expect(() => roles('111111111111', { organizationRole: 'reader' })).toThrow(/must be the ARN/);
  });
});
