import { randomUUID } from 'node:crypto';

/** A GitHub job, as far as its identity goes. Everything that is not described has a plausible default. */
export interface GitHubJob {
  /** `OWNER/NAME` */
  readonly repository: string;
  readonly repositoryId: string;
  readonly ownerId: string;
  readonly visibility: 'public' | 'private' | 'internal';
  readonly ref: string;
  readonly refType: 'branch' | 'tag';
  readonly refProtected: boolean;
  readonly sha: string;
  readonly headRef: string;
  readonly baseRef: string;
  readonly event: string;
  readonly actor: string;
  readonly actorId: string;
  /** The workflow's name and its file. */
  readonly workflow: string;
  readonly workflowFile: string;
  /** `OWNER/NAME/.github/workflows/FILE@REF` of a reusable workflow; undefined: the workflow itself. */
  readonly jobWorkflowRef: string | undefined;
  readonly jobWorkflowSha: string | undefined;
  /** The job's name in the workflow file. */
  readonly name: string;
  readonly runId: string;
  readonly runNumber: string;
  readonly runAttempt: string;
  /** The job's GitHub environment. */
  readonly environment: string | undefined;
  readonly runnerEnvironment: 'github-hosted' | 'self-hosted';
  readonly enterprise: string | undefined;
  readonly enterpriseId: string | undefined;
  /** `repo:O@OID/R@RID:…`, the default for repositories made after 15 July 2026. */
  readonly immutableSubject: boolean;
  /** A customised subject: the claims it is made of (`repo`, `context`, `job_workflow_ref`, …), or its whole text. */
  readonly subject: readonly string[] | string | undefined;
  /** Custom properties of the repository, sent as `repo_property_NAME`. */
  readonly properties: Readonly<Record<string, string>>;
}

const DEFAULTS: GitHubJob = {
  repository: 'acme/shop',
  repositoryId: '1296269',
  ownerId: '583231',
  visibility: 'private',
  ref: 'refs/heads/main',
  refType: 'branch',
  refProtected: false,
  sha: '6dcb09b5b57875f334f61aebed695e2e4193db5e',
  headRef: '',
  baseRef: '',
  event: 'push',
  actor: 'octocat',
  actorId: '5832310',
  workflow: 'Deploy',
  workflowFile: '.github/workflows/deploy.yml',
  jobWorkflowRef: undefined,
  jobWorkflowSha: undefined,
  name: 'deploy',
  runId: '11587654321',
  runNumber: '42',
  runAttempt: '1',
  environment: undefined,
  runnerEnvironment: 'github-hosted',
  enterprise: undefined,
  enterpriseId: undefined,
  immutableSubject: false,
  subject: undefined,
  properties: {},
};

/** A job on `main` of `acme/shop`, but for what is given. */
export function describeJob(differences: Partial<GitHubJob> = {}): GitHubJob {
  return { ...DEFAULTS, ...differences };
}

/** A job of a pull request from a branch, whose ref and event are those that GitHub gives to such a job. */
export function describePullRequest(number: number, differences: Partial<GitHubJob> = {}): GitHubJob {
  return describeJob({
    event: 'pull_request',
    ref: `refs/pull/${number}/merge`,
    headRef: 'feature',
    baseRef: 'main',
    ...differences,
  });
}

export interface TokenOccasion {
  readonly issuer: string;
  readonly audience: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * The claims of the job's ID token, as GitHub's reference page lists them (and `sha`, `ref_protected`, which real
 * tokens also hold). The token lives for five minutes.
 */
export function claimsOf(
  job: GitHubJob,
  { issuer, audience, now }: TokenOccasion,
): Record<string, string | number> {
  const seconds = Math.floor(now / 1000);
  const workflowRef = `${job.repository}/${job.workflowFile}@${job.ref}`;
  return {
    jti: randomUUID(),
    sub: subjectOf(job),
    aud: audience,
    ref: job.ref,
    sha: job.sha,
    repository: job.repository,
    repository_owner: ownerOf(job),
    repository_owner_id: job.ownerId,
    run_id: job.runId,
    run_number: job.runNumber,
    run_attempt: job.runAttempt,
    repository_visibility: job.visibility,
    repository_id: job.repositoryId,
    actor_id: job.actorId,
    actor: job.actor,
    workflow: job.workflow,
    head_ref: job.headRef,
    base_ref: job.baseRef,
    event_name: job.event,
    ref_protected: String(job.refProtected),
    ref_type: job.refType,
    workflow_ref: workflowRef,
    workflow_sha: job.sha,
    job_workflow_ref: job.jobWorkflowRef ?? workflowRef,
    job_workflow_sha: job.jobWorkflowSha ?? job.sha,
    runner_environment: job.runnerEnvironment,
    check_run_id: `${job.runId}7`,
    ...(job.environment === undefined ? {} : { environment: job.environment }),
    ...(job.enterprise === undefined ? {} : { enterprise: job.enterprise }),
    ...(job.enterpriseId === undefined ? {} : { enterprise_id: job.enterpriseId }),
    ...Object.fromEntries(
      Object.entries(job.properties).map(([key, value]) => [`repo_property_${key}`, value]),
    ),
    iss: issuer,
    nbf: seconds - 600,
    iat: seconds,
    exp: seconds + 300,
  };
}

/** `sub` in its default or customised form. */
export function subjectOf(job: GitHubJob): string {
  if (typeof job.subject === 'string') return job.subject;
  return (job.subject ?? ['repo', 'context']).map(key => subjectPart(job, key)).join(':');
}

function subjectPart(job: GitHubJob, key: string): string {
  if (key === 'repo') return `repo:${subjectRepository(job)}`;
  if (key === 'context') return subjectContext(job);
  const claims = claimsOf({ ...job, subject: '' }, { issuer: '', audience: '', now: 0 });
  return `${key}:${colonEncoded(String(claims[key] ?? ''))}`;
}

function subjectRepository(job: GitHubJob): string {
  if (!job.immutableSubject) return job.repository;
  const name = job.repository.slice(ownerOf(job).length + 1);
  return `${ownerOf(job)}@${job.ownerId}/${name}@${job.repositoryId}`;
}

function subjectContext(job: GitHubJob): string {
  if (job.environment !== undefined) return `environment:${colonEncoded(job.environment)}`;
  return job.event === 'pull_request' ? 'pull_request' : `ref:${colonEncoded(job.ref)}`;
}

/** A colon inside a value would make another part of it. */
function colonEncoded(value: string): string {
  return value.replaceAll(':', '%3A');
}

export function ownerOf(job: GitHubJob): string {
  return job.repository.split('/')[0] ?? '';
}
