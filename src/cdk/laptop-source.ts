import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import type { Variables } from '../github/job.js';
import { laptopAccounts } from './laptop-accounts.js';
import { LaptopCredentials } from './laptop-credentials.js';

/**
 * What gives CDK the credentials of a person.
 *
 * @param variables of a process to which no job handed anything over
 * @returns undefined in a job: every hand-over names its session, and ending it leaves the name empty
 */
export function laptopSource(variables: Variables, folder: string): LaptopCredentials | undefined {
  const plugin = variables['CDK_PLUGIN'] ?? '';
  const inJob = variables['GITHUB_ACTIONS'] === 'true' || variables['CDK_ROLE_SESSION_NAME'] !== undefined;
  if (inJob || !isAbsolute(plugin)) return undefined;
  const command = join(dirname(dirname(realpathSync(plugin))), 'cli', 'index.js');
  return new LaptopCredentials(laptopAccounts(variables, folder), command);
}
