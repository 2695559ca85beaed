import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { describeJob, describePullRequest, subjectOf } from './support/github-job.js';
import {
  GITHUB_ISSUER,
  type Issuer,
  makeSigningKey,
  type SigningKey,
  startIssuer,
  type TokenRequestVariables,
} from './support/issuer.js';

let key: SigningKey;
let issuer: Issuer;
let variables: TokenRequestVariables;

beforeAll(async () => {
  key = await makeSigningKey();
});
beforeEach(async () => {
  issuer = await startIssuer({ key });
  variables = await issuer.grant(describeJob({ environment: 'production' }));
});
afterEach(() => issuer.close());

function ask(audience?: string, bearer = variables.ACTIONS_ID_TOKEN_REQUEST_TOKEN): Promise<Response> {
  const query = audience === undefined ? '' : `&audience=${encodeURIComponent(audience)}`;
  return fetch(variables.ACTIONS_ID_TOKEN_REQUEST_URL + query, {
    headers: { authorization: `bearer ${bearer}` },
  });
}

async function tokenOf(response: Response): Promise<string> {
  const body: unknown = await response.json();
  if (typeof body !== 'object' || body === null || !('value' in body))
    throw new Error('no token in the answer');
  return String(body.value);
}

describe('the request endpoint', () => {
  test('gives a token for the audience asked for, verifiable with the published keys', async () => {
    const token = await tokenOf(await ask('sts.amazonaws.com'));
    const keys = createRemoteJWKSet(new URL(issuer.keysUrl));
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      issuer: GITHUB_ISSUER,
      audience: 'sts.amazonaws.com',
    });
    expect(protectedHeader).toMatchObject({ alg: 'RS256', typ: 'JWT' });
    expect(payload).toMatchObject({ sub: 'repo:acme/shop:environment:production', repository_id: '1296269' });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
  });

  test('falls back on the owner as audience', async () => {
    expect(decodeJwt(await tokenOf(await ask())).aud).toBe('https://github.com/acme');
  });

  test('never gives the same token twice', async () => {
    const ids = await Promise.all(
      [ask('a'), ask('a')].map(async one => decodeJwt(await tokenOf(await one)).jti),
    );
    expect(new Set(ids).size).toBe(2);
  });

  test('answers 401 to another bearer and to an expired request token, and says how often it was asked', async () => {
    expect((await ask('a', 'somebody')).status).toBe(401);
    issuer.expireRequestToken();
    expect((await ask('a')).status).toBe(401);
    expect(issuer.tokenRequests).toBe(2);
    expect(issuer.requests.map(({ status }) => status)).toEqual([401, 401]);
    expect(JSON.stringify(issuer.requests)).not.toContain(variables.ACTIONS_ID_TOKEN_REQUEST_TOKEN);
  });

  test('refuses a client that loses the query of the address', async () => {
    const address = variables.ACTIONS_ID_TOKEN_REQUEST_URL.replace('?', '?audience=a&x=');
    const headers = { authorization: `bearer ${variables.ACTIONS_ID_TOKEN_REQUEST_TOKEN}` };
    expect((await fetch(address, { headers })).status).toBe(400);
  });

  test('fails as told and as often as told, then recovers', async () => {
    issuer.fail({ status: 503, type: 'text/html', body: '<h1>Unicorn</h1>' }, { times: 1 });
    issuer.fail('reset', { times: 1 });
    issuer.fail('html', { times: 1 });
    expect((await ask('a')).status).toBe(503);
    await expect(ask('a')).rejects.toThrow('fetch failed');
    expect((await ask('a')).headers.get('content-type')).toBe('text/html');
    expect((await ask('a')).status).toBe(200);
  });

  test('holds a connection that it was told to stall, until it is closed', async () => {
    issuer.fail('stall');
    const pending = expect(ask('a')).rejects.toThrow('fetch failed');
    await issuer.until(({ kind }) => kind === 'token');
    await issuer.close();
    await pending;
  });
});

describe('the subject', () => {
  test.each([
    ['a branch', describeJob(), 'repo:acme/shop:ref:refs/heads/main'],
    ['a tag', describeJob({ ref: 'refs/tags/v1', refType: 'tag' }), 'repo:acme/shop:ref:refs/tags/v1'],
    ['a pull request', describePullRequest(7), 'repo:acme/shop:pull_request'],
    [
      'an environment, whatever the event',
      describePullRequest(7, { environment: 'a:b' }),
      'repo:acme/shop:environment:a%3Ab',
    ],
    [
      'the immutable form',
      describeJob({ immutableSubject: true }),
      'repo:acme@583231/shop@1296269:ref:refs/heads/main',
    ],
    [
      'a customised one, whose repository keeps its ids',
      describeJob({
        immutableSubject: true,
        environment: 'prod',
        subject: ['repo', 'context', 'job_workflow_ref'],
      }),
      'repo:acme@583231/shop@1296269:environment:prod:job_workflow_ref:acme/shop/.github/workflows/deploy.yml@refs/heads/main',
    ],
    ['any text', describeJob({ subject: 'anything' }), 'anything'],
  ])('of %s', (_, job, subject) => {
    expect(subjectOf(job)).toBe(subject);
  });
});

test('stands for other issuers too, and says so in its discovery document', async () => {
  const ghes = await startIssuer({
    name: 'https://ghes.example.com/_services/token',
    clock: () => 1_800_000_000_000,
    key,
  });
  try {
    const discovery: unknown = await (
      await fetch(`${ghes.url}/_services/token/.well-known/openid-configuration`)
    ).json();
    expect(discovery).toMatchObject({ issuer: ghes.name, jwks_uri: ghes.keysUrl });
    expect(decodeJwt(await ghes.mint(describeJob(), 'a'))).toMatchObject({
      iss: ghes.name,
      iat: 1_800_000_000,
    });
  } finally {
    await ghes.close();
  }
});
