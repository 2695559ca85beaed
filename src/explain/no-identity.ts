import { Failure } from '../failure.js';
import { isDependabot, isFork, type Job } from '../github/job.js';

const UNLESS =
  'If this step is only to scan, say so: `scan-only: true`. If it is only to end an earlier identity: `unset-current-credentials: true`.';

/**
 * Nobody said whom to become. The runner hands over an input that is empty like one that is not written, so a secret or
 * variable that does not exist looks like a step that wants nothing.
 *
 * @param given inputs about credentials that are there all the same
 * @param withoutFile whether there is no configuration file at all
 */
export function nobodyNamed(job: Job, given: readonly string[], withoutFile: boolean): Failure {
  const file = withoutFile ? 'there is no configuration file' : 'the configuration file has no environments';
  const also = given.length === 0 ? '' : ` Given: ${given.join(', ')}.`;
  return new Failure('wrong-input', {
    what: 'No credentials: this step names no role, and a job must not go on without those it asked for.',
    why: `The inputs role-to-assume and environment are empty, and ${file}.${also}`,
    likely: whyEmpty(job),
    write: `role-to-assume: arn:aws:iam::111111111111:role/github-deploy\naws-region: eu-west-1\n${UNLESS}`,
  });
}

function whyEmpty(job: Job): string {
  if (isFork(job))
    return 'The pull request comes from a fork: GitHub gives its jobs no secrets and no variables. Skip the step there: if: github.event.pull_request.head.repo.full_name == github.repository';
  if (isDependabot(job))
    return "Dependabot started this run, and its jobs get Dependabot's secrets, not those of Actions. Skip the step (if: github.actor != 'dependabot[bot]'), or keep the role in a variable instead of a secret.";
  return 'The secret or variable that is to name the role (`role-to-assume: ${{ vars.X }}`) does not exist here: it is misspelt, or belongs to an environment that the job does not name (`environment:`). Or the repository was not checked out before this step, so that its configuration file is missing.';
}

/** The file has environments, and the job belongs to none of them. */
export function noOwnEnvironment(path: string, names: string): Failure {
  return new Failure('wrong-input', {
    what: 'No credentials: neither the step nor the job says which environment is meant.',
    why: `The input \`environment\` is empty, the job has no \`environment:\`, and ${path} has: ${names}.`,
    likely: '`environment:` was forgotten in the job, or stands in another job.',
    write: `jobs:\n  deploy:\n    environment: production\nor name the environments in the step: environment: …\n${UNLESS}`,
  });
}
