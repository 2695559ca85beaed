import type { YAMLMap, YAMLSeq } from 'yaml';
import { region as parseRegion, type Region } from '../aws/names.js';
import { parseDuration } from '../config/duration.js';
import { type EnvironmentNames, entryName, type JobEnvironment, matrixValues } from './environments.js';
import type { Demand, Taken } from './hand-overs.js';
import { SAID_BY_FILE, type StepInputs } from './identity-step.js';
import { referencesIn } from './references.js';
import { regionInScripts, type StatedRegion, statedRegion } from './region.js';
import type { NeededEnvironment, Surroundings } from './types.js';
import { endOf, startOf, type YamlText } from './yaml-text.js';

/** A list of steps that is rewritten: of a job, or of a composite action. */
export interface StepsOwner {
  readonly file: YamlText;
  readonly path: string;
  readonly root: YAMLMap;
  readonly map: YAMLMap;
  readonly steps: YAMLSeq;
  readonly kind: 'job' | 'composite';
  /** What names it: its key, its name, the workflow's. */
  readonly hints: readonly string[];
}

export const CHECKOUT = /^actions\/checkout@/;

/** Our step, and what the configuration file needs for it. */
export interface PlannedStep {
  readonly inputs: StepInputs;
  readonly environments: readonly NeededEnvironment[];
}

export function planStep(
  owner: StepsOwner,
  demand: Demand,
  environment: JobEnvironment,
  primary: string,
  surroundings: Surroundings,
  names: EnvironmentNames,
  taken: Taken,
): PlannedStep {
  const { file, map, root, kind } = owner;
  const own = (name: string) => file.textOf(file.valueAt(demand.inPlace, 'with', name)) || undefined;
  const stated = statedRegion(
    file,
    demand.region ?? own('aws-region'),
    kind === 'job' ? [map, root] : [root],
  );
  const region = stated?.known ?? firstRegion(owner, stated) ?? surroundings.region;
  const role = own('role-to-assume');
  const name =
    environment.kind === 'computed'
      ? undefined
      : names.of(
          demand.reference,
          [demand.reference, ...owner.hints],
          environmentFixed(environment, surroundings),
        );
  const duration = own('role-duration-seconds');
  const entry = {
    region,
    role: literalRole(role),
    duration: duration === undefined ? undefined : parseDuration(duration),
  };
  const environments = entriesFor(owner, environment, name ?? primary, primary, entry, taken);
  const fits = stated === undefined || stated.known !== undefined || surroundings.region !== undefined;
  const byFile = kind === 'composite' || (fits && hasFile(file, owner.steps, demand.index));
  if (role === undefined && byFile) {
    const lines = [...(name === undefined ? [] : [`environment: ${name}`]), 'export: env'];
    return { inputs: { lines, gone: SAID_BY_FILE }, environments };
  }
  const place = stated?.text ?? region;
  return {
    inputs: classic(owner, demand, role, place, name ?? primary, surroundings, taken),
    environments,
  };
}

/** A Region that the configuration file can begin with, where the job has several or none is written. */
function firstRegion({ file, map }: StepsOwner, stated: StatedRegion | undefined): Region | undefined {
  if (stated === undefined) return regionInScripts(file.text.slice(startOf(map.items[0]?.key), endOf(map)));
  const [reference] = referencesIn(stated.text);
  const [value = ''] = reference?.context === 'matrix' ? matrixValues(file, map, reference.name) : [];
  return parseRegion(value);
}

/** What the configuration file is to have for a step. */
function entriesFor(
  { map, kind }: StepsOwner,
  environment: JobEnvironment,
  name: string,
  primary: string,
  entry: Pick<NeededEnvironment, 'region' | 'role' | 'duration'>,
  taken: Taken,
): readonly NeededEnvironment[] {
  if (environment.kind !== 'computed') {
    const gitHubEnvironment = environment.kind === 'named' ? environment.name : primary;
    return [{ ...entry, name, gitHubEnvironment }];
  }
  if (environment.values.length === 0 && kind === 'job')
    taken.leave(
      startOf(map.items[0]?.key),
      `the GitHub environment is ${environment.text}, and what it can be is not seen here`,
      '# in .github/aws-temp-creds.yml, for each value:\nenvironments:\n  NAME: { account: "…", region: …, role: github-deploy }',
    );
  return environment.values.map(value => ({ ...entry, name: entryName(value), gitHubEnvironment: value }));
}

function environmentFixed(
  environment: JobEnvironment,
  { environment: wanted }: Surroundings,
): string | undefined {
  return environment.kind === 'named' ? environment.name : wanted;
}

/** Whether the configuration file is there: an earlier step has checked the repository out where it belongs. */
function hasFile(file: YamlText, steps: YAMLSeq, index: number): boolean {
  return steps.items.slice(0, index).some(item => {
    const step = file.mapOf(item);
    const inputs = file.mapOf(file.valueAt(step, 'with'));
    const elsewhere = ['path', 'repository', 'sparse-checkout'].some(
      name => file.entry(inputs, name) !== undefined,
    );
    return CHECKOUT.test(file.textOf(file.valueAt(step, 'uses')) ?? '') && !elsewhere;
  });
}

/** Role and Region stand in the step: where the configuration file is not there, or the Region is known only in the job. */
function classic(
  owner: StepsOwner,
  { inPlace, index }: Demand,
  role: string | undefined,
  region: string | undefined,
  environment: string,
  { accounts, role: roleName }: Surroundings,
  taken: Taken,
): StepInputs {
  const { file } = owner;
  const inputs = file.mapOf(file.valueAt(inPlace, 'with'));
  const account = accounts.get(environment) ?? accounts.get('*');
  const at = startOf(owner.steps.items[index]);
  const arn = account === undefined ? '${{ vars.AWS_ROLE_ARN }}' : `arn:aws:iam::${account}:role/${roleName}`;
  if (role === undefined && account === undefined)
    taken.leave(
      at,
      'the role of this job is a variable that is not there yet',
      `gh variable set AWS_ROLE_ARN --env ${environment} --body arn:aws:iam::ACCOUNT:role/${roleName}`,
    );
  if (role !== undefined)
    taken.leave(
      at,
      `the role ${role} was assumed with the key: let its trust policy admit the job`,
      'aws-temp-creds template roles',
    );
  if (region === undefined)
    taken.leave(
      at,
      'the Region of this job is a variable that is not there yet',
      `gh variable set AWS_REGION --env ${environment} --body eu-west-1`,
    );
  return {
    lines: [
      ...(role === undefined ? [`role-to-assume: ${arn}`] : []),
      ...(file.entry(inputs, 'aws-region') === undefined
        ? [`aws-region: ${region ?? '${{ vars.AWS_REGION }}'}`]
        : []),
    ],
    gone: [],
  };
}

function literalRole(role: string | undefined): string | undefined {
  return role !== undefined && /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(role)
    ? role
    : undefined;
}
