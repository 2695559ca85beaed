import type { Job, Variables } from '../github/job.js';
import type { Runner } from '../github/runner.js';
import { removeProfiles } from '../handover/profile-folder.js';
import { openRestoration } from '../handover/restore.js';
import { printable } from '../printable.js';

/** Asked for by those whose earlier steps still need the credentials in their own post steps; the peer's name. */
const SKIP = 'AWS_SKIP_CLEANUP_STEP';

/** The post step: leaves the job as it was before the main step. It warns, but never fails a job. */
export function restore(runner: Runner, job: Job, variables: Variables): void {
  if (/^true$/i.test(variables[SKIP] ?? '')) {
    runner.info(
      `Nothing is put back, for ${SKIP} is true: the runner ends with the job what this step exported.`,
    );
    return;
  }
  attempt(runner, 'The environment of this job may still hold credentials', () => {
    const restoration = openRestoration(runner, job);
    if (restoration === undefined) return;
    const names = restoration.restore(variables);
    if (names.length > 0) runner.info(`Put back what was there before: ${names.join(', ')}`);
    if (restoration.profiles === undefined) return;
    const removal = removeProfiles(restoration.profiles, job.temporary);
    if (removal === 'removed') runner.info('Removed the profiles and the credentials in them');
    else if (removal !== 'absent') throw new Error(`the folder of profiles was not removed: ${removal}`);
  });
}

function attempt(runner: Runner, otherwise: string, body: () => void): void {
  try {
    body();
  } catch (error) {
    runner.annotate('warning', `${otherwise}: ${printable(String(error), 300)}`);
  }
}
