import { printable } from '../../printable.js';
import type { RangeBase, RangeRequest } from '../scan-request.js';
import type { Checkout } from './checkout.js';
import type { Fetcher } from './fetch.js';
import { Fetchers } from './fetchers.js';
import type { ObjectStore } from './object-store.js';
import { type Range, rangeState } from './range.js';
import { mergedBase, remoteBranch, remoteTips } from './range-bases.js';
import type { Repository } from './repository.js';
import { hasCommits, parentsOf, resolveRevision, shallowCommits } from './revisions.js';

/** Why a range cannot be scanned, as the middle of a sentence. */
export interface Lacking {
  readonly lacking: string;
  /** False where there is nothing that could be lacking: no commit yet. */
  readonly curable: boolean;
}

/** Generations fetched in one go: nearly every range lies within the first, and the second is bounded too. */
const DEPTHS = [50, 1000] as const;

/**
 * Names the ends of a range and sees to it that its objects are here. What a shallow clone lacks is fetched into a
 * folder of ours; the checkout itself is not deepened. Where nothing tells what was before, but the head's parents
 * are where the range ends, all that the head holds is the answer: it is more than what was asked for.
 */
export async function obtainRange(
  checkout: Checkout,
  repository: Repository,
  request: RangeRequest,
): Promise<Range | Lacking> {
  const store = await checkout.store(repository);
  const names = [request.head ?? 'HEAD', ...(request.others ?? [])];
  const heads: string[] = [];
  for (const name of names) {
    const head = await resolveRevision(repository, name);
    if (head === undefined && request.head === undefined)
      return { lacking: 'there is no commit yet', curable: false };
    if (head === undefined) return { lacking: `the clone does not have ${printable(name)}`, curable: true };
    heads.push(head);
  }
  return new Obtaining(checkout, repository, store, heads).obtain(request);
}

class Obtaining {
  readonly #fetchers: Fetchers;
  readonly #repository: Repository;
  readonly #store: ObjectStore;
  readonly #heads: readonly string[];

  constructor(checkout: Checkout, repository: Repository, store: ObjectStore, heads: readonly string[]) {
    this.#fetchers = new Fetchers(checkout, repository);
    this.#repository = repository;
    this.#store = store;
    this.#heads = heads;
  }

  async obtain({ bases, merge }: RangeRequest): Promise<Range | Lacking> {
    const first =
      merge && (await mergedBase(this.#repository, this.#store, this.#heads[0] ?? '', merge, this.#fetcher));
    const wanted: readonly RangeBase[] = first === undefined ? bases : [{ revision: first }];
    const found = await this.#between(wanted);
    if (!('lacking' in found)) return found;
    const otherwise = await this.#otherwise(wanted);
    return otherwise === undefined ? found : this.#between(otherwise);
  }

  readonly #fetcher = () => this.#fetchers.own();

  async #between(bases: readonly RangeBase[]): Promise<Range | Lacking> {
    const excluded: string[] = [];
    for (const base of bases) {
      const ends = await this.#endsOf(base);
      if (ends === undefined) return { lacking: `the clone does not have ${describe(base)}`, curable: true };
      excluded.push(...ends);
    }
    const range = { heads: this.#heads, excluded };
    if ((await rangeState(this.#store, range)) === 'whole') return range;
    if (await deepen(this.#store, range, await this.#fetcher())) return range;
    return (
      (await this.#headAlone(excluded)) ?? {
        lacking: 'the clone does not hold all commits of the change, and they could not be fetched',
        curable: true,
      }
    );
  }

  async #endsOf(base: RangeBase): Promise<readonly string[] | undefined> {
    if ('remote' in base) return remoteTips(this.#repository, this.#store, base.remote);
    const end =
      'revision' in base
        ? await resolveRevision(this.#repository, base.revision)
        : await this.#branch(base.branch);
    return end === undefined ? undefined : [end];
  }

  async #branch(name: string): Promise<string | undefined> {
    const known = await resolveRevision(this.#repository, `refs/remotes/origin/${name}`);
    return known ?? remoteBranch(this.#store, name, await this.#fetcher(), DEPTHS[0]);
  }

  /** What takes the place of revisions that cannot be had: of commits that a forced push has thrown away. */
  async #otherwise(bases: readonly RangeBase[]): Promise<readonly RangeBase[] | undefined> {
    const others: RangeBase[] = [];
    let replaced = false;
    for (const base of bases) {
      const isLost =
        'revision' in base && base.otherwise !== undefined && (await this.#isLost(base.revision));
      replaced ||= isLost;
      others.push(...(isLost ? (base.otherwise ?? []) : [base]));
    }
    return replaced ? others : undefined;
  }

  async #isLost(revision: string): Promise<boolean> {
    const name = await resolveRevision(this.#repository, revision);
    return name === undefined || !(await hasCommits(this.#store, [name]));
  }

  /** Of one commit on what was there before, its whole tree is more than it brings. */
  async #headAlone(excluded: readonly string[]): Promise<Range | undefined> {
    const [head, ...others] = this.#heads;
    if (head === undefined || others.length > 0 || !shallowCommits(this.#store).has(head)) return undefined;
    const parents = await parentsOf(this.#store, head);
    const isOneStep = parents.length > 0 && parents.every(parent => excluded.includes(parent));
    return isOneStep ? { heads: [head], excluded: [] } : undefined;
  }
}

function describe(base: RangeBase): string {
  if ('remote' in base) return 'the branches of the remote';
  return 'branch' in base ? `the branch ${printable(base.branch)}` : `the commit ${printable(base.revision)}`;
}

async function deepen(store: ObjectStore, range: Range, fetcher: Fetcher | undefined): Promise<boolean> {
  if (fetcher === undefined) return false;
  for (const depth of DEPTHS) {
    const ends = [...new Set([...range.heads, ...range.excluded])];
    // A head that was made in this job is unknown to the server; its base is not.
    const came =
      (await fetcher.fetch(ends, depth)) ||
      (range.excluded.length > 0 && (await fetcher.fetch(range.excluded, depth)));
    if ((await rangeState(store, range)) === 'whole') return true;
    if (!came) return false;
  }
  return false;
}
