import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { outageAdvice } from '../src/explain/outage.js';
import { runStep } from './support/bundle.js';
import { describeJob } from './support/github-job.js';
import { type Issuer, type IssuerOptions, makeSigningKey, type SigningKey } from './support/issuer.js';
import { type Answer, type Loopback, listen } from './support/loopback.js';
import { type ForwardProxy, startProxy } from './support/proxy.js';
import { type RunningServices, startServices } from './support/services.js';
import type { StsFault } from './support/sts.js';
import { Refusal } from './support/sts-refusal.js';

/** What is said beside what was answered: each text of AWS, of GitHub or of something in between has its own cause. */

const ACCOUNT = '111111111111';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/case`;
const STATEMENT = 'which admits exactly this job';
const DENIED =
  'User: arn:aws:sts::1:assumed-role/x/y is not authorized to perform: sts:AssumeRole on resource: z';
const html = (status: number, headers: Record<string, string> = {}): Answer => ({
  status,
  type: 'text/html',
  body: '<!DOCTYPE html><h1>Sign in</h1>',
  headers,
});

let key: SigningKey;
let services: RunningServices;
let ghes: RunningServices;
let proxy: ForwardProxy;
let noTls: Loopback;

beforeAll(async () => {
  key = await makeSigningKey();
  const start = (options: IssuerOptions = {}) => startServices({ key, ...options });
  services = await start();
  ghes = await start({ name: 'https://ghes.acme.test/_services/token' });
  // No role at all: what STS answers is planned, case by case.
  proxy = await startProxy({ user: 'ann', password: 'p:w' });
  noTls = await listen(async () => html(200));
});
afterAll(() => Promise.all([services.close(), ghes.close(), proxy.close(), noTls.close()]));

/** The one message of a step that must fail. */
async function messageOf(
  inputs: Record<string, string>,
  env: Record<string, string> = {},
  at: RunningServices = services,
): Promise<string> {
  const run = await runStep({
    job: describeJob({ environment: 'dev' }),
    services: at,
    inputs: {
      'role-to-assume': ROLE,
      'aws-region': 'eu-west-1',
      scan: 'off',
      'retry-max-attempts': '1',
      timeout: '8s',
      ...inputs,
    },
    env,
  });
  const errors = run.annotations.filter(({ level }) => level === 'error');
  expect([run.exitCode, errors.length]).toEqual([1, 1]);
  expect(run.stderr).toBe('');
  const message = errors[0]?.message ?? '';
  expect(message).not.toMatch(/Unknown|undefined|\$response|hidden field/);
  return message;
}

async function answered(
  fault: StsFault,
  inputs: Record<string, string> = {},
  at = services,
): Promise<string> {
  at.sts.fail(fault);
  try {
    return await messageOf(inputs, {}, at);
  } finally {
    at.sts.recover();
  }
}

describe('AWS refuses', () => {
  test.each<[string, string, number, string, string]>([
    [
      'a bare denial',
      'AccessDenied',
      403,
      'Not authorized to perform sts:AssumeRoleWithWebIdentity',
      STATEMENT,
    ],
    [
      'a resource control policy',
      'AccessDenied',
      403,
      'Not authorized to perform sts:AssumeRoleWithWebIdentity with an explicit deny in a resource control policy',
      'a resource control policy forbids sts:AssumeRoleWithWebIdentity',
    ],
    [
      'a service control policy, by its ARN',
      'AccessDenied',
      403,
      `${DENIED} with an explicit deny in a service control policy: arn:aws:organizations::1:policy/o-1/service_control_policy/p-7`,
      'It is arn:aws:organizations::1:policy/o-1/service_control_policy/p-7.',
    ],
    [
      'a VPC endpoint',
      'AccessDenied',
      403,
      `${DENIED} because no VPC endpoint policy allows the sts:AssumeRole action`,
      'Principal "*" there',
    ],
    [
      'a boundary',
      'AccessDenied',
      403,
      `${DENIED} because no permissions boundary allows the sts:AssumeRole action`,
      'Add the action to the boundary',
    ],
    [
      'a session policy',
      'AccessDenied',
      403,
      `${DENIED} because no session policy allows the sts:AssumeRole action`,
      'was narrowed by a session policy',
    ],
    [
      'permissions of the hub',
      'AccessDenied',
      403,
      `${DENIED} because no identity-based policy allows the sts:AssumeRole action`,
      'The permissions of the role that asks decide here',
    ],
    [
      'tags',
      'AccessDenied',
      403,
      DENIED.replace('sts:AssumeRole', 'sts:TagSession'),
      'sts:TagSession is not allowed',
    ],
    [
      'no provider',
      'InvalidIdentityToken',
      400,
      'No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com',
      'create-open-id-connect-provider',
    ],
    [
      'another audience',
      'InvalidIdentityToken',
      400,
      'Incorrect token audience',
      'which the identity provider in account 111111111111 does not have',
    ],
    [
      'no audience',
      'InvalidIdentityToken',
      400,
      'Missing a required claim: aud',
      'lacks a claim that AWS wants',
    ],
    [
      'a thumbprint',
      'InvalidIdentityToken',
      400,
      "OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint",
      'update-open-id-connect-provider-thumbprint',
    ],
    [
      'the roles claim',
      'InvalidIdentityToken',
      400,
      'The target role ARN is not present in the roles claim of the identity token',
      'lists the roles that it may be used for',
    ],
    [
      'a signature of other keys',
      'InvalidIdentityToken',
      400,
      'Token signature invalid',
      'are not those that the tokens are signed with',
    ],
    [
      'a rejected claim',
      'IDPRejectedClaim',
      403,
      'The identity provider (IdP) reported that authentication failed.',
      'does not stand by a claim of the token',
    ],
    [
      'an expired token',
      'ExpiredTokenException',
      400,
      'Token expired: current date/time 2 must be before the expiration date/time 1',
      'The clock of the machine that issues the tokens is wrong',
    ],
    [
      'too long a session',
      'ValidationError',
      400,
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
      '--max-session-duration 3600',
    ],
    [
      'too long a chain',
      'ValidationError',
      400,
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
      'to one hour',
    ],
    [
      'a value',
      'ValidationError',
      400,
      "1 validation error detected: Value 'x' at 'roleSessionName' failed to satisfy constraint",
      'It comes from `role-session-name`',
    ],
    [
      'a policy that is not there',
      'ValidationError',
      400,
      'PolicyArn arn:aws:iam::111111111111:policy/none does not exist',
      'a path is misspelt',
    ],
    [
      'a Region',
      'RegionDisabledException',
      403,
      'STS is not activated in this region for account:111111111111.',
      'has not opted in',
    ],
    [
      'no subscription',
      'OptInRequired',
      403,
      'The AWS Access Key Id needs a subscription for the service',
      'is not signed up for what was asked',
    ],
    [
      'a large policy',
      'PackedPolicyTooLarge',
      400,
      'Packed policy consumes 120% of allotted space',
      'larger than what a session can carry',
    ],
    ['a malformed policy', 'MalformedPolicyDocument', 400, 'Syntax errors in policy.', 'validate-policy'],
    ['an old request', 'RequestExpired', 400, 'Request has expired.', 'The clock of the runner is wrong'],
    [
      'an old signature',
      'SignatureDoesNotMatch',
      403,
      'Signature expired: 20261128T100000Z is now earlier than 20261128T110000Z',
      'The clock of the runner is wrong',
    ],
    [
      'another signature',
      'SignatureDoesNotMatch',
      403,
      'The request signature we calculated does not match',
      'does not belong to its access key ID',
    ],
    [
      'unknown credentials',
      'InvalidClientTokenId',
      403,
      'The security token included in the request is invalid.',
      'belong to another partition',
    ],
    [
      'another service',
      'InvalidAction',
      400,
      'Could not find operation AssumeRoleWithWebIdentity',
      'but not STS',
    ],
    ['something new', 'BrandNewError', 400, 'Never heard of', 'gave BrandNewError as the reason'],
  ])('%s', async (_, code, status, text, cause) => {
    const message = await answered(new Refusal(code, status, text), { 'retry-max-attempts': '4' });
    expect(message).toContain(`AWS refused ${ROLE} for default: ${code}: ${text}`);
    expect(message).toContain(cause);
    // Only where the trust policy may be the cause is a statement for it shown.
    expect(message.includes(STATEMENT)).toBe(cause === STATEMENT);
    if (cause === STATEMENT) expect(message).toMatch(/not proven/i);
  });
});

describe('no answer of AWS', () => {
  test.each<[string, StsFault, string]>([
    ['keys that AWS could not fetch', 'no-verification-key', 'It is no fault of the trust policy.'],
    [
      'an issuer that AWS could not reach',
      'identity-provider-unreachable',
      'could not fetch the keys of https://token.actions',
    ],
    [
      'a token of the next second',
      new Refusal('InvalidIdentityToken', 400, 'Token is not yet valid'),
      'is ahead of that of AWS',
    ],
    ['throttling', 'throttled', 'AWS throttles'],
    ['trouble', 'internal-failure', 'AWS has trouble in this Region'],
    ['a portal', 'html', 'answered HTTP 200 (text/html)'],
    ['nothing', 'empty', 'answered HTTP 200 (text/plain)'],
    ['half of it', 'truncated', 'answered HTTP 400 (text/xml)'],
    [
      'a redirection',
      html(302, { location: 'https://portal.acme.test/login' }),
      'leading to https://portal.acme.test/login',
    ],
    ['a 403 that is none of AWS', html(403), 'answers in its place'],
    ['a 408', html(408), 'answered HTTP 408 (text/html)'],
    ['a 502', html(502), 'is overloaded or down'],
    ['a reset', 'reset', 'ECONNRESET'],
  ])('%s', async (_, fault, cause) => {
    const message = await answered(fault);
    expect(message).toContain('AWS STS in eu-west-1 gave no credentials for default; it was asked once.');
    expect(message).toContain(cause);
    expect(message).not.toContain(STATEMENT);
  });

  test('keys of a server of the company: AWS must reach it', async () => {
    const message = await answered('no-verification-key', {}, ghes);
    expect(message).toContain(
      'AWS must be able to reach https://ghes.acme.test/_services/token from the internet',
    );
    expect(message).toContain('/.well-known/openid-configuration');
  });

  test.each<[string, () => [Record<string, string>, Record<string, string>], string]>([
    [
      'nobody listens',
      () => [{ 'sts-endpoint': 'http://127.0.0.1:9' }, {}],
      '127.0.0.1:9 could not be reached',
    ],
    [
      'a name that is unknown',
      () => [{ 'sts-endpoint': 'http://sts.invalid' }, {}],
      "The runner's name server does not know sts.invalid",
    ],
    ['no TLS', () => [{ 'sts-endpoint': noTls.url.replace('http:', 'https:') }, {}], 'speaks no TLS'],
    [
      'a proxy that is dead',
      () => [{ 'http-proxy': '127.0.0.1:9' }, {}],
      'The proxy http://127.0.0.1:9, which http_proxy names, does not answer',
    ],
    [
      'a proxy without its password',
      () => [{ 'http-proxy': proxy.url.replace(/\/\/.*@/, '//') }, {}],
      'The password is missing',
    ],
    [
      'a proxy with another password',
      () => [{ 'http-proxy': proxy.url.replace('p%3Aw', 'other') }, {}],
      'The user or the password is wrong',
    ],
    [
      'a proxy that reaches nothing',
      () => [{ 'http-proxy': proxy.url, 'sts-endpoint': 'https://sts.acme.test' }, {}],
      'opened no way to sts.acme.test: HTTP 502',
    ],
  ])('%s', async (_, given, cause) => {
    const [inputs, env] = given();
    const noProxy = { NO_PROXY: new URL(services.issuer.url).host };
    const message = await messageOf(inputs, { ...noProxy, ...env });
    expect(message).toContain(cause);
    expect(message).not.toMatch(/p%3Aw|p:w|other@/);
  });

  test.each([
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'CERT_HAS_EXPIRED',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ])('a certificate (%s) leads to the variables for authorities', code => {
    const outage = { code, message: 'certificate', host: 'sts.test', proxy: undefined };
    const { why, write } = outageAdvice(
      { ...outage, answerer: { kind: 'nobody', proxyStatus: undefined } },
      'AWS',
    );
    expect(why).toContain(`The certificate of sts.test is not trusted: ${code}`);
    expect(write).toMatch(/AWS_CA_BUNDLE.*NODE_EXTRA_CA_CERTS/);
  });
});

describe("GitHub's token service", () => {
  const ask = async (fault: Parameters<Issuer['fail']>[0], inputs: Record<string, string> = {}) => {
    services.issuer.fail(fault);
    try {
      return await messageOf(inputs);
    } finally {
      services.issuer.recover();
    }
  };
  const json = (status: number): Answer => ({ status, type: 'application/json', body: '{"message":"no"}' });

  test.each<[string, Parameters<Issuer['fail']>[0], string]>([
    ['400', json(400), 'does not take the request'],
    ['401', json(401), 'which is still valid by its own account'],
    ['403', json(403), 'does not let it have a token'],
    ['404', json(404), 'leads to nothing'],
    ['302', html(302, { location: 'https://portal.acme.test' }), 'leading to https://portal.acme.test'],
    ['407', html(407), 'it wants a user and a password'],
    ['503', html(503), 'GitHub is overloaded or down'],
    ['200 without a token', json(200), 'holds none'],
    ['a portal', 'html', 'answers in the place of GitHub'],
    ['silence', 'reset', 'ECONNRESET'],
  ])('%s', async (_, fault, cause) => {
    const message = await ask(fault);
    expect(message).toContain(cause);
    // The job is minutes old.
    expect(message).not.toMatch(/[Ss]plit the job/);
  });

  test('a job that is too old is told to be split, in one call', async () => {
    const old = await startServices({ key, clock: () => Date.now() - 8 * 3_600_000 });
    old.issuer.expireRequestToken();
    old.issuer.fail(json(401));
    const message = await messageOf({ 'retry-max-attempts': '9' }, {}, old);
    expect(message).toMatch(/ended at .*, about six hours after it began/);
    expect(message).toContain('Split the job');
    expect(old.issuer.tokenRequests).toBe(1);
    await old.close();
  });

  test('an address that is none is found before anything is sent', async () => {
    const message = await messageOf({}, { ACTIONS_ID_TOKEN_REQUEST_URL: 'pipelines.test/token' });
    expect(message).toContain('ACTIONS_ID_TOKEN_REQUEST_URL is not a URL');
  });
});
