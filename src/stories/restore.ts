import type { Variables } from '../github/job.js';
import type { Runner } from '../github/runner.js';
import { restoreEnvironment } from '../handover/restore.js';
import { printable } from '../printable.js';

/** The post step: leaves the job as it was before the main step. It warns, but never fails a job. */
export function restore(runner: Runner, variables: Variables): void {
  try {
    const names = restoreEnvironment(runner, variables);
    if (names.length > 0) runner.info(`Put back what was there before: ${names.join(', ')}`);
  } catch (error) {
    runner.annotate(
      'warning',
      `Credentials may be left in the environment of this job: ${printable(String(error), 300)}`,
    );
  }
}
