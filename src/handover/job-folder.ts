import { basename, dirname } from 'node:path';
import { readIfThere } from '../credentials/private-file.js';
import type { Variables } from '../github/job.js';
import { isOurFolder } from './folder-trust.js';
import { type JobFile, jobFilePath, parseJobFile } from './job-file.js';

/** The folder that a step of ours handed over by. */
export interface JobFolder {
  readonly path: string;
  readonly job: JobFile;
}

/** Steps of one job that hand over on top of each other; more is a circle. */
const MOST_STEPS = 50;

/** @returns undefined when the folder is not one that a step of ours made for the users of this job */
export function jobFolder(path: string): JobFolder | undefined {
  const job = parseJobFile(readIfThere(jobFilePath(path)));
  return job?.folder === basename(path) && isOurFolder(path) ? { path, job } : undefined;
}

/**
 * The folders of this job's earlier steps, the latest one first: it is where AWS_CONFIG_FILE leads the tools, and each
 * knows the one before.
 */
export function jobFolders(variables: Variables): readonly JobFolder[] {
  return foldersFrom(variables['AWS_CONFIG_FILE']);
}

/** The same; but where the configuration file is another one, those that AWS_SHARED_CREDENTIALS_FILE leads to. */
export function foldersInUse(variables: Variables): readonly JobFolder[] {
  const folders = jobFolders(variables);
  return folders.length > 0 ? folders : foldersFrom(variables['AWS_SHARED_CREDENTIALS_FILE']);
}

function foldersFrom(file: string | undefined): readonly JobFolder[] {
  const found: JobFolder[] = [];
  let next = file ? jobFolder(dirname(file)) : undefined;
  while (next !== undefined && found.length < MOST_STEPS) {
    found.push(next);
    next = next.job.outer === undefined ? undefined : jobFolder(next.job.outer);
  }
  return found;
}
