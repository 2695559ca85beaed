/** GitHub's issuer as IAM names it, the provider of account 111111111111, and a statement that trusts it. */
export const ISSUER = 'https://token.actions.githubusercontent.com';
export const NAME = 'token.actions.githubusercontent.com';
export const ACCOUNT = '111111111111';

export function providerArn(provider = NAME, account = ACCOUNT, partition = 'aws'): string {
  return `arn:${partition}:iam::${account}:oidc-provider/${provider}`;
}

type Json = Readonly<Record<string, unknown>>;

export function statement(condition: Json | undefined, changes: Json = {}): Json {
  return {
    Effect: 'Allow',
    Principal: { Federated: providerArn() },
    Action: 'sts:AssumeRoleWithWebIdentity',
    ...(condition === undefined ? {} : { Condition: condition }),
    ...changes,
  };
}

export function policy(
  statements: Json | readonly Json[],
  version: string | undefined = '2012-10-17',
): string {
  return JSON.stringify({ ...(version === '' ? {} : { Version: version }), Statement: statements });
}

/** A deploy job of acme/shop in the environment prod. */
export const CLAIMS: Json = {
  iss: ISSUER,
  aud: 'sts.amazonaws.com',
  sub: 'repo:acme/shop:environment:prod',
  actor: 'Ann',
  actor_id: '5832310',
  environment: 'prod',
  event_name: 'push',
  job_workflow_ref: 'acme/shop/.github/workflows/deploy.yml@refs/heads/main',
  ref: 'refs/heads/main',
  repository: 'acme/shop',
  repository_id: '1296269',
  repository_owner_id: '583231',
  runner_environment: 'github-hosted',
  workflow: 'Deploy',
};

/** Conditions on claims of GitHub's tokens: `{ sub: … }` without the provider's name. */
export function on(operator: string, claims: Json): Json {
  return {
    [operator]: Object.fromEntries(
      Object.entries(claims).map(([claim, value]) => [`${NAME}:${claim}`, value]),
    ),
  };
}

/** What AWS answers, what the case is about, the condition, and what differs from CLAIMS (undefined: without it). */
export type ConditionCase = readonly [
  allowed: boolean | null,
  about: string,
  condition: Json,
  changes?: Json,
];

const sub = CLAIMS['sub'];
const without = { environment: undefined };

export const STRING_CASES: readonly ConditionCase[] = [
  [true, 'no condition', {}],
  [true, 'equal', on('StringEquals', { sub })],
  [false, 'not equal', on('StringEquals', { sub: 'repo:acme/shop:environment:dev' })],
  [true, 'one of several', on('StringEquals', { sub: ['x', sub] })],
  [false, 'none of several', on('StringEquals', { sub: ['x', 'y'] })],
  [false, 'none at all', on('StringEquals', { sub: [] })],
  [true, 'two keys that both fit', on('StringEquals', { sub, ref: 'refs/heads/main' })],
  [false, 'two keys of which one fits', on('StringEquals', { sub, ref: 'refs/heads/dev' })],
  [
    true,
    'two operators that both fit',
    { ...on('StringEquals', { sub }), ...on('StringLike', { ref: 'refs/*' }) },
  ],
  [
    false,
    'two operators of which one fits',
    { ...on('StringEquals', { sub }), ...on('StringLike', { ref: 'x*' }) },
  ],
  [false, 'another letter case', on('StringEquals', { actor: 'ann' })],
  [
    false,
    'another letter case in the repository',
    on('StringEquals', { sub: 'repo:Acme/Shop:environment:prod' }),
  ],
  [false, 'a key without a value in the token', on('StringEquals', { environment: 'prod' }), without],
  [false, 'a part only', on('StringEquals', { sub: 'repo:acme/shop' })],
  [false, 'white space behind', on('StringEquals', { sub: `${String(sub)} ` })],
  [false, 'a star where it is a character', on('StringEquals', { sub: 'repo:acme/shop:*' })],
  [
    true,
    'a star as a character that the claim has',
    on('StringEquals', { workflow: 'a*' }),
    { workflow: 'a*' },
  ],
  [true, 'a key in other letter case', { StringEquals: { [`${NAME.toUpperCase()}:SUB`]: sub } }],
  [true, 'an operator in other letter case', on('stringequals', { sub })],
  [
    true,
    'a claim that is a number',
    on('StringEquals', { repository_id: '1296269' }),
    { repository_id: 1296269 },
  ],
  [true, 'a number in the policy', on('StringEquals', { repository_id: 1296269 })],
  [true, 'a truth value in both', on('StringEquals', { workflow: true }), { workflow: true }],
  [false, 'a claim that is an object', on('StringEquals', { workflow: 'x' }), { workflow: { x: 1 } }],
  [false, 'a claim that is null', on('StringEquals', { workflow: 'null' }), { workflow: null }],
  [true, 'not equal, and it is not', on('StringNotEquals', { ref: 'refs/heads/dev' })],
  [false, 'not equal, and it is', on('StringNotEquals', { ref: 'refs/heads/main' })],
  [false, 'not equal to one of several', on('StringNotEquals', { ref: ['x', 'refs/heads/main'] })],
  [true, 'not equal to any of several', on('StringNotEquals', { ref: ['x', 'y'] })],
  [true, 'not equal, without a value', on('StringNotEquals', { environment: 'prod' }), without],
  [true, 'not equal, in letter case only', on('StringNotEquals', { actor: 'ann' })],
  [true, 'ignoring case', on('StringEqualsIgnoreCase', { actor: 'aNN' })],
  [false, 'ignoring case, another name', on('StringEqualsIgnoreCase', { actor: 'bob' })],
  [false, 'ignoring case, a star is a character', on('StringEqualsIgnoreCase', { actor: 'A*' })],
  [false, 'ignoring case, without a value', on('StringEqualsIgnoreCase', { environment: 'prod' }), without],
  [false, 'not equal ignoring case, and it is', on('StringNotEqualsIgnoreCase', { actor: 'ANN' })],
  [true, 'not equal ignoring case', on('StringNotEqualsIgnoreCase', { actor: 'bob' })],
];

export const WILDCARD_CASES: readonly ConditionCase[] = [
  [true, 'a star at the end', on('StringLike', { sub: 'repo:acme/shop:*' })],
  [true, 'a star across colons and slashes', on('StringLike', { sub: 'repo:acme*' })],
  [true, 'a star for the organization', on('StringLike', { sub: 'repo:*/shop:environment:prod' })],
  [true, 'a star for nothing', on('StringLike', { sub: 'repo:acme/shop:environment:prod*' })],
  [true, 'stars only', on('StringLike', { sub: '***' })],
  [true, 'a star in the middle', on('StringLike', { sub: 'repo:acme/*:prod' })],
  [true, 'two stars', on('StringLike', { sub: '*acme*prod' })],
  [
    true,
    'a star that must take less at first',
    on('StringLike', { workflow: 'a*ab' }),
    { workflow: 'aababab' },
  ],
  [false, 'a star that finds no end', on('StringLike', { workflow: 'a*ac' }), { workflow: 'aababab' }],
  [true, 'a question mark', on('StringLike', { sub: 'repo:acme/sho?:environment:prod' })],
  [false, 'a question mark for nothing', on('StringLike', { sub: 'repo:acme/shop:environment:prod?' })],
  [
    true,
    'a question mark for one character beyond the basic plane',
    on('StringLike', { workflow: '?' }),
    { workflow: '🚀' },
  ],
  [false, 'another letter case', on('StringLike', { actor: 'ann*' })],
  [
    true,
    'a prefix that another branch has too',
    on('StringLike', { ref: 'refs/heads/main*' }),
    { ref: 'refs/heads/main-evil' },
  ],
  [false, 'no wildcard, no more than equal', on('StringLike', { sub: 'repo:acme/shop' })],
  [true, 'no wildcard, equal', on('StringLike', { sub })],
  [false, 'a dot is a dot', on('StringLike', { aud: 'sts.amazonaws.com' }), { aud: 'stsxamazonaws.com' }],
  [false, 'brackets are brackets', on('StringLike', { ref: 'refs/heads/[lm]ain' })],
  [true, 'a line break', on('StringLike', { workflow: 'a*b' }), { workflow: 'a\nb' }],
  [false, 'without a value', on('StringLike', { environment: '*' }), without],
  [true, 'an empty value', on('StringLike', { workflow: '*' }), { workflow: '' }],
  [true, 'not like', on('StringNotLike', { ref: 'refs/tags/*' })],
  [false, 'not like, and it is', on('StringNotLike', { ref: 'refs/heads/*' })],
  [true, 'not like, without a value', on('StringNotLike', { environment: '*' }), without],
  [
    true,
    'names or IDs',
    on('StringLike', { sub: ['repo:acme/shop:x', 'repo:acme@*/shop@*:environment:prod'] }),
    { sub: 'repo:acme@583231/shop@1296269:environment:prod' },
  ],
  [
    false,
    'names, and the token has IDs',
    on('StringLike', { sub: 'repo:acme/shop:*' }),
    { sub: 'repo:acme@583231/shop@1296269:environment:prod' },
  ],
];

export const MISSING_CASES: readonly ConditionCase[] = [
  [true, 'if it exists, and it does not', on('StringEqualsIfExists', { environment: 'prod' }), without],
  [true, 'if it exists, and fits', on('StringEqualsIfExists', { environment: 'prod' })],
  [false, 'if it exists, and does not fit', on('StringEqualsIfExists', { environment: 'dev' })],
  [true, 'like, if it exists, and it does not', on('StringLikeIfExists', { environment: 'p*' }), without],
  [false, 'like, if it exists, and does not fit', on('StringLikeIfExists', { environment: 'd*' })],
  [true, 'ignoring case, if it exists', on('StringEqualsIgnoreCaseIfExists', { environment: 'PROD' })],
  [
    true,
    'not equal, if it exists, and it does not',
    on('StringNotEqualsIfExists', { environment: 'prod' }),
    without,
  ],
  [false, 'not equal, if it exists, and it is', on('StringNotEqualsIfExists', { environment: 'prod' })],
  [true, 'all values, and there is none', on('ForAllValues:StringEquals', { environment: 'prod' }), without],
  [true, 'all values, and the one fits', on('ForAllValues:StringEquals', { environment: 'prod' })],
  [false, 'all values, and the one does not fit', on('ForAllValues:StringEquals', { environment: 'dev' })],
  [
    true,
    'all values, and the one is empty',
    on('ForAllValues:StringEquals', { environment: 'dev' }),
    { environment: '' },
  ],
  [
    true,
    'all values of several',
    on('ForAllValues:StringEquals', { workflow: ['a', 'b', 'c'] }),
    { workflow: ['a', 'b'] },
  ],
  [
    false,
    'all values, one of several does not fit',
    on('ForAllValues:StringEquals', { workflow: ['a', 'b'] }),
    { workflow: ['a', 'x'] },
  ],
  [
    true,
    'all values not equal',
    on('ForAllValues:StringNotEquals', { workflow: ['x'] }),
    { workflow: ['a', 'b'] },
  ],
  [
    false,
    'all values not equal, and one is',
    on('ForAllValues:StringNotEquals', { workflow: ['b'] }),
    { workflow: ['a', 'b'] },
  ],
  [true, 'all values like', on('ForAllValues:StringLike', { workflow: 'a*' }), { workflow: ['a', 'ab'] }],
  [false, 'any value, and there is none', on('ForAnyValue:StringEquals', { environment: 'prod' }), without],
  [true, 'any value, and the one fits', on('ForAnyValue:StringEquals', { environment: 'prod' })],
  [
    true,
    'any value of several',
    on('ForAnyValue:StringEquals', { workflow: ['a'] }),
    { workflow: ['x', 'a'] },
  ],
  [
    false,
    'any value, and none fits',
    on('ForAnyValue:StringEquals', { workflow: ['a'] }),
    { workflow: ['x', 'y'] },
  ],
  [
    true,
    'any value not equal',
    on('ForAnyValue:StringNotEquals', { workflow: ['a'] }),
    { workflow: ['a', 'b'] },
  ],
  [
    false,
    'any value not equal, and all are',
    on('ForAnyValue:StringNotEquals', { workflow: ['a', 'b'] }),
    { workflow: ['a', 'b'] },
  ],
  [
    false,
    'any value not equal, and there is none',
    on('ForAnyValue:StringNotEquals', { environment: 'x' }),
    without,
  ],
  [
    true,
    'any value, if it exists, and it does not',
    on('ForAnyValue:StringLikeIfExists', { environment: 'x' }),
    without,
  ],
  [
    true,
    'all values, if it exists, and it does not',
    on('ForAllValues:StringLikeIfExists', { environment: 'x' }),
    without,
  ],
  [
    true,
    'several values, and no set operator',
    on('StringEquals', { workflow: 'b' }),
    { workflow: ['a', 'b'] },
  ],
  [
    false,
    'several values, and no set operator, negated',
    on('StringNotEquals', { workflow: 'b' }),
    { workflow: ['a', 'b'] },
  ],
  [false, 'an empty list is no value', on('StringLike', { workflow: '*' }), { workflow: [] }],
  [true, 'absent as wanted', on('Null', { environment: 'true' }), without],
  [false, 'absent against the wish', on('Null', { environment: 'false' }), without],
  [true, 'present as wanted', on('Null', { environment: 'false' })],
  [true, 'present as wanted, as a truth value', on('Null', { environment: false })],
  [false, 'present against the wish', on('Null', { environment: 'true' })],
  [true, 'either', on('Null', { environment: ['true', 'false'] })],
  [null, 'null compared with neither', on('Null', { environment: 'yes' })],
];

export const KEY_CASES: readonly ConditionCase[] = [
  [false, 'a claim that AWS makes no key of', on('StringEquals', { event_name: 'push' })],
  [
    true,
    'a claim that AWS makes no key of, if it exists',
    on('StringEqualsIfExists', { event_name: 'delete' }),
  ],
  [
    true,
    'a claim that AWS makes no key of, all values',
    on('ForAllValues:StringEquals', { event_name: 'delete' }),
  ],
  [true, 'a claim that AWS makes no key of, negated', on('StringNotEquals', { event_name: 'push' })],
  [true, 'a claim that AWS makes no key of is absent', on('Null', { runner_environment: 'true' })],
  [false, 'another claim of the kind', on('StringLike', { runner_environment: '*' })],
  [true, 'the owner by ID', on('StringEquals', { repository_owner_id: '583231' })],
  [
    true,
    'the workflow',
    on('StringLike', { job_workflow_ref: 'acme/shop/.github/workflows/*@refs/heads/main' }),
  ],
  [false, 'a key of another provider', { StringEquals: { 'gitlab.com:sub': sub } }],
  [true, 'a key of another provider, if it exists', { StringEqualsIfExists: { 'gitlab.com:sub': 'x' } }],
  [false, 'a key with the scheme', { StringEquals: { [`${ISSUER}:sub`]: sub } }],
  [false, 'a key with a slash', { StringEquals: { [`${NAME}/:sub`]: sub } }],
  [false, 'a key without a provider', { StringEquals: { sub } }],
  [false, 'an external ID, which a token cannot have', { StringEquals: { 'sts:ExternalId': 'x' } }],
  [null, 'the session name, which is not known here', { StringLike: { 'sts:RoleSessionName': 'gh-*' } }],
  [null, 'the address of the caller', { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }],
  [null, 'not the address of the caller', { NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }],
  [null, 'a date', { DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } }],
  [null, 'a number', on('NumericEquals', { repository_id: '1296269' })],
  [false, 'a number, without a value', on('NumericEquals', { environment: '1' }), without],
  [
    true,
    'a number, if it exists, and it does not',
    on('NumericLessThanIfExists', { environment: '1' }),
    without,
  ],
  [
    false,
    'what is not decided beside what fails',
    { ...on('StringEquals', { sub: 'x' }), IpAddress: { 'aws:SourceIp': '192.0.2.1' } },
  ],
  [
    null,
    'what is not decided beside what fits',
    { ...on('StringEquals', { sub }), IpAddress: { 'aws:SourceIp': '192.0.2.1' } },
  ],
  [true, 'encrypted transport', { Bool: { 'aws:SecureTransport': 'true' } }],
  [false, 'no encrypted transport', { Bool: { 'aws:SecureTransport': 'false' } }],
  [
    false,
    'a second factor, which a token does not prove',
    { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  ],
  [true, 'a second factor, if it exists', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } }],
  [true, 'a truth value', on('Bool', { workflow: 'TRUE' }), { workflow: true }],
  [false, 'another truth value', on('Bool', { workflow: true }), { workflow: 'false' }],
  [
    false,
    'an organization of the caller, who has none',
    { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } },
  ],
  [null, 'an operator that there is not', on('StringEqual', { sub })],
  [null, 'null, if it exists', on('NullIfExists', { sub: 'true' })],
  [null, 'a value that is an object', on('StringEquals', { sub: {} })],
  [null, 'a policy variable', on('StringEquals', { sub: 'repo:acme/${aws:username}:x' })],
  [true, 'a policy variable beside a value that fits', on('StringEquals', { sub: ['${aws:username}', sub] })],
  [true, 'an escaped star', on('StringLike', { workflow: 'a${*}' }), { workflow: 'a*' }],
  [false, 'an escaped star is no wildcard', on('StringLike', { workflow: 'a${*}' }), { workflow: 'ab' }],
  [true, 'an escaped dollar', on('StringEquals', { workflow: '${$}{x}' }), { workflow: '${x}' }],
];

const ARN = 'arn:aws:iam::111111111111:role/ci/deploy';

export const ARN_CASES: readonly ConditionCase[] = [
  [true, 'an ARN', on('ArnEquals', { workflow: ARN }), { workflow: ARN }],
  [
    true,
    'an ARN with a star in its last part',
    on('ArnLike', { workflow: 'arn:aws:iam::111111111111:role/*' }),
    { workflow: ARN },
  ],
  [
    true,
    'the same under ArnEquals',
    on('ArnEquals', { workflow: 'arn:aws:iam::*:role/ci/*' }),
    { workflow: ARN },
  ],
  [
    false,
    'a star does not cross the parts of an ARN',
    on('ArnLike', { workflow: 'arn:aws:*:role/ci/deploy' }),
    { workflow: ARN },
  ],
  [true, 'a star per part', on('ArnLike', { workflow: 'arn:*:*:*:*:*' }), { workflow: ARN }],
  [false, 'a text that is no ARN', on('ArnLike', { sub: 'repo:acme/shop:*' })],
  [true, 'not the ARN', on('ArnNotEquals', { workflow: ARN }), { workflow: `${ARN}x` }],
  [
    false,
    'not like the ARN, and it is',
    on('ArnNotLike', { workflow: 'arn:aws:iam::*:role/*' }),
    { workflow: ARN },
  ],
  [true, 'an ARN, if it exists', on('ArnLikeIfExists', { environment: ARN }), without],
];

/** Whole policies: what AWS answers, what the case is about, the policy, what differs from CLAIMS, the role's account. */
export type PolicyCase = readonly [
  allowed: boolean | null,
  about: string,
  policy: string,
  changes?: Json,
  account?: string,
];

const fitting = on('StringEquals', { sub });
const slug = `${NAME}/acme-inc`;

export const POLICY_CASES: readonly PolicyCase[] = [
  [true, 'a statement that is no list', policy(statement(fitting))],
  [
    true,
    'the second of two statements',
    policy([statement(on('StringEquals', { sub: 'x' })), statement(fitting)]),
  ],
  [false, 'no statement', policy([])],
  [false, 'a deny behind an allow', policy([statement(fitting), statement(fitting, { Effect: 'Deny' })])],
  [false, 'a deny before an allow', policy([statement({}, { Effect: 'Deny' }), statement(fitting)])],
  [
    true,
    'a deny that does not fit',
    policy([statement(fitting), statement(on('StringEquals', { ref: 'x' }), { Effect: 'Deny' })]),
  ],
  [false, 'a deny alone', policy(statement(on('StringEquals', { ref: 'x' }), { Effect: 'Deny' }))],
  [
    true,
    'a deny on a key that AWS does not have',
    policy([statement(fitting), statement(on('StringEquals', { event_name: 'push' }), { Effect: 'Deny' })]),
  ],
  [
    false,
    'a deny that holds without the claim',
    policy([
      statement(fitting),
      statement(on('StringNotEquals', { environment: 'prod' }), { Effect: 'Deny' }),
    ]),
    { environment: undefined },
  ],
  [
    null,
    'a deny that is not decided',
    policy([
      statement(fitting),
      statement({ IpAddress: { 'aws:SourceIp': '192.0.2.1' } }, { Effect: 'Deny' }),
    ]),
  ],
  [
    false,
    'a deny that is not decided, and no allow',
    policy([
      statement(on('StringEquals', { sub: 'x' })),
      statement({ IpAddress: { 'aws:SourceIp': '192.0.2.1' } }, { Effect: 'Deny' }),
    ]),
  ],
  [
    true,
    'an allow beside one that is not decided',
    policy([statement({ IpAddress: { 'aws:SourceIp': '192.0.2.1' } }), statement(fitting)]),
  ],
  [true, 'the action by a star', policy(statement(fitting, { Action: 'sts:*' }))],
  [
    true,
    'the action in other letter case',
    policy(statement(fitting, { Action: 'STS:assumerolewithwebidentity' })),
  ],
  [
    true,
    'the action in a list',
    policy(statement(fitting, { Action: ['sts:TagSession', 'sts:AssumeRoleWithWebIdentity'] })),
  ],
  [false, 'another action', policy(statement(fitting, { Action: 'sts:AssumeRole' }))],
  [false, 'an action with a part missing', policy(statement(fitting, { Action: 'sts:AssumeRoleWithWeb' }))],
  [
    true,
    'all actions but another',
    policy(statement(fitting, { Action: undefined, NotAction: 'sts:AssumeRole' })),
  ],
  [
    false,
    'all actions but this',
    policy(statement(fitting, { Action: undefined, NotAction: 'sts:AssumeRole*' })),
  ],
  [
    false,
    'a provider of another issuer',
    policy(statement(fitting, { Principal: { Federated: providerArn('gitlab.com') } })),
  ],
  [
    true,
    'one of two providers',
    policy(statement(fitting, { Principal: { Federated: [providerArn('gitlab.com'), providerArn()] } })),
  ],
  [
    false,
    'a provider with a slash at the end',
    policy(statement(fitting, { Principal: { Federated: `${providerArn()}/` } })),
  ],
  [
    false,
    'a provider with its scheme',
    policy(statement(fitting, { Principal: { Federated: providerArn(ISSUER) } })),
  ],
  [
    false,
    'a provider of another account',
    policy(statement(fitting, { Principal: { Federated: providerArn(NAME, '222222222222') } })),
    {},
    ACCOUNT,
  ],
  [
    true,
    'a provider of an account that is not known',
    policy(statement(fitting, { Principal: { Federated: providerArn(NAME, '222222222222') } })),
  ],
  [
    null,
    'providers of two accounts, one of which is right',
    policy([
      statement(fitting),
      statement(on('StringEquals', { sub: 'x' }), {
        Principal: { Federated: providerArn(NAME, '222222222222') },
      }),
    ]),
  ],
  [
    true,
    'providers of two accounts, where either is right',
    policy([
      statement(fitting),
      statement(fitting, { Principal: { Federated: providerArn(NAME, '222222222222') } }),
    ]),
  ],
  [true, 'everyone', policy(statement(fitting, { Principal: '*' }))],
  [true, 'everyone, as AWS', policy(statement(fitting, { Principal: { AWS: '*' } }))],
  [false, 'an account', policy(statement(fitting, { Principal: { AWS: ACCOUNT } }))],
  [false, 'a service', policy(statement(fitting, { Principal: { Service: 'ec2.amazonaws.com' } }))],
  [
    false,
    'a SAML provider',
    policy(statement(fitting, { Principal: { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/GitHub` } })),
  ],
  [false, 'nobody', policy(statement(fitting, { Principal: undefined }))],
  [
    false,
    'denied to all but another provider',
    policy([
      statement(fitting),
      statement(
        {},
        { Effect: 'Deny', Principal: undefined, NotPrincipal: { Federated: providerArn('gitlab.com') } },
      ),
    ]),
  ],
  [
    true,
    'denied to all but this provider',
    policy([
      statement(fitting),
      statement({}, { Effect: 'Deny', Principal: undefined, NotPrincipal: { Federated: providerArn() } }),
    ]),
  ],
  [null, 'an effect that is neither', policy(statement(fitting, { Effect: 'allow' }))],
  [
    true,
    'no version, where a variable is text',
    policy(statement(on('StringEquals', { workflow: '${x}' })), ''),
    { workflow: '${x}' },
  ],
  [
    null,
    'the new version, where it is not',
    policy(statement(on('StringEquals', { workflow: '${x}' }))),
    { workflow: '${x}' },
  ],
  [
    true,
    'elements that IAM does not take',
    policy(statement(fitting, { Resource: '*', Sid: 'not allowed' })),
  ],
  [true, 'percent-encoded, as IAM answers', encodeURIComponent(policy(statement(fitting)))],
  [
    true,
    "an enterprise's own issuer",
    policy(
      statement({ StringEquals: { [`${slug}:sub`]: sub } }, { Principal: { Federated: providerArn(slug) } }),
    ),
    { iss: `https://${slug}` },
  ],
  [
    false,
    "an enterprise's own issuer, and the key of the common one",
    policy(statement(fitting, { Principal: { Federated: providerArn(slug) } })),
    { iss: `https://${slug}` },
  ],
  [
    false,
    "an enterprise's own issuer, and the provider of the common one",
    policy(statement(fitting)),
    { iss: `https://${slug}` },
  ],
  [
    true,
    'GitHub Enterprise Server',
    policy(
      statement(
        { StringEquals: { 'ghes.acme.example/_services/token:sub': sub } },
        { Principal: { Federated: providerArn('ghes.acme.example/_services/token') } },
      ),
    ),
    { iss: 'https://ghes.acme.example/_services/token' },
  ],
  [
    false,
    'GitHub Enterprise Server, whose IDs are no keys',
    policy(
      statement(
        { StringEquals: { 'ghes.acme.example/_services/token:repository_id': '1296269' } },
        { Principal: { Federated: providerArn('ghes.acme.example/_services/token') } },
      ),
    ),
    { iss: 'https://ghes.acme.example/_services/token' },
  ],
  [
    true,
    'data residency',
    policy(
      statement(
        { StringEquals: { 'token.actions.acme.ghe.com:repository_id': '1296269' } },
        { Principal: { Federated: providerArn('token.actions.acme.ghe.com') } },
      ),
    ),
    { iss: 'https://token.actions.acme.ghe.com' },
  ],
  [
    true,
    'another issuer',
    policy(
      statement(
        { StringLike: { 'gitlab.com:sub': 'project_path:acme/*' } },
        { Principal: { Federated: providerArn('gitlab.com') } },
      ),
    ),
    { iss: 'https://gitlab.com', sub: 'project_path:acme/shop:ref_type:branch:ref:main' },
  ],
  [
    true,
    'an issuer whose name ends in a slash',
    policy(
      statement(
        { StringEquals: { 'acme.auth0.com/:aud': 'x' } },
        { Principal: { Federated: providerArn('acme.auth0.com/') } },
      ),
    ),
    { iss: 'https://acme.auth0.com/', aud: 'x' },
  ],
  [
    true,
    'an issuer that AWS knows by its domain',
    policy(
      statement(
        { StringEquals: { 'accounts.google.com:aud': 'x' } },
        { Principal: { Federated: 'accounts.google.com' } },
      ),
    ),
    { iss: 'https://accounts.google.com', aud: 'x' },
  ],
  [
    true,
    'an authorized party, which is then the audience',
    policy(statement(on('StringEquals', { aud: 'party', oaud: 'x' }))),
    { azp: 'party', aud: 'x' },
  ],
  [
    true,
    'one of several audiences',
    policy(statement(on('StringEquals', { aud: 'x' }))),
    { aud: ['sts.amazonaws.com', 'x'] },
  ],
  [
    true,
    'another partition',
    policy(statement(fitting, { Principal: { Federated: providerArn(NAME, ACCOUNT, 'aws-cn') } })),
  ],
  [
    false,
    'tags in the token, and no statement for them',
    policy(statement(fitting)),
    { 'https://aws.amazon.com/tags': { principal_tags: { team: ['a'] } } },
  ],
  [
    true,
    'tags in the token',
    policy(
      statement(
        {
          ...fitting,
          StringLike: { 'aws:RequestTag/team': 'a*' },
          'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] },
        },
        { Action: ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'] },
      ),
    ),
    { 'https://aws.amazon.com/tags': { principal_tags: { team: ['ab'] } } },
  ],
  [
    false,
    'a source identity, and no statement for it',
    policy(statement(fitting)),
    { 'https://aws.amazon.com/source_identity': 'ann' },
  ],
  [
    null,
    'roles that the token may be used for, and a role that is not known',
    policy(statement(fitting)),
    { 'https://aws.amazon.com/roles': [ARN] },
  ],
];
