import type { YAMLMap, YAMLSeq } from 'yaml';
import {
  type EnvironmentNames,
  entryName,
  givenTo,
  type JobEnvironment,
  jobEnvironment,
} from './environments.js';
import { type Demand, envDemand, stepDemand, type Taken } from './hand-overs.js';
import { becomeOurs, insertStep } from './identity-step.js';
import { allowIdToken } from './permissions.js';
import { CHECKOUT, planStep, type StepsOwner } from './plan-step.js';
import type { NeededEnvironment, Surroundings } from './types.js';
import { type Entry, endOf, startOf, type YamlText } from './yaml-text.js';

export interface JobRewrite {
  readonly needsIdentity: boolean;
  readonly environments: readonly NeededEnvironment[];
}

/**
 * Takes the stored keys out of a list of steps, and puts in what gets credentials instead.
 *
 * @param general a key that the workflow gives to all its jobs
 * @param calls whether a step calls a local action that needs an identity
 */
export function rewriteSteps(
  owner: StepsOwner,
  surroundings: Surroundings,
  names: EnvironmentNames,
  general: Demand | undefined,
  calls: boolean,
  taken: Taken,
): JobRewrite {
  const { file, map, steps } = owner;
  const demands = demandsOf(owner, general, taken);
  if (demands.length === 0 && !calls) return { needsIdentity: false, environments: [] };
  const environment: JobEnvironment =
    owner.kind === 'job'
      ? jobEnvironment(file, owner.root, map, givenTo(surroundings, owner.path))
      : { kind: 'computed', text: 'the environment of the calling job', values: [] };
  const needed: NeededEnvironment[] = [];
  const primary = primaryName(owner, environment, demands, surroundings, names);
  for (const demand of uncovered(demands)) {
    const plan = planStep(owner, demand, environment, primary, surroundings, names, taken);
    needed.push(...plan.environments);
    if (demand.inPlace === undefined) insertStep(file, steps, demand, plan.inputs);
    else becomeOurs(file, demand.inPlace, plan.inputs);
  }
  if (owner.kind === 'job') allowJob(owner, environment, primary, taken);
  if (demands.length === 0 && owner.kind === 'job')
    needed.push(...environmentsWithout(environment, primary, surroundings));
  return { needsIdentity: true, environments: needed };
}

function demandsOf(owner: StepsOwner, general: Demand | undefined, taken: Taken): readonly Demand[] {
  const { file, map, steps } = owner;
  const first = { index: firstUse(file, steps), inPlace: undefined, replaced: false, condition: undefined };
  const ofJob = owner.kind === 'job' ? envDemand(file, map, 'env', first, taken) : undefined;
  const container = file.mapOf(file.valueAt(map, 'container'));
  const ofContainer = container === undefined ? undefined : envDemand(file, container, 'env', first, taken);
  const ofSteps = steps.items.map((item, index) => {
    const step = file.mapOf(item);
    return step === undefined ? undefined : stepDemand(file, step, index, taken);
  });
  const whole = ofJob ?? ofContainer ?? (general === undefined ? undefined : { ...general, ...first });
  return [whole, ...ofSteps].filter(demand => demand !== undefined);
}

/** Right behind the checkout, if there is one: the configuration file is there then. */
function firstUse(file: YamlText, steps: YAMLSeq): number {
  const checkout = steps.items.findIndex(item =>
    CHECKOUT.test(file.textOf(file.valueAt(file.mapOf(item), 'uses')) ?? ''),
  );
  return Math.min(checkout + 1, Math.max(steps.items.length - 1, 0));
}

/** Credentials that a step got stay for the steps behind it, so a key that several steps are given is got once. */
function uncovered(demands: readonly Demand[]): readonly Demand[] {
  const got: Demand[] = [];
  for (const demand of demands) {
    const last = got.at(-1);
    const same =
      last !== undefined &&
      last.reference === demand.reference &&
      (last.condition === undefined || last.condition === demand.condition);
    if (!same || demand.inPlace !== undefined || demand.replaced) got.push(demand);
  }
  return got;
}

function primaryName(
  { hints }: StepsOwner,
  environment: JobEnvironment,
  demands: readonly Demand[],
  { environment: wanted }: Surroundings,
  names: EnvironmentNames,
): string {
  const fixed = environment.kind === 'named' ? environment.name : wanted;
  const reference = demands[0]?.reference ?? '';
  return names.of(reference, [reference, ...hints], fixed);
}

/** A job that only calls a local action which gets the credentials. */
function environmentsWithout(
  environment: JobEnvironment,
  primary: string,
  surroundings: Surroundings,
): readonly NeededEnvironment[] {
  const base = { region: surroundings.region, role: undefined, duration: undefined };
  if (environment.kind === 'computed')
    return environment.values.map(value => ({ ...base, name: entryName(value), gitHubEnvironment: value }));
  return [
    { ...base, name: primary, gitHubEnvironment: environment.kind === 'named' ? environment.name : primary },
  ];
}

/** The job may ask for its token, and has the GitHub environment that the role trusts. */
function allowJob(
  { file, root, map }: StepsOwner,
  environment: JobEnvironment,
  primary: string,
  taken: Taken,
): void {
  const behind = lineUp(file, map);
  if (behind === undefined) return;
  if (environment.kind === 'none') file.insertBehind(map, behind, [`environment: ${primary}`]);
  const text = file.text.slice(startOf(map.items[0]?.key), endOf(map));
  const guessed = allowIdToken(file, root, map, behind, text);
  if (guessed !== undefined)
    taken.leave(
      startOf(map.items[0]?.key),
      `the job uses its GITHUB_TOKEN, and had whatever the repository gives it; it now has ${guessed}: add what it needs besides`,
    );
}

export function lineUp(file: YamlText, job: YAMLMap): Entry | undefined {
  return file.entry(job, 'runs-on') ?? file.entry(job, 'uses') ?? job.items[0];
}
