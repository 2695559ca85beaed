import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plantedKey } from '../../__tests__/support/credentials.js';
import type { GitHubJob } from '../../__tests__/support/github-job.js';
import { AMERICA, BOOTSTRAP_JOB, DEPLOY_JOB, EUROPE, PULL_REQUEST_JOB, withCloud } from '../cloud/cloud.js';
import { outputOf } from '../command.js';
import { readmeBlocks } from '../readme.js';
import type { Scenario, Stage } from '../scenario.js';
import { runWorkflow, type WorkflowOptions } from '../workflow-run.js';
import { calls, deployed, onlyOwnAccounts, rolesAskedFor, succeeded } from './expectations.js';

/** The workflows of `examples/workflows`, which the documentation shows, run by a real workflow runner. */
export const workflowScenarios: readonly Scenario[] = [
  {
    name: 'workflow-one-account',
    promise: 'the workflow for one account deploys',
    parts: ['npm', 'python', 'act'],
    play: stage => inCloud(stage, deployOne),
  },
  {
    name: 'workflow-several-accounts',
    promise: 'the workflow for several accounts deploys to all of them',
    parts: ['npm', 'python', 'act'],
    play: stage => inCloud(stage, deploySeveral),
  },
  {
    name: 'workflow-pull-request',
    promise:
      'the workflow for pull requests passes on a clean tree, and shows the diff with roles that can only read',
    parts: ['npm', 'python', 'act'],
    play: stage => inCloud(stage, cleanPullRequest),
  },
  {
    name: 'workflow-planted-key',
    promise: 'the same workflow fails on a planted key, and asks for no credentials',
    parts: ['python', 'npm', 'act'],
    play: stage => inCloud(stage, plantedPullRequest),
  },
  {
    name: 'workflow-bootstrap',
    promise: 'the workflow for bootstrapping prepares every account',
    parts: ['npm', 'python', 'act'],
    play: stage => inCloud(stage, bootstrapAccounts, false),
  },
  {
    name: 'workflow-planted-deploy',
    promise: 'a deployment from a repository with a planted key fails before any credentials are asked for',
    parts: ['npm', 'python', 'act'],
    play: stage => inCloud(stage, plantedDeploy),
  },
  {
    name: 'readme-workflows',
    promise: 'every workflow of the README runs as it stands',
    parts: ['npm', 'python', 'act'],
    play: stage => inCloud(stage, readme),
  },
];

type Setting = Pick<WorkflowOptions, 'stage' | 'cloud'>;

type Body = (setting: Setting) => Promise<void>;

function inCloud(stage: Stage, body: Body, bootstrapped = true): Promise<void> {
  return withCloud({ python: stage.folders.python, bootstrapped }, cloud => body({ stage, cloud }));
}

/** An example as a user would paste it, with the example of the configuration file beside it. */
function example({ stage }: Setting, name: string): Shown {
  const read = (path: string) => readFileSync(join(stage.root, 'examples', path), 'utf8');
  const files = { '.github/aws-temp-creds.yml': read('aws-temp-creds.yml') };
  return { workflow: read(join('workflows', name)), files };
}

async function deployOne(setting: Setting): Promise<void> {
  const { cloud } = setting;
  const shown = example(setting, 'deploy-one-account.yml');
  succeeded(await runWorkflow({ ...setting, ...shown, app: 'agnostic', identity: DEPLOY_JOB }));
  await deployed(cloud, EUROPE, 'Anywhere');
  onlyOwnAccounts(cloud.front.requests);
}

async function deploySeveral(setting: Setting): Promise<void> {
  const { cloud } = setting;
  const shown = example(setting, 'deploy-several-accounts.yml');
  const run = await runWorkflow({ ...setting, ...shown, app: 'two-accounts', identity: DEPLOY_JOB });
  succeeded(run);
  match(outputOf(run), /Success - Post org\/aws-temp-creds@v1/);
  await deployed(cloud, EUROPE, 'Europe');
  await deployed(cloud, AMERICA, 'America');
  onlyOwnAccounts(cloud.front.requests);
}

async function cleanPullRequest(setting: Setting): Promise<void> {
  const shown = example(setting, 'pull-request.yml');
  const run = await runWorkflow({ ...setting, ...shown, app: 'two-accounts', identity: PULL_REQUEST_JOB });
  succeeded(run);
  match(outputOf(run), /Number of stacks with differences: 2/);
  deepEqual(rolesAskedFor(setting.cloud), [
    'cdk-hnb659fds-lookup-role-111111111111-eu-west-1',
    'cdk-hnb659fds-lookup-role-222222222222-us-east-1',
    'github-read',
  ]);
}

async function plantedPullRequest(setting: Setting): Promise<void> {
  await refusedForPlantedKey(setting, example(setting, 'pull-request.yml'), PULL_REQUEST_JOB);
}

async function plantedDeploy(setting: Setting): Promise<void> {
  await refusedForPlantedKey(setting, example(setting, 'deploy-several-accounts.yml'), DEPLOY_JOB);
}

type Shown = Pick<WorkflowOptions, 'workflow' | 'files'>;

/** The run fails at a key in a file of the repository, names the file but not the key, and never asks AWS. */
async function refusedForPlantedKey(setting: Setting, shown: Shown, identity: GitHubJob): Promise<void> {
  const { accessKeyId, secretAccessKey } = plantedKey('a workflow');
  const leak = `AWS_ACCESS_KEY_ID=${accessKeyId}\nAWS_SECRET_ACCESS_KEY=${secretAccessKey}\n`;
  const files = { ...shown.files, 'deploy.env': leak };
  const before = calls(setting.cloud, 'AssumeRoleWithWebIdentity');
  const run = await runWorkflow({ ...setting, ...shown, files, app: 'two-accounts', identity });
  const output = outputOf(run);
  notEqual(run.exitCode, 0, output);
  ok(output.includes('deploy.env'), `the file is not named:\n${output}`);
  ok(!output.includes(secretAccessKey), 'the log shows the secret');
  ok(!output.includes(accessKeyId), 'the log shows the whole access key ID');
  equal(calls(setting.cloud, 'AssumeRoleWithWebIdentity'), before);
}

/** One role for one account, a pull request with and without a key, and several accounts by the file. */
async function readme(setting: Setting): Promise<void> {
  const { workflows, configurations } = readmeBlocks(setting.stage.root);
  const [deploy = '', keys = '', several = '', ...others] = workflows;
  const [configuration = ''] = configurations;
  equal(others.length, 0, 'the README has a workflow that no one runs');

  const app = 'two-accounts';
  const one = await runWorkflow({ ...setting, workflow: deploy, app, identity: DEPLOY_JOB });
  succeeded(one);
  match(outputOf(one), /arn:aws:sts::111111111111:assumed-role\/github-deploy\//);

  succeeded(await runWorkflow({ ...setting, workflow: keys, app, identity: PULL_REQUEST_JOB }));
  await refusedForPlantedKey(setting, { workflow: keys }, PULL_REQUEST_JOB);

  const files = { '.github/aws-temp-creds.yml': configuration };
  succeeded(await runWorkflow({ ...setting, workflow: several, files, app, identity: DEPLOY_JOB }));
  await deployed(setting.cloud, EUROPE, 'Europe');
  await deployed(setting.cloud, AMERICA, 'America');
  onlyOwnAccounts(setting.cloud.front.requests);
}

async function bootstrapAccounts(setting: Setting): Promise<void> {
  const { cloud } = setting;
  const shown = example(setting, 'bootstrap.yml');
  succeeded(await runWorkflow({ ...setting, ...shown, app: 'two-accounts', identity: BOOTSTRAP_JOB }));
  await deployed(cloud, EUROPE, 'CDKToolkit');
  await deployed(cloud, AMERICA, 'CDKToolkit');
  onlyOwnAccounts(cloud.front.requests);
}
