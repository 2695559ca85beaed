import type { Job } from '../github/job.js';

/** What STS takes for RoleSessionName. */
export const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;

/**
 * The session's name when none was asked for: it stands in CloudTrail beside every call, so it names the run that
 * made them (`gh-<run>-<attempt>-<owner>.<repository>`, cut to 64 characters). Outside a runner: `aws-temp-creds`.
 */
export function defaultSessionName(job: Pick<Job, 'runId' | 'runAttempt' | 'repository'>): string {
  if (!/^\d+$/.test(job.runId)) return 'aws-temp-creds';
  const repository = job.repository.replace('/', '.').replace(/[^\w+=,.@-]/g, '-');
  return `gh-${job.runId}-${job.runAttempt || '1'}-${repository}`.slice(0, 64).replace(/-$/, '');
}
