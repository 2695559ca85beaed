import type { Region } from '../aws/names.js';
import type { Target } from '../credentials/target.js';
import type { Variables } from '../github/job.js';
import { blankingOthers } from './environment.js';
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
  const regions = regionVariables(request, target.region);
  const variables = {
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
  };
  const blanks = blankingOthers(inherited, new Map(Object.entries(variables)));
  const blanked = [...blanks.keys()].join(', ');
  const notice = `Blanked, for they would name another identity than the profiles: ${blanked}.`;
  return {
    primary,
    variables: { ...Object.fromEntries(blanks), ...variables },
    notices: [...(blanks.size === 0 ? [] : [notice]), ...regions.notices],
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
