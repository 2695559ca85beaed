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

/**
 * Reads one file as a revision has it, e.g. the base branch's allow list. A commit that the clone lacks is fetched,
 * with nothing of its history, where `options.fetch` allows it.
 *
 * @param path in the repository, with `/`
 */
export async function readAtRevision(
  folder: string,
  revision: string,
  path: string,
  options: CheckoutOptions,
): Promise<AtRevision> {
  const checkout = new Checkout(folder, options);
  try {
    const { repository } = checkout;
    if (repository === undefined || !existsSync(folder)) return { kind: 'unknown' };
    const name = await resolveRevision(repository, revision);
    if (name === undefined) return { kind: 'unknown' };
    const store = await checkout.store(repository);
    if (!(await isHere(checkout, repository, store, name))) return { kind: 'unknown' };
    const content = await blobAt(store, name, path);
    return content === undefined ? { kind: 'none' } : { kind: 'file', content };
  } finally {
    await checkout.close();
  }
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
