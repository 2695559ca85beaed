import type { Connection } from '../aws/connection.js';
import { region } from '../aws/names.js';
import { renewLogin } from '../aws/sign-in.js';
import { readIfThere } from '../credentials/private-file.js';
import { Failure } from '../failure.js';
import type { Variables } from '../github/job.js';
import { loginPath, writeCacheFile } from './cache-files.js';
import { type Current, isFresh } from './current-credentials.js';
import { oneAtATime } from './one-at-a-time.js';
import { loginFailure, neverSignedOn, unwritable } from './sign-on-failures.js';
import type { LoginProfile } from './sign-on-profile.js';
import { parseLogin, renewedSession, type StoredLogin } from './stored-credentials.js';

/**
 * Renews a session of `aws login`. Its refresh token counts once: two that renew at the same time lose the session for
 * everybody (aws/aws-cli#10628), so without the lock nothing is renewed.
 *
 * @throws Failure `refused` when the session has ended; `unreachable`
 */
export async function renewLoginCredentials(
  profile: LoginProfile,
  variables: Variables,
  connection: Connection,
): Promise<Current> {
  const path = loginPath(profile, variables);
  const read = () => parseLogin(readIfThere(path));
  const lasting = (margin: number) => {
    const stored = read();
    const left = stored === undefined ? 0 : stored.credentials.expiration.getTime() - Date.now();
    return left > margin ? stored : undefined;
  };
  if (read() === undefined) throw neverSignedOn(profile);
  return oneAtATime<Current>({
    path,
    settled: () => {
      const stored = read();
      return stored !== undefined && isFresh(profile, stored, new Date())
        ? { stored, warning: undefined }
        : undefined;
    },
    renew: async () => {
      const login = read();
      if (login === undefined) throw neverSignedOn(profile);
      return renewed(path, login, profile, variables, connection, () => lasting(0));
    },
    unlocked: async () => {
      const stored = lasting(0);
      if (stored === undefined) throw unwritable(profile);
      return { stored, warning: 'not renewed, still valid: the lock of the session cannot be had' };
    },
  });
}

async function renewed(
  path: string,
  login: StoredLogin,
  profile: LoginProfile,
  variables: Variables,
  connection: Connection,
  still: () => StoredLogin | undefined,
): Promise<Current> {
  const asked = new Date();
  try {
    const answer = await renewLogin(regionOf(login, profile, variables), connection, login);
    const next = renewedSession(login, answer, asked);
    writeCacheFile(path, next.whole);
    return { stored: next, warning: undefined };
  } catch (error) {
    const failure = error instanceof Failure ? error : loginFailure(error, profile);
    // Another tool may have renewed in this moment, or there are some minutes left.
    const left = still();
    if (left === undefined) throw failure;
    const isOther = left.refreshToken !== login.refreshToken;
    return { stored: left, warning: isOther ? undefined : `not renewed, still valid: ${failure.message}` };
  }
}

function regionOf(login: StoredLogin, profile: LoginProfile, variables: Variables) {
  const names = [login.signInRegion, profile.region, variables['AWS_REGION'], 'us-east-1'];
  const found = names.flatMap(name => region(name ?? '') ?? []);
  const [first] = found;
  if (first === undefined) throw new Error('the last one is a Region');
  return first;
}
