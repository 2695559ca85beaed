import { exportMode } from '../config/targets.js';
import { secretsOf } from '../credentials/exchange.js';
import type { AssumedRole, Target } from '../credentials/target.js';
import { Failure } from '../failure.js';
import type { Job, Variables } from '../github/job.js';
import { offersTokens } from '../github/oidc-token.js';
import type { Runner } from '../github/runner.js';
import { blankingOthers, environmentChanges } from '../handover/environment.js';
import {
  type IdentityOutputs,
  identityLines,
  identityOutputs,
  identitySummary,
  NO_IDENTITY,
} from '../handover/report.js';
import { changeEnvironment } from '../handover/restore.js';
import { type Exchange, openExchange } from './obtain.js';
import { allowedFor, type DeployPlan, ownTargets, planDeploy, primaryOf } from './plan-deploy.js';

/**
 * The root action: check what was asked for, scan, exchange, verify, hand over. In that order, so that a fault of the
 * workflow costs no call, a leaked key no credentials, and a wrong account nothing at all.
 *
 * @throws Failure; no later step then acts with the credentials that were to be replaced
 */
export async function deploy(runner: Runner, job: Job, variables: Variables): Promise<void> {
  try {
    const plan = await planDeploy(runner, job, variables);
    if (plan.selection.kind === 'nothing') return setOutputs(runner, NO_IDENTITY);
    const roles = await obtainRoles(runner, job, variables, plan);
    if (roles === undefined) return setOutputs(runner, NO_IDENTITY);
    await handOver(runner, job, variables, plan, roles);
  } catch (error) {
    setOutputs(runner, NO_IDENTITY);
    changeEnvironment(runner, job, variables, blankingOthers(variables));
    throw error;
  }
}

type Roles = readonly [AssumedRole, ...AssumedRole[]];

async function obtainRoles(
  runner: Runner,
  job: Job,
  variables: Variables,
  plan: DeployPlan,
): Promise<Roles | undefined> {
  const exchange = openExchange(runner, variables, plan.inputs.connection);
  try {
    const targets = await chooseTargets(runner, job, variables, plan, exchange);
    if (targets === undefined) return undefined;
    const [first, ...others] = await exchange.obtain(targets, allowedFor(plan, targets));
    return first && [first, ...others];
  } finally {
    exchange.close();
  }
}

async function chooseTargets(
  runner: Runner,
  job: Job,
  variables: Variables,
  plan: DeployPlan,
  exchange: Exchange,
): Promise<readonly Target[] | undefined> {
  if (plan.selection.kind === 'targets') return plan.selection.targets;
  if (!offersTokens(variables)) {
    runner.info(
      'No credentials: neither `environment` nor `role-to-assume` is given, and the job has no `id-token: write`.',
    );
    return undefined;
  }
  const { claims } = await exchange.token(plan.inputs.audience ?? 'sts.amazonaws.com');
  const targets = ownTargets(plan, claims, job);
  if (targets === undefined) {
    runner.info(
      'No credentials: neither `environment` nor `role-to-assume` is given, and the job has no `environment:`.',
    );
  }
  return targets;
}

async function handOver(
  runner: Runner,
  job: Job,
  variables: Variables,
  plan: DeployPlan,
  roles: Roles,
): Promise<void> {
  const { inputs, configuration, selection } = plan;
  const named = roles.map(role => ({ name: role.target.name, role }));
  const [first = { name: '', role: roles[0] }, ...others] = named;
  const primary = primaryOf([first, ...others], configuration).role;
  const mode = exportMode(inputs, selection.kind === 'targets' ? selection.form : 'environments');
  if (mode === 'profiles') {
    throw new Failure('wrong-input', {
      what: '`export: profiles` is not part of this version.',
      write: 'export: env',
    });
  }
  for (const line of identityLines(roles)) runner.info(line);
  await runner.summarize(identitySummary(roles, inputs.maskAccount));
  setOutputs(runner, identityOutputs(primary, roles));
  if (inputs.outputCredentials) outputCredentials(runner, primary);
  if (variables['AWS_PROFILE'] && mode === 'env') {
    runner.annotate(
      'notice',
      'AWS_PROFILE was set before this step and is now blank: tools disagree on whether it or the keys count.',
    );
  }
  if (mode === 'env') changeEnvironment(runner, job, variables, environmentChanges(primary, variables));
  else if (inputs.unsetCurrent) changeEnvironment(runner, job, variables, blankingOthers(variables));
}

function setOutputs(runner: Runner, outputs: IdentityOutputs): void {
  for (const [name, value] of Object.entries(outputs)) runner.setOutput(name, value);
}

function outputCredentials(runner: Runner, role: AssumedRole): void {
  const { accessKeyId, secretAccessKey, sessionToken } = role.credentials;
  for (const secret of secretsOf(role.credentials)) runner.mask(secret);
  runner.setOutput('aws-access-key-id', accessKeyId);
  runner.setOutput('aws-secret-access-key', secretAccessKey);
  runner.setOutput('aws-session-token', sessionToken);
}
