import { dirname } from 'node:path';
import { readIfThere } from '../credentials/private-file.js';
import type { AssumedRole } from '../credentials/target.js';
import type { Variables } from '../github/job.js';
import { profileNames, splitAtOurs } from './profile-file.js';

/** What is to become of environment variables for the later steps of the job; '' blanks one. */
export type Changes = ReadonlyMap<string, string>;

/**
 * Every variable that decides as whom an AWS tool acts. After a hand-over all of them agree; after a failure all that
 * were set are blank, so that no later step acts as somebody else.
 */
export const IDENTITY = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_CREDENTIAL_EXPIRATION',
  'AWS_ACCOUNT_ID',
  'AWS_PROFILE',
  'AWS_DEFAULT_PROFILE',
  // botocore reads these two even when AWS_PROFILE names a profile.
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_ROLE_ARN',
  // Some tools still read the old names of the session token and the secret.
  'AWS_SECURITY_TOKEN',
  'AWS_SECRET_KEY',
] as const;

/** The identity variables that are set. */
export function namesSet(current: Variables): readonly string[] {
  return IDENTITY.filter(name => current[name]);
}

/** The identity variables that are set and that `changes` leaves alone, as changes that blank them. */
export function blankingOthers(current: Variables, changes: Changes = new Map()): Changes {
  return new Map(IDENTITY.filter(name => current[name] && !changes.has(name)).map(name => [name, '']));
}

/**
 * What is blanked after a failure: every identity variable that is set. An earlier step's profile that is called
 * `default` needs no variable to be used, so the files that hold it are forgotten too.
 */
export function blankingEverybody(current: Variables): Changes {
  const config = current['AWS_CONFIG_FILE'];
  const { ours } = splitAtOurs(Buffer.from((config && readIfThere(config)) ?? ''));
  const files = new Map<string, string>();
  if (config && profileNames(ours).has('default')) {
    files.set('AWS_CONFIG_FILE', '');
    const credentials = current['AWS_SHARED_CREDENTIALS_FILE'];
    if (credentials && dirname(credentials) === dirname(config)) files.set('AWS_SHARED_CREDENTIALS_FILE', '');
  }
  return new Map([...blankingOthers(current), ...files]);
}

/** The hand-over of one role as environment variables; whatever else would name an identity is blanked. */
export function environmentChanges(role: AssumedRole, current: Variables): Changes {
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = role.credentials;
  const changes = new Map([
    ['AWS_ACCESS_KEY_ID', accessKeyId],
    ['AWS_SECRET_ACCESS_KEY', secretAccessKey],
    ['AWS_SESSION_TOKEN', sessionToken],
    ['AWS_CREDENTIAL_EXPIRATION', expiration.toISOString()],
    ['AWS_ACCOUNT_ID', role.account],
    ['AWS_REGION', role.target.region],
    ['AWS_DEFAULT_REGION', role.target.region],
  ]);
  return new Map([...changes, ...blankingOthers(current, changes)]);
}
