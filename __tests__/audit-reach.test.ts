import { describe, expect, test } from '@jest/globals';
import { reachOf } from '../src/audit/parity/reach.js';
import type { IamRole } from '../src/aws/iam.js';

const ACCOUNT = '111111111111';
const arnOf = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;

function role(
  name: string,
  trust: object,
  statements: readonly object[],
  more: Partial<IamRole> = {},
): IamRole {
  return {
    arn: arnOf(name),
    name,
    path: '/',
    trust: JSON.stringify({ Statement: trust }),
    inline: [{ name: 'own', document: JSON.stringify({ Statement: statements }) }],
    attached: [],
    boundary: undefined,
    tags: {},
    lastUsed: undefined,
    ...more,
  };
}

const byAccount = { Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'sts:AssumeRole' };
const byService = {
  Effect: 'Allow',
  Principal: { Service: 'cloudformation.amazonaws.com' },
  Action: 'sts:AssumeRole',
};
const allow = (Action: string, Resource = '*', more = {}) => ({ Effect: 'Allow', Action, Resource, ...more });
const target = (trust: object, more: Partial<IamRole> = {}) => role('other', trust, [allow('s3:*')], more);

function reached(statements: readonly object[], other: IamRole, more: Partial<IamRole> = {}) {
  const deploy = role('deploy', [], statements, more);
  const { roles, maybe } = reachOf(deploy, { roles: [deploy, other], policies: new Map() });
  return roles.length > 0 ? 'certainly' : maybe.length > 0 ? 'maybe' : 'not';
}

const NOT_IAM = { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' };
const MFA = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
const tagged = (operator: string) => ({
  Condition: { [operator]: { 'iam:ResourceTag/kind': ['deploy', 'lookup'] } },
});

describe('another role is got at', () => {
  test.each<[string, readonly object[], IamRole, string]>([
    ['where policy and trust agree', [allow('sts:AssumeRole')], target(byAccount), 'certainly'],
    ['by a pattern', [allow('sts:Assume*', arnOf('o*'))], target(byAccount), 'certainly'],
    ['by all actions but some', [NOT_IAM], target(byAccount), 'certainly'],
    ['by all actions, on some roles', [allow('*', arnOf('*'))], target(byAccount), 'certainly'],
    ['where it is passed on to a service', [allow('iam:PassRole')], target(byService), 'certainly'],
    [
      'where its trust names the role itself',
      [],
      target({ ...byAccount, Principal: { AWS: arnOf('deploy') } }),
      'certainly',
    ],
    [
      'by its tags',
      [allow('sts:AssumeRole', '*', tagged('StringEquals'))],
      target(byAccount, { tags: { kind: 'lookup' } }),
      'certainly',
    ],
    [
      'not by others',
      [allow('sts:AssumeRole', '*', tagged('StringEquals'))],
      target(byAccount, { tags: { kind: 'x' } }),
      'not',
    ],
    [
      'not by tags that are refused',
      [allow('sts:AssumeRole', '*', tagged('StringNotEquals'))],
      target(byAccount, { tags: { kind: 'lookup' } }),
      'not',
    ],
    [
      'not where its trust names others',
      [allow('sts:AssumeRole')],
      target({ ...byAccount, Principal: { AWS: arnOf('x') } }),
      'not',
    ],
    [
      'not where it is a service\u2019s, and only to be assumed',
      [allow('sts:AssumeRole')],
      target(byService),
      'not',
    ],
    ['not where no service could have it', [allow('iam:PassRole')], target(byAccount), 'not'],
    [
      'not where it is refused',
      [NOT_IAM, { Effect: 'Deny', Action: 'sts:*', Resource: '*' }],
      target(byAccount),
      'not',
    ],
    ['not where its trust refuses', [NOT_IAM], target([byAccount, { ...byAccount, Effect: 'Deny' }]), 'not'],
    ['maybe, under a condition', [allow('sts:AssumeRole', '*', MFA)], target(byAccount), 'maybe'],
    ['maybe, under a condition of its trust', [NOT_IAM], target({ ...byAccount, ...MFA }), 'maybe'],
    ['maybe, where its trust cannot be read', [NOT_IAM], target(byAccount, { trust: 'new form' }), 'maybe'],
  ])('%s', (_, statements, other, expected) => {
    expect(reached(statements, other)).toBe(expected);
  });

  test('not beyond its own boundary', () => {
    const deploy = role('deploy', [], [allow('sts:AssumeRole')], { boundary: 'b' });
    const policies = new Map([['b', JSON.stringify({ Statement: allow('s3:*') })]]);
    expect(reachOf(deploy, { roles: [deploy, target(byAccount)], policies }).roles).toEqual([]);
  });
});
