import type { Job } from '../github/job.js';
import type { Runner } from '../github/runner.js';
import { putCommandOnPath } from '../handover/command-on-path.js';

/** With `export: none` later steps ask for themselves, one command at a time. */
export function offerCommand(runner: Runner, job: Job): void {
  // The bundle that is running: action.yml starts it by its absolute path.
  const folder = putCommandOnPath(runner, job, process.argv[1] ?? '', process.execPath);
  if (folder !== undefined)
    runner.info('On PATH for later steps: aws-temp-creds exec --environment NAME -- COMMAND');
}
