import type { AccountId } from '../aws/names.js';
import { type CachedCredentials, isAlive, isFresh, type RoleCache } from './cache.js';
import { lockUnless } from './lock.js';
import type { AssumedRole } from './target.js';

/** What renewing one role's credentials works with. */
export interface RenewalServices {
  readonly cache: RoleCache;
  /** Folder of the role's lock. */
  readonly lock: string;
  readonly account: AccountId;
  readonly now: () => Date;
  /** Asks STS; throws when there are no credentials. */
  readonly assume: () => Promise<AssumedRole>;
  /** A failure as one line. */
  readonly describe: (error: unknown) => string;
  /** Whether every process of the job would fail like that, or perhaps only this one. */
  readonly isEverybodys: (error: unknown) => boolean;
}

export type Renewal =
  | { readonly kind: 'credentials'; readonly cached: CachedCredentials; readonly warning: string | undefined }
  | { readonly kind: 'failed'; readonly line: string };

/** Milliseconds for which a failed renewal is not repeated while the old credentials still work. */
const PAUSE = 60_000;

/**
 * Gives credentials of a role: the cached ones while they are fresh, else new ones. However many processes ask at the
 * same time, one of them renews and the others get what it got, be it credentials or its failure. When renewal fails,
 * credentials that still work are given with a warning.
 */
export async function currentCredentials(services: RenewalServices): Promise<Renewal> {
  const asked = services.now();
  const known = settled(services, new Date(asked.getTime() - PAUSE), 'alive');
  if (known !== undefined) return known;
  const outcome = await lockUnless(services.lock, () => settled(services, asked, 'any'));
  if (outcome.kind === 'done') return outcome.value;
  try {
    // Whoever held the lock before may have finished between the last look and now.
    return settled(services, asked, 'any') ?? (await renew(services));
  } finally {
    if (outcome.kind === 'locked') outcome.lock.release();
  }
}

/**
 * What needs no call: fresh credentials, or a renewal that failed after `since` (with `alive`: only if there are
 * credentials to go on with).
 */
function settled(services: RenewalServices, since: Date, failures: 'any' | 'alive'): Renewal | undefined {
  const cached = cachedFor(services);
  if (cached !== undefined && isFresh(cached, services.now())) {
    return { kind: 'credentials', cached, warning: undefined };
  }
  const failure = services.cache.readFailure();
  if (failure === undefined || failure.at < since || failure.at > services.now()) return undefined;
  const result = withoutRenewal(services, cached, failure.line);
  return result.kind === 'failed' && failures === 'alive' ? undefined : result;
}

async function renew(services: RenewalServices): Promise<Renewal> {
  const obtained = services.now();
  try {
    const assumed = await services.assume();
    attempt(() => services.cache.write(assumed, obtained));
    const { credentials, account } = assumed;
    return { kind: 'credentials', cached: { credentials, account, obtained }, warning: undefined };
  } catch (error) {
    const line = services.describe(error);
    if (services.isEverybodys(error)) {
      attempt(() => services.cache.writeFailure({ at: services.now(), line }));
    }
    return withoutRenewal(services, cachedFor(services), line);
  }
}

function withoutRenewal(
  services: RenewalServices,
  cached: CachedCredentials | undefined,
  line: string,
): Renewal {
  return cached !== undefined && isAlive(cached, services.now())
    ? { kind: 'credentials', cached, warning: line }
    : { kind: 'failed', line };
}

function cachedFor({ cache, account }: RenewalServices): CachedCredentials | undefined {
  const cached = cache.read();
  return cached?.account === account ? cached : undefined;
}

/** The cache is a saving: where it cannot be written (a full disk, a read-only mount) the answer is as good. */
function attempt(write: () => void): void {
  try {
    write();
  } catch {}
}
