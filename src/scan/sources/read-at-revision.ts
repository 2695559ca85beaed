import { existsSync } from 'node:fs';
import { Checkout, type CheckoutOptions } from './checkout.js';
import { ending, gitProcess } from './git.js';
import type { ObjectStore } from './object-store.js';
import type { Repository } from './repository.js';
import { hasCommits, resolveRevision } from './revisions.js';

/** What a revision has at a path. */
export type AtRevision =
  | { readonly kind: 'file'; readonly content: Buffer }
  /** The revision has no file there. */
  | { readonly kind: 'none' }
  /** The clone does not have the revision, and it could not be fetched. */
  | { readonly kind: 'unknown' };

/** More is no configuration file. */
const LARGEST = 10 * 2 ** 20;

/** Reads files as one revision has them. */
export type ReadAtRevision = (path: string) => Promise<AtRevision>;

/**
 * Reads files as a revision has them, e.g. the base branch's allow list. A commit that the clone lacks is fetched, with
 * nothing of its history, where `options.fetch` allows it.
 *
 * @param use is given a function that reads one file, by its path in the repository with `/`; good until `use` ends
 */
export async function atRevision<T>(
  folder: string,
  revision: string,
  options: CheckoutOptions,
  use: (read: ReadAtRevision) => Promise<T>,
): Promise<T> {
  const checkout = new Checkout(folder, options);
  try {
    const found = await find(checkout, folder, revision);
    return await use(async path => {
      if (found === undefined) return { kind: 'unknown' };
      const content = await blobAt(found.store, found.commit, path);
      return content === undefined ? { kind: 'none' } : { kind: 'file', content };
    });
  } finally {
    await checkout.close();
  }
}

/** @returns undefined when the clone does not have the revision, and it could not be fetched */
async function find(
  checkout: Checkout,
  folder: string,
  revision: string,
): Promise<{ readonly store: ObjectStore; readonly commit: string } | undefined> {
  const { repository } = checkout;
  if (repository === undefined || !existsSync(folder)) return undefined;
  const [commit, store] = await Promise.all([
    resolveRevision(repository, revision),
    checkout.store(repository),
  ]);
  if (commit === undefined) return undefined;
  return (await isHere(checkout, repository, store, commit)) ? { store, commit } : undefined;
}

async function isHere(
  checkout: Checkout,
  repository: Repository,
  store: ObjectStore,
  name: string,
): Promise<boolean> {
  if (await hasCommits(store, [name])) return true;
  const fetcher = await checkout.fetcher(repository);
  return fetcher !== undefined && (await fetcher.fetch([name], 1)) && (await hasCommits(store, [name]));
}

async function blobAt(store: ObjectStore, commit: string, path: string): Promise<Buffer | undefined> {
  const name = `${commit}:${path.replace(/^(\.?\/)+/, '')}`;
  const child = gitProcess(store.place, ['cat-file', 'blob', name], ['ignore', 'pipe', 'pipe']);
  const ended = ending(child);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of child.stdout ?? []) {
    size += chunk.length;
    if (size > LARGEST) child.kill();
    else chunks.push(chunk);
  }
  return (await ended).exitCode === 0 ? Buffer.concat(chunks) : undefined;
}
