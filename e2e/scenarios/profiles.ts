import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AMERICA, type Cloud, EUROPE, withCloud } from '../cloud/cloud.js';
import { type ToolJob, withJob } from '../job.js';
import type { Scenario, Stage } from '../scenario.js';
import { calls, succeeded } from './expectations.js';

export const profileScenarios: readonly Scenario[] = [
  {
    name: 'tools-renewed',
    promise:
      'AWS CLI, boto3 and the AWS SDK for JavaScript read every profile, and share one session for each',
    parts: ['npm', 'python'],
    play: stage => inJob(stage, renewed),
  },
  {
    name: 'tools-static',
    promise:
      'with `refresh: false` the same tools read every profile, and nothing in it needs a program to run',
    parts: ['npm', 'python'],
    play: stage => inJob(stage, plain),
  },
];

function inJob(stage: Stage, body: (job: ToolJob, cloud: Cloud) => Promise<void>): Promise<void> {
  return withCloud({ python: stage.folders.python }, cloud =>
    withJob({ stage, cloud, app: 'two-accounts' }, job => body(job, cloud)),
  );
}

async function renewed(job: ToolJob, cloud: Cloud): Promise<void> {
  await job.use({ environment: 'europe, america' });
  await everyToolReadsEveryProfile(job);
  const sessions = calls(cloud, 'AssumeRoleWithWebIdentity');
  ok(sessions <= 2, `one session for each profile is enough; there were ${sessions}`);
  await nothingIsLeft(job);
}

async function plain(job: ToolJob, cloud: Cloud): Promise<void> {
  await job.use({ environment: 'europe, america', refresh: 'false' });
  // As in a container: neither the action's programs nor its way to GitHub are there.
  const inContainer = { ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined };
  await everyToolReadsEveryProfile(job, inContainer);
  equal(calls(cloud, 'AssumeRoleWithWebIdentity'), 2);
  await nothingIsLeft(job);
}

type Variables = Readonly<Record<string, string | undefined>>;

async function everyToolReadsEveryProfile(job: ToolJob, more: Variables = {}): Promise<void> {
  const profiles = ['europe', 'america'];
  const accounts = [EUROPE.account, AMERICA.account];
  const script = (name: string) => join(job.stage.root, 'e2e/scenarios/tools', name);

  const boto3 = await job.python([script('identity.py'), ...profiles], more);
  succeeded(boto3);
  deepEqual(boto3.stdout.trim().split(/\s+/), accounts, 'boto3');

  const sdk = await job.run('node', [script('identity.mjs'), ...profiles], more);
  succeeded(sdk);
  deepEqual(sdk.stdout.trim().split(/\s+/), accounts, 'AWS SDK for JavaScript');

  const identity = ['-m', 'awscli', 'sts', 'get-caller-identity', '--query', 'Account', '--output', 'text'];
  for (const [index, profile] of profiles.entries()) {
    const cli = await job.python([...identity, '--profile', profile], more);
    succeeded(cli);
    equal(cli.stdout.trim(), accounts[index], `AWS CLI, profile ${profile}`);
  }
  const primary = await job.python(identity, more);
  succeeded(primary);
  equal(primary.stdout.trim(), EUROPE.account, 'AWS CLI, no profile named');
}

/** After the post step no file of ours is there, and no variable that leads to one, or that breaks a tool. */
async function nothingIsLeft(job: ToolJob): Promise<void> {
  const { AWS_CONFIG_FILE: file } = job.exported;
  ok(file !== undefined && existsSync(file), 'no profiles were exported');
  await job.finish();
  ok(!existsSync(file), `${file} is left`);
  const folder = dirname(file);
  const left = Object.entries(job.exported).filter(([, value]) => value.startsWith(folder));
  deepEqual(left, [], 'variables are left that lead to our folder');
  const nobody = await job.python(['-m', 'awscli', 'sts', 'get-caller-identity', '--region', 'eu-west-1']);
  match(nobody.stderr, /Unable to locate credentials/);
}
