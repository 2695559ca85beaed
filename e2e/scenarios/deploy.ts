import { deepEqual, match, notEqual, ok } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AMERICA,
  type Cloud,
  DEPLOY_JOB,
  EUROPE,
  PARTNER,
  PULL_REQUEST_JOB,
  withCloud,
} from '../cloud/cloud.js';
import { outputOf } from '../command.js';
import { type ToolJob, withJob } from '../job.js';
import type { Scenario, Stage } from '../scenario.js';
import { calls, deployed, onlyOwnAccounts, rolesAskedFor, succeeded } from './expectations.js';

const DEPLOY_ALL = ['deploy', '--all', '--require-approval', 'never'];

export const deployScenarios: readonly Scenario[] = [
  {
    name: 'two-accounts',
    promise: 'one `cdk deploy --all` brings two stacks into two accounts and two Regions',
    parts: ['npm', 'python'],
    play: stage => inJob(stage, 'two-accounts', twoAccounts),
  },
  {
    name: 'own-plugin',
    promise: "a project's own CDK plugin goes on working beside ours",
    parts: ['npm', 'python'],
    play: stage => inJob(stage, 'own-plugin', ownPlugin),
  },
  {
    name: 'agnostic-stack',
    promise: 'a stack without account and Region goes to those of the primary environment',
    parts: ['npm', 'python'],
    play: stage => inJob(stage, 'agnostic', agnosticStack),
  },
  {
    name: 'unknown-account',
    promise:
      'a stack in an account that the job has no credentials for fails, and the reason names the file to change',
    parts: ['npm', 'python'],
    play: stage => inJob(stage, 'two-accounts', unknownAccount),
  },
  {
    name: 'old-cli',
    promise: 'CDK CLI 2.150.0 deploys into two accounts as well',
    parts: ['npm', 'python'],
    play: stage => inJob(stage, 'old-assembly', oldCli),
  },
  {
    name: 'diff-pull-request',
    promise: 'a pull request sees `cdk diff` with roles that can only read',
    parts: ['npm', 'python'],
    play: stage => inJob(stage, 'read-role', diffOfPullRequest, PULL_REQUEST_JOB),
  },
  {
    name: 'read-role',
    promise: 'where an environment has a `read-role`, the deploy job reads with it and writes with the other',
    parts: ['npm', 'python'],
    play: stage => inJob(stage, 'read-role', diffThenDeploy),
  },
];

type Body = (job: ToolJob, cloud: Cloud) => Promise<void>;

function inJob(stage: Stage, app: string, body: Body, identity = DEPLOY_JOB): Promise<void> {
  return withCloud({ python: stage.folders.python }, cloud =>
    withJob({ stage, cloud, app, identity }, job => body(job, cloud)),
  );
}

async function twoAccounts(job: ToolJob, cloud: Cloud): Promise<void> {
  await job.use({ environment: 'europe, america' });
  succeeded(await job.cdk(DEPLOY_ALL));
  await deployed(cloud, EUROPE, 'Europe');
  await deployed(cloud, AMERICA, 'America');
  onlyOwnAccounts(cloud.front.requests);
  const sessions = calls(cloud, 'AssumeRoleWithWebIdentity');
  ok(sessions <= 2, `one session for each account is enough; there were ${sessions}`);
}

async function ownPlugin(job: ToolJob, cloud: Cloud): Promise<void> {
  await job.use({ environment: 'europe, america' });
  succeeded(await job.cdk(DEPLOY_ALL));
  await deployed(cloud, AMERICA, 'America');
  await deployed(cloud, PARTNER, 'Partner');
  onlyOwnAccounts(cloud.front.requests);
}

async function agnosticStack(job: ToolJob, cloud: Cloud): Promise<void> {
  await job.use({ environment: 'america, europe' });
  succeeded(await job.cdk(DEPLOY_ALL));
  await deployed(cloud, AMERICA, 'Anywhere');
}

async function unknownAccount(job: ToolJob, cloud: Cloud): Promise<void> {
  await job.use({ environment: 'europe' });
  const ended = await job.cdk(['deploy', 'America', '--require-approval', 'never']);
  notEqual(ended.exitCode, 0);
  match(outputOf(ended), /account 222222222222 is not among .* \.github\/aws-temp-creds\.yml/);
  ok(!cloud.front.requests.some(({ account }) => account === AMERICA.account), 'the account was entered');
}

async function oldCli(job: ToolJob, cloud: Cloud): Promise<void> {
  await job.use({ environment: 'europe, america' });
  // Its SDK knows no AWS_ENDPOINT_URL: it calls AWS by name, through the proxy of the environment.
  const script = join(job.stage.root, 'e2e/cloud/certificate.py');
  const { stdout: certificate } = await job.python([script, EUROPE.region, AMERICA.region]);
  const bundle = join(job.temp, 'certificate.pem');
  writeFileSync(bundle, certificate);
  cloud.front.impersonate(certificate);
  const network = { HTTPS_PROXY: cloud.front.url, NO_PROXY: '127.0.0.1', AWS_CA_BUNDLE: bundle };
  succeeded(await job.cdk(DEPLOY_ALL, network, 'aws-cdk-2.150.0'));
  await deployed(cloud, EUROPE, 'Europe');
  await deployed(cloud, AMERICA, 'America');
  onlyOwnAccounts(cloud.front.requests);
}

async function diffOfPullRequest(job: ToolJob, cloud: Cloud): Promise<void> {
  await job.use({ environment: 'europe-diff, america-diff' });
  const ended = await job.cdk(['diff', '--method=template']);
  succeeded(ended);
  match(outputOf(ended), /Number of stacks with differences: 2/);
  deepEqual(rolesAskedFor(cloud), [
    'cdk-hnb659fds-lookup-role-111111111111-eu-west-1',
    'cdk-hnb659fds-lookup-role-222222222222-us-east-1',
    'github-read',
  ]);
}

async function diffThenDeploy(job: ToolJob, cloud: Cloud): Promise<void> {
  await job.use({ environment: 'europe, america' });
  const before = cloud.sts.requests.length;
  const ended = await job.cdk(['diff', 'America', '--method=template']);
  succeeded(ended);
  match(outputOf(ended), /Number of stacks with differences: 1/);
  const read = `arn:aws:iam::${AMERICA.account}:role/github-read`;
  const asked = cloud.sts.requests.slice(before).map(({ role }) => role);
  ok(asked.includes(read), `the read role was not used: ${asked.join(', ')}`);
  const american = cloud.front.requests.filter(({ account }) => account === AMERICA.account);
  for (const { arn = '', operation } of american)
    match(arn, /\/(github-read|cdk-hnb659fds-lookup-role-)/, operation);

  succeeded(await job.cdk(DEPLOY_ALL));
  await deployed(cloud, EUROPE, 'Europe');
  await deployed(cloud, AMERICA, 'America');
}
