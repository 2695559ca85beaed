import { printable } from '../printable.js';
import { readRegularFile } from '../regular-file.js';

/** The variables of a process, as in `process.env`. */
export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The job that a step runs in, from the runner's documented variables and the event's payload. All texts are
 * untrusted: a branch, an actor or a title can hold anything.
 */
export interface Job {
  /** True on a runner: GITHUB_ACTIONS is `true`. */
  readonly onRunner: boolean;
  readonly serverUrl: string;
  /** `owner/name` */
  readonly repository: string;
  readonly repositoryId: string;
  readonly ownerId: string;
  readonly eventName: string;
  readonly ref: string;
  readonly sha: string;
  /** Absolute path of the checkout. */
  readonly workspace: string;
  /** Folder that the runner empties at the beginning and at the end of each job. */
  readonly temporary: string;
  readonly actor: string;
  readonly workflow: string;
  readonly workflowRef: string;
  readonly jobId: string;
  readonly runId: string;
  readonly runAttempt: string;
  readonly event: JobEvent;
}

/** What is used of the event's payload. Absent fields are undefined, whatever their type was in the file. */
export interface JobEvent {
  /** `pull_request` and `pull_request_target`: commits by hex name. */
  readonly pullRequest:
    | {
        readonly number: number;
        readonly baseSha: string;
        readonly headSha: string;
        readonly fromFork: boolean;
        /** Names of branches, without `refs/heads/`. */
        readonly baseRef: string | undefined;
        readonly headRef: string | undefined;
        readonly title: string | undefined;
        readonly body: string | undefined;
      }
    | undefined;
  /** `push`: the commits before and after; `before` is all zeros for a new branch. */
  readonly push: { readonly before: string; readonly after: string; readonly forced: boolean } | undefined;
  /** `merge_group` */
  readonly mergeGroup: { readonly baseSha: string; readonly headSha: string } | undefined;
  readonly defaultBranch: string | undefined;
}

/** The GitHub product that the job runs on; it decides issuer, forms of `sub` and what can be advised. */
export type Product = 'github.com' | 'ghe.com' | 'server';

export function productOf(job: Pick<Job, 'serverUrl'>): Product {
  const host = URL.canParse(job.serverUrl) ? new URL(job.serverUrl).hostname : 'github.com';
  if (host === 'github.com') return 'github.com';
  return host.endsWith('.ghe.com') ? 'ghe.com' : 'server';
}

/** True where GitHub withholds secrets and the permission to ask for identity tokens. */
export function isFork(job: Job): boolean {
  return job.event.pullRequest?.fromFork ?? false;
}

/** True for a pull request whose head is in the same repository: its author may push. */
export function isOwnPullRequest(job: Job): boolean {
  return job.eventName.startsWith('pull_request') && job.event.pullRequest?.fromFork === false;
}

export function isDependabot(job: Job): boolean {
  return job.actor === 'dependabot[bot]';
}

/**
 * @param variables the process's environment
 * @param payload the parsed JSON of the event; anything else than an object counts as empty
 */
export function describeJob(variables: Variables, payload: unknown): Job {
  const text = (name: string) => variables[name] ?? '';
  return {
    onRunner: text('GITHUB_ACTIONS') === 'true',
    serverUrl: text('GITHUB_SERVER_URL') || 'https://github.com',
    repository: text('GITHUB_REPOSITORY'),
    repositoryId: text('GITHUB_REPOSITORY_ID'),
    ownerId: text('GITHUB_REPOSITORY_OWNER_ID'),
    eventName: text('GITHUB_EVENT_NAME'),
    ref: text('GITHUB_REF'),
    sha: text('GITHUB_SHA'),
    workspace: text('GITHUB_WORKSPACE') || process.cwd(),
    temporary: text('RUNNER_TEMP'),
    actor: text('GITHUB_ACTOR'),
    workflow: text('GITHUB_WORKFLOW'),
    workflowRef: text('GITHUB_WORKFLOW_REF'),
    jobId: text('GITHUB_JOB'),
    runId: text('GITHUB_RUN_ID'),
    runAttempt: text('GITHUB_RUN_ATTEMPT'),
    event: describeEvent(payload, text('GITHUB_REPOSITORY')),
  };
}

/** Reads the job of this process. A missing or unreadable event file counts as an empty event. */
export function readJob(variables: Variables): Job {
  return describeJob(variables, readEvent(variables['GITHUB_EVENT_PATH']));
}

/** GitHub sends no more than 25 MB. */
const LARGEST_EVENT = 32 * 2 ** 20;

function readEvent(path: string | undefined): unknown {
  if (path === undefined || path === '') return undefined;
  try {
    const file = readRegularFile(path, LARGEST_EVENT);
    return file.kind === 'file' ? JSON.parse(file.content.toString('utf8')) : undefined;
  } catch {
    return undefined;
  }
}

function describeEvent(payload: unknown, repository: string): JobEvent {
  const base = commitAt(payload, 'pull_request', 'base', 'sha');
  const head = commitAt(payload, 'pull_request', 'head', 'sha');
  const before = commitAt(payload, 'before');
  const after = commitAt(payload, 'after');
  const groupBase = commitAt(payload, 'merge_group', 'base_sha');
  const groupHead = commitAt(payload, 'merge_group', 'head_sha');
  const number = at(payload, 'pull_request', 'number');
  const headRepository = at(payload, 'pull_request', 'head', 'repo', 'full_name');
  return {
    pullRequest:
      base !== undefined && head !== undefined
        ? {
            number: typeof number === 'number' ? number : 0,
            baseSha: base,
            headSha: head,
            // A deleted head repository is null: certainly not this one.
            fromFork: headRepository !== repository,
            baseRef: textAt(payload, 'pull_request', 'base', 'ref'),
            headRef: textAt(payload, 'pull_request', 'head', 'ref'),
            title: textAt(payload, 'pull_request', 'title'),
            body: textAt(payload, 'pull_request', 'body'),
          }
        : undefined,
    push:
      before !== undefined && after !== undefined
        ? { before, after, forced: at(payload, 'forced') === true }
        : undefined,
    mergeGroup:
      groupBase !== undefined && groupHead !== undefined
        ? { baseSha: groupBase, headSha: groupHead }
        : undefined,
    defaultBranch: textAt(payload, 'repository', 'default_branch'),
  };
}

/** The name of a commit at a path of the payload; undefined unless it is a full SHA-1 or SHA-256 in hex. */
function commitAt(payload: unknown, ...path: readonly string[]): string | undefined {
  const value = at(payload, ...path);
  return typeof value === 'string' && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(value) ? value : undefined;
}

function textAt(payload: unknown, ...path: readonly string[]): string | undefined {
  const value = at(payload, ...path);
  return typeof value === 'string' ? value : undefined;
}

function at(payload: unknown, ...path: readonly string[]): unknown {
  let value = payload;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Object.entries(value).find(([name]) => name === key)?.[1];
  }
  return value;
}

/** One line that says which job this is, for messages and session names. */
export function jobLine(job: Job): string {
  return printable(`${job.repository} ${job.workflow} run ${job.runId}.${job.runAttempt} (${job.eventName})`);
}
