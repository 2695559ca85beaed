import type { Job } from '../github/job.js';

/** Whose allow list rules over a scan. */
export type Judge =
  /** That of a commit: the base of a change, which has no say itself. */
  | { readonly kind: 'revision'; readonly revision: string }
  /** The checkout's own where what is checked out is one of its branch's own commits, else the default branch's. */
  | {
      readonly kind: 'own-or-default';
      /** The commit that the event is about, where whoever pushed it may push; undefined: nobody says that. */
      readonly own: string | undefined;
      readonly defaultBranch: string | undefined;
      /**
       * True where no such job takes files of others into its checkout: the list counts as it lies on disk, and the
       * checkout is taken for that commit when git cannot tell.
       */
      readonly unasked: boolean;
      /** Whether only people with write access cause the event. */
      readonly byMembers: boolean;
    }
  /** Nobody's: nothing is allowed. */
  | { readonly kind: 'nobody'; readonly why: string };

/** Events that only people (or schedules) with write access start, for a commit of their own ref. */
const OWN_EVENTS: ReadonlySet<string> = new Set([
  'push',
  'schedule',
  'workflow_dispatch',
  'create',
  'release',
]);

/** Of these, those whose jobs check out what others wrote: a run by hand is often told which pull request to take. */
const ASKED: ReadonlySet<string> = new Set(['workflow_dispatch']);

/**
 * Whose allow list rules in a job: a pull request must not allow its own leak, whatever the event is through which
 * its head comes to be checked out.
 *
 * @returns undefined outside of a job: the list of what is scanned
 */
export function judgeOf(job: Job): Judge | undefined {
  const { eventName, sha, ref, event } = job;
  if (eventName === '') return undefined;
  if (eventName.startsWith('pull_request')) return atBase(event.pullRequest?.baseSha);
  if (eventName === 'merge_group') return atBase(event.mergeGroup?.baseSha);
  const { defaultBranch } = event;
  const ofDefault = defaultBranch !== undefined && ref === `refs/heads/${defaultBranch}`;
  return {
    kind: 'own-or-default',
    own: sha !== '' && (OWN_EVENTS.has(eventName) || ofDefault) ? sha : undefined,
    defaultBranch,
    unasked: OWN_EVENTS.has(eventName) && !ASKED.has(eventName),
    byMembers: OWN_EVENTS.has(eventName),
  };
}

function atBase(revision: string | undefined): Judge {
  if (revision !== undefined) return { kind: 'revision', revision };
  return { kind: 'nobody', why: "the job's event file cannot be read, or does not name the base" };
}
