import type { Received } from './loopback.js';
import type { Parameters } from './sts-request.js';
import { claimedSignature, type Signature } from './sts-signature.js';
import { unverifiedClaims } from './sts-web-identity.js';

/** One request that STS got. */
export interface StsRequest {
  readonly action: string;
  /** By the service's clock. */
  readonly at: number;
  /** Milliseconds since the service was started, by a clock that only goes forward. */
  readonly elapsed: number;
  /** As the address (`url/REGION`) or the signature names it. */
  readonly region: string | undefined;
  /** All but the token. */
  readonly parameters: Parameters;
  /** The token's claims, unverified. */
  readonly claims: Readonly<Record<string, unknown>> | undefined;
  /** The role's ARN, as asked for, and the account in it. */
  readonly role: string | undefined;
  readonly account: string | undefined;
  /** The access key ID that signed; undefined: unsigned. */
  readonly signedBy: string | undefined;
  readonly userAgent: string;
  /** `ok`, an error's code, or the fault that struck. */
  outcome: string;
}

/** The parameters of a request, of its query and its form. */
export function parametersOf({ method, url, body, headers }: Received): Parameters {
  const isForm = (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  const form = method === 'POST' && isForm ? [...new URLSearchParams(body.toString('utf8'))] : [];
  return Object.fromEntries([...url.searchParams, ...form]);
}

export function logEntry(
  received: Received,
  parameters: Parameters,
  times: Pick<StsRequest, 'at' | 'elapsed'>,
): StsRequest {
  const { WebIdentityToken: token, ...shown } = parameters;
  const signature = signatureOf(received);
  const role = parameters['RoleArn'];
  return {
    ...times,
    action: parameters['Action'] ?? '',
    region: /^\/([a-z]{2,5}(?:-[a-z]+)+-\d)\/?$/.exec(received.url.pathname)?.[1] ?? signature?.region,
    parameters: shown,
    claims: token === undefined ? undefined : unverifiedClaims(token),
    role,
    account: role?.split(':')[4],
    signedBy: signature?.accessKeyId,
    userAgent: received.headers['user-agent'] ?? '',
    outcome: 'none',
  };
}

function signatureOf(received: Received): Signature | undefined {
  try {
    return claimedSignature(received);
  } catch {
    return undefined;
  }
}
