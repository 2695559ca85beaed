import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  AssumeRoleWithWebIdentityCommand,
  type Credentials,
  STSClient,
} from '@aws-sdk/client-sts';
import type { SessionTags, TemporaryCredentials } from '../credentials/target.js';
import type { Connection } from './connection.js';
import { endpointOfEnvironment } from './endpoint.js';
import { type Region, type RoleArn, stsHost } from './names.js';

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

/** STS's answer, complete but not yet compared with what was asked for. */
export interface SessionAnswer {
  readonly credentials: TemporaryCredentials;
  readonly assumedRoleArn: string;
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

/** STS answered with success, but not with credentials. */
export class IncompleteAnswer extends Error {
  override readonly name = 'IncompleteAnswer';
}

/** Milliseconds: to connect, and for one whole request. */
const CONNECTION_TIMEOUT = 5_000;
const REQUEST_TIMEOUT = 10_000;

/**
 * The only module that imports the SDK's STS client.
 *
 * @param region whose regional endpoint is asked
 * @param endpoint URL to ask instead; undefined: that of the environment, if it names one
 */
export function sts(region: Region, endpoint: string | undefined, connection: Connection): Sts {
  const other = endpoint ?? endpointOfEnvironment(process.env)?.href;
  // What is reached directly and what through a proxy goes by the name of the host that is asked.
  const address = new URL(other ?? `https://${stsHost(region)}`);
  const client = (credentials: TemporaryCredentials) =>
    new STSClient({
      region,
      credentials: { ...credentials },
      ...(other === undefined ? { ignoreConfiguredEndpointUrls: true } : { endpoint: other }),
      maxAttempts: 1,
      requestHandler: {
        connectionTimeout: CONNECTION_TIMEOUT,
        requestTimeout: REQUEST_TIMEOUT,
        throwOnRequestTimeout: true,
        httpAgent: connection.httpAgent(address),
        httpsAgent: connection.httpsAgent(address),
      },
    });
  return {
    assumeRoleWithWebIdentity: async (request, jwt, signal) => {
      const command = new AssumeRoleWithWebIdentityCommand({
        ...sessionParameters(request),
        WebIdentityToken: jwt,
      });
      return sessionAnswer(await client(NOBODY).send(command, { abortSignal: signal }));
    },
    assumeRole: async (request, source, signal) => {
      const tags = Object.entries(request.tags).map(([Key, Value]) => ({ Key, Value }));
      const command = new AssumeRoleCommand({
        ...sessionParameters(request),
        ...(tags.length > 0 && { Tags: tags }),
        ...(request.externalId !== undefined && { ExternalId: request.externalId }),
      });
      return sessionAnswer(await client(source).send(command, { abortSignal: signal }));
    },
  };
}

/** AssumeRoleWithWebIdentity is not signed: the token alone admits. */
const NOBODY: TemporaryCredentials = {
  accessKeyId: 'unsigned',
  secretAccessKey: 'unsigned',
  sessionToken: 'unsigned',
  expiration: new Date(8.64e15),
};

function sessionParameters(request: SessionRequest): AssumeRoleCommandInput {
  return {
    RoleArn: request.role,
    RoleSessionName: request.sessionName,
    DurationSeconds: request.duration,
    ...(request.sessionPolicy !== undefined && { Policy: request.sessionPolicy }),
    ...(request.managedPolicies.length > 0 && { PolicyArns: request.managedPolicies.map(arn => ({ arn })) }),
  };
}

function sessionAnswer(answer: {
  readonly Credentials?: Credentials | undefined;
  readonly AssumedRoleUser?: { readonly Arn: string | undefined } | undefined;
}): SessionAnswer {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = answer.Credentials ?? {};
  const assumedRoleArn = answer.AssumedRoleUser?.Arn;
  if (!AccessKeyId || !SecretAccessKey || !SessionToken || !assumedRoleArn || !(Expiration instanceof Date)) {
    throw new IncompleteAnswer('the answer of STS has no complete credentials');
  }
  return {
    credentials: {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
      expiration: Expiration,
    },
    assumedRoleArn,
  };
}
