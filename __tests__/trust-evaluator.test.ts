import { describe, expect, test } from '@jest/globals';
import { evaluate } from '../src/trust/evaluate.js';
import { isPolicy, readTrustPolicy } from '../src/trust/policy.js';
import type { WebIdentityRequest } from '../src/trust/request.js';
import {
  ARN_CASES,
  CLAIMS,
  KEY_CASES,
  MISSING_CASES,
  on,
  POLICY_CASES,
  policy,
  STRING_CASES,
  statement,
  WILDCARD_CASES,
} from './support/trust-cases.js';

function verdictOf(
  text: string,
  changes: Readonly<Record<string, unknown>>,
  request: Partial<WebIdentityRequest> = {},
) {
  const read = readTrustPolicy(text);
  if (!isPolicy(read)) throw new Error(read.unreadable);
  const claims = Object.entries({ ...CLAIMS, ...changes }).filter(([, value]) => value !== undefined);
  return evaluate(read, { payload: new Map(claims), ...request });
}

const conditions = [...STRING_CASES, ...WILDCARD_CASES, ...MISSING_CASES, ...KEY_CASES, ...ARN_CASES];

describe('the evaluator answers as AWS does', () => {
  test.each(conditions)('%s: %s', (allowed, _, condition, changes = {}) => {
    const verdict = verdictOf(policy(statement(condition)), changes);
    expect(verdict.allowed).toBe(allowed);
    const judged = verdict.statements.flatMap(({ conditions: all }) => all);
    expect(judged.every(({ why }) => why.length > 5)).toBe(true);
  });

  test.each(POLICY_CASES)('%s: %s', (allowed, _, text, changes = {}, account = undefined) => {
    expect(verdictOf(text, changes, { account }).allowed).toBe(allowed);
  });

  test('in at least 120 cases', () => {
    expect(conditions.length + POLICY_CASES.length).toBeGreaterThanOrEqual(120);
    expect(new Set(conditions.map(row => JSON.stringify(row.slice(2)))).size).toBe(conditions.length);
  });
});

describe('what only the caller knows', () => {
  const byName = policy(
    statement({
      ...on('StringEquals', { sub: CLAIMS['sub'] }),
      StringLike: { 'sts:RoleSessionName': 'gh-*' },
    }),
  );

  test.each([
    ['gh-1', true],
    ['x', false],
  ])('session name %s: %s', (sessionName, allowed) => {
    expect(verdictOf(byName, {}, { sessionName }).allowed).toBe(allowed);
  });

  test.each([
    ['arn:aws:iam::111111111111:role/deploy', true],
    ['arn:aws:iam::111111111111:role/other', false],
  ])('roles that the token may be used for, and %s: %s', (role, allowed) => {
    const listed = { 'https://aws.amazon.com/roles': 'arn:aws:iam::111111111111:role/deploy' };
    expect(verdictOf(policy(statement({})), listed, { role }).allowed).toBe(allowed);
  });

  test('a provider in another partition than the role', () => {
    expect(verdictOf(policy(statement({})), {}, { partition: 'aws-cn' }).allowed).toBe(false);
  });
});

describe('the parts of a verdict', () => {
  test('say for each condition whether the token meets it, and why not', () => {
    const condition = on('StringEquals', {
      aud: 'sts.amazonaws.com',
      sub: 'repo:acme/shop:ref:refs/heads/main',
    });
    const [judged] = verdictOf(policy(statement(condition)), {}).statements;
    expect(judged?.conditions.map(({ met }) => met)).toEqual([true, false]);
    expect(judged?.conditions[1]?.why).toBe(
      'the request has sub "repo:acme/shop:environment:prod", and the policy wants "repo:acme/shop:ref:refs/heads/main"',
    );
  });

  test('hold what came from outside as one harmless line', () => {
    const [judged] = verdictOf(policy(statement(on('StringEquals', { workflow: 'x' }))), {
      workflow: 'a\n::add-mask::b\u202e',
    }).statements;
    expect(judged?.conditions[0]?.why).toContain('a\\n::add-mask::b\\u202e');
  });
});

test.each([
  ['no JSON', '{', 'it is not a JSON object'],
  ['a list', '[]', 'it is not a JSON object'],
  ['no statement', '{"Version":"2012-10-17"}', 'it has no Statement'],
  ['a text without end', `{"Statement":"${'x'.repeat(200_000)}"}`, 'it is much longer than any trust policy'],
])('%s is no policy', (_, text, why) => {
  expect(readTrustPolicy(text)).toEqual({ unreadable: why });
});
