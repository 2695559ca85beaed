import type { RangeRequest } from '../scan-request.js';
import type { Fetcher } from './fetch.js';
import { gitText } from './git.js';
import { LF, list } from './listing.js';
import type { ObjectStore } from './object-store.js';
import type { Repository } from './repository.js';
import { parentsOf, presentCommits, resolveRevision } from './revisions.js';

const FETCHED_BRANCH = 'refs/scan/base';

/** Fetches a branch by its name, with some of its history. @returns its tip; undefined where it cannot be had */
export async function remoteBranch(
  store: ObjectStore,
  branch: string,
  fetcher: Fetcher | undefined,
  depth: number,
): Promise<string | undefined> {
  const wanted = `refs/heads/${branch}:${FETCHED_BRANCH}`;
  if ((await fetcher?.fetch([wanted], depth)) !== true) return undefined;
  const { exitCode, stdout } = await gitText(
    store.writing,
    ...['rev-parse', '--verify', '--quiet', FETCHED_BRANCH],
  );
  return exitCode === 0 ? stdout.trim() : undefined;
}

/** What is known of a remote's branches: what it has already; of all remotes where none is named. */
export async function remoteTips(
  repository: Repository,
  store: ObjectStore,
  remote: string | undefined,
): Promise<readonly string[]> {
  const under = remote === undefined ? 'refs/remotes' : `refs/remotes/${remote}`;
  const { items } = list(repository.place, ['for-each-ref', '--format=%(objectname)', under], LF);
  const names = new Set<string>();
  for await (const lines of items) for (const line of lines) names.add(line.toString('latin1'));
  return presentCommits(store, [...names]);
}

/** As far back as the base branch is looked through for the first parent of a merge. */
const MERGED_WITHIN = 50;

/**
 * The first parent of GitHub's merge of a pull request, where that merge is checked out: the base branch at that
 * time. It must lie on the branch that the pull request goes to now, for after a change of the target the merge may
 * still be with the branch before, whose commits do belong to the changes.
 */
export async function mergedBase(
  repository: Repository,
  store: ObjectStore,
  head: string,
  { commit, of, into }: NonNullable<RangeRequest['merge']>,
  fetcher: () => Promise<Fetcher | undefined>,
): Promise<string | undefined> {
  if (head !== commit || into === undefined) return undefined;
  const [first, second, ...others] = await parentsOf(store, head);
  if (first === undefined || second !== of || others.length > 0) return undefined;
  const known = await resolveRevision(repository, `refs/remotes/origin/${into}`);
  if (known !== undefined && (await leadsTo(store, known, first))) return first;
  const fetched = await remoteBranch(store, into, await fetcher(), MERGED_WITHIN);
  return fetched !== undefined && (await leadsTo(store, fetched, first)) ? first : undefined;
}

/** Whether one commit is another or comes after it, as far as the clone's history goes. */
export async function leadsTo(store: ObjectStore, from: string, to: string): Promise<boolean> {
  if (from === to) return true;
  const { exitCode } = await gitText(store.place, 'merge-base', '--is-ancestor', to, from);
  return exitCode === 0;
}
