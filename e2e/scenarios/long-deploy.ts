import { equal, match, ok } from 'node:assert/strict';
import { AMERICA, type Cloud, EUROPE, withCloud } from '../cloud/cloud.js';
import { outputOf } from '../command.js';
import { type ToolJob, withJob } from '../job.js';
import type { Scenario, Stage } from '../scenario.js';
import { calls, deployed, onlyOwnAccounts, succeeded } from './expectations.js';

/** Seconds: how long credentials live, and how long the stack takes. */
const SESSION = 25;
const STACK = 70;

/** A session is renewed when a third of it is left, and a few calls may start at the same time. */
const MOST_SESSIONS = 2 * Math.ceil(STACK / (SESSION * (2 / 3)));

/** The three ways of handing credentials over; each in a cloud of its own, for it counts the calls. */
export const longDeployScenarios: readonly Scenario[] = [
  {
    name: 'long-deploy-env',
    promise:
      'keys in environment variables do not outlive their session: a longer deployment fails (documented)',
    parts: ['npm', 'python'],
    play: stage => inSlowCloud(stage, environmentKeys),
  },
  {
    name: 'long-deploy-profiles',
    promise: 'a profile outlives its session: a longer deployment goes through, with few calls to STS',
    parts: ['npm', 'python'],
    play: stage => inSlowCloud(stage, profiles),
  },
  {
    name: 'long-deploy-plugin',
    promise: 'the CDK plugin outlives a session: a longer deployment goes through, with few calls to STS',
    parts: ['npm', 'python'],
    play: stage => inSlowCloud(stage, plugin),
  },
];

function inSlowCloud(stage: Stage, body: (job: ToolJob, cloud: Cloud) => Promise<void>): Promise<void> {
  const options = { python: stage.folders.python, sessionSeconds: SESSION, stackSeconds: STACK };
  return withCloud(options, cloud => withJob({ stage, cloud, app: 'two-accounts' }, job => body(job, cloud)));
}

async function environmentKeys(job: ToolJob, cloud: Cloud): Promise<void> {
  await job.use({ environment: 'europe', export: 'env' });
  const ended = await job.cdk(['deploy', 'Europe', '--require-approval', 'never']);
  const output = outputOf(ended);
  equal(ended.exitCode, 1, output);
  match(output, /ExpiredToken/, output);
  ok(
    cloud.front.requests.some(({ expired }) => expired),
    'no call was made with an expired key',
  );
}

async function profiles(job: ToolJob, cloud: Cloud): Promise<void> {
  await job.use({ environment: 'europe' });
  const onlyProfiles = { CDK_PLUGIN: undefined };
  const result = await job.cdk(['deploy', 'Europe', '--require-approval', 'never'], onlyProfiles);
  succeeded(result);
  ok(result.milliseconds > STACK * 1000, `the stack was not held: ${result.milliseconds} ms`);
  await deployed(cloud, EUROPE, 'Europe');
  onlyOwnAccounts(cloud.front.requests);
  fewSessions(cloud);
}

/** The stack is in another account than the default credentials are for, so only the plugin can enter it. */
async function plugin(job: ToolJob, cloud: Cloud): Promise<void> {
  await job.use({ environment: 'europe, america' });
  const result = await job.cdk(['deploy', 'America', '--require-approval', 'never']);
  succeeded(result);
  ok(result.milliseconds > STACK * 1000, `the stack was not held: ${result.milliseconds} ms`);
  await deployed(cloud, AMERICA, 'America');
  onlyOwnAccounts(cloud.front.requests);
  fewSessions(cloud);
}

function fewSessions(cloud: Cloud): void {
  const sessions = calls(cloud, 'AssumeRoleWithWebIdentity');
  ok(sessions > 1, 'the session was never renewed');
  ok(sessions <= MOST_SESSIONS, `${sessions} sessions of ${SESSION} s in a deployment of ${STACK} s`);
}
