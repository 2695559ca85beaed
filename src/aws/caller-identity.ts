import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import aws4 from 'aws4';
import type { Connection } from './connection.js';
import type { Region } from './names.js';

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

const BODY = 'Action=GetCallerIdentity&Version=2011-06-15';
const LARGEST_ANSWER = 64 * 1024;

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
    const { status, body } = await send(signed(pair, place), place, signal);
    return understood(status, body);
  } catch (error) {
    return { kind: 'unreachable', why: error instanceof Error ? error.name : 'no answer' };
  }
}

function signed(pair: KeyPair, { endpoint, region }: StsPlace): OutgoingHttpHeaders {
  const request = {
    method: 'POST',
    host: endpoint.host,
    path: '/',
    service: 'sts',
    region,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: BODY,
  };
  return aws4.sign(request, { ...pair }).headers ?? {};
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

function send(
  headers: OutgoingHttpHeaders,
  { endpoint, connection }: StsPlace,
  signal: AbortSignal,
): Promise<Answer> {
  const url = new URL('/', endpoint);
  return new Promise((done, failed) => {
    const secure = url.protocol === 'https:';
    const options = { method: 'POST', headers, signal };
    const outgoing = secure
      ? httpsRequest(url, { ...options, agent: connection.httpsAgent(url) })
      : httpRequest(url, { ...options, agent: connection.httpAgent(url) });
    outgoing.on('error', failed);
    outgoing.on('response', answer => read(answer).then(done, failed));
    outgoing.end(BODY);
  });
}

async function read(answer: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > LARGEST_ANSWER) throw new Error('the answer is too large');
    chunks.push(chunk);
  }
  return { status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') };
}

/** STS answers in XML of a fixed form; three elements of it matter. */
function understood(status: number, body: string): CallerIdentity {
  const element = (name: string) => new RegExp(`<${name}>([^<]{1,2048})</${name}>`).exec(body)?.[1];
  const arn = element('Arn');
  const account = element('Account');
  if (status === 200 && arn !== undefined && account !== undefined) return { kind: 'identity', arn, account };
  const code = element('Code');
  if (status >= 400 && status < 500 && code !== undefined) return { kind: 'refused', code };
  return { kind: 'unreachable', why: `HTTP ${status}` };
}
