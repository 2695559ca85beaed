import type { Configuration } from '../config/configuration.js';
import type { ExportMode, Inputs } from '../config/inputs.js';
import type { AssumedRole, Target } from '../credentials/target.js';
import type { Job, Variables } from '../github/job.js';
import type { Runner } from '../github/runner.js';
import { readAwsFiles } from '../handover/aws-files.js';
import { endingChanges } from '../handover/ending.js';
import { type Changes, changed, environmentChanges } from '../handover/environment.js';
import { homeFolder } from '../handover/home.js';
import type { Use } from '../handover/job-file.js';
import { foldersInUse } from '../handover/job-folder.js';
import {
  newProfileFolder,
  programsBeside,
  refuseUnsafePlace,
  removeProfiles,
  writeProfiles,
} from '../handover/profile-folder.js';
import { type ProfilesPlan, planProfiles } from '../handover/profiles.js';
import { type IdentityOutputs, identityLines, identityOutputs, identitySummary } from '../handover/report.js';
import type { RestorePoint } from '../handover/restore.js';
import { offerCommand } from './offer-command.js';

/** How the credentials of a step will reach the later steps; decided, and checked, before they are asked for. */
export interface HandOver {
  readonly mode: ExportMode;
  readonly inputs: Inputs;
  readonly configuration: Configuration | undefined;
  /** The job's variables, without the identity of earlier steps where it is to end. */
  readonly variables: Variables;
  /** With profiles, and with keys where AWS_PROFILE is set. */
  readonly profiles: ProfilesPlan | undefined;
}

/** Name of the profile that stands beside keys in the environment. */
const BESIDE_KEYS = 'aws-temp-creds';

/** @throws Failure `wrong-configuration` when a profile of that name is there already, before any call is made */
export function planHandOver(
  targets: readonly Target[],
  mode: ExportMode,
  inputs: Inputs,
  configuration: Configuration | undefined,
  job: Job,
  given: Variables,
): HandOver {
  const variables = inputs.unsetCurrent ? changed(given, endingChanges(given)) : given;
  const use = useOf(mode, variables);
  const none = { mode, inputs, configuration, variables, profiles: undefined };
  if (use === undefined) return none;
  const folder = newProfileFolder(job.temporary);
  refuseUnsafePlace(folder);
  const profiles = planProfiles({
    targets: use === 'beside keys' ? targets.map(target => ({ ...target, name: BESIDE_KEYS })) : targets,
    configuration,
    use,
    refresh: use !== 'beside keys' && refreshes(inputs, targets),
    folder,
    // The bundle that is running: action.yml starts it by its absolute path.
    programs: programsBeside(process.argv[1] ?? '', process.execPath),
    files: readAwsFiles(variables, homeFolder(job)),
    variables,
    connection: inputs.connection,
    platform: process.platform,
  });
  return { ...none, profiles };
}

/** Who acts as a step's profiles; undefined: it makes none. */
function useOf(mode: ExportMode, variables: Variables): Use | undefined {
  switch (mode) {
    case 'profiles':
      return 'by default';
    case 'named-profiles':
      return 'by name';
    case 'env':
      // The SDK for JavaScript prefers a profile that is named there to keys, and botocore insists that it exists.
      return ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'].some(name => variables[name] !== undefined)
        ? 'beside keys'
        : undefined;
    case 'none':
      return undefined;
  }
}

/** What starts from the credentials of an earlier step ends with them: it is renewed only if that is asked for. */
function refreshes({ refresh }: Inputs, targets: readonly Target[]): boolean {
  return refresh ?? !targets.some(({ chain }) => chain !== undefined && chain.via === undefined);
}

type Roles = readonly [AssumedRole, ...AssumedRole[]];

/** Tells as whom the later steps act, and lets them: the export is the last thing. */
export async function handOver(
  plan: HandOver,
  roles: Roles,
  obtained: Date,
  runner: Runner,
  job: Job,
  given: Variables,
  point: RestorePoint,
): Promise<void> {
  const { inputs, profiles } = plan;
  const primary = primaryOf(roles, plan.configuration);
  // What can fail comes first: a step that fails tells and leaves nothing of an identity.
  if (profiles !== undefined) {
    point.keepFolder(profiles.folder);
    writeProfiles(profiles, rolesFor(profiles, roles), obtained);
  }
  if (plan.mode === 'none') offerCommand(runner, job);
  for (const line of identityLines(roles)) runner.info(line);
  for (const notice of [...noticesOf(plan), ...inputNotices(inputs)]) runner.annotate('notice', notice);
  await runner.summarize(identitySummary(roles, inputs.maskAccount));
  setIdentityOutputs(runner, identityOutputs(primary, roles, inputs.outputCredentials));
  if (inputs.unsetCurrent) endIdentity(runner, job, given, point);
  point.change(plan.variables, changesOf(plan, primary));
}

/** Ends every identity that the job has, for good: no post step brings it back. */
export function endIdentity(runner: Runner, job: Job, variables: Variables, point: RestorePoint): void {
  const changes = endingChanges(variables);
  const folders = foldersInUse(variables);
  point.changeForGood(changes);
  for (const { path } of folders) removeProfiles(path, job.temporary);
  if (changes.size > 0) {
    runner.info(`Ended for the later steps: ${[...changes.keys()].join(', ')}`);
  }
}

function rolesFor({ job: { use, environments } }: ProfilesPlan, roles: Roles): readonly AssumedRole[] {
  const [only] = environments;
  return use === 'beside keys' && only ? [{ ...roles[0], target: only.target }] : roles;
}

function changesOf({ mode, profiles, variables }: HandOver, primary: AssumedRole): Changes {
  const keys: Changes = mode === 'env' ? environmentChanges(primary, variables) : new Map();
  return new Map([...keys, ...Object.entries(profiles?.variables ?? {})]);
}

function noticesOf({ profiles, variables, mode }: HandOver): readonly string[] {
  if (mode !== 'env') return profiles?.notices ?? [];
  const named = ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'].filter(name => variables[name]);
  if (named.length === 0) return [];
  return [
    `${named.join(' and ')} named another profile; now it is one with the same keys as the environment's, ` +
      'for tools disagree on which of the two counts.',
  ];
}

function inputNotices({ externalId, chaining }: Inputs): readonly string[] {
  if (externalId === undefined || chaining) return [];
  return [
    'role-external-id counts with `role-chaining` only: a call with an OIDC token has no place for it, and the trust policy should check `sub` instead.',
  ];
}

/** The role that outputs and environment variables for one identity speak of: the default one, else the first. */
function primaryOf(roles: Roles, configuration: Configuration | undefined): AssumedRole {
  const defaults =
    configuration?.environments.filter(({ isDefault }) => isDefault).map(({ name }) => name) ?? [];
  return roles.find(({ target }) => defaults.includes(target.name)) ?? roles[0];
}

export function setIdentityOutputs(runner: Runner, outputs: IdentityOutputs): void {
  for (const [name, value] of Object.entries(outputs)) runner.setOutput(name, value);
}
