import { printable } from '../../printable.js';
import type { RangeBase, RangeRequest } from '../scan-request.js';
import type { Range } from './changes.js';
import type { Checkout } from './checkout.js';
import type { Fetcher } from './fetch.js';
import { gitText } from './git.js';
import type { ObjectStore } from './object-store.js';
import { rangeState } from './range.js';
import type { Repository } from './repository.js';
import { parentsOf, resolveRevision } from './revisions.js';

/** Why a range cannot be scanned, as the middle of a sentence. */
export interface Lacking {
  readonly lacking: string;
  /** False where more history would not help. */
  readonly curable: boolean;
}

/** Generations fetched in one go: nearly every range lies within the first, and the second is bounded too. */
const DEPTHS = [50, 1000] as const;

/**
 * Names the ends of a range and sees to it that its objects are here. What a shallow clone lacks is fetched into a
 * folder of ours; the checkout itself is not deepened.
 */
export async function obtainRange(
  checkout: Checkout,
  repository: Repository,
  request: RangeRequest,
): Promise<Range | Lacking> {
  const [head, store] = await Promise.all([
    resolveRevision(repository, request.head ?? 'HEAD'),
    checkout.store(repository),
  ]);
  if (head === undefined) return { lacking: 'there is no commit yet', curable: false };
  const fetcher = () => checkout.fetcher(repository);
  const excluded: string[] = [];
  for (const base of await basesOf(store, head, request)) {
    const name = await resolveBase(repository, store, base, fetcher);
    if (name === undefined)
      return { lacking: `the clone does not have ${describeBase(base)}`, curable: true };
    excluded.push(name);
  }
  const range = { head, excluded };
  if ((await rangeState(store, range)) === 'whole') return range;
  const deepened = await deepen(store, range, await fetcher());
  return deepened ? range : { lacking: 'the clone does not hold all commits of the change', curable: true };
}

async function basesOf(
  store: ObjectStore,
  head: string,
  { bases, mergeOf }: RangeRequest,
): Promise<readonly RangeBase[]> {
  if (mergeOf === undefined) return bases;
  const [first, second, ...others] = await parentsOf(store, head);
  const isItsMerge = second === mergeOf && others.length === 0;
  return isItsMerge && first !== undefined ? [{ revision: first }] : bases;
}

const FETCHED_BRANCH = 'refs/scan/base';

async function resolveBase(
  repository: Repository,
  store: ObjectStore,
  base: RangeBase,
  fetcher: () => Promise<Fetcher | undefined>,
): Promise<string | undefined> {
  if ('revision' in base) return resolveRevision(repository, base.revision);
  const known = await resolveRevision(repository, `refs/remotes/origin/${base.branch}`);
  if (known !== undefined) return known;
  const wanted = `refs/heads/${base.branch}:${FETCHED_BRANCH}`;
  if ((await (await fetcher())?.fetch([wanted], DEPTHS[0])) !== true) return undefined;
  const { exitCode, stdout } = await gitText(
    store.writing,
    'rev-parse',
    '--verify',
    '--quiet',
    FETCHED_BRANCH,
  );
  return exitCode === 0 ? stdout.trim() : undefined;
}

function describeBase(base: RangeBase): string {
  return 'branch' in base ? `the branch ${printable(base.branch)}` : `the commit ${printable(base.revision)}`;
}

async function deepen(store: ObjectStore, range: Range, fetcher: Fetcher | undefined): Promise<boolean> {
  if (fetcher === undefined) return false;
  for (const depth of DEPTHS) {
    const ends = [...new Set([range.head, ...range.excluded])];
    // A head that was made in this job is unknown to the server; its base is not.
    const came = (await fetcher.fetch(ends, depth)) || (await fetcher.fetch(range.excluded, depth));
    if ((await rangeState(store, range)) === 'whole') return true;
    if (!came) return false;
  }
  return false;
}
