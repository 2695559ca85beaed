import type { Job } from '../github/job.js';
import type { RangeRequest, ScanMode } from './scan-request.js';

/** The values of the input `scan`. */
export type ScanInput = 'auto' | 'tree' | 'changes' | 'history' | 'off';

/** What a job's scan looks at, and why, in words for the log. */
export interface ScanPlan {
  readonly mode: ScanMode;
  readonly range?: RangeRequest;
  /**
   * The commit whose allow list rules, where the change itself has no say: the base of a pull request. Undefined:
   * the list of what is scanned.
   */
  readonly judge?: string;
  readonly why: string;
}

export interface PlanOptions {
  /** Credentials follow the scan: then the tree, which is what gets deployed, is always part of it. */
  readonly beforeCredentials: boolean;
}

/**
 * What to scan for a job.
 *
 * `auto` scans the changes where the event has a range (a pull request, a push, a merge queue) and the tree
 * elsewhere; before credentials are handed out it scans the tree in any case, and the changes too.
 *
 * @returns undefined for `off`
 */
export function planScan(
  job: Job,
  input: ScanInput,
  { beforeCredentials }: PlanOptions,
): ScanPlan | undefined {
  if (input === 'off') return undefined;
  const base = judgeOf(job);
  const judge = base === undefined ? {} : { judge: base };
  if (input === 'tree' || input === 'history') return { mode: input, ...judge, why: `as asked: ${input}` };
  const change = changeOf(job);
  if (change === undefined)
    return { mode: 'tree', ...judge, why: `${eventOf(job)} brings no changes of its own` };
  const mode = input === 'auto' && beforeCredentials ? 'tree' : 'changes';
  return { mode, range: change.range, ...judge, why: change.why };
}

interface Change {
  readonly range: RangeRequest;
  readonly why: string;
}

/** The range that an event brings; undefined where it brings none. */
function changeOf(job: Job): Change | undefined {
  switch (job.eventName) {
    case 'pull_request':
    case 'pull_request_review':
    case 'pull_request_target':
      return pullRequestChange(job);
    case 'merge_group':
      return mergeGroupChange(job);
    case 'push':
      return pushChange(job);
    default:
      return undefined;
  }
}

/**
 * On `pull_request` the checkout is GitHub's merge of the head, or what the workflow chose. On `pull_request_target`
 * it is the base branch unless the workflow chose otherwise, so the head is named: its objects are data here.
 */
function pullRequestChange({ eventName, event: { pullRequest } }: Job): Change | undefined {
  if (pullRequest === undefined) return undefined;
  const { number, baseSha, headSha } = pullRequest;
  const bases = [{ revision: baseSha }];
  const why = `the changes of pull request ${number}`;
  return eventName === 'pull_request_target'
    ? { range: { head: headSha, bases }, why }
    : { range: { head: undefined, bases, mergeOf: headSha }, why };
}

function mergeGroupChange({ event: { mergeGroup } }: Job): Change | undefined {
  if (mergeGroup === undefined) return undefined;
  const range = { head: mergeGroup.headSha, bases: [{ revision: mergeGroup.baseSha }] };
  return { range, why: 'the changes of the merge group' };
}

/** All zeros: no such commit; `before` of a new branch or tag, `after` of a deleted one. */
const NONE = /^0+$/;

function pushChange({ ref, event: { push, defaultBranch } }: Job): Change | undefined {
  if (push === undefined || NONE.test(push.after)) return undefined;
  const head = push.after;
  if (!NONE.test(push.before)) {
    const why = push.forced ? 'what the forced push brings' : 'the commits of the push';
    return { range: { head, bases: [{ revision: push.before }] }, why };
  }
  if (defaultBranch === undefined) return undefined;
  if (ref === `refs/heads/${defaultBranch}`)
    return { range: { head, bases: [] }, why: 'the first push: all of its history' };
  const kind = ref.startsWith('refs/tags/') ? 'tag' : 'branch';
  const why = `what the new ${kind} has beyond the default branch`;
  return { range: { head, bases: [{ branch: defaultBranch }] }, why };
}

function eventOf({ eventName }: Job): string {
  return eventName === '' ? 'this run' : `the event ${eventName}`;
}

/** A pull request must not allow its own leak; a merge group must not either. */
function judgeOf({ eventName, event: { pullRequest, mergeGroup } }: Job): string | undefined {
  if (/^pull_request/.test(eventName)) return pullRequest?.baseSha;
  return eventName === 'merge_group' ? mergeGroup?.baseSha : undefined;
}
