import { NO_ACCOUNT } from '../aws/names.js';
import type { Variables } from '../github/job.js';
import type { HandedOver, JobFile } from '../handover/job-file.js';
import { jobFolders } from '../handover/job-folder.js';

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

/**
 * Finds the folders of this job's steps, and in them the accounts. The first environment of an account counts: the
 * default one, the one named first, the later step's. Profiles for those who name them are not for CDK to choose.
 *
 * @returns undefined when AWS_CONFIG_FILE names no file of ours
 */
export function handedOverAccounts(variables: Variables): HandedOverAccounts | undefined {
  const folders = jobFolders(variables);
  const [latest] = folders;
  if (latest === undefined) return undefined;
  const accounts = new Map<string, HandedOverAccount>();
  for (const { path, job } of folders.filter(folder => folder.job.use === 'by default')) {
    for (const environment of job.environments) {
      const { account } = environment.target;
      if (account !== NO_ACCOUNT && !accounts.has(account))
        accounts.set(account, { environment, folder: path, job });
    }
  }
  return { job: latest.job, accounts };
}
