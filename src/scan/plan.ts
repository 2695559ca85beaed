import type { Job } from '../github/job.js';
import { type Judge, judgeOf } from './judge-of-job.js';
import type { RangeBase, RangeRequest, ScanMode } from './scan-request.js';

/** The values of the input `scan`. */
export type ScanInput = 'auto' | 'tree' | 'changes' | 'history' | 'off';

/** What a job's scan looks at, and why, in words for the log. */
export interface ScanPlan {
  readonly mode: ScanMode;
  readonly range?: RangeRequest;
  /** The event brings changes, but does not say which: they are not looked at, and the scan is incomplete. */
  readonly lacking?: string;
  /** Whose allow list rules, where it is not the checkout's own whatever is checked out. */
  readonly judge?: Judge;
  readonly why: string;
}

export interface PlanOptions {
  /** Credentials follow the scan: then the tree, which is what gets deployed, is always part of it. */
  readonly beforeCredentials: boolean;
  /** A SARIF file is written: that of a branch is of its tree, or GitHub closes the alerts of keys still in it. */
  readonly sarif?: boolean;
}

/**
 * What to scan for a job.
 *
 * `auto` scans the changes of a pull request and of a merge queue; of a push the tree as well, so that the next push
 * does not pass over a key that is still there; and the tree for other events. Before credentials are handed out the
 * tree is scanned in any case, and the changes too.
 *
 * @returns undefined for `off`
 */
export function planScan(
  job: Job,
  input: ScanInput,
  { beforeCredentials, sarif = false }: PlanOptions,
): ScanPlan | undefined {
  if (input === 'off') return undefined;
  const found = judgeOf(job);
  const judge = found === undefined ? {} : { judge: found };
  if (input === 'tree' || input === 'history') return { mode: input, ...judge, why: `as asked: ${input}` };
  const change = changeOf(job);
  if (change === undefined)
    return { mode: 'tree', ...judge, why: `${eventOf(job)} brings no changes of its own` };
  if (change === 'unknown')
    return {
      mode: 'tree',
      lacking: NO_PAYLOAD,
      ...judge,
      why: `${eventOf(job)} does not say what it brings`,
    };
  const ofBranch = job.eventName === 'push';
  const both = (input === 'auto' && (beforeCredentials || ofBranch)) || (sarif && ofBranch);
  return { mode: both ? 'tree' : 'changes', range: change, ...judge, why: change.what };
}

const NO_PAYLOAD = "the job's event file cannot be read, or does not name the commits";

type Change = RangeRequest & { readonly what: string };

/** The range that an event brings; undefined where it brings none. */
function changeOf(job: Job): Change | 'unknown' | undefined {
  const { eventName } = job;
  if (eventName.startsWith('pull_request')) return pullRequestChange(job);
  if (eventName === 'merge_group') return mergeGroupChange(job);
  return eventName === 'push' ? pushChange(job) : undefined;
}

/**
 * On `pull_request` the checkout is GitHub's merge of the head, or what the workflow chose. On `pull_request_target`
 * it is the base branch unless the workflow chose otherwise, so the head is named: its objects are data here.
 */
function pullRequestChange({ eventName, sha, event: { pullRequest } }: Job): Change | 'unknown' {
  if (pullRequest === undefined) return 'unknown';
  const { number, baseSha, baseRef, headSha } = pullRequest;
  const bases = [{ revision: baseSha }];
  const what = `the changes of pull request ${number}`;
  if (eventName === 'pull_request_target') return { head: headSha, bases, what };
  return { head: undefined, bases, merge: { commit: sha, of: headSha, into: baseRef }, what };
}

function mergeGroupChange({ event: { mergeGroup } }: Job): Change | 'unknown' {
  if (mergeGroup === undefined) return 'unknown';
  const bases = [{ revision: mergeGroup.baseSha }];
  return { head: mergeGroup.headSha, bases, what: 'the changes of the merge group' };
}

/** All zeros: no such commit; `before` of a new branch or tag, `after` of a deleted one. */
const NONE = /^0+$/;

function pushChange({ ref, event: { push, defaultBranch } }: Job): Change | 'unknown' | undefined {
  const beyond = beyondDefault(ref, defaultBranch);
  if (push === undefined) {
    // Runners on a desk say what was pushed where, and not what was there before.
    return beyond ? { head: undefined, bases: beyond, what: 'what the push may bring' } : 'unknown';
  }
  if (NONE.test(push.after)) return undefined;
  const head = push.after;
  if (!NONE.test(push.before)) {
    const what = push.forced ? 'what the forced push brings' : 'the commits of the push';
    return { head, bases: [{ revision: push.before, ...(beyond && { otherwise: beyond }) }], what };
  }
  if (beyond === undefined) return 'unknown';
  if (beyond.length === 0) return { head, bases: [], what: 'all of the history of the first push' };
  const kind = ref.startsWith('refs/tags/') ? 'tag' : 'branch';
  return { head, bases: beyond, what: `what the new ${kind} has beyond the default branch` };
}

/**
 * What a ref is compared with when nothing is known of what it was before: the default branch; nothing, for the
 * default branch itself, where all of the history counts.
 */
function beyondDefault(ref: string, defaultBranch: string | undefined): readonly RangeBase[] | undefined {
  if (defaultBranch === undefined) return undefined;
  return ref === `refs/heads/${defaultBranch}` ? [] : [{ branch: defaultBranch }];
}

function eventOf({ eventName }: Job): string {
  return eventName === '' ? 'this run' : `the event ${eventName}`;
}
