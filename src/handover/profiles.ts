import { basename, join, resolve } from 'node:path';
import type { Configuration } from '../config/configuration.js';
import type { ConnectionInputs } from '../config/inputs.js';
import type { AssumedRole, Target } from '../credentials/target.js';
import type { Variables } from '../github/job.js';
import { type AwsFile, type AwsFiles, hasOwnDefault } from './aws-files.js';
import type { HandedOver, JobFile, Programs, Use } from './job-file.js';
import {
  configHeader,
  credentialsHeader,
  joinFiles,
  ourPart,
  staticKeys,
  withoutProfiles,
} from './profile-file.js';
import { refuseClashes, refuseUnrenewable } from './profile-refusals.js';
import { handedOverVariables } from './profile-variables.js';
import { profileCommand, refuseExpandable } from './quoting.js';
import { rememberedSettings } from './remembered-settings.js';

/** What profiles are planned from. */
export interface ProfilesRequest {
  /** In the order in which they were named. */
  readonly targets: readonly Target[];
  /** Says of each target's environment which role reads, and which one is the default; undefined: the classic pair. */
  readonly configuration: Configuration | undefined;
  readonly use: Use;
  /** False: static keys in the profiles, for containers that cannot start a process of ours. */
  readonly refresh: boolean;
  /** See newProfileFolder. */
  readonly folder: string;
  readonly programs: Programs;
  readonly files: AwsFiles;
  readonly variables: Variables;
  readonly connection: ConnectionInputs;
  readonly platform: NodeJS.Platform;
}

/** Everything that will be written and exported, except the credentials. */
export interface ProfilesPlan {
  readonly folder: string;
  readonly refresh: boolean;
  /** Whether the first environment is the default profile too. */
  readonly isDefault: boolean;
  readonly job: JobFile;
  readonly config: FilePlan;
  /** Undefined: the user's own credentials file stays in use, so that none of its secrets is copied. */
  readonly credentials: FilePlan | undefined;
  /** Variables to export, in this order. '' blanks what was inherited. */
  readonly variables: Readonly<Record<string, string>>;
  /** What the user should know. */
  readonly notices: readonly string[];
}

/** A file of profiles: the user's bytes, then what an earlier step of ours wrote, then the new sections. */
interface FilePlan {
  readonly theirs: Buffer;
  readonly earlier: string;
}

/**
 * Plans the job's folder, before any call is made.
 *
 * @throws Failure `wrong-configuration` when a profile of that name exists, or a path cannot be quoted;
 *   `wrong-input` when credentials are to be renewed that cannot be
 */
export function planProfiles(request: ProfilesRequest): ProfilesPlan {
  const { files, folder, programs, platform, refresh, use } = request;
  if (refresh) refuseUnrenewable(request.targets);
  const environments = primaryFirst(request);
  const names = new Set(environments.map(({ target }) => target.name));
  refuseClashes(names, files);
  profileCommand(programs, folder, 'name', platform);
  refuseExpandable(folder);
  const { remembered, notices } = rememberedSettings(request.variables);
  const isDefault = use === 'by default' && !hasOwnDefault(files);
  // An earlier step's default profile ends where this step's begins.
  const superseded = use === 'by default' ? new Set([...names, 'default']) : names;
  const job = jobFile(request, environments, remembered, isDefault ? superseded : names);
  const credentials = files.credentials.isTheirs ? undefined : filePlan(files.credentials, superseded);
  const exported = handedOverVariables({
    job,
    refresh,
    isDefault,
    configFile: configPath(folder),
    credentialsFile: credentials === undefined ? files.credentials.path : credentialsPath(folder),
    outer: files.outer?.job.environments.map(({ target }) => target) ?? [],
    inherited: request.variables,
  });
  return {
    folder,
    refresh,
    isDefault,
    job,
    config: filePlan(files.config, superseded),
    credentials,
    variables: exported.variables,
    notices: [...(refresh ? notices : []), ...exported.notices],
  };
}

export function configPath(folder: string): string {
  return join(folder, 'config');
}

export function credentialsPath(folder: string): string {
  return join(folder, 'credentials');
}

/** The content of the two files. Static keys go where every tool looks for them, unless that file is the user's. */
export function profileContents(
  plan: ProfilesPlan,
  assumed: readonly AssumedRole[],
  platform: NodeJS.Platform,
): { readonly config: Buffer; readonly credentials: Buffer | undefined } {
  const { config, credentials, job, folder } = plan;
  const keysOf = (name: string) => {
    const role = assumed.find(({ target }) => target.name === name);
    if (role === undefined) throw new Error(`there are no credentials for ${name}`);
    return staticKeys(role.credentials);
  };
  const sections = sectionNames(plan);
  const configSections = sections.map(({ header, target: { name, region } }) => {
    const renewed = [`credential_process = ${profileCommand(job.programs, folder, name, platform)}`];
    const source = plan.refresh ? renewed : credentials === undefined ? keysOf(name) : [];
    return [configHeader(header), `region = ${region}`, ...source].join('\n');
  });
  const keys = plan.refresh
    ? []
    : sections.map(({ header, target }) => [credentialsHeader(header), ...keysOf(target.name)].join('\n'));
  return {
    config: joinFiles(config.theirs, ourPart(config.earlier, configSections)),
    credentials: credentials && joinFiles(credentials.theirs, ourPart(credentials.earlier, keys)),
  };
}

/** The profiles of a step: one for each environment, and the first one a second time where it is the default. */
function sectionNames({ job, isDefault }: ProfilesPlan): readonly { header: string; target: Target }[] {
  const named = job.environments.map(({ target }) => ({ header: target.name, target }));
  const [first] = named;
  const isNamedSo = named.some(({ header }) => header === 'default');
  return isDefault && first && !isNamedSo ? [{ ...first, header: 'default' }, ...named] : named;
}

function jobFile(
  request: ProfilesRequest,
  environments: readonly HandedOver[],
  variables: Readonly<Record<string, string>>,
  names: ReadonlySet<string>,
): JobFile {
  const { stsEndpoint, maxAttempts, timeout } = request.connection;
  return {
    folder: basename(request.folder),
    configuration: request.configuration?.path,
    programs: request.programs,
    connection: { stsEndpoint, maxAttempts, timeout, variables },
    environments,
    cdkPlugin: inheritedPlugin(request),
    outer: request.files.outer?.path,
    profiles: [...new Set([...(request.files.outer?.job.profiles ?? []), ...names])],
    use: request.use,
    before: request.files.before,
  };
}

/** The environments with what the configuration says of them, the primary one first. */
function primaryFirst({ targets, configuration }: ProfilesRequest): readonly HandedOver[] {
  const found = targets.map(target => {
    const environment = configuration?.environments.find(({ name }) => name === target.name);
    return {
      isDefault: environment?.isDefault ?? false,
      handedOver: { target, readRole: environment?.readRole },
    };
  });
  const inOrder = [
    ...found.filter(({ isDefault }) => isDefault),
    ...found.filter(({ isDefault }) => !isDefault),
  ];
  return inOrder.map(({ handedOver }) => handedOver);
}

/**
 * The credentials file is planned only where it is ours to write. When the user has one it stays where it is and is
 * only named: it holds secrets, of which a copy would be one more place to lose them from.
 */
function filePlan({ theirs, ours }: AwsFile, superseded: ReadonlySet<string>): FilePlan {
  return { theirs, earlier: withoutProfiles(ours, superseded) };
}

/** The plugin that CDK_PLUGIN named before us: ours of an earlier step knows it from that step. */
function inheritedPlugin({ variables, files, programs }: ProfilesRequest): string | undefined {
  const inherited = variables['CDK_PLUGIN'] || undefined;
  const isOurs = inherited === programs.cdkPlugin || inherited === files.outer?.job.programs.cdkPlugin;
  if (inherited === undefined || isOurs) return files.outer?.job.cdkPlugin;
  return inherited.startsWith('.') ? resolve(inherited) : inherited;
}
