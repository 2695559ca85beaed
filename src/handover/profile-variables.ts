import type { Region } from '../aws/names.js';
import type { Target } from '../credentials/target.js';
import type { Variables } from '../github/job.js';
import { blankingOthers } from './environment.js';
import type { JobFile } from './job-file.js';

interface HandedOverRequest {
  readonly job: JobFile;
  readonly refresh: boolean;
  /** Whether the first environment is the default profile of the file. */
  readonly isDefault: boolean;
  readonly configFile: string;
  readonly credentialsFile: string;
  /** Targets of an earlier step that stay reachable. */
  readonly outer: readonly Target[];
  readonly inherited: Variables;
}

interface HandedOver {
  readonly variables: Readonly<Record<string, string>>;
  readonly notices: readonly string[];
}

const REGION_VARIABLES = ['AWS_REGION', 'AWS_DEFAULT_REGION'] as const;

/**
 * What later steps get to see. A variable can be changed for them, but never be taken away again, and an empty one is
 * not the same as none: botocore takes an empty AWS_PROFILE for the name of a profile, and an empty AWS_DEFAULT_REGION
 * for that of a Region, as the SDK for JavaScript does with AWS_REGION. So neither is set where it was not set before.
 */
export function handedOverVariables(request: HandedOverRequest): HandedOver {
  const target = request.job.environments[0]?.target;
  if (target === undefined) throw new Error('profiles need at least one environment');
  const files = {
    AWS_CONFIG_FILE: request.configFile,
    AWS_SHARED_CREDENTIALS_FILE: request.credentialsFile,
    AWS_SDK_LOAD_CONFIG: '1',
  };
  switch (request.job.use) {
    case 'by name': {
      const { variables, notices } = regionsBesideName(request, target);
      return { variables: { ...files, ...variables }, notices };
    }
    case 'beside keys':
      return { variables: { ...files, ...profileNamed(target.name, request) }, notices: [] };
    case 'by default':
      return byDefault(request, target, files);
  }
}

function byDefault(
  request: HandedOverRequest,
  target: Target,
  files: Readonly<Record<string, string>>,
): HandedOver {
  const { job, inherited } = request;
  const regions = regionsByDefault(request, target.region);
  const variables = {
    ...files,
    ...profileNamed(target.name, request),
    ...regions.variables,
    CDK_ROLE_SESSION_NAME: target.sessionName,
    // A container that gets static keys could not load the plugin, and CDK stops when it cannot.
    ...(request.refresh && { CDK_PLUGIN: job.programs.cdkPlugin }),
  };
  const blanks = blankingOthers(inherited, new Map(Object.entries(variables)));
  const blanked = [...blanks.keys()].join(', ');
  const notice = `Blanked, for they would name another identity than the profiles: ${blanked}.`;
  return {
    variables: { ...Object.fromEntries(blanks), ...variables },
    notices: [...(blanks.size === 0 ? [] : [notice]), ...regions.notices],
  };
}

/**
 * The variables that name a profile, where they are needed: when they are there already (be they empty), or when
 * `default` is the user's own profile.
 */
function profileNamed(name: string, { job, inherited, isDefault }: HandedOverRequest) {
  const isNeeded = job.use === 'by default' && !isDefault;
  return {
    ...((isNeeded || inherited['AWS_PROFILE'] !== undefined) && { AWS_PROFILE: name }),
    // botocore prefers this one.
    ...(inherited['AWS_DEFAULT_PROFILE'] !== undefined && { AWS_DEFAULT_PROFILE: name }),
  };
}

/** Tools prefer these variables to a profile's Region: where they are set, they become the first environment's. */
function regionsByDefault({ job, outer, inherited }: HandedOverRequest, primary: Region): HandedOver {
  const set = REGION_VARIABLES.filter(name => inherited[name] !== undefined);
  const others = [...job.environments.map(({ target }) => target), ...outer].filter(
    ({ region }) => region !== primary,
  );
  return {
    variables: Object.fromEntries(set.map(name => [name, primary])),
    notices:
      set.length === 0 || others.length === 0
        ? []
        : [regionNotice(set, primary, [...new Set(others.map(({ name }) => name))])],
  };
}

/** The default identity keeps its Region; an empty variable, which breaks every tool, gets the profile's. */
function regionsBesideName({ inherited }: HandedOverRequest, { name, region }: Target): HandedOver {
  const empty = REGION_VARIABLES.filter(variable => inherited[variable] === '');
  const [other] = REGION_VARIABLES.filter(variable => (inherited[variable] ?? '') !== '');
  const place = other && inherited[other];
  return {
    variables: Object.fromEntries(empty.map(variable => [variable, place ?? region])),
    notices: place === undefined || place === region ? [] : [regionNotice([other ?? ''], place, [name])],
  };
}

function regionNotice(set: readonly string[], region: string, profiles: readonly string[]): string {
  const verb = set.length > 1 ? 'are' : 'is';
  return (
    `${set.join(' and ')} ${verb} ${region} in this job, and tools prefer that to the Region of a profile: ` +
    `give commands that use ${profiles.join(' or ')} its Region, for example with \`--region\`.`
  );
}
