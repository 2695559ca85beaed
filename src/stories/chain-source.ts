import type { TemporaryCredentials } from '../credentials/target.js';
import { Failure } from '../failure.js';
import type { Variables } from '../github/job.js';
import { askProcess } from '../handover/ask-process.js';
import type { Programs } from '../handover/job-file.js';
import { type JobFolder, jobFolders } from '../handover/job-folder.js';

/**
 * The credentials of an earlier step, which `role-chaining` starts from: those of the profile that AWS_PROFILE names,
 * if it is one of ours; else the keys in the environment; else our default profile.
 *
 * @param programs of the running step
 * @throws Failure `wrong-input` when there are none, or only a long-lived key; `unreachable` when a profile gives none
 */
export async function earlierCredentials(
  variables: Variables,
  programs: Programs,
): Promise<TemporaryCredentials> {
  const folders = jobFolders(variables);
  const named = variables['AWS_PROFILE'] || variables['AWS_DEFAULT_PROFILE'];
  const profile =
    (named && profileOf(folders, named)) || (!hasKeys(variables) && profileOf(folders, 'default'));
  if (profile) return ofProfile(profile, programs);
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = variables;
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY || !AWS_SESSION_TOKEN) throw noCredentials(variables);
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    sessionToken: AWS_SESSION_TOKEN,
    expiration: new Date(8.64e15),
  };
}

interface OurProfile {
  readonly folder: string;
  readonly environment: string;
}

/** The latest step of ours that made a profile of that name; `default` is the first environment of a step. */
function profileOf(folders: readonly JobFolder[], name: string): OurProfile | undefined {
  for (const { path, job } of folders) {
    const environment =
      job.environments.find(({ target }) => target.name === name) ??
      (name === 'default' && job.use === 'by default' && job.profiles.includes(name)
        ? job.environments[0]
        : undefined);
    if (environment !== undefined) return { folder: path, environment: environment.target.name };
  }
  return undefined;
}

async function ofProfile(profile: OurProfile, programs: Programs): Promise<TemporaryCredentials> {
  try {
    return await askProcess(programs, { ...profile, purpose: 'deploy' });
  } catch (error) {
    throw new Failure(
      'unreachable',
      {
        what: `role-chaining starts from the profile ${profile.environment} of an earlier step, which gives no credentials.`,
        why: error instanceof Error ? error.message : String(error),
      },
      { cause: error },
    );
  }
}

function hasKeys(variables: Variables): boolean {
  return Boolean(variables['AWS_ACCESS_KEY_ID'] && variables['AWS_SECRET_ACCESS_KEY']);
}

function noCredentials(variables: Variables): Failure {
  const longLived = hasKeys(variables);
  return new Failure('wrong-input', {
    what: longLived
      ? 'role-chaining starts from temporary credentials, and the environment holds a long-lived key.'
      : 'role-chaining starts from the credentials of an earlier step, and there are none.',
    why: longLived
      ? 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are set without AWS_SESSION_TOKEN.'
      : 'AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN are not all set, and no profile of an earlier step is the default one.',
    likely: longLived
      ? 'A static key is still handed to the job.'
      : 'The earlier step has `export: none`, or `aws-profile`, whose profile has to be named in AWS_PROFILE.',
    write:
      'Let the step before this one assume the first role, or name that role as `via` in the configuration file. After `aws-profile: first`, this step needs `env: { AWS_PROFILE: first }`.',
  });
}
