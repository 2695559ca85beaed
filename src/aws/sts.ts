import aws4 from 'aws4';
import type { SessionTags, TemporaryCredentials } from '../credentials/target.js';
import type { Connection } from './connection.js';
import { answeredProblem, unansweredProblem } from './errors.js';
import type { Region, RoleArn } from './names.js';
import { element, FORM, type Parameters, queryBody, saidBy } from './query.js';
import { type HttpAnswer, NoAnswer, send } from './send.js';
import { userAgent } from './user-agent.js';

/** What every kind of AssumeRole is asked with. */
export interface SessionRequest {
  readonly role: RoleArn;
  readonly sessionName: string;
  /** Seconds. */
  readonly duration: number;
  readonly sessionPolicy: string | undefined;
  readonly managedPolicies: readonly string[];
}

export interface ChainedRequest extends SessionRequest {
  readonly tags: SessionTags;
  readonly externalId: string | undefined;
}

/** STS's answer, complete but neither looked at nor compared with what was asked for. */
export interface SessionAnswer {
  readonly credentials: TemporaryCredentials;
  /** '' from those who name no session: see parseForeignRoleArn. */
  readonly assumedRoleArn: string;
  /** Whom the token was for, where the answer says so. */
  readonly audience: string | undefined;
}

/** One Region's STS. Every call is one request: retrying is the caller's decision. */
export interface Sts {
  assumeRoleWithWebIdentity(
    request: SessionRequest,
    jwt: string,
    signal: AbortSignal,
  ): Promise<SessionAnswer>;
  assumeRole(
    request: ChainedRequest,
    source: TemporaryCredentials,
    signal: AbortSignal,
  ): Promise<SessionAnswer>;
}

/**
 * STS of a Region, without the SDK: two calls of a protocol that has not changed since 2011, one of them not even signed.
 * The SDK's client is 800 KB to load before the first byte is sent, and it lets the machine's own configuration have a
 * say (docs/decisions/0010-sts-without-the-sdk.md).
 *
 * @param endpoint of stsEndpoint
 */
export function sts(region: Region, endpoint: URL, connection: Connection): Sts {
  const call = (
    action: string,
    parameters: Parameters,
    source: TemporaryCredentials | undefined,
    signal: AbortSignal,
  ) => ask({ action, parameters, source }, { region, endpoint, connection }, signal);
  return {
    assumeRoleWithWebIdentity: (request, jwt, signal) =>
      call(
        'AssumeRoleWithWebIdentity',
        { ...sessionParameters(request), WebIdentityToken: jwt },
        undefined,
        signal,
      ),
    assumeRole: (request, source, signal) =>
      call(
        'AssumeRole',
        { ...sessionParameters(request), ...tagParameters(request.tags), ExternalId: request.externalId },
        source,
        signal,
      ),
  };
}

interface Call {
  readonly action: string;
  readonly parameters: Parameters;
  /** Whose credentials sign; undefined: the call is not signed, the token in it admits. */
  readonly source: TemporaryCredentials | undefined;
}

interface Place {
  readonly region: Region;
  readonly endpoint: URL;
  readonly connection: Connection;
}

async function ask(call: Call, place: Place, signal: AbortSignal): Promise<SessionAnswer> {
  const { endpoint, connection } = place;
  const body = queryBody(call.action, call.parameters);
  const path = endpoint.pathname + endpoint.search;
  const request = {
    method: 'POST',
    url: endpoint,
    headers: headersOf(call, place, path, body),
    body,
  } as const;
  const answer = await send(request, connection, signal).catch((error: unknown) => {
    throw error instanceof NoAnswer ? unansweredProblem(error) : error;
  });
  const session = sessionAnswer(answer);
  if (session !== undefined) return session;
  throw answeredProblem(answer, saidBy(answer), endpoint.host, connection.proxyOf(endpoint));
}

function headersOf({ source }: Call, { region, endpoint }: Place, path: string, body: string) {
  const headers = {
    'Content-Type': FORM,
    'Content-Length': Buffer.byteLength(body),
    'User-Agent': userAgent(process.env),
  };
  if (source === undefined) return headers;
  const request = { method: 'POST', host: endpoint.host, path, service: 'sts', region, headers, body };
  const { accessKeyId, secretAccessKey, sessionToken } = source;
  return aws4.sign(request, { accessKeyId, secretAccessKey, sessionToken }).headers ?? {};
}

function sessionParameters(request: SessionRequest): Parameters {
  return {
    RoleArn: request.role,
    RoleSessionName: request.sessionName,
    DurationSeconds: String(request.duration),
    Policy: request.sessionPolicy,
    ...Object.fromEntries(
      request.managedPolicies.map((arn, index) => [`PolicyArns.member.${index + 1}.arn`, arn]),
    ),
  };
}

function tagParameters(tags: SessionTags): Parameters {
  return Object.fromEntries(
    Object.entries(tags).flatMap(([key, value], index) => [
      [`Tags.member.${index + 1}.Key`, key],
      [`Tags.member.${index + 1}.Value`, value],
    ]),
  );
}

/** @returns undefined when the answer has no complete credentials */
function sessionAnswer({ status, body }: HttpAnswer): SessionAnswer | undefined {
  if (status !== 200) return undefined;
  const accessKeyId = element(body, 'AccessKeyId');
  const secretAccessKey = element(body, 'SecretAccessKey');
  const sessionToken = element(body, 'SessionToken');
  const assumedRoleArn = element(body, 'Arn') ?? (body.includes('<Arn/>') ? '' : undefined);
  const expiration = new Date(element(body, 'Expiration') ?? Number.NaN);
  if (!accessKeyId || !secretAccessKey || !sessionToken || assumedRoleArn === undefined) return undefined;
  if (Number.isNaN(expiration.getTime())) return undefined;
  return {
    credentials: { accessKeyId, secretAccessKey, sessionToken, expiration },
    assumedRoleArn,
    audience: element(body, 'Audience') || undefined,
  };
}
