import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { writePrivateFile } from '../credentials/private-file.js';
import type { Variables } from '../github/job.js';
import { awsFolder } from './home-files.js';
import type { LoginProfile, Portal, PortalProfile } from './sign-on-profile.js';

/**
 * Where the AWS CLI keeps what it is given; both it and the SDKs find it by these names alone (awscli 2.36.7
 * customizations/sso, login; botocore 1.44.8 tokens.py, credentials.py).
 */

/** The token of a portal session. No variable moves it. */
export function tokenPath(
  { session, startUrl }: Pick<Portal, 'session' | 'startUrl'>,
  home: string = homedir(),
): string {
  return join(awsFolder(home), 'sso', 'cache', `${hash('sha1', session ?? startUrl)}.json`);
}

/** The CLI's credentials of one permission set in one account. */
export function roleCachePath(
  { account, permissionSet, portal }: PortalProfile,
  home: string = homedir(),
): string {
  // Python's json.dumps with sorted keys and compact separators; it escapes what is not ASCII.
  const place =
    portal.session === undefined ? { startUrl: portal.startUrl } : { sessionName: portal.session };
  const key = asciiJson({ accountId: account, roleName: permissionSet, ...place });
  return join(awsFolder(home), 'cli', 'cache', `${hash('sha1', key)}.json`);
}

/** The session of `aws login`. */
export function loginPath(
  { session }: Pick<LoginProfile, 'session'>,
  variables: Variables,
  home: string = homedir(),
): string {
  const folder = variables['AWS_LOGIN_CACHE_DIRECTORY'] || join(awsFolder(home), 'login', 'cache');
  return join(folder.replace(/^~(?=[/\\]|$)/, home), `${hash('sha256', session)}.json`);
}

function hash(algorithm: 'sha1' | 'sha256', text: string): string {
  return createHash(algorithm).update(text).digest('hex');
}

function asciiJson(value: object): string {
  return JSON.stringify(value).replace(
    /[^\0-\x7f]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * Writes a file of a cache whole. What a process that was killed in the middle has left beside it is removed: it holds
 * a secret. To be called with the file's lock.
 */
export function writeCacheFile(path: string, value: object): void {
  const folder = dirname(path);
  mkdirSync(folder, { mode: 0o700, recursive: true });
  for (const name of readdirSync(folder)) {
    if (name.startsWith(`${basename(path)}.`) && name.endsWith('.tmp'))
      rmSync(join(folder, name), { force: true });
  }
  writePrivateFile(path, JSON.stringify(value));
}

/** A time as the CLI writes it, to the second; the SDK for JavaScript adds milliseconds. */
export function cliTime(time: Date): string {
  return time.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
