import { setTimeout as wait } from 'node:timers/promises';
import { passwordsOfProxies, useProxies } from '../aws/connection.js';
import { exportMode } from '../config/targets.js';
import type { AssumedRole, Target } from '../credentials/target.js';
import { nobodyNamed, noOwnEnvironment } from '../explain/no-identity.js';
import { noTokenOffered } from '../explain/preflight.js';
import type { Job, Variables } from '../github/job.js';
import { offersTokens } from '../github/oidc-token.js';
import type { Runner } from '../github/runner.js';
import { checkRunnerFiles, refuseWithoutRunner } from '../github/runner-files.js';
import { endingChanges } from '../handover/ending.js';
import { homeFolder } from '../handover/home.js';
import { NO_IDENTITY } from '../handover/report.js';
import { RestorePoint } from '../handover/restore.js';
import { printable } from '../printable.js';
import { staleReport } from '../scan/report/write-report.js';
import { whileCancellable } from './cancel.js';
import { checkWay } from './check-way.js';
import { endIdentity, type HandOver, handOver, planHandOver, setIdentityOutputs } from './hand-over.js';
import { type Exchange, openExchange } from './obtain.js';
import { offerCommand } from './offer-command.js';
import {
  allowedFor,
  type DeployPlan,
  isContentWithoutIdentity,
  maskShownAccounts,
  ownTargets,
  planDeploy,
} from './plan-deploy.js';

/**
 * The root action: check what was asked for, scan, exchange, verify, hand over. In that order, so that a fault of the
 * workflow costs no call, a leaked key no credentials, and a wrong account nothing at all.
 *
 * @throws Failure; no later step then acts with the credentials that were to be replaced
 */
export async function deploy(runner: Runner, job: Job, variables: Variables): Promise<void> {
  refuseWithoutRunner(variables);
  for (const password of passwordsOfProxies(runner.input('http-proxy'), variables)) runner.mask(password);
  const discardStale = staleReport(job.workspace, runner.input('sarif-file'));
  const point = new RestorePoint(runner, job, homeFolder(job));
  const blankScan = scanOutputs(runner);
  await whileCancellable(
    async () => {
      try {
        await checkedDeploy(runner, job, variables, point, blankScan);
      } catch (error) {
        maskShownAccounts(runner, error);
        blankScan();
        leaveNobody(runner, variables, point, 'this step failed');
        throw error;
      } finally {
        discardStale();
      }
    },
    () => leaveNobody(runner, variables, point, 'this step was cancelled'),
  );
}

async function checkedDeploy(
  runner: Runner,
  job: Job,
  variables: Variables,
  point: RestorePoint,
  blankScan: () => void,
): Promise<void> {
  checkRunnerFiles(job, variables);
  const plan = await planDeploy(runner, job, variables);
  useProxies(plan.inputs.connection.httpProxy, plan.inputs.connection.noProxy);
  const obtains = plan.selection.kind === 'targets' || plan.selection.kind === 'own';
  if (obtains) {
    checkWay(plan, variables);
    point.refuseUnsafePlace();
  }
  const chosen =
    plan.selection.kind === 'targets' ? planned(plan, plan.selection.targets, job, variables) : undefined;
  if (plan.scan.scan !== 'off') {
    blankScan();
    await scanFirst(runner, job, variables, plan);
  }
  const identity = obtains ? await obtain(runner, job, variables, plan, chosen, blankScan) : undefined;
  blankScan();
  if (identity === undefined) return endWithoutIdentity(runner, job, variables, plan, point);
  await handOver(identity.handOver, identity.roles, identity.obtained, runner, job, variables, point);
}

/** A step that was not to obtain credentials, or that was to end an earlier identity. */
function endWithoutIdentity(
  runner: Runner,
  job: Job,
  variables: Variables,
  plan: DeployPlan,
  point: RestorePoint,
): void {
  const { selection, inputs, configuration } = plan;
  if (selection.kind === 'nothing' && !isContentWithoutIdentity(plan)) {
    throw nobodyNamed(job, selection.wishes, configuration === undefined);
  }
  setIdentityOutputs(runner, NO_IDENTITY);
  if (inputs.exportMode === 'none') offerCommand(runner, job);
  const names = namesOfIdentity(variables);
  if (inputs.unsetCurrent) endIdentity(runner, job, variables, point);
  else if (names !== '') runner.info(`This step obtained no credentials. Those of before stay: ${names}`);
}

/** After a failure no later step acts as somebody: what was set ends, and the log says so. */
function leaveNobody(runner: Runner, variables: Variables, point: RestorePoint, why: string): void {
  const names = namesOfIdentity(variables);
  try {
    setIdentityOutputs(runner, NO_IDENTITY);
    point.changeAnyway(variables, endingChanges(variables));
    if (names !== '') runner.info(`Ended for the later steps, for ${why}: ${names}`);
  } catch (error) {
    const still = names === '' ? '' : ` Later steps may still act as: ${names}.`;
    runner.annotate(
      'warning',
      `What this step leaves behind could not be written: ${printable(String(error), 300)}.${still}`,
    );
  }
}

function namesOfIdentity(variables: Variables): string {
  return [...endingChanges(variables).keys()].join(', ');
}

/**
 * Sets the outputs of a scan that does not take place, once; one that does sets them again. (What writes outputs takes
 * milliseconds to load, so that it waits until there is nothing else to do.)
 */
function scanOutputs(runner: Runner): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    runner.setOutput('findings', '');
    runner.setOutput('sarif-file', '');
  };
}

/** A job whose repository holds a static key gets no credentials. */
async function scanFirst(runner: Runner, job: Job, variables: Variables, plan: DeployPlan): Promise<void> {
  // Loaded only now: the scanner costs start time that a job without it need not spend.
  const { refusal, scanStep } = await import(/* bundle: scan-step */ './scan-step.js');
  const failure = refusal(await scanStep(runner, job, variables, plan.scan), plan.scan);
  if (failure !== undefined) throw failure;
}

/** What to assume, and how it will be handed over. */
interface Chosen {
  readonly targets: readonly Target[];
  readonly handOver: HandOver;
}

interface Obtained {
  readonly roles: readonly [AssumedRole, ...AssumedRole[]];
  readonly handOver: HandOver;
  /** When the credentials were asked for. */
  readonly obtained: Date;
}

function planned(plan: DeployPlan, targets: readonly Target[], job: Job, variables: Variables): Chosen {
  const form = plan.selection.kind === 'targets' ? plan.selection.form : 'environments';
  const mode = exportMode(plan.inputs, form);
  return { targets, handOver: planHandOver(targets, mode, plan.inputs, plan.configuration, job, variables) };
}

async function obtain(
  runner: Runner,
  job: Job,
  variables: Variables,
  plan: DeployPlan,
  chosen: Chosen | undefined,
  meanwhile: () => void,
): Promise<Obtained | undefined> {
  const exchange = openExchange(runner, job, variables, plan.inputs);
  try {
    const { targets, handOver } = chosen ?? (await chooseOwn(job, variables, plan, exchange)) ?? {};
    if (targets === undefined || handOver === undefined) return undefined;
    const obtained = new Date();
    const asked = exchange.obtain(targets, allowedFor(plan, targets));
    const [[first, ...others]] = await Promise.all([asked, whileWaiting(meanwhile)]);
    return first && { roles: [first, ...others], handOver, obtained };
  } finally {
    exchange.close();
  }
}

/** Does what need not be done before GitHub was asked: by now the request has been written. */
async function whileWaiting(task: () => void): Promise<void> {
  await wait(1);
  task();
}

/**
 * The environments of the job's own GitHub environment.
 *
 * @returns undefined when the job has none or may not ask, and the step was given another task
 */
async function chooseOwn(
  job: Job,
  variables: Variables,
  plan: DeployPlan,
  exchange: Exchange,
): Promise<Chosen | undefined> {
  const isContent = isContentWithoutIdentity(plan);
  if (!offersTokens(variables)) {
    if (isContent) return undefined;
    throw noTokenOffered(job);
  }
  const { claims } = await exchange.token('sts.amazonaws.com');
  const targets = ownTargets(plan, claims, job);
  if (targets !== undefined) return planned(plan, targets, job, variables);
  if (isContent) return undefined;
  const { path = '', environments = [] } = plan.configuration ?? {};
  throw noOwnEnvironment(printable(path), printable(environments.map(({ name }) => name).join(', ')));
}
