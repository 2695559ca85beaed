import { join } from 'node:path';
import { type AccountId, accountId, NO_ACCOUNT } from '../aws/names.js';
import { printable } from '../printable.js';
import { Fields } from './fields.js';
import { readIfThere, writePrivateFile } from './private-file.js';
import type { AssumedRole, TemporaryCredentials } from './target.js';

/** Credentials as the job's folder keeps them, for every process that asks for the same role. */
export interface CachedCredentials {
  readonly credentials: TemporaryCredentials;
  readonly account: AccountId;
  /** When they were asked for, by this machine's clock. */
  readonly obtained: Date;
}

/** A renewal that failed, for those who waited for it. */
export interface CachedFailure {
  readonly at: Date;
  /** One line. */
  readonly line: string;
}

/**
 * Milliseconds before the end at which credentials are renewed. botocore starts asking at 15 minutes and insists at
 * 10, the SDK for JavaScript at 5: whoever asks gets credentials that it need not ask for again at once.
 */
const RENEWAL_WINDOW = 16 * 60_000;

/** Milliseconds that credentials must still have to be worth handing out when renewal fails. */
const LAST_MOMENT = 10_000;

/** Milliseconds before the end at which credentials are renewed: a third of a short session, which is worth using. */
export function renewalWindow({ credentials, obtained }: CachedCredentials): number {
  const lifetime = credentials.expiration.getTime() - obtained.getTime();
  return Math.min(RENEWAL_WINDOW, Math.max(0, lifetime / 3));
}

/** Whether credentials can be handed out without asking for new ones. */
export function isFresh(cached: CachedCredentials, now: Date): boolean {
  const remaining = cached.credentials.expiration.getTime() - now.getTime();
  // A clock that was set back must not make old credentials young.
  return remaining > renewalWindow(cached) && cached.obtained.getTime() <= now.getTime() + RENEWAL_WINDOW;
}

/** Whether credentials still work, if not for long. */
export function isAlive({ credentials }: CachedCredentials, now: Date): boolean {
  return credentials.expiration.getTime() - now.getTime() > LAST_MOMENT;
}

/** The two files of one role in the cache's folder. Anything in them that is not what we wrote counts as absent. */
export interface RoleCache {
  read(): CachedCredentials | undefined;
  write(assumed: AssumedRole, obtained: Date): void;
  readFailure(): CachedFailure | undefined;
  writeFailure(failure: CachedFailure): void;
}

/** @param key of the role, usable in a file's name */
export function roleCache(folder: string, key: string): RoleCache {
  const path = join(folder, `${key}.json`);
  const failurePath = join(folder, `${key}.failure.json`);
  return {
    read: () => parseCached(readIfThere(path)),
    write: (assumed, obtained) => writePrivateFile(path, formatCached(assumed, obtained)),
    readFailure: () => parseFailure(readIfThere(failurePath)),
    writeFailure: failure => writePrivateFile(failurePath, JSON.stringify(failure)),
  };
}

function formatCached({ credentials, account }: AssumedRole, obtained: Date): string {
  return JSON.stringify({ ...credentials, account, obtained });
}

function parseCached(text: string | undefined): CachedCredentials | undefined {
  const fields = Fields.parse(text);
  const accessKeyId = fields?.text('accessKeyId');
  const secretAccessKey = fields?.text('secretAccessKey');
  const sessionToken = fields?.text('sessionToken');
  const account = accountId(fields?.text('account') ?? '') ?? NO_ACCOUNT;
  const expiration = fields?.date('expiration');
  const obtained = fields?.date('obtained');
  if (!accessKeyId || !secretAccessKey || !sessionToken || !expiration || !obtained) return undefined;
  return { credentials: { accessKeyId, secretAccessKey, sessionToken, expiration }, account, obtained };
}

function parseFailure(text: string | undefined): CachedFailure | undefined {
  const fields = Fields.parse(text);
  const at = fields?.date('at');
  const line = fields?.text('line');
  return at && line ? { at, line: printable(line, 5000) } : undefined;
}
