import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { like } from './support/sts-policy-condition.js';
import { type TrustPolicy, trustStatements } from './support/sts-policy-document.js';
import { isTrusted } from './support/sts-policy-evaluation.js';

const PROVIDER = 'arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com';
const ACTION = 'sts:AssumeRoleWithWebIdentity';
const KEY = 'token.actions.githubusercontent.com';

type Condition = Record<string, Record<string, string | string[]>>;

function statement(condition: Condition, effect: 'Allow' | 'Deny' = 'Allow') {
  return { Effect: effect, Principal: { Federated: PROVIDER }, Action: ACTION, Condition: condition };
}

function admits(policy: TrustPolicy | string, claims: Record<string, string | string[]>): boolean {
  const context = new Map(
    Object.entries(claims).map(([claim, value]) => [`${KEY}:${claim}`, [value].flat()]),
  );
  return isTrusted(trustStatements(policy), ACTION, { kind: 'federated', provider: PROVIDER }, context);
}

const job = {
  aud: 'sts.amazonaws.com',
  sub: 'repo:acme/shop:environment:prod',
  ref: 'refs/heads/main',
  actor: 'Ann',
};
const on = (claim: string, value: string | string[]) => ({ [`${KEY}:${claim}`]: value });

test.each<[boolean, string, Condition]>([
  [true, 'equal', { StringEquals: on('sub', job.sub) }],
  [true, 'one of several', { StringEquals: on('sub', ['other', job.sub]) }],
  [true, 'a key in another case', { StringEquals: { [`${KEY.toUpperCase()}:sub`]: job.sub } }],
  [false, 'another case', { StringEquals: on('actor', 'ann') }],
  [true, 'another case, ignored', { StringEqualsIgnoreCase: on('actor', 'aNN') }],
  [false, 'a wildcard where it is none', { StringEquals: on('sub', 'repo:acme/shop:*') }],
  [true, 'a wildcard', { StringLike: on('sub', 'repo:acme/*:environment:pro?') }],
  [false, 'a wildcard that does not fit', { StringLike: on('sub', 'repo:acme/shop') }],
  [
    false,
    'two conditions of which one holds',
    { StringEquals: { ...on('aud', job.aud), ...on('ref', 'x') } },
  ],
  [false, 'an absent claim', { StringEquals: on('environment', 'prod') }],
  [true, 'an absent claim, if it exists', { StringEqualsIfExists: on('environment', 'prod') }],
  [false, 'a present claim, if it exists', { StringEqualsIfExists: on('ref', 'refs/heads/dev') }],
  [
    true,
    'an absent claim, for all values: the trap',
    { 'ForAllValues:StringEquals': on('environment', 'prod') },
  ],
  [false, 'an absent claim, for any value', { 'ForAnyValue:StringEquals': on('environment', 'prod') }],
  [true, 'an absent claim, not equal', { StringNotEquals: on('environment', 'prod') }],
  [
    false,
    'not equal to one of several',
    { StringNotEquals: on('ref', ['refs/heads/dev', 'refs/heads/main']) },
  ],
  [true, 'not like', { StringNotLike: on('ref', 'refs/tags/*') }],
  [true, 'absent as wanted', { Null: on('environment', 'true') }],
  [false, 'present against the wish', { Null: on('ref', 'true') }],
])('answers %s to %s', (answer, _, condition) => {
  expect(admits({ Statement: statement(condition) }, job)).toBe(answer);
});

test('a deny wins over every allow, and nothing is allowed by silence', () => {
  const deny = statement({ StringEquals: on('ref', 'refs/heads/main') }, 'Deny');
  expect(admits({ Statement: [statement({}), deny] }, job)).toBe(false);
  expect(admits({ Statement: [statement({}), deny] }, { ...job, ref: 'refs/heads/dev' })).toBe(true);
  expect(admits({ Statement: deny }, { ...job, ref: 'refs/heads/dev' })).toBe(false);
});

test('another provider, account or action is not trusted', () => {
  const other = { ...statement({}), Principal: { Federated: PROVIDER.replace('1111', '2222') } };
  expect(admits({ Statement: other }, job)).toBe(false);
  expect(admits({ Statement: { ...statement({}), Action: 'sts:AssumeRole' } }, job)).toBe(false);
  expect(admits({ Statement: { ...statement({}), Action: 'sts:*' } }, job)).toBe(true);
});

describe('a trust policy that IAM would not take is not taken', () => {
  test.each([
    ['no JSON', '{'],
    ['no statement', '{"Statement":[]}'],
    ['an unknown operator', JSON.stringify({ Statement: statement({ StringEqual: on('sub', 'x') }) })],
    ['a resource', JSON.stringify({ Statement: { ...statement({}), Resource: '*' } })],
    ['no principal', JSON.stringify({ Statement: { ...statement({}), Principal: undefined } })],
    ['another version', JSON.stringify({ Version: '2026-01-01', Statement: statement({}) })],
  ])('%s', (_, policy) => {
    expect(() => trustStatements(policy)).toThrow(
      expect.objectContaining({ code: 'MalformedPolicyDocument' }),
    );
  });
});

test('a pattern without wildcards fits itself only, whatever it is made of', () => {
  const plain = fc.string({ unit: 'grapheme' }).filter(text => !/[*?]/.test(text));
  fc.assert(
    fc.property(plain, plain, (a, b) => {
      expect(like(a, a)).toBe(true);
      expect(like(a, b)).toBe(a === b);
      expect(like(a + b, `${a}*`) && like(a + b, `*${b}`)).toBe(true);
    }),
  );
});
