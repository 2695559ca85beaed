import { NO_ACCOUNT } from '../aws/names.js';
import type { AssumedRole } from '../credentials/target.js';
import type { Variables } from '../github/job.js';

/** What is to become of environment variables for the later steps of the job; '' blanks one. */
export type Changes = ReadonlyMap<string, string>;

/**
 * Every variable that decides as whom an AWS tool acts and that counts for nothing when it is empty. (Those that name
 * a profile are no such variables: see handedOverVariables.)
 */
export const IDENTITY = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_CREDENTIAL_EXPIRATION',
  'AWS_ACCOUNT_ID',
  // botocore reads these two even when AWS_PROFILE names a profile.
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_ROLE_ARN',
  // Some tools still read the old names of the session token and the secret.
  'AWS_SECURITY_TOKEN',
  'AWS_SECRET_KEY',
] as const;

/** The identity variables that are set and that `changes` leaves alone, as changes that blank them. */
export function blankingOthers(current: Variables, changes: Changes = new Map()): Changes {
  return new Map(IDENTITY.filter(name => current[name] && !changes.has(name)).map(name => [name, '']));
}

/** The hand-over of one role as environment variables; whatever else would name an identity is blanked. */
export function environmentChanges(role: AssumedRole, current: Variables): Changes {
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = role.credentials;
  const changes = new Map<string, string>([
    ['AWS_ACCESS_KEY_ID', accessKeyId],
    ['AWS_SECRET_ACCESS_KEY', secretAccessKey],
    ['AWS_SESSION_TOKEN', sessionToken],
    ['AWS_CREDENTIAL_EXPIRATION', expiration.toISOString()],
    ...(role.account === NO_ACCOUNT ? [] : [['AWS_ACCOUNT_ID', role.account] as const]),
    ['AWS_REGION', role.target.region],
    ['AWS_DEFAULT_REGION', role.target.region],
  ]);
  return new Map([...changes, ...blankingOthers(current, changes)]);
}

/** The variables as the next step will have them. */
export function changed(current: Variables, changes: Changes): Variables {
  return { ...current, ...Object.fromEntries(changes) };
}
