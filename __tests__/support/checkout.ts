import { createRepository, type Repository } from './repository.js';

export interface CheckoutOptions {
  /** Default 1, as actions/checkout has it; 0: all of the history. */
  readonly depth?: number;
  /** What `origin` is said to be afterwards; default: where it was fetched from. */
  readonly remote?: string;
}

/** What actions/checkout leaves behind, without credentials: a detached HEAD, and the history that was asked for. */
export async function checkoutOf(
  origin: Repository,
  revision: string,
  { depth = 1, remote = origin.url }: CheckoutOptions = {},
): Promise<Repository> {
  const clone = await createRepository();
  await origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  await clone.git('remote', 'add', 'origin', origin.url);
  if (depth === 0)
    await clone.git('fetch', '--quiet', 'origin', '+refs/heads/*:refs/remotes/origin/*', revision);
  else await clone.git('fetch', '--quiet', '--no-tags', `--depth=${depth}`, 'origin', revision);
  await clone.git('checkout', '--quiet', '--force', '--detach', depth === 0 ? revision : 'FETCH_HEAD');
  await clone.git('remote', 'set-url', 'origin', remote);
  return clone;
}
