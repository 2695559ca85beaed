import type { Region } from '../aws/names.js';
import type { Target } from '../credentials/target.js';
import type { Variables } from '../github/job.js';
import type { JobFile } from './job-file.js';

interface HandedOverRequest {
  readonly job: JobFile;
  readonly refresh: boolean;
  readonly configFile: string;
  readonly credentialsFile: string;
  /** Targets of an earlier step that stay reachable. */
  readonly outer: readonly Target[];
  readonly inherited: Variables;
}

/** Variables that would make a tool someone else than the profile says: each is ahead of the profile in some SDK. */
const OTHER_IDENTITIES = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_SECURITY_TOKEN',
  'AWS_CREDENTIAL_EXPIRATION',
  'AWS_ACCOUNT_ID',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_ROLE_ARN',
] as const;

const REGION_VARIABLES = ['AWS_REGION', 'AWS_DEFAULT_REGION'] as const;

/** What later steps get to see. */
export function handedOverVariables(request: HandedOverRequest): {
  readonly primary: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly notices: readonly string[];
} {
  const { job, inherited } = request;
  const target = job.environments[0]?.target;
  if (target === undefined) throw new Error('profiles need at least one environment');
  const primary = target.name;
  const others = OTHER_IDENTITIES.filter(name => inherited[name]);
  const regions = regionVariables(request, target.region);
  return {
    primary,
    variables: {
      ...Object.fromEntries(others.map(name => [name, ''])),
      AWS_CONFIG_FILE: request.configFile,
      AWS_SHARED_CREDENTIALS_FILE: request.credentialsFile,
      AWS_PROFILE: primary,
      // botocore prefers this one, and takes an empty one for the name of a profile that does not exist.
      ...(inherited['AWS_DEFAULT_PROFILE'] !== undefined && { AWS_DEFAULT_PROFILE: primary }),
      AWS_SDK_LOAD_CONFIG: '1',
      ...regions.variables,
      CDK_ROLE_SESSION_NAME: target.sessionName,
      // A container that gets static keys could not load the plugin, and CDK stops when it cannot.
      ...(request.refresh && { CDK_PLUGIN: job.programs.cdkPlugin }),
    },
    notices: [
      ...(others.length === 0
        ? []
        : [`Blanked, for they would name another identity than the profiles: ${others.join(', ')}.`]),
      ...regions.notices,
    ],
  };
}

/**
 * The tools prefer these variables to a profile's Region, so they are set only when there is one Region. Inherited
 * ones cannot be removed from a job, and the AWS CLI takes an empty one for the name of a Region: with several
 * Regions they become the primary profile's.
 */
function regionVariables({ job, outer, inherited }: HandedOverRequest, primary: Region) {
  const all = new Set(
    [...job.environments.map(({ target }) => target), ...outer].map(({ region }) => region),
  );
  const set =
    all.size === 1 ? REGION_VARIABLES : REGION_VARIABLES.filter(name => inherited[name] !== undefined);
  return {
    variables: Object.fromEntries(set.map(name => [name, primary])),
    notices:
      all.size === 1 || set.length === 0
        ? []
        : [
            `${set.join(' and ')} was set before this step and beats the Region of every profile; it is now ${primary}. ` +
              'Remove it from the workflow, or give the Region to commands that use another profile.',
          ],
  };
}
