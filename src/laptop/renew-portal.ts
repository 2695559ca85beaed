import { statSync } from 'node:fs';
import { type AccessPortal, accessPortal } from '../aws/access-portal.js';
import type { Connection } from '../aws/connection.js';
import { readIfThere } from '../credentials/private-file.js';
import { Failure } from '../failure.js';
import { roleCachePath, writeCacheFile } from './cache-files.js';
import { type Current, isFresh } from './current-credentials.js';
import { oneAtATime } from './one-at-a-time.js';
import { portalToken } from './portal-token.js';
import { endedAlready, errorName, portalFailure } from './sign-on-failures.js';
import type { PortalProfile } from './sign-on-profile.js';
import { parseRoleCache, roleCache, type Stored } from './stored-credentials.js';

/** Milliseconds that credentials must still have to be worth handing out when there are no newer ones. */
const LAST_MOMENT = 10_000;

/** @throws Failure `refused` when the session has ended or the person lacks the permission set; `unreachable` */
export function renewPortalCredentials(profile: PortalProfile, connection: Connection): Promise<Current> {
  const path = roleCachePath(profile);
  const asked = new Date();
  const read = () => parseRoleCache(readIfThere(path));
  const ask = (write: boolean) => askPortal(profile, connection, read(), write ? path : undefined);
  return oneAtATime({
    path,
    settled: () => {
      const stored = read();
      // What came while we waited is as new as it gets, even if it does not last long.
      const isNew =
        stored !== undefined && (isFresh(profile, stored, new Date()) || writtenSince(path, asked));
      return isNew && isAlive(stored) ? { stored, warning: undefined } : undefined;
    },
    renew: () => ask(true),
    unlocked: () => ask(false),
  });
}

function writtenSince(path: string, time: Date): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= time.getTime();
}

function isAlive({ credentials }: Stored): boolean {
  return credentials.expiration.getTime() - Date.now() > LAST_MOMENT;
}

async function askPortal(
  profile: PortalProfile,
  connection: Connection,
  old: Stored | undefined,
  path: string | undefined,
): Promise<Current> {
  try {
    const stored = await roleCredentials(profile, connection);
    if (path !== undefined) keep(path, stored, profile);
    return { stored, warning: undefined };
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'unreachable') throw error;
    if (old === undefined || !isAlive(old)) throw error;
    return { stored: old, warning: `not renewed, still valid: ${error.message}` };
  }
}

async function roleCredentials(profile: PortalProfile, connection: Connection): Promise<Stored> {
  const portal = accessPortal(profile.portal.region, connection);
  const token = await portalToken(profile, connection);
  const credentials = await ask(portal, profile, token).catch(async (error: unknown) => {
    if (errorName(error) !== 'UnauthorizedException') throw portalFailure(error, profile);
    // Signed out elsewhere, or replaced by another tool in this moment: a renewed token may still be taken.
    const next = await portalToken(profile, connection, token);
    return ask(portal, profile, next).catch((again: unknown) => {
      throw portalFailure(again, profile);
    });
  });
  if (credentials.expiration.getTime() <= Date.now()) throw endedAlready(credentials.expiration);
  return { credentials, account: profile.account };
}

function ask(portal: AccessPortal, { account, permissionSet }: PortalProfile, token: string) {
  return portal.roleCredentials(token, account, permissionSet);
}

/** The cache is a saving: where it cannot be written the answer is as good. */
function keep(path: string, { credentials }: Stored, { account }: PortalProfile): void {
  try {
    writeCacheFile(path, roleCache(credentials, account));
  } catch {}
}
