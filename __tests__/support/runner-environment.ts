import { arch, platform } from 'node:os';
import { type GitHubJob, ownerOf } from './github-job.js';
import type { JobFolders } from './job-folders.js';
import type { Variables } from './program.js';

const SYSTEMS: Readonly<Record<string, string>> = { win32: 'Windows', darwin: 'macOS', linux: 'Linux' };
const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'X64', arm64: 'ARM64' };

/** The default variables that a runner gives to every step (GitHub's variables reference). */
export function runnerVariables(job: GitHubJob, folders: JobFolders): Variables {
  return {
    CI: 'true',
    ...folderVariables(folders),
    ...githubVariables(job),
    GITHUB_ACTION: '__self',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_SERVER_URL: 'https://github.com',
    RUNNER_ARCH: ARCHITECTURES[arch()] ?? 'X64',
    RUNNER_ENVIRONMENT: job.runnerEnvironment,
    RUNNER_NAME: 'runner',
    RUNNER_OS: SYSTEMS[platform()] ?? 'Linux',
  };
}

/**
 * A payload like those of GitHub's webhooks, with what jobs usually read of it.
 *
 * @param job `baseSha` is that of a pull request's base
 */
export function eventPayload(job: GitHubJob & { readonly baseSha?: string }): Record<string, unknown> {
  const repository = {
    id: Number(job.repositoryId),
    full_name: job.repository,
    default_branch: 'main',
    fork: false,
    private: job.visibility !== 'public',
    visibility: job.visibility,
    owner: { login: ownerOf(job), id: Number(job.ownerId) },
  };
  const common = { repository, sender: { login: job.actor, id: Number(job.actorId), type: 'User' } };
  if (job.event === 'push') {
    return {
      ...common,
      ref: job.ref,
      before: '0'.repeat(40),
      after: job.sha,
      created: true,
      forced: false,
      commits: [],
    };
  }
  if (job.event !== 'pull_request' && job.event !== 'pull_request_target') return common;
  const number = Number(/\d+/.exec(job.ref)?.[0] ?? 1);
  const head = { ref: job.headRef, sha: job.sha, repo: repository };
  const base = { ref: job.baseRef, sha: job.baseSha ?? '1'.repeat(40), repo: repository };
  return {
    ...common,
    action: 'synchronize',
    number,
    pull_request: { number, head, base, user: { login: job.actor } },
  };
}

function folderVariables({ workspace, temp, home, scratch, eventFile }: JobFolders): Variables {
  const onWindows = { USERPROFILE: home, TEMP: scratch, TMP: scratch };
  return {
    GITHUB_EVENT_PATH: eventFile,
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: `${temp}-tools`,
    RUNNER_WORKSPACE: workspace,
    HOME: home,
    ...(platform() === 'win32' ? onWindows : { TMPDIR: scratch }),
  };
}

function githubVariables(job: GitHubJob): Variables {
  return {
    GITHUB_ACTOR: job.actor,
    GITHUB_ACTOR_ID: job.actorId,
    GITHUB_BASE_REF: job.baseRef,
    GITHUB_EVENT_NAME: job.event,
    GITHUB_HEAD_REF: job.headRef,
    GITHUB_JOB: job.name,
    GITHUB_REF: job.ref,
    GITHUB_REF_NAME: job.ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    GITHUB_REF_PROTECTED: String(job.refProtected),
    GITHUB_REF_TYPE: job.refType,
    GITHUB_REPOSITORY: job.repository,
    GITHUB_REPOSITORY_ID: job.repositoryId,
    GITHUB_REPOSITORY_OWNER: ownerOf(job),
    GITHUB_REPOSITORY_OWNER_ID: job.ownerId,
    GITHUB_RUN_ATTEMPT: job.runAttempt,
    GITHUB_RUN_ID: job.runId,
    GITHUB_RUN_NUMBER: job.runNumber,
    GITHUB_SHA: job.sha,
    GITHUB_TRIGGERING_ACTOR: job.actor,
    GITHUB_WORKFLOW: job.workflow,
    GITHUB_WORKFLOW_REF: `${job.repository}/${job.workflowFile}@${job.ref}`,
    GITHUB_WORKFLOW_SHA: job.sha,
  };
}
