import type { Judge } from '../judge-of-job.js';
import { Checkout, type CheckoutOptions } from './checkout.js';
import { ending, gitProcess } from './git.js';
import type { ObjectStore } from './object-store.js';
import { type Ruling, whoseList } from './whose-list.js';

/** What a revision has at a path; undefined: it has no file there. */
export type ReadAtRevision = (path: string) => Promise<Buffer | undefined>;

/** More is no configuration file. */
const LARGEST = 10 * 2 ** 20;

/**
 * Finds out whose allow list rules, and reads files as that commit has them, e.g. the base branch's list. A commit
 * that the clone lacks is fetched, with little of its history, where `options.fetch` allows it.
 *
 * @param use is given the ruling, and what reads one file of its commit, by the path in the repository with `/`; good
 *   until `use` ends
 */
export async function beforeJudge<T>(
  folder: string,
  judge: Judge,
  options: CheckoutOptions,
  use: (ruling: Ruling, read: ReadAtRevision) => Promise<T>,
): Promise<T> {
  const checkout = new Checkout(folder, options);
  try {
    const ruling = await whoseList(checkout, judge, options.fetch);
    const { repository } = checkout;
    return await use(ruling, async path => {
      if (ruling.kind !== 'commit' || repository === undefined) return undefined;
      return blobAt(await checkout.store(repository), ruling.commit, path);
    });
  } finally {
    await checkout.close();
  }
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
