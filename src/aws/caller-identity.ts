import type { OutgoingHttpHeaders } from 'node:http';
import aws4 from 'aws4';
import type { Connection } from './connection.js';
import type { Region } from './names.js';
import { element, FORM, queryBody, saidBy } from './query.js';
import { type HttpAnswer, send } from './send.js';

/** A pair of a key, and a session token when it is temporary. */
export interface KeyPair {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** STS's answer: whose the key is, or the code of its refusal. */
export type CallerIdentity =
  | { readonly kind: 'identity'; readonly arn: string; readonly account: string }
  | { readonly kind: 'refused'; readonly code: string }
  /** No answer that says anything of the key. */
  | { readonly kind: 'unreachable'; readonly why: string };

export interface StsPlace {
  /** Base URL of STS. */
  readonly endpoint: URL;
  readonly region: Region;
  readonly connection: Connection;
}

const BODY = queryBody('GetCallerIdentity', {});

/**
 * Asks STS once whose a key is. (GetCallerIdentity needs no permission and cannot be denied.) Without the SDK, which
 * is many times the size of the scanner; the secret is used for the signature only and is not sent.
 */
export async function callerIdentity(
  pair: KeyPair,
  place: StsPlace,
  signal: AbortSignal,
): Promise<CallerIdentity> {
  try {
    const url = new URL('/', place.endpoint);
    const request = { method: 'POST', url, headers: signed(pair, place), body: BODY } as const;
    return understood(await send(request, place.connection, signal));
  } catch (error) {
    return { kind: 'unreachable', why: error instanceof Error ? error.message : 'no answer' };
  }
}

function signed(pair: KeyPair, { endpoint, region }: StsPlace): OutgoingHttpHeaders {
  const request = {
    method: 'POST',
    host: endpoint.host,
    path: '/',
    service: 'sts',
    region,
    headers: { 'Content-Type': FORM },
    body: BODY,
  };
  return aws4.sign(request, { ...pair }).headers ?? {};
}

function understood(answer: HttpAnswer): CallerIdentity {
  const arn = element(answer.body, 'Arn');
  const account = element(answer.body, 'Account');
  if (answer.status === 200 && arn !== undefined && account !== undefined)
    return { kind: 'identity', arn, account };
  const { code } = saidBy(answer);
  if (answer.status < 500 && code !== undefined) return { kind: 'refused', code };
  return { kind: 'unreachable', why: `HTTP ${answer.status}` };
}
