import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  AssumeRoleWithWebIdentityCommand,
  type AssumeRoleWithWebIdentityCommandInput,
  type Credentials,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { accountInKeyId, plantedKey, randomCredentials } from './support/credentials.js';
import { describeJob } from './support/github-job.js';
import { type Issuer, startIssuer } from './support/issuer.js';
import { type Sts, startSts } from './support/sts.js';
import { awsTrust, gitHubTrust } from './support/sts-account.js';

const DEV = '111111111111';
const PROD = '222222222222';
const ROLE = `arn:aws:iam::${DEV}:role/github-deploy`;
const SPOKE = `arn:aws:iam::${PROD}:role/spoke`;
const user = plantedKey('sts test', DEV);

let now = Date.now();
let issuer: Issuer;
let sts: Sts;

beforeAll(async () => {
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  issuer = await startIssuer({ clock: () => now });
});
beforeEach(async () => {
  now = Date.now();
  issuer.recover();
  sts = await startSts({ issuers: [issuer], clock: () => now });
  sts.account(DEV, { users: [{ name: 'ann', ...user }], disabledRegions: ['me-south-1'] });
  sts.role(DEV, { name: 'github-deploy', trust: gitHubTrust(DEV, { subject: 'repo:acme/shop:*' }) });
  sts.role(PROD, { name: 'spoke', trust: awsTrust(ROLE, 'ticket-1'), maxSessionDuration: 43_200 });
});
afterEach(() => sts.close());
afterAll(() => issuer.close());

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

function client(credentials: Keys = user, endpoint = sts.url): STSClient {
  return new STSClient({ region: 'eu-west-1', endpoint, maxAttempts: 1, credentials });
}

function keysOf(credentials: Credentials | undefined): Keys {
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = credentials ?? {};
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}

async function enter(input: Partial<AssumeRoleWithWebIdentityCommandInput> = {}, endpoint = sts.url) {
  const token = input.WebIdentityToken ?? (await issuer.mint(describeJob(), 'sts.amazonaws.com'));
  const request = { RoleArn: ROLE, RoleSessionName: 'run-1', ...input, WebIdentityToken: token };
  return client(user, endpoint).send(new AssumeRoleWithWebIdentityCommand(request));
}

async function chain(input: Partial<AssumeRoleCommandInput> = {}, keys?: Keys) {
  const source = keys ?? keysOf((await enter()).Credentials);
  const request = { RoleArn: SPOKE, RoleSessionName: 'run-1', ExternalId: 'ticket-1', ...input };
  return client(source).send(new AssumeRoleCommand(request));
}

const whoami = (keys: Keys) => client(keys).send(new GetCallerIdentityCommand({}));

describe('AssumeRoleWithWebIdentity', () => {
  test('gives keys that work until their time is over, and says of whom', async () => {
    const answer = await enter({ DurationSeconds: 900 });
    const keys = keysOf(answer.Credentials);
    const arn = `arn:aws:sts::${DEV}:assumed-role/github-deploy/run-1`;
    expect(answer).toMatchObject({
      AssumedRoleUser: { Arn: arn },
      Audience: 'sts.amazonaws.com',
      Provider: `arn:aws:iam::${DEV}:oidc-provider/token.actions.githubusercontent.com`,
      SubjectFromWebIdentityToken: 'repo:acme/shop:ref:refs/heads/main',
    });
    expect(answer.Credentials?.Expiration?.getTime()).toBe(Math.floor((now + 900_000) / 1000) * 1000);
    expect(keys.accessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
    expect(accountInKeyId(keys.accessKeyId)).toBe(DEV);
    expect(await whoami(keys)).toMatchObject({ Account: DEV, Arn: arn });
    expect(sts.isLive(keys.accessKeyId)).toBe(true);
    now += 901_000;
    expect(sts.isLive(keys.accessKeyId)).toBe(false);
    await expect(whoami(keys)).rejects.toMatchObject({ name: 'ExpiredToken' });
  });

  test('can give sessions that are shorter than asked for', async () => {
    sts.lifetime = 25;
    const { Credentials } = await enter({ DurationSeconds: 3600 });
    expect(Credentials?.Expiration?.getTime()).toBe(Math.floor((now + 25_000) / 1000) * 1000);
  });

  test.each<[string, Partial<AssumeRoleWithWebIdentityCommandInput>, string, string]>([
    ['a duration under 900 s', { DurationSeconds: 899 }, 'ValidationError', 'greater than or equal to 900'],
    ['a duration over 12 h', { DurationSeconds: 43_201 }, 'ValidationError', 'less than or equal to 43200'],
    [
      "a duration over the role's",
      { DurationSeconds: 3601 },
      'ValidationError',
      'exceeds the MaxSessionDuration',
    ],
    [
      'a session name with a space',
      { RoleSessionName: 'a b' },
      'ValidationError',
      "Value 'a b' at 'roleSessionName'",
    ],
    [
      'a session name of one character',
      { RoleSessionName: 'a' },
      'ValidationError',
      'greater than or equal to 2',
    ],
    [
      'a session name of 65',
      { RoleSessionName: 'a'.repeat(65) },
      'ValidationError',
      'less than or equal to 64',
    ],
    [
      'the ARN of a user',
      { RoleArn: `arn:aws:iam::${DEV}:user/ann` },
      'ValidationError',
      'Request ARN is invalid',
    ],
    ['eleven managed policies', { PolicyArns: Array(11).fill(managed('A')) }, 'LimitExceeded', '10'],
    [
      'policies too long together',
      { PolicyArns: Array(10).fill(managed('A'.repeat(128))), Policy: policy(800) },
      'PackedPolicyTooLarge',
      '2048',
    ],
    ['an inline policy over 2048', { Policy: policy(2049) }, 'ValidationError', 'less than or equal to 2048'],
    ['a policy that is no JSON', { Policy: '{' }, 'MalformedPolicyDocument', 'invalid Json'],
    [
      'a policy that is no policy',
      { Policy: '{"Statement":[]}' },
      'MalformedPolicyDocument',
      'Syntax errors',
    ],
    ['no JWT', { WebIdentityToken: 'none' }, 'InvalidIdentityToken', 'not a valid JWT'],
    [
      'a role that is not there',
      { RoleArn: `${ROLE}x` },
      'AccessDenied',
      'Not authorized to perform sts:AssumeRoleWithWebIdentity',
    ],
    [
      'an account without the provider',
      { RoleArn: ROLE.replace(DEV, '999999999999') },
      'InvalidIdentityToken',
      'No OpenIDConnect provider',
    ],
  ])('refuses %s', async (_, input, name, message) => {
    await expect(enter(input)).rejects.toMatchObject({
      name: expect.stringMatching(name),
      message: expect.stringContaining(message),
    });
  });

  test('verifies the token: audience, age, signature, key', async () => {
    const aged = await issuer.mint(describeJob(), 'sts.amazonaws.com');
    const [header, , signature] = aged.split('.');
    const forged = [
      header,
      Buffer.from('{"iss":"https://token.actions.githubusercontent.com"}').toString('base64url'),
      signature,
    ];
    await expect(enter({ WebIdentityToken: await issuer.mint(describeJob(), 'other') })).rejects.toThrow(
      'Incorrect token audience',
    );
    await expect(enter({ WebIdentityToken: forged.join('.') })).rejects.toThrow('signature invalid');
    now += 301_000;
    await expect(enter({ WebIdentityToken: aged })).rejects.toMatchObject({ name: 'ExpiredTokenException' });
    now -= 301_000;
    await issuer.rotateKeys();
    await expect(enter({ WebIdentityToken: aged })).rejects.toThrow("Couldn't retrieve verification key");
    issuer.fail({ status: 500, type: 'text/plain', body: '' }, { when: ({ kind }) => kind === 'keys' });
    await expect(enter()).rejects.toMatchObject({ name: 'IDPCommunicationErrorException' });
  });

  test('admits by the trust policy alone', async () => {
    const token = (differences: Parameters<typeof describeJob>[0]) =>
      issuer.mint(describeJob(differences), 'sts.amazonaws.com');
    await expect(
      enter({ WebIdentityToken: await token({ repository: 'acme/other' }) }),
    ).rejects.toMatchObject({ name: 'AccessDenied' });
    await expect(enter({ WebIdentityToken: await token({ immutableSubject: true }) })).rejects.toMatchObject({
      name: 'AccessDenied',
    });
  });

  test('is refused in a Region that the account has not activated', async () => {
    await expect(enter({}, sts.urlIn('me-south-1'))).rejects.toMatchObject({
      name: 'RegionDisabledException',
    });
    await enter({}, sts.urlIn('eu-west-1'));
    expect(sts.requests.map(({ region, outcome }) => [region, outcome])).toEqual([
      ['me-south-1', 'RegionDisabledException'],
      ['eu-west-1', 'ok'],
    ]);
  });
});

test.each(['https://ghes.example.com/_services/token', 'https://token.actions.githubusercontent.com/acme'])(
  'knows the provider of %s by its own condition keys',
  async name => {
    const token = await issuer.mint(describeJob(), 'sts.amazonaws.com', { iss: name });
    const other = await startSts({ issuers: [{ name, keysUrl: issuer.keysUrl }], clock: () => now });
    try {
      other.account(DEV, { providers: [{ url: name, audiences: ['sts.amazonaws.com'] }] });
      other.role(DEV, {
        name: 'github-deploy',
        trust: gitHubTrust(DEV, { subject: 'repo:acme/*', issuer: name }),
      });
      const { Provider } = await enter({ WebIdentityToken: token }, other.url);
      expect(Provider).toBe(`arn:aws:iam::${DEV}:oidc-provider/${name.slice('https://'.length)}`);
      await expect(enter({ WebIdentityToken: token })).rejects.toThrow(
        `No OpenIDConnect provider found in your account for ${name}`,
      );
    } finally {
      await other.close();
    }
  },
);

test('session tags in a token need sts:TagSession', async () => {
  const tags = { principal_tags: { Team: ['a'] }, transitive_tag_keys: ['Team'] };
  const claim = { 'https://aws.amazon.com/tags': tags };
  const token = await issuer.mint(describeJob(), 'sts.amazonaws.com', claim);
  await expect(enter({ WebIdentityToken: token })).rejects.toMatchObject({ name: 'AccessDenied' });
  const { Statement } = gitHubTrust(DEV, { subject: 'repo:acme/shop:*' });
  const trust = {
    Statement: [Statement]
      .flat()
      .map(one => ({ ...one, Action: ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'] })),
  };
  sts.role(DEV, { name: 'github-deploy', trust });
  await enter({ WebIdentityToken: token });
  expect([...(sts.sessions.at(-1)?.tags ?? [])]).toEqual([['Team', 'a']]);
});

test('a session token is as long as asked for, and no longer than 4096 bytes', async () => {
  const { Credentials, SessionTokenUtilization } = await enter({ MinimumSessionTokenSize: 4096 });
  expect(Credentials?.SessionToken?.length).toBe(4096);
  expect(SessionTokenUtilization).toBe(100);
  await expect(enter({ MinimumSessionTokenSize: 4097 })).rejects.toMatchObject({ name: 'ValidationError' });
});

test('credentials can come from elsewhere, and are known here', async () => {
  const keys = randomCredentials('elsewhere');
  const other = await startSts({ issuers: [issuer], clock: () => now, keys: async () => keys });
  try {
    other.role(DEV, { name: 'github-deploy', trust: gitHubTrust(DEV, { subject: 'repo:acme/*' }) });
    expect(keysOf((await enter({}, other.url)).Credentials)).toMatchObject({
      secretAccessKey: keys.secretAccessKey,
    });
    expect(other.isLive(keys.accessKeyId)).toBe(true);
  } finally {
    await other.close();
  }
});

describe('AssumeRole', () => {
  test('takes signed requests only, of users and of sessions', async () => {
    await expect(whoami(user)).resolves.toMatchObject({ Account: DEV, Arn: `arn:aws:iam::${DEV}:user/ann` });
    await expect(whoami({ ...user, secretAccessKey: 'wrong' })).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
    });
    await expect(whoami(plantedKey('nobody'))).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
    const keys = keysOf((await enter()).Credentials);
    await expect(whoami({ ...keys, sessionToken: 'other' })).rejects.toMatchObject({
      name: 'InvalidClientTokenId',
    });
    const unsigned = new URLSearchParams({ Action: 'GetCallerIdentity', Version: '2011-06-15' });
    const answer = await fetch(sts.url, { method: 'POST', body: unsigned });
    expect([answer.status, await answer.text()]).toEqual([
      403,
      expect.stringContaining('MissingAuthenticationToken'),
    ]);
  });

  test('chains to a role that trusts the first one, for an hour at most', async () => {
    const { AssumedRoleUser, Credentials } = await chain({ DurationSeconds: 3600 });
    expect(AssumedRoleUser?.Arn).toBe(`arn:aws:sts::${PROD}:assumed-role/spoke/run-1`);
    expect(await whoami(keysOf(Credentials))).toMatchObject({ Account: PROD });
    await expect(chain({ DurationSeconds: 3601 })).rejects.toThrow(
      '1 hour session limit for roles assumed by role chaining',
    );
  });

  test('looks at the external ID, the principal, and the permission to set tags', async () => {
    await expect(chain({ ExternalId: 'ticket-2' })).rejects.toThrow(
      `User: arn:aws:sts::${DEV}:assumed-role/github-deploy/run-1 is not authorized to perform: sts:AssumeRole on resource: ${SPOKE}`,
    );
    await expect(chain({}, user)).rejects.toMatchObject({ name: 'AccessDenied' });
    const trust = {
      Statement: { Effect: 'Allow', Principal: { AWS: DEV }, Action: 'sts:AssumeRole' },
    } as const;
    sts.role(PROD, { name: 'spoke', trust });
    await chain({}, user);
    await expect(chain({ Tags: [{ Key: 'Team', Value: 'a' }] })).rejects.toThrow('sts:TagSession');
  });

  test('hands transitive tags on, within their limits', async () => {
    const tags = (count: number, size = 1) =>
      Array.from({ length: count }, (_, n) => ({ Key: `k${n}`, Value: 'v'.repeat(size) }));
    const { Credentials } = await chain({ Tags: tags(2), TransitiveTagKeys: ['k1'] });
    sts.role(DEV, { name: 'end', trust: awsTrust('*') });
    await chain({ RoleArn: `arn:aws:iam::${DEV}:role/end` }, keysOf(Credentials));
    expect([...(sts.sessions.at(-1)?.tags ?? [])]).toEqual([['k1', 'v']]);
    await expect(chain({ Tags: tags(51) })).rejects.toThrow('less than or equal to 50');
    await expect(chain({ Tags: tags(1, 257) })).rejects.toThrow('less than or equal to 256');
    await expect(chain({ Tags: tags(1), TransitiveTagKeys: ['k2'] })).rejects.toThrow('transitive tag keys');
  });

  test('keeps to the session policy of the calling session', async () => {
    const narrow = keysOf((await enter({ Policy: policy(100) })).Credentials);
    await expect(chain({}, narrow)).rejects.toMatchObject({ name: 'AccessDenied' });
    expect(sts.sessions[0]?.policy).toBe(policy(100));
  });
});

describe('faults', () => {
  test('strike as told and as often as told', async () => {
    const kinds = [
      'throttled',
      'unavailable',
      'identity-provider-unreachable',
      'reset',
      'html',
      'truncated',
      'empty',
    ] as const;
    for (const kind of kinds) sts.fail(kind, { times: 1 });
    // (The SDK takes an empty answer for one without credentials, not for an error.)
    for (const _ of kinds) expect((await enter().catch(() => undefined))?.Credentials).toBeUndefined();
    await enter();
    expect(sts.requests.map(({ outcome }) => outcome)).toEqual([
      'Throttling',
      'ServiceUnavailable',
      'IDPCommunicationError',
      'reset',
      'html',
      'truncated',
      'empty',
      'ok',
    ]);
  });

  test('strike only whom they are meant for', async () => {
    sts.role(PROD, { name: 'web', trust: gitHubTrust(PROD, { subject: 'repo:acme/shop:*' }) });
    sts.fail('web-identity-denied', { when: ({ account }) => account === PROD });
    await enter();
    await expect(enter({ RoleArn: `arn:aws:iam::${PROD}:role/web` })).rejects.toMatchObject({
      name: 'AccessDenied',
    });
  });

  test('hold a request until it is given up, and tell that it came', async () => {
    sts.fail('stall');
    const asked = enter();
    asked.catch(() => {});
    expect(await sts.until(({ action }) => action === 'AssumeRoleWithWebIdentity')).toMatchObject({
      role: ROLE,
    });
    await sts.close();
    await expect(asked).rejects.toThrow();
  });

  test("can be an answer with another account's ARN", async () => {
    sts.fail({ answersFor: PROD }, { times: 1 });
    expect((await enter()).AssumedRoleUser?.Arn).toBe(
      `arn:aws:sts::${PROD}:assumed-role/github-deploy/run-1`,
    );
  });
});

test('the log tells who asked for what, and holds no token', async () => {
  const token = await issuer.mint(describeJob(), 'sts.amazonaws.com');
  await enter({ WebIdentityToken: token, DurationSeconds: 1200 });
  await chain();
  expect(sts.requests[0]).toMatchObject({
    action: 'AssumeRoleWithWebIdentity',
    role: ROLE,
    account: DEV,
    parameters: { DurationSeconds: '1200', RoleSessionName: 'run-1' },
    claims: { sub: 'repo:acme/shop:ref:refs/heads/main', aud: 'sts.amazonaws.com' },
    signedBy: undefined,
  });
  expect(sts.requests[2]).toMatchObject({
    action: 'AssumeRole',
    region: 'eu-west-1',
    signedBy: sts.sessions[1]?.accessKeyId,
  });
  expect(JSON.stringify(sts.requests)).not.toContain(token);
  expect(sts.count('AssumeRole')).toBe(1);
});

function managed(name: string): { arn: string } {
  return { arn: `arn:aws:iam::aws:policy/${name}` };
}

/** A session policy of that many characters, which allows reading from S3. */
function policy(length: number): string {
  const statement = { Effect: 'Allow', Action: 's3:Get*', Resource: '' };
  const bare = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  return bare.replace('""', `"${'*'.padEnd(length - bare.length, 'x')}"`);
}
