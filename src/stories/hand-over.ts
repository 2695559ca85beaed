import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Configuration } from '../config/configuration.js';
import type { ExportMode, Inputs } from '../config/inputs.js';
import type { AssumedRole, Target } from '../credentials/target.js';
import type { Job, Variables } from '../github/job.js';
import type { Runner } from '../github/runner.js';
import { readAwsFiles } from '../handover/aws-files.js';
import { putCommandOnPath } from '../handover/command-on-path.js';
import { blankingOthers, type Changes, environmentChanges } from '../handover/environment.js';
import { newProfileFolder, programsBeside, writeProfiles } from '../handover/profile-folder.js';
import { type ProfilesPlan, planProfiles } from '../handover/profiles.js';
import { type IdentityOutputs, identityLines, identityOutputs, identitySummary } from '../handover/report.js';
import { changeEnvironment, rememberFolder } from '../handover/restore.js';

/** How the credentials of a step will reach the later steps; decided, and checked, before they are asked for. */
export interface HandOver {
  readonly mode: ExportMode;
  readonly inputs: Inputs;
  readonly configuration: Configuration | undefined;
  /** With `export: profiles`. */
  readonly profiles: ProfilesPlan | undefined;
}

/** @throws Failure `wrong-configuration` when a profile of that name is there already, before any call is made */
export function planHandOver(
  targets: readonly Target[],
  mode: ExportMode,
  inputs: Inputs,
  configuration: Configuration | undefined,
  job: Job,
  variables: Variables,
): HandOver {
  if (mode !== 'profiles') return { mode, inputs, configuration, profiles: undefined };
  const profiles = planProfiles({
    targets,
    configuration,
    refresh: inputs.refresh,
    folder: newProfileFolder(job.temporary),
    // The bundle that is running: action.yml starts it by its absolute path.
    programs: programsBeside(process.argv[1] ?? '', process.execPath),
    files: readAwsFiles(variables, homeFolder(job)),
    variables,
    connection: inputs.connection,
    platform: process.platform,
  });
  return { mode, inputs, configuration, profiles };
}

/** A user without a home, as containers have them, has no files there. */
function homeFolder({ temporary }: Job): string {
  try {
    return homedir();
  } catch {
    return join(temporary, 'no-home');
  }
}

type Roles = readonly [AssumedRole, ...AssumedRole[]];

/** Tells as whom the later steps act, and lets them: the export is the last thing. */
export async function handOver(
  plan: HandOver,
  roles: Roles,
  obtained: Date,
  runner: Runner,
  job: Job,
  variables: Variables,
): Promise<void> {
  const { inputs, profiles } = plan;
  const primary = primaryOf(roles, plan.configuration);
  // What can fail comes first: a step that fails tells and leaves nothing of an identity.
  if (profiles !== undefined) {
    rememberFolder(runner, profiles.folder);
    writeProfiles(profiles, roles, obtained);
  }
  if (plan.mode === 'none') offerCommand(runner, job);
  for (const line of identityLines(roles)) runner.info(line);
  for (const notice of noticesOf(plan, variables)) runner.annotate('notice', notice);
  await runner.summarize(identitySummary(roles, inputs.maskAccount));
  setIdentityOutputs(runner, identityOutputs(primary, roles, inputs.outputCredentials));
  changeEnvironment(runner, job, variables, changesOf(plan, primary, variables));
}

/** With `export: none` later steps ask for themselves, one command at a time. */
export function offerCommand(runner: Runner, job: Job): void {
  const folder = putCommandOnPath(runner, job, process.argv[1] ?? '', process.execPath);
  if (folder !== undefined)
    runner.info('On PATH for later steps: aws-temp-creds exec --environment NAME -- COMMAND');
}

function changesOf(
  { mode, inputs, profiles }: HandOver,
  primary: AssumedRole,
  variables: Variables,
): Changes {
  if (profiles !== undefined) return new Map(Object.entries(profiles.variables));
  if (mode === 'env') return environmentChanges(primary, variables);
  return inputs.unsetCurrent ? blankingOthers(variables) : new Map();
}

function noticesOf({ mode, profiles }: HandOver, variables: Variables): readonly string[] {
  if (profiles !== undefined) return profiles.notices;
  const named = ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'].filter(name => variables[name]);
  if (mode !== 'env' || named.length === 0) return [];
  return [
    `${named.join(' and ')} was set before this step and is now empty, for tools disagree on whether a profile or the keys count. ` +
      'The AWS CLI and boto3 refuse an empty one: remove it from the workflow, or write `export: profiles`.',
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
