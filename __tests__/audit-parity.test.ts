import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compare, type Permissions } from '../src/audit/parity/compare.js';
import { contains, overlaps } from '../src/audit/parity/pattern.js';
import { grantsOf } from '../src/audit/parity/policy.js';

/** What a pattern stands for, as a regular expression: the naive model. */
function expression(pattern: string): RegExp {
  return new RegExp(`^${pattern.replace(/\*/g, '.*').replace(/\?/g, '.')}$`);
}

const NAMES = (() => {
  const all = [''];
  for (let length = 0; length < 8; length++)
    for (const name of all.filter(one => one.length === length)) all.push(`${name}a`, `${name}b`);
  return all;
})();
const patterns = fc.stringMatching(/^[ab*?]{0,4}$/);

describe('patterns', () => {
  test('one contains the other only if it stands for all of its names', () => {
    fc.assert(
      fc.property(patterns, patterns, (outer, inner) => {
        const said = contains(outer, inner);
        const names = NAMES.filter(name => expression(inner).test(name));
        if (said) expect(names.every(name => expression(outer).test(name))).toBe(true);
        // Without wildcards in the inner one there is nothing to guess.
        else if (!/[*?]/.test(inner)) expect(expression(outer).test(inner)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test('two overlap exactly if there is a name that both stand for', () => {
    fc.assert(
      fc.property(patterns, patterns, (one, other) => {
        const both = NAMES.some(name => expression(one).test(name) && expression(other).test(name));
        expect(overlaps(one, other)).toBe(both);
      }),
      { numRuns: 2000 },
    );
  });

  test('no pattern makes it slow: the steps are the product of both lengths', () => {
    expect(contains('*a'.repeat(500), 'a'.repeat(1000))).toBe(true);
    expect(overlaps('*a'.repeat(500), 'b*'.repeat(500))).toBe(true);
  });
});

const allow = (Action: unknown, Resource: unknown = '*', more = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
const deny = (Action: unknown, Resource: unknown = '*', more = {}) => ({
  Effect: 'Deny',
  Action,
  Resource,
  ...more,
});

function may(...statements: object[]): readonly Permissions[] {
  const grants = grantsOf(JSON.stringify({ Statement: statements }), 'policy');
  if (grants === undefined) throw new Error('no policy');
  return [{ grants, boundary: undefined }];
}

const POWER_USER = [
  { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' },
  allow(['account:ListRegions', 'iam:ListRoles', 'organizations:DescribeOrganization']),
];
const MFA = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };

describe('what the first may do beyond the second', () => {
  const more = (first: readonly Permissions[], second: readonly Permissions[]) =>
    compare(first, second).more.map(({ action, resource }) => `${action} on ${resource}`);

  test.each<[string, readonly Permissions[], readonly Permissions[], string[]]>([
    ['nothing, for the same', may(allow('s3:*')), may(allow('s3:*')), []],
    ['nothing, whatever the case of the action', may(allow('S3:getobject')), may(allow('s3:Get*')), []],
    ['nothing, below a wider pattern', may(allow(['s3:Get*', 's3:PutObject'])), may(allow('s3:*')), []],
    ['a service', may(allow(['s3:*', 'ec2:*'])), may(allow('s3:*')), ['ec2:* on *']],
    [
      'a resource',
      may(allow('s3:*', 'arn:aws:s3:::a/*')),
      may(allow('s3:*', 'arn:aws:s3:::b/*')),
      ['s3:* on arn:aws:s3:::a/*'],
    ],
    [
      'an administrator beyond a power user',
      may(allow('*')),
      may(...POWER_USER),
      ['iam:* on *', 'organizations:* on *', 'account:* on *'],
    ],
    ['nothing, a power user beyond an administrator', may(...POWER_USER), may(allow('*')), []],
    [
      'what the second is refused',
      may(allow('*')),
      may(allow('*'), deny('kms:Decrypt')),
      ['kms:decrypt on *'],
    ],
    [
      'nothing, where both are refused the same',
      may(allow('*'), deny('kms:Decrypt')),
      may(allow('*'), deny('kms:Decrypt')),
      [],
    ],
    [
      'nothing, where both are refused under the same condition',
      may(allow('*'), deny('kms:*', '*', MFA)),
      may(allow('*'), deny('kms:*', '*', MFA)),
      [],
    ],
    [
      'what the second is refused, beside what nothing allows it',
      may(allow('*')),
      may(...POWER_USER, deny('kms:Decrypt')),
      ['iam:* on *', 'organizations:* on *', 'account:* on *', 'kms:decrypt on *'],
    ],
    [
      'of a refusal of all but something, only what it may itself',
      may(allow('s3:Get*')),
      may(allow('s3:*'), { Effect: 'Deny', NotAction: 's3:GetObject', Resource: '*' }),
      ['s3:get* but for s3:getobject on *'],
    ],
    [
      'nothing beyond several roles that have it together',
      may(allow(['s3:*', 'ec2:*'])),
      [...may(allow('s3:*')), ...may(allow('ec2:*'))],
      [],
    ],
    [
      'nothing where one of several roles is refused it and another has it',
      may(allow('s3:*')),
      [...may(allow('*'), deny('s3:*')), ...may(allow('s3:*'))],
      [],
    ],
    [
      'what one of its own roles may, though another is refused it',
      [...may(allow('ec2:*'), deny('s3:*')), ...may(allow('s3:*'))],
      may(allow('ec2:*')),
      ['s3:* on *'],
    ],
    ['nothing, however all is written', may(allow('*:*')), may(allow('*')), []],
    [
      'nothing of what it is refused itself',
      may(allow('*'), deny('iam:*')),
      may(...POWER_USER),
      ['organizations:* on *', 'account:* on *'],
    ],
    [
      'nothing, with conditions that are the same',
      may(allow('s3:*', '*', MFA)),
      may(allow('s3:*', '*', MFA)),
      [],
    ],
    [
      'nothing, with a condition that the second does without',
      may(allow('s3:*', '*', MFA)),
      may(allow('s3:*')),
      [],
    ],
  ])('%s', (_, first, second, expected) => {
    const result = compare(first, second);
    expect(more(first, second)).toEqual(expected);
    expect(result.undecided).toEqual([]);
  });

  test.each<[string, readonly Permissions[], readonly Permissions[], string]>([
    [
      'a condition of the second',
      may(allow('s3:*')),
      may(allow('s3:*', '*', MFA)),
      'only under the condition',
    ],
    [
      'a refusal under a condition',
      may(allow('s3:*')),
      may(allow('*'), deny('s3:PutObject', '*', MFA)),
      'refused under the condition',
    ],
    [
      'narrower resources',
      may(allow('s3:*')),
      may(allow('s3:*', 'arn:aws:s3:::a/*')),
      'only on arn:aws:s3:::a/*',
    ],
    ['a narrower action', may(allow('s3:Get*')), may(allow('s3:GetObject')), 'only s3:getobject is allowed'],
    [
      'a refusal on some resources',
      may(allow('s3:*')),
      may(allow('*'), deny('s3:*', 'arn:aws:s3:::a')),
      'refused on arn:aws:s3:::a',
    ],
    [
      'a part that is allowed under a condition, and the rest without',
      may(allow('*')),
      may(allow('*', '*', MFA), { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }),
      'only under the condition',
    ],
    [
      'variables, whose values differ, in the same text',
      may(allow('s3:*', 'arn:aws:s3:::home/${aws:PrincipalTag/team}/*')),
      may(allow('s3:*', 'arn:aws:s3:::home/${aws:PrincipalTag/team}/*')),
      'policy variables',
    ],
    [
      'variables that may mean a resource',
      may(allow('s3:*', 'arn:aws:s3:::home/a/*')),
      may(allow('s3:*', 'arn:aws:s3:::home/${aws:username}/*')),
      'policy variables',
    ],
    [
      'a refusal of its own under a condition',
      may(allow('iam:*'), deny('iam:*', '*', MFA)),
      may(allow('s3:*')),
      'refused here, too',
    ],
    [
      'a pattern that may stand for all of a service',
      may(allow('s3:*')),
      may(allow('s3:?*')),
      'only s3:?* is allowed',
    ],
    [
      'patterns of which neither is within the other',
      may(allow('s3:*Object')),
      may(allow('s3:*'), deny('s3:Get*')),
      'refused on *',
    ],
  ])('is said not to be decided for %s, never called equal', (_, first, second, why) => {
    const { more: certain, undecided } = compare(first, second);
    expect(certain).toEqual([]);
    expect(undecided.map(one => one.why).join()).toContain(why);
  });

  test('is limited by its own boundary, and by that of the second', () => {
    const boundary = grantsOf('{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}', 'boundary');
    const bounded = may(allow('*')).map(one => ({ ...one, boundary }));
    expect(more(bounded, may(allow('s3:*')))).toEqual([]);
    expect(more(may(allow('ec2:*')), bounded)).toEqual(['ec2:* on *']);
    expect(more(may(allow('s3:Get*')), bounded)).toEqual([]);
  });
});
