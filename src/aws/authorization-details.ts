import aws4 from 'aws4';
import { Fields } from '../credentials/fields.js';
import type { Variables } from '../github/job.js';
import type { KeyPair } from './caller-identity.js';
import type { Connection } from './connection.js';
import { endpointOfEnvironment } from './endpoint.js';
import { domainsOf, type Region } from './names.js';
import { NoAnswer, send } from './send.js';

/** What AWS kept of a request that was denied: its own words, as JSON has them. */
export interface AuthorizationRecord {
  readonly evaluations: readonly Fields[];
  readonly policies: readonly Fields[];
}

export type AuthorizationReading =
  | { readonly kind: 'record'; readonly record: AuthorizationRecord }
  | { readonly kind: 'refused'; readonly status: number; readonly message: string }
  | { readonly kind: 'unreachable'; readonly why: string };

/** Pages; each holds many evaluations, of which a request has few. */
const MOST_PAGES = 20;

/**
 * Reads why AWS denied a request (GetRequestAuthorizationDetails of the service iam-toolbox, which is signed as `iam`;
 * needs `iam:GetRequestAuthorizationDetails`, in the principal's account or organization, within 24 hours).
 *
 * @param id as the access-denied message names it: digits and small letters
 */
export async function authorizationDetails(
  id: string,
  region: Region,
  pair: KeyPair,
  place: { readonly variables: Variables; readonly connection: Connection },
  signal: AbortSignal,
): Promise<AuthorizationReading> {
  const host = `https://iam-toolbox.${region}.${domainsOf(region).dns}`;
  const base = endpointOfEnvironment(place.variables, 'IAM_TOOLBOX') ?? new URL(host);
  const evaluations: Fields[] = [];
  const policies: Fields[] = [];
  let token: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const url = new URL(
      `${base.pathname.replace(/\/$/, '')}/authorization-details/${encodeURIComponent(id)}`,
      base,
    );
    if (token !== undefined) url.searchParams.set('nextToken', token);
    const answer = await get(url, region, pair, place.connection, signal);
    if ('kind' in answer) return answer;
    evaluations.push(...objectsOf(answer, 'evaluations'));
    policies.push(...objectsOf(answer, 'policies'));
    token = answer.text('nextToken');
    if (token === undefined) break;
  }
  return { kind: 'record', record: { evaluations, policies } };
}

async function get(
  url: URL,
  region: Region,
  pair: KeyPair,
  connection: Connection,
  signal: AbortSignal,
): Promise<Fields | Exclude<AuthorizationReading, { kind: 'record' }>> {
  const path = url.pathname + url.search;
  const headers = { 'User-Agent': 'aws-temp-creds' };
  const signed = aws4.sign(
    { method: 'GET', host: url.host, path, service: 'iam', region, headers },
    { ...pair },
  );
  try {
    const { status, body } = await send(
      { method: 'GET', url, headers: signed.headers ?? {} },
      connection,
      signal,
    );
    const answer = Fields.parse(body);
    if (status === 200 && answer !== undefined) return answer;
    return { kind: 'refused', status, message: answer?.text('message') ?? answer?.text('Message') ?? '' };
  } catch (error) {
    if (error instanceof NoAnswer) return { kind: 'unreachable', why: error.message };
    throw error;
  }
}

/** The objects of a list. */
export function objectsOf(from: Fields, name: string): readonly Fields[] {
  return from.list(name).flatMap(item => Fields.of(item) ?? []);
}
