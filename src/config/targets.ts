import { type AccountId, defaultAudience } from '../aws/names.js';
import { defaultSessionName } from '../credentials/session-name.js';
import type { Target } from '../credentials/target.js';
import type { Job } from '../github/job.js';
import { classicTarget } from './classic-target.js';
import type { Configuration, Environment } from './configuration.js';
import { DEFAULT_SESSION } from './duration.js';
import { environmentsOf } from './environments-of.js';
import { type Faults, quoted } from './fault.js';
import type { ExportMode, Inputs } from './inputs.js';
import { refuseClassicOnly, wishesForCredentials } from './misplaced-inputs.js';
import { unknownRegion } from './regions.js';

/**
 * What a step is to do about credentials.
 * - `nothing`: neither role nor environments are named; `wishes` are inputs that nobody gives who wants no credentials
 * - `scan-only`: nothing, as it was asked to
 * - `own`: the environments of the job's own GitHub environment, which only its token names
 * - `targets`: these
 */
export type Selection =
  | { readonly kind: 'nothing'; readonly wishes: readonly string[] }
  | { readonly kind: 'scan-only' }
  | { readonly kind: 'own' }
  | {
      readonly kind: 'targets';
      readonly targets: readonly Target[];
      readonly form: 'classic' | 'environments';
    };

/** Decides from inputs and file what to assume; everything wrong with the combination is added to the faults. */
export function selectTargets(
  inputs: Inputs,
  configuration: Configuration | undefined,
  job: Job,
  faults: Faults,
): Selection {
  if (inputs.scanOnly) return scanOnly(inputs, faults);
  if (inputs.role !== undefined && inputs.environments.length > 0) {
    faults.add(
      'environment',
      'and role-to-assume exclude each other: an environment has its role in the configuration file',
    );
  }
  if (inputs.role !== undefined) {
    const target = classicTarget(inputs, job, faults);
    return { kind: 'targets', targets: target ? [target] : [], form: 'classic' };
  }
  if (faults.has('role-to-assume')) return { kind: 'nothing', wishes: [] };
  if (inputs.environments.length > 0) {
    refuseClassicOnly(inputs, faults);
    const environments = namedEnvironments(inputs.environments, configuration, faults);
    return {
      kind: 'targets',
      targets: environmentTargets(environments, inputs, job, faults),
      form: 'environments',
    };
  }
  const hasEnvironments = (configuration?.environments.length ?? 0) > 0;
  const wishes = wishesForCredentials(inputs);
  // Who ends an identity and says nothing of another one wants none: not that of the job's GitHub environment, either.
  const isLogOut = inputs.unsetCurrent && wishes.length === 0;
  if (!hasEnvironments || isLogOut) return { kind: 'nothing', wishes };
  refuseClassicOnly(inputs, faults);
  return { kind: 'own' };
}

function scanOnly(inputs: Inputs, faults: Faults): Selection {
  const given = {
    'role-to-assume': inputs.role !== undefined,
    environment: inputs.environments.length > 0,
    'unset-current-credentials': inputs.unsetCurrent,
  };
  for (const [name, isGiven] of Object.entries(given)) {
    if (isGiven) faults.add(name, 'is given beside `scan-only: true`, which obtains and changes nothing');
  }
  return { kind: 'scan-only' };
}

/** The targets of environments, with what the inputs say about all of them. */
export function environmentTargets(
  environments: readonly Environment[],
  inputs: Inputs,
  job: Job,
  faults: Faults,
): readonly Target[] {
  for (const { name, account } of environments) {
    if (inputs.allowedAccounts?.includes(account) === false) {
      faults.add('allowed-account-ids', `does not allow account ${account} of environment ${name}`);
    }
  }
  for (const { name, region } of environments) {
    const fault = unknownRegion(region, inputs.connection.stsEndpoint);
    if (fault !== undefined) faults.add(`environments.${name}.region`, fault);
  }
  return environments.map(environment => environmentTarget(environment, inputs, job));
}

/** How the credentials are handed over when `export` does not say. */
export function exportMode(inputs: Inputs, form: 'classic' | 'environments'): ExportMode {
  if (inputs.exportMode !== undefined) return inputs.exportMode;
  if (form === 'environments') return 'profiles';
  return inputs.profile === undefined ? 'env' : 'named-profiles';
}

/** Faults of how to hand over that many targets. */
export function checkExport(
  mode: ExportMode,
  targets: readonly Target[],
  inputs: Inputs,
  faults: Faults,
): void {
  const several = targets.length > 1;
  if (mode === 'env' && several) {
    faults.add(
      'export',
      `env holds one identity, and there are ${targets.length} environments (${names(targets)}): which one would win? Write \`export: profiles\``,
    );
  }
  if (inputs.outputCredentials && several) {
    faults.add(
      'output-credentials',
      `has outputs for one identity, and there are ${targets.length} environments (${names(targets)})`,
    );
  }
  if ((mode === 'env' || mode === 'none') && inputs.profile !== undefined) {
    faults.add(
      'aws-profile',
      `needs \`export: named-profiles\` (its default) or \`export: profiles\`; with ${mode} no profile is written`,
    );
  }
}

function names(targets: readonly Target[]): string {
  return targets.map(({ name }) => name).join(', ');
}

/** An item names one environment, or all of a GitHub environment. */
function namedEnvironments(
  items: readonly string[],
  configuration: Configuration | undefined,
  faults: Faults,
): readonly Environment[] {
  if (configuration === undefined) {
    faults.add(
      'environment',
      `names ${items.join(', ')}, but there is no configuration file; check the repository out first, or write role-to-assume and aws-region`,
    );
    return [];
  }
  const chosen = new Set<Environment>();
  for (const item of items) {
    const found = environmentsOf(configuration, item);
    for (const environment of found) chosen.add(environment);
    if (found.length === 0) {
      const all = configuration.environments.map(({ name }) => name).join(', ') || 'none';
      faults.add(
        'environment',
        `${quoted(item)} is no environment of ${configuration.path} (it has: ${all})`,
      );
    }
  }
  return [...chosen];
}

function environmentTarget(environment: Environment, inputs: Inputs, job: Job): Target {
  const { name, account, region, role, via, tags } = environment;
  return {
    name,
    account,
    region,
    role,
    audience: environment.audience ?? defaultAudience(region),
    duration: environment.duration ?? DEFAULT_SESSION,
    sessionName: inputs.sessionName ?? environment.sessionName ?? defaultSessionName(job),
    sessionPolicy: environment.sessionPolicy,
    managedPolicies: environment.managedPolicies,
    chain: via && { via, tags, externalId: undefined },
  };
}

/** The accounts that STS may answer for. */
export function allowedAccounts(inputs: Inputs, targets: readonly Target[]): ReadonlySet<AccountId> {
  return new Set(inputs.allowedAccounts ?? targets.map(({ account }) => account));
}
