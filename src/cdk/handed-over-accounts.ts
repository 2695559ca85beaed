import { basename, dirname } from 'node:path';
import { readIfThere } from '../credentials/private-file.js';
import type { Variables } from '../github/job.js';
import { type HandedOver, type JobFile, jobFilePath, parseJobFile } from '../handover/job-file.js';

/** An account that the job may act in, and where its credentials come from. */
export interface HandedOverAccount {
  readonly environment: HandedOver;
  readonly folder: string;
  readonly job: JobFile;
}

/** What the job handed over, by account ID. */
export interface HandedOverAccounts {
  readonly job: JobFile;
  readonly accounts: ReadonlyMap<string, HandedOverAccount>;
}

/** Steps of one job that hand over on top of each other; more is a circle. */
const MOST_STEPS = 50;

/**
 * Finds the folder that the job's profiles are in, beside the file that AWS_CONFIG_FILE names, and in it (and in those
 * of earlier steps) the accounts. The first environment of an account counts: the default one, the one named first,
 * the later step's.
 *
 * @returns undefined when AWS_CONFIG_FILE names no file of ours
 */
export function handedOverAccounts(variables: Variables): HandedOverAccounts | undefined {
  const configFile = variables['AWS_CONFIG_FILE'];
  const folders = jobsFrom(configFile ? dirname(configFile) : undefined);
  const [latest] = folders;
  if (latest === undefined) return undefined;
  const accounts = new Map<string, HandedOverAccount>();
  for (const { folder, job } of folders) {
    for (const environment of job.environments) {
      const { account } = environment.target;
      if (!accounts.has(account)) accounts.set(account, { environment, folder, job });
    }
  }
  return { job: latest.job, accounts };
}

function jobsFrom(start: string | undefined): readonly { readonly folder: string; readonly job: JobFile }[] {
  const found: { folder: string; job: JobFile }[] = [];
  let folder = start;
  while (folder !== undefined && found.length < MOST_STEPS) {
    const job = parseJobFile(readIfThere(jobFilePath(folder)));
    if (job?.folder !== basename(folder)) break;
    found.push({ folder, job });
    folder = job.outer;
  }
  return found;
}
