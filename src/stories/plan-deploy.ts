import type { AccountId } from '../aws/names.js';
import type { Configuration } from '../config/configuration.js';
import { Faults, quoted } from '../config/fault.js';
import { type Inputs, readInputs } from '../config/inputs.js';
import { loadConfiguration } from '../config/load.js';
import { rootScanInputs, type ScanSettings } from '../config/scan-inputs.js';
import {
  allowedAccounts,
  checkExport,
  environmentTargets,
  exportMode,
  type Selection,
  selectTargets,
} from '../config/targets.js';
import { translatedInputs } from '../config/translated-inputs.js';
import type { Target } from '../credentials/target.js';
import { noTokenOffered } from '../explain/preflight.js';
import { Failure } from '../failure.js';
import type { Claims } from '../github/claims.js';
import type { Job, Variables } from '../github/job.js';
import { offersTokens } from '../github/oidc-token.js';
import type { Runner } from '../github/runner.js';
import { printable } from '../printable.js';

/** Everything that a step was told, checked, before anything is sent anywhere. */
export interface DeployPlan {
  readonly inputs: Inputs;
  readonly configuration: Configuration | undefined;
  readonly selection: Selection;
  readonly scan: ScanSettings;
}

/**
 * Reads inputs and configuration file.
 *
 * @throws Failure `wrong-input` or `wrong-configuration` with all faults in one message
 */
export async function planDeploy(runner: Runner, job: Job, variables: Variables): Promise<DeployPlan> {
  const faults = new Faults();
  const read = translatedInputs(name => runner.input(name), variables);
  const inputs = readInputs(read, variables, faults);
  const scan = rootScanInputs(read, faults);
  if (inputs.maskAccount) maskAccounts(runner, [inputs.role ?? '', ...(inputs.allowedAccounts ?? [])]);
  // The classic pair needs nothing of the file; the scan reads its allow list itself.
  const needsFile = inputs.role === undefined || inputs.config !== undefined;
  const configuration = needsFile ? await loadConfiguration(job.workspace, inputs.config) : undefined;
  if (inputs.maskAccount)
    maskAccounts(runner, configuration?.environments.map(({ account }) => account) ?? []);
  const selection = selectTargets(inputs, configuration, job, faults);
  if (selection.kind === 'targets') {
    checkExport(exportMode(inputs, selection.form), selection.targets, inputs, faults);
  }
  if (scan.scan === 'off' && inputs.scanOnly) {
    faults.add('scan', 'is off, and `scan-only: true` asks for nothing else: this step has nothing to do');
  }
  throwInputFaults(faults);
  const needsToken = selection.kind === 'targets' && !inputs.chaining;
  if (needsToken && !offersTokens(variables)) throw noTokenOffered(job);
  const beforeCredentials = selection.kind === 'targets' || selection.kind === 'own';
  return { inputs, configuration, selection, scan: { ...scan, config: inputs.config, beforeCredentials } };
}

/**
 * Whether the step may end well without credentials: it was asked to scan, or to end an identity, and by nothing that
 * is about credentials. (`scan: auto` is the default, hence no wish.)
 */
export function isContentWithoutIdentity({ inputs, selection, scan }: DeployPlan): boolean {
  if (selection.kind === 'scan-only') return true;
  if (selection.kind === 'nothing' && selection.wishes.length > 0) return false;
  return inputs.unsetCurrent || (scan.scan !== 'auto' && scan.scan !== 'off');
}

/** The targets of the job's own GitHub environment, which its token names. Undefined: the job names none. */
export function ownTargets(plan: DeployPlan, claims: Claims, job: Job): readonly Target[] | undefined {
  const { inputs, configuration } = plan;
  if (claims.environment === undefined || configuration === undefined) return undefined;
  const name = claims.environment;
  const environments = configuration.environments.filter(
    ({ githubEnvironment }) => githubEnvironment === name,
  );
  if (environments.length === 0) {
    const all = [
      ...new Set(configuration.environments.map(({ githubEnvironment }) => githubEnvironment)),
    ].join(', ');
    throw new Failure('wrong-input', {
      what: `The job's GitHub environment ${quoted(name)} stands nowhere in ${printable(configuration.path)}.`,
      why: `The file has accounts for: ${printable(all)}.`,
      likely:
        'The environment was renamed, or `github-environment` is spelt in another way (upper and lower case count).',
      write: `environments:\n  my-name: { github-environment: ${quoted(name)}, account: "111111111111", region: eu-west-1, role: github-deploy }`,
    });
  }
  const faults = new Faults();
  const targets = environmentTargets(environments, inputs, job, faults);
  checkExport(exportMode(inputs, 'environments'), targets, inputs, faults);
  throwInputFaults(faults);
  return targets;
}

/** The accounts that STS may answer for. */
export function allowedFor(plan: DeployPlan, targets: readonly Target[]): ReadonlySet<AccountId> {
  return allowedAccounts(plan.inputs, targets);
}

function throwInputFaults(faults: Faults): void {
  faults.throwIfAny('wrong-input', 'The inputs of this step are wrong');
}

/** Masks the account IDs that a failure is about to show: some of them stand neither in an input nor in the file. */
export function maskShownAccounts(runner: Runner, error: unknown): void {
  if (!(error instanceof Failure) || !/^true$/i.test(runner.input('mask-aws-account-id'))) return;
  maskAccounts(runner, Object.values(error.explanation));
}

/** Masks every account ID in texts, before any of them can stand in a message. */
function maskAccounts(runner: Runner, texts: readonly string[]): void {
  for (const account of new Set(texts.flatMap(text => text.match(/\b\d{12}\b/g) ?? []))) runner.mask(account);
}
