import type { Judge } from '../judge-of-job.js';
import type { Checkout } from './checkout.js';
import { Fetchers } from './fetchers.js';
import type { ObjectStore } from './object-store.js';
import { leadsTo, remoteBranch } from './range-bases.js';
import { findRemote, isHome, type RemotePolicy } from './remote.js';
import { isShallow, type Repository } from './repository.js';
import { hasCommits, resolveRevision } from './revisions.js';

/** Whose allow list rules, once git was asked what is checked out. */
export type Ruling =
  /** The checkout's own: what is scanned is one of its branch's own commits. */
  | { readonly kind: 'own' }
  /** That of a commit; `own`: the checkout is that commit, and whoever caused the event may push it. */
  | { readonly kind: 'commit'; readonly commit: string; readonly own: boolean }
  /** Nothing is allowed; why, as a sentence, and whether the clone is shallow where it lacks something. */
  | { readonly kind: 'nobody'; readonly why: string; readonly shallow?: boolean };

/** @param policy how the clone's remote is told from another repository's; undefined: nothing may be fetched */
export async function whoseList(
  checkout: Checkout,
  judge: Judge,
  policy: RemotePolicy | undefined,
): Promise<Ruling> {
  const { repository } = checkout;
  if (judge.kind === 'nobody') return { kind: 'nobody', why: judge.why };
  if (judge.kind === 'revision') return repository ? atBase(checkout, repository, judge.revision) : NO_GIT;
  const head = repository && (await resolveRevision(repository, 'HEAD'));
  if (repository === undefined || head === undefined) return judge.unasked ? { kind: 'own' } : NO_GIT;
  const store = await checkout.store(repository);
  const own: Ruling = judge.unasked
    ? { kind: 'own' }
    : { kind: 'commit', commit: head, own: judge.byMembers };
  if (judge.own !== undefined && (await leadsTo(store, judge.own, head))) return own;
  const tip =
    judge.defaultBranch === undefined
      ? undefined
      : await tipOf(checkout, repository, store, judge.defaultBranch, policy);
  if (tip === undefined) return noDefault(repository);
  return (await leadsTo(store, tip, head)) ? own : { kind: 'commit', commit: tip, own: false };
}

const NO_GIT: Ruling = { kind: 'nobody', why: 'git cannot tell which commit is checked out' };

function noDefault(repository: Repository): Ruling {
  const why =
    'what is checked out is not the commit that this event is about, and the default branch could not be read';
  return { kind: 'nobody', why, shallow: isShallow(repository) };
}

async function atBase(checkout: Checkout, repository: Repository, revision: string): Promise<Ruling> {
  const store = await checkout.store(repository);
  const commit = await resolveRevision(repository, revision);
  if (commit !== undefined) {
    if (await hasCommits(store, [commit])) return { kind: 'commit', commit, own: false };
    const fetcher = await new Fetchers(checkout, repository).own();
    const came = fetcher !== undefined && (await fetcher.fetch([commit], 1));
    if (came && (await hasCommits(store, [commit]))) return { kind: 'commit', commit, own: false };
  }
  const why = `the clone does not have the base (${revision.slice(0, 40)})`;
  return { kind: 'nobody', why, shallow: isShallow(repository) };
}

/** So many generations are enough to see that a commit of the default branch is one. */
const GENERATIONS = 50;

async function tipOf(
  checkout: Checkout,
  repository: Repository,
  store: ObjectStore,
  branch: string,
  policy: RemotePolicy | undefined,
): Promise<string | undefined> {
  const remote = policy && (await findRemote(repository, policy));
  // Of a fork that was checked out, what it calls its default branch is for its owner to say.
  const known =
    policy === undefined || (remote !== undefined && isHome(remote, policy))
      ? await resolveRevision(repository, `refs/remotes/origin/${branch}`)
      : undefined;
  return known ?? remoteBranch(store, branch, await new Fetchers(checkout, repository).home(), GENERATIONS);
}
