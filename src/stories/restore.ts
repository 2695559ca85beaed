import type { Job, Variables } from '../github/job.js';
import type { Runner } from '../github/runner.js';
import { removeProfiles } from '../handover/profile-folder.js';
import { rememberedFolder, restoreEnvironment } from '../handover/restore.js';
import { printable } from '../printable.js';

/** The post step: leaves the job as it was before the main step. It warns, but never fails a job. */
export function restore(runner: Runner, job: Job, variables: Variables): void {
  attempt(runner, 'The environment of this job may still hold credentials', () => {
    const names = restoreEnvironment(runner, variables);
    if (names.length > 0) runner.info(`Put back what was there before: ${names.join(', ')}`);
  });
  attempt(runner, 'The folder of profiles may still be there', () => {
    const folder = rememberedFolder(runner);
    if (folder === '') return;
    const removal = removeProfiles(folder, job.temporary);
    if (removal === 'removed') runner.info('Removed the profiles and the credentials in them');
    else if (removal !== 'absent') throw new Error(`it was not removed: ${removal}`);
  });
}

function attempt(runner: Runner, otherwise: string, body: () => void): void {
  try {
    body();
  } catch (error) {
    runner.annotate('warning', `${otherwise}: ${printable(String(error), 300)}`);
  }
}
