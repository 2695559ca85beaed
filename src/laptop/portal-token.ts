import type { Connection } from '../aws/connection.js';
import { renewToken } from '../aws/sign-in.js';
import { readIfThere } from '../credentials/private-file.js';
import { tokenPath, writeCacheFile } from './cache-files.js';
import { oneAtATime } from './one-at-a-time.js';
import {
  isRefusedToken,
  neverSignedOn,
  sessionEnded,
  unwritable,
  withoutAnswer,
} from './sign-on-failures.js';
import type { PortalSession } from './sign-on-profile.js';
import { parseToken, renewedToken, type StoredToken } from './token-file.js';

/** Milliseconds before its end at which a token is renewed: as the SDK for JavaScript does, and later than the CLI. */
const MARGIN = 5 * 60_000;

/**
 * The access token of a portal session, renewed when it is about to end.
 *
 * @param refused a token that the portal has just refused: another one, or none
 * @throws Failure `refused` when the session has ended; `unreachable`
 */
export async function portalToken(
  profile: PortalSession,
  connection: Connection,
  refused?: string,
): Promise<string> {
  const path = tokenPath(profile.portal);
  const read = () => parseToken(readIfThere(path), new Date());
  const lasts = (token: StoredToken | undefined, margin: number) =>
    token !== undefined && token.accessToken !== refused && token.expiresAt.getTime() - Date.now() > margin
      ? token
      : undefined;
  const stored = read();
  if (stored === undefined) throw neverSignedOn(profile);
  const fresh = lasts(stored, MARGIN) ?? (stored.renewal === undefined ? lasts(stored, 0) : undefined);
  if (fresh !== undefined) return fresh.accessToken;
  if (stored.renewal === undefined) throw sessionEnded(profile, stored, refused !== undefined);
  const token = await oneAtATime({
    path,
    settled: () => lasts(read(), MARGIN),
    renew: async () => {
      const current = read() ?? stored;
      const still = () => lasts(read(), 0);
      return (await renewed(path, current, profile, connection, still)) ?? current;
    },
    unlocked: async () => {
      const still = lasts(read(), 0);
      if (still !== undefined) return still;
      throw unwritable(profile);
    },
  });
  return token.accessToken;
}

/** @param still what is left to go on with when there is no new one */
async function renewed(
  path: string,
  token: StoredToken,
  profile: PortalSession,
  connection: Connection,
  still: () => StoredToken | undefined,
): Promise<StoredToken | undefined> {
  const { renewal } = token;
  if (renewal === undefined) throw sessionEnded(profile, token, false);
  const asked = new Date();
  try {
    const next = renewedToken(token, await renewToken(profile.portal.region, connection, renewal), asked);
    writeCacheFile(path, next.whole);
    return next;
  } catch (error) {
    // The CLI knows nothing of our lock: it may have renewed in this moment, and then its token is in the file.
    const left = still();
    if (left !== undefined) return left;
    throw isRefusedToken(error) ? sessionEnded(profile, token, true) : withoutAnswer(error, profile);
  }
}
