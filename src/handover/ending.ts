import type { Variables } from '../github/job.js';
import { blankingOthers, type Changes } from './environment.js';
import { foldersInUse } from './job-folder.js';
import { configPath } from './profiles.js';

/**
 * A name that no profile has. AWS_PROFILE cannot be taken away from a job, and empty it is not the same as absent:
 * botocore refuses it, and the SDK for JavaScript goes on with the machine's default profile.
 */
export const ENDED = 'aws-temp-creds-ended';

/**
 * What ends every identity that the job's environment holds, whoever put it there, so that no later step acts as
 * somebody: keys, tokens, the name of a profile, and the profiles of our earlier steps. The user's own files of
 * profiles stay reachable, and so does the Region, which is no identity.
 *
 * CDK_PLUGIN stays ours where the user had none, for CDK stops at an empty one: without profiles of ours the plugin
 * only loads those of the project.
 */
export function endingChanges(current: Variables): Changes {
  const names = ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'].filter(name => current[name]);
  return new Map([
    ...blankingOthers(current),
    ...names.map(name => [name, ENDED] as const),
    ...withoutOurProfiles(current),
  ]);
}

function withoutOurProfiles(current: Variables): Changes {
  const [latest] = foldersInUse(current);
  if (latest === undefined) return new Map();
  const { before, cdkPlugin } = latest.job;
  const isConfig = current['AWS_CONFIG_FILE'] === configPath(latest.path);
  return new Map([
    ...(isConfig ? [['AWS_CONFIG_FILE', before.config] as const] : []),
    ['AWS_SHARED_CREDENTIALS_FILE', before.credentials],
    ...(current['CDK_ROLE_SESSION_NAME'] ? [['CDK_ROLE_SESSION_NAME', ''] as const] : []),
    ...(cdkPlugin === undefined ? [] : [['CDK_PLUGIN', cdkPlugin] as const]),
  ]);
}
