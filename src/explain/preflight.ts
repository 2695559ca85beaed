import { Failure } from '../failure.js';
import { isDependabot, isFork, type Job, productOf } from '../github/job.js';
import { printable } from '../printable.js';

const PERMISSION =
  'permissions:\n  id-token: write   # lets the job ask GitHub for its OIDC token\n  contents: read';

/**
 * Why this job is offered no OIDC token: the runner sets ACTIONS_ID_TOKEN_REQUEST_URL and …_TOKEN only for jobs with
 * `id-token: write`, and GitHub withholds that from forks and, by default, from Dependabot.
 */
export function noTokenOffered(job: Job): Failure {
  const what = 'This job cannot get an OIDC token, so it gets no AWS credentials.';
  const why = 'The variables ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN are not set.';
  const failure = (likely: string, write: string, reason = why) =>
    new Failure('no-identity-token', { what, why: reason, likely, write });
  if (!job.onRunner) {
    return failure(
      'The action runs outside of a GitHub Actions job; only there are tokens to be had.',
      'Run it as a step of a workflow. On a laptop use IAM Identity Center: aws sso login.',
    );
  }
  if (isFork(job)) {
    return failure(
      'The pull request comes from a fork, and its author must not get at your accounts.',
      'Skip the step for forks:\n  if: github.event.pull_request.head.repo.full_name == github.repository\nThe secret check needs no token: uses: org/aws-temp-creds/scan@v1',
      'GitHub gives jobs of pull requests from forks no permission to ask for tokens.',
    );
  }
  if (isDependabot(job)) {
    return failure(
      'Dependabot started this run, and GitHub gives its runs a read-only token unless the workflow says otherwise.',
      `Give the permission in the workflow itself:\n${PERMISSION}\nor skip the step: if: github.actor != 'dependabot[bot]'`,
    );
  }
  return failure(
    'The job has no `id-token: write`. A `permissions` block replaces the defaults, so everything that is not in it is denied. In a reusable workflow the calling job must give the permission as well.',
    `${PERMISSION}${serverHint(job)}`,
  );
}

function serverHint(job: Job): string {
  return productOf(job) === 'server'
    ? `\nOn GitHub Enterprise Server the issuer is ${job.serverUrl}/_services/token; AWS must be able to reach it, and GitHub Actions must have OIDC set up.`
    : '';
}

/** Nothing to scan: the workspace is empty, so the scan could vouch for nothing. */
export function noCheckout(job: Job): Failure {
  return new Failure('scan-incomplete', {
    what: 'There is nothing to scan: the workspace of this job is empty.',
    why: `${printable(job.workspace, 300)} holds no file.`,
    likely: 'The repository is checked out after this step, or not at all.',
    write:
      'Check it out first:\n- uses: actions/checkout@v7\n- uses: org/aws-temp-creds@v1\nA job that needs credentials but no checkout says so: `scan: off`.',
  });
}
