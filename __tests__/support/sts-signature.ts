import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Received } from './loopback.js';
import { Refusal, refusal } from './sts-refusal.js';

/** What the secret behind an access key ID is, and the session token that must come with it. */
export interface SigningSecret {
  readonly secretAccessKey: string;
  readonly sessionToken: string | undefined;
}

export interface Signature {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
}

interface Claimed extends Signature {
  readonly date: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

const HEADER =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

/** Farther apart than this, and the clocks of signer and service disagree. */
const SKEW = 5 * 60_000;

/** The signature that a request claims to have, unverified; undefined: it is not signed. */
export function claimedSignature({ headers }: Received): Signature | undefined {
  return headers.authorization === undefined ? undefined : parse(headers.authorization);
}

/**
 * Verifies a request's Signature Version 4.
 *
 * @param secretOf the secret behind an access key ID; throws a Refusal for one that is unknown or expired
 * @param now milliseconds of the clock that the signer goes by, which is the system's
 * @param service which the signature has to be made for
 * @throws Refusal as STS words it
 */
export function verifySignature(
  request: Received,
  secretOf: (id: string) => SigningSecret,
  now = Date.now(),
  service = 'sts',
): Signature {
  const { headers } = request;
  if (headers.authorization === undefined) throw refusal('no-signature');
  const claimed = parse(headers.authorization);
  const secret = secretOf(claimed.accessKeyId);
  checkSessionToken(request, claimed, secret);
  const time = headerOf(request, 'x-amz-date');
  checkTime(time, claimed, now, service);
  const scope = `${claimed.date}/${claimed.region}/${claimed.service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonicalRequest(request, claimed))].join('\n');
  const key = ['aws4_request', claimed.service, claimed.region, claimed.date].reduceRight<Buffer>(
    (soFar, part) => hmac(soFar, part),
    Buffer.from(`AWS4${secret.secretAccessKey}`),
  );
  const expected = hmac(key, toSign);
  if (!timingSafeEqual(expected, Buffer.from(claimed.signature, 'hex'))) throw refusal('bad-signature');
  return claimed;
}

function parse(authorization: string): Claimed {
  const [, accessKeyId, date, region, service, signed, signature] = HEADER.exec(authorization) ?? [];
  if (!accessKeyId || !date || !region || !service || !signed || !signature) {
    throw new Refusal(
      'IncompleteSignature',
      400,
      'Authorization header is not a complete Signature Version 4.',
    );
  }
  return { accessKeyId, date, region, service, signature, signedHeaders: signed.split(';') };
}

function checkSessionToken(
  request: Received,
  { signedHeaders }: Claimed,
  { sessionToken }: SigningSecret,
): void {
  const sent = request.headers['x-amz-security-token'];
  if (sent !== sessionToken) throw refusal('unknown-key');
  if (sent !== undefined && !signedHeaders.includes('x-amz-security-token')) throw refusal('bad-signature');
}

function checkTime(
  time: string,
  { date, service, signedHeaders }: Claimed,
  now: number,
  wanted: string,
): void {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(time) ?? [];
  const signedAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(signedAt) || !time.startsWith(date) || !signedHeaders.includes('host'))
    throw refusal('bad-signature');
  if (service !== wanted) {
    throw new Refusal(
      'SignatureDoesNotMatch',
      403,
      `Credential should be scoped to correct service: '${wanted}'.`,
    );
  }
  if (Math.abs(now - signedAt) > SKEW) {
    throw new Refusal(
      'SignatureDoesNotMatch',
      403,
      `Signature expired: ${time} is too far from the current time`,
    );
  }
}

function canonicalRequest(request: Received, { signedHeaders }: Claimed): string {
  const query = [...request.url.searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
  const headers = signedHeaders
    .map(name => `${name}:${headerOf(request, name).trim().replace(/ +/g, ' ')}\n`)
    .join('');
  const path = request.url.pathname.split('/').map(encoded).join('/');
  return [request.method, path, query, headers, signedHeaders.join(';'), sha256(request.body)].join('\n');
}

function headerOf({ headers }: Received, name: string): string {
  const value = headers[name] ?? '';
  return typeof value === 'string' ? value : value.join(',');
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
