import { readIfThere } from '../credentials/private-file.js';
import type { Variables } from '../github/job.js';
import { loginPath, roleCachePath } from './cache-files.js';
import type { SignOnProfile } from './sign-on-profile.js';
import { parseLogin, parseRoleCache, type Stored } from './stored-credentials.js';

/** Credentials of a profile, and what stood in the way of newer ones. */
export interface Current {
  readonly stored: Stored;
  /** One line. */
  readonly warning: string | undefined;
}

/** What is loaded only when something has to be asked: the SDK makes a start twice as long. */
export interface RenewModule {
  renewCredentials(profile: SignOnProfile, variables: Variables): Promise<Current>;
}

/**
 * Milliseconds before their end at which credentials are no longer handed out without asking: as the CLI does for a
 * permission set (15 minutes), and as CLI and SDKs do for `aws login`, whose credentials last no longer than that.
 */
const MARGIN = { portal: 15 * 60_000, login: 5 * 60_000 } as const;

/**
 * Credentials of a profile: those of the CLI's cache while they last, else new ones.
 *
 * @throws Failure `refused` when the session has ended, `unreachable`, `wrong-configuration`
 */
export async function currentCredentials(
  profile: SignOnProfile,
  variables: Variables,
  load: () => Promise<RenewModule>,
): Promise<Current> {
  const stored = storedCredentials(profile, variables);
  if (stored !== undefined && isFresh(profile, stored, new Date())) return { stored, warning: undefined };
  return (await load()).renewCredentials(profile, variables);
}

/** What the CLI's cache holds for a profile, however old. */
export function storedCredentials(profile: SignOnProfile, variables: Variables): Stored | undefined {
  return profile.kind === 'login'
    ? parseLogin(readIfThere(loginPath(profile, variables)))
    : parseRoleCache(readIfThere(roleCachePath(profile)));
}

export function isFresh({ kind }: Pick<SignOnProfile, 'kind'>, { credentials }: Stored, now: Date): boolean {
  return credentials.expiration.getTime() - now.getTime() > MARGIN[kind];
}
