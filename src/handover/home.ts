import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Job } from '../github/job.js';

/** The user's home folder. One without a home, as containers have them, has no files there: the path is of none. */
export function homeFolder({ temporary }: Pick<Job, 'temporary'>): string {
  try {
    return homedir();
  } catch {
    return join(temporary, 'no-home');
  }
}
