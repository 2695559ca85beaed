import { type AccountId, defaultAudience, parseRoleArn, partitionOf, roleArn } from '../aws/names.js';
import { defaultSessionName } from '../credentials/session-name.js';
import { sessionPolicyFaults } from '../credentials/session-policy.js';
import type { Target } from '../credentials/target.js';
import type { Job } from '../github/job.js';
import type { Configuration, Environment } from './configuration.js';
import { DEFAULT_SESSION } from './duration.js';
import { environmentsOf } from './environments-of.js';
import { type Faults, quoted } from './fault.js';
import type { ExportMode, Inputs } from './inputs.js';
import { refuseClassicOnly, refuseWithoutIdentity } from './misplaced-inputs.js';

/**
 * What a step is to do about credentials.
 * - `nothing`: neither role nor environments: it only scans
 * - `own`: the environments of the job's own GitHub environment, which only its token names
 * - `targets`: these
 */
export type Selection =
  | { readonly kind: 'nothing' }
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
  refuseClassicOnly(inputs, faults);
  if (inputs.environments.length > 0) {
    const environments = namedEnvironments(inputs.environments, configuration, faults);
    return {
      kind: 'targets',
      targets: environmentTargets(environments, inputs, job, faults),
      form: 'environments',
    };
  }
  const hasEnvironments = (configuration?.environments.length ?? 0) > 0;
  if (hasEnvironments) return { kind: 'own' };
  refuseWithoutIdentity(inputs, faults);
  return { kind: 'nothing' };
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
  return environments.map(environment => environmentTarget(environment, inputs, job));
}

/** How the credentials are handed over when `export` does not say. */
export function exportMode(inputs: Inputs, form: 'classic' | 'environments'): ExportMode {
  return inputs.exportMode ?? (form === 'classic' && inputs.profile === undefined ? 'env' : 'profiles');
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
  if (mode !== 'profiles' && inputs.profile !== undefined) {
    faults.add(
      'aws-profile',
      `needs \`export: profiles\`; environment keys and a profile are never exported together`,
    );
  }
}

function names(targets: readonly Target[]): string {
  return targets.map(({ name }) => name).join(', ');
}

function classicTarget(inputs: Inputs, job: Job, faults: Faults): Target | undefined {
  const { role, region } = inputs;
  if (role === undefined) return undefined;
  if (region === undefined) {
    faults.add('aws-region', 'is missing: role-to-assume needs the Region to work in, such as eu-west-1');
    return undefined;
  }
  const arn = parseRoleArn(role) ?? namedRole(role, inputs, faults);
  if (arn === undefined) return undefined;
  if (arn.partition !== partitionOf(region)) {
    faults.add(
      'role-to-assume',
      `is in partition ${arn.partition}, but Region ${region} is in partition ${partitionOf(region)}`,
    );
  }
  if (inputs.allowedAccounts?.includes(arn.account) === false) {
    faults.add('allowed-account-ids', `does not allow account ${arn.account} of role-to-assume`);
  }
  for (const fault of sessionPolicyFaults(inputs.sessionPolicy, inputs.managedPolicies, arn.account)) {
    faults.add('managed-session-policies', fault);
  }
  if (inputs.chaining && inputs.unsetCurrent) {
    faults.add('unset-current-credentials', 'would remove the credentials that role-chaining starts from');
  }
  if (inputs.externalId !== undefined && !inputs.chaining) {
    faults.add('role-external-id', 'needs role-chaining: AssumeRoleWithWebIdentity takes no external ID');
  }
  return {
    name: inputs.profile ?? 'default',
    account: arn.account,
    region,
    role: arn.arn,
    audience: inputs.audience ?? defaultAudience(region),
    duration: inputs.duration ?? DEFAULT_SESSION,
    sessionName: inputs.sessionName ?? defaultSessionName(job),
    sessionPolicy: inputs.sessionPolicy,
    managedPolicies: inputs.managedPolicies,
    chain: inputs.chaining ? { via: undefined, tags: {}, externalId: inputs.externalId } : undefined,
  };
}

/** A role given by name needs an account from somewhere; the only honest source is an allow list of one. */
function namedRole(name: string, inputs: Inputs, faults: Faults) {
  const [account, ...others] = inputs.allowedAccounts ?? [];
  if (account !== undefined && others.length === 0 && inputs.region !== undefined) {
    return parseRoleArn(roleArn(partitionOf(inputs.region), account, name));
  }
  faults.add(
    'role-to-assume',
    `${quoted(name)} names no account: write the ARN (arn:aws:iam::<account>:role/${name}), or name exactly one account in allowed-account-ids`,
  );
  return undefined;
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
