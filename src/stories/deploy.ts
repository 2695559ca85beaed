import { homedir } from 'node:os';
import { ownAuthorities, useProxies } from '../aws/connection.js';
import { endpointOfEnvironment } from '../aws/endpoint.js';
import { exportMode } from '../config/targets.js';
import type { AssumedRole, Target } from '../credentials/target.js';
import type { Job, Variables } from '../github/job.js';
import { offersTokens } from '../github/oidc-token.js';
import { type Runner, refuseWithoutRunner } from '../github/runner.js';
import { endingChanges } from '../handover/ending.js';
import { NO_IDENTITY } from '../handover/report.js';
import { RestorePoint } from '../handover/restore.js';
import { staleReport } from '../scan/report/write-report.js';
import { whileCancellable } from './cancel.js';
import { endIdentity, type HandOver, handOver, planHandOver, setIdentityOutputs } from './hand-over.js';
import { type Exchange, openExchange } from './obtain.js';
import { allowedFor, type DeployPlan, maskShownAccounts, ownTargets, planDeploy } from './plan-deploy.js';

/**
 * The root action: check what was asked for, scan, exchange, verify, hand over. In that order, so that a fault of the
 * workflow costs no call, a leaked key no credentials, and a wrong account nothing at all.
 *
 * @throws Failure; no later step then acts with the credentials that were to be replaced
 */
export async function deploy(runner: Runner, job: Job, variables: Variables): Promise<void> {
  refuseWithoutRunner(variables);
  setScanOutputs(runner);
  const discardStale = staleReport(job.workspace, runner.input('sarif-file'));
  const point = new RestorePoint(runner, job, homedir());
  const leaveNobody = () => {
    setIdentityOutputs(runner, NO_IDENTITY);
    point.changeAnyway(variables, endingChanges(variables));
  };
  await whileCancellable(async () => {
    try {
      await checkedDeploy(runner, job, variables, point);
    } catch (error) {
      maskShownAccounts(runner, error);
      leaveNobody();
      throw error;
    } finally {
      discardStale();
    }
  }, leaveNobody);
}

async function checkedDeploy(
  runner: Runner,
  job: Job,
  variables: Variables,
  point: RestorePoint,
): Promise<void> {
  const plan = await planDeploy(runner, job, variables);
  useProxies(plan.inputs.connection.httpProxy, plan.inputs.connection.noProxy);
  if (plan.selection.kind !== 'nothing') checkEnvironment(variables);
  const chosen =
    plan.selection.kind === 'targets' ? planned(plan, plan.selection.targets, job, variables) : undefined;
  await scanFirst(runner, job, variables, plan);
  const identity =
    plan.selection.kind === 'nothing' ? undefined : await obtain(runner, job, variables, plan, chosen);
  if (identity === undefined) {
    setIdentityOutputs(runner, NO_IDENTITY);
    if (plan.inputs.unsetCurrent) endIdentity(runner, job, variables, point);
    return;
  }
  await handOver(identity.handOver, identity.roles, identity.obtained, runner, job, variables, point);
}

/** @throws Failure `wrong-input` for variables that name what is not there, before anything is sent */
function checkEnvironment(variables: Variables): void {
  ownAuthorities(variables);
  endpointOfEnvironment(variables);
}

/** Of a scan that did not take place; one that does sets them again. */
function setScanOutputs(runner: Runner): void {
  runner.setOutput('findings', '');
  runner.setOutput('sarif-file', '');
}

/** A job whose repository holds a static key gets no credentials. */
async function scanFirst(runner: Runner, job: Job, variables: Variables, plan: DeployPlan): Promise<void> {
  if (plan.scan.scan === 'off') return;
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
): Promise<Obtained | undefined> {
  const exchange = openExchange(runner, variables, plan.inputs.connection);
  try {
    const { targets, handOver } = chosen ?? (await chooseOwn(runner, job, variables, plan, exchange)) ?? {};
    if (targets === undefined || handOver === undefined) return undefined;
    const obtained = new Date();
    const [first, ...others] = await exchange.obtain(targets, allowedFor(plan, targets));
    return first && { roles: [first, ...others], handOver, obtained };
  } finally {
    exchange.close();
  }
}

/** The environments of the job's own GitHub environment, if it has one and may ask. */
async function chooseOwn(
  runner: Runner,
  job: Job,
  variables: Variables,
  plan: DeployPlan,
  exchange: Exchange,
): Promise<Chosen | undefined> {
  const none = 'No credentials: neither `environment` nor `role-to-assume` is given, and the job has no';
  if (!offersTokens(variables)) {
    runner.annotate('notice', `${none} \`id-token: write\`.`);
    return undefined;
  }
  const { claims } = await exchange.token('sts.amazonaws.com');
  const targets = ownTargets(plan, claims, job);
  if (targets === undefined) runner.info(`${none} \`environment:\`.`);
  return targets && planned(plan, targets, job, variables);
}
