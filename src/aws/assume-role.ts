import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import type { RoleArn } from './names.js';
import { clientSettings, keepingPace, type ReaderSettings } from './reader-settings.js';
import type { SessionAnswer } from './sts.js';

/** How a reader goes on from one role to another. */
export interface RoleEntry {
  readonly role: RoleArn;
  readonly sessionName: string;
  /** Seconds. */
  readonly duration: number;
  /** Of stsEndpoint. */
  readonly endpoint: URL;
}

/**
 * The only module that imports the SDK's client of STS: the audit enters its accounts with it, signed, and with the
 * SDK's own patience, as it asks all else. The exchange of a job's token does without (docs/decisions/0010).
 *
 * @param settings with the credentials to start from
 * @returns what STS answered, not yet compared with what was asked for
 * @throws what the SDK throws
 */
export async function assumeRole(
  settings: ReaderSettings,
  { role, sessionName, duration, endpoint }: RoleEntry,
): Promise<SessionAnswer> {
  const client = new STSClient({
    ...clientSettings(settings, 'STS', endpoint.host),
    endpoint: endpoint.href,
  });
  client.middlewareStack.use(keepingPace(settings));
  const command = new AssumeRoleCommand({
    RoleArn: role,
    RoleSessionName: sessionName,
    DurationSeconds: duration,
  });
  const { Credentials, AssumedRoleUser } = await client.send(command);
  return {
    audience: undefined,
    assumedRoleArn: AssumedRoleUser?.Arn ?? '',
    credentials: {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
      expiration: Credentials?.Expiration ?? new Date(0),
    },
  };
}
