import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import * as v from 'valibot';
import { type Account, withoutScheme } from './sts-account.js';
import type { ConditionContext } from './sts-policy-condition.js';
import { Refusal, refusal } from './sts-refusal.js';

/** Where the keys of an issuer are: the address of its JWKS. */
export type KeysUrl = (issuer: string) => string | undefined;

export interface WebIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
  readonly claims: JWTPayload;
}

/** Of every provider (IAM User Guide, keys for AWS OIDC federation). */
const EVERY_PROVIDER = ['aud', 'sub'];

/**
 * The claims of GitHub's tokens that AWS makes condition keys of beside them (AWS Service Authorization Reference, STS,
 * September 2026). A condition on any other claim meets an absent key.
 */
const GITHUB_CLAIMS = [
  'actor',
  'actor_id',
  'enterprise_id',
  'environment',
  'job_workflow_ref',
  'ref',
  'repository',
  'repository_id',
  'repository_owner_id',
  'workflow',
];

/** A server of one's own is to AWS like any other issuer. */
function conditionClaims(issuer: string): readonly string[] {
  const known = /^https:\/\/token\.actions\.(?:githubusercontent\.com|[^./]+\.ghe\.com)(?:\/|$)/.test(issuer);
  return known ? [...EVERY_PROVIDER, ...GITHUB_CLAIMS] : EVERY_PROVIDER;
}

const KeySet = v.object({ keys: v.array(v.looseObject({ kty: v.string() })) });

/** The claims of a token, unverified; undefined: it is no JWT. */
export function unverifiedClaims(token: string): Record<string, unknown> | undefined {
  const [header, payload, signature, ...more] = token.split('.');
  if (!header || !payload || !signature || more.length > 0) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return v.is(v.record(v.string(), v.unknown()), claims) ? claims : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Verifies an ID token as STS does for the OIDC providers of an account: known issuer, audience registered there,
 * signature by a key that the issuer publishes now, not expired.
 *
 * @param now milliseconds since 1970
 * @throws Refusal with STS's code and text
 */
export async function verifyWebIdentity(
  token: string,
  account: Account | undefined,
  keysUrl: KeysUrl,
  now: number,
): Promise<WebIdentity> {
  const issuer = unverifiedClaims(token)?.['iss'];
  if (typeof issuer !== 'string') throw refusal('no-jwt');
  const provider = account?.providers.find(({ url }) => url === issuer);
  if (provider === undefined) {
    throw new Refusal(
      'InvalidIdentityToken',
      400,
      `No OpenIDConnect provider found in your account for ${issuer}`,
    );
  }
  const keys = await fetchKeys(keysUrl(issuer));
  const claims = await verified(token, keys, now);
  const { aud, sub } = claims;
  const audience = typeof aud === 'string' ? aud : aud?.[0];
  if (audience === undefined || !provider.audiences.includes(audience)) throw refusal('wrong-audience');
  if (sub === undefined || sub === '') throw refusal('claim-rejected');
  return { issuer, subject: sub, audience, claims };
}

/** The condition keys that a verified token gives. */
export function webIdentityContext({ issuer, claims }: WebIdentity): ConditionContext {
  const context = new Map<string, string[]>();
  for (const name of conditionClaims(issuer)) {
    const value = claims[name];
    if (value !== undefined)
      context.set(`${withoutScheme(issuer)}:${name}`.toLowerCase(), [value].flat().map(String));
  }
  return context;
}

async function fetchKeys(url: string | undefined): Promise<JSONWebKeySet> {
  if (url === undefined) throw refusal('identity-provider-unreachable');
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
    return v.parse(KeySet, await response.json());
  } catch {
    throw refusal('identity-provider-unreachable');
  }
}

async function verified(token: string, keys: JSONWebKeySet, now: number): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
      algorithms: ['RS256'],
      currentDate: new Date(now),
      requiredClaims: ['exp', 'iat', 'sub', 'aud'],
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw tokenExpired(error.payload.exp ?? 0, now);
    if (error instanceof errors.JWKSNoMatchingKey) throw refusal('no-verification-key');
    if (error instanceof errors.JWSSignatureVerificationFailed) throw refusal('bad-token-signature');
    throw refusal('no-jwt');
  }
}

function tokenExpired(expiry: number, now: number): Refusal {
  const text = `Token expired: current date/time ${Math.floor(now / 1000)} must be before the expiration date/time${expiry}`;
  return new Refusal('ExpiredTokenException', 400, text);
}
