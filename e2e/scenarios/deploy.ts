import { ok } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AMERICA, type Cloud, EUROPE, PARTNER, withCloud } from '../cloud/cloud.js';
import { type Job, withJob } from '../job.js';
import type { Scenario, Stage } from '../scenario.js';
import { calls, deployed, onlyOwnAccounts, succeeded } from './expectations.js';

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
    name: 'old-cli',
    promise: 'CDK CLI 2.150.0 deploys into two accounts as well',
    parts: ['npm', 'python'],
    play: stage => inJob(stage, 'old-assembly', oldCli),
  },
];

function inJob(stage: Stage, app: string, body: (job: Job, cloud: Cloud) => Promise<void>): Promise<void> {
  return withCloud({ python: stage.folders.python }, cloud =>
    withJob({ stage, cloud, app }, job => body(job, cloud)),
  );
}

async function twoAccounts(job: Job, cloud: Cloud): Promise<void> {
  await job.use({ environment: 'europe, america' });
  succeeded(await job.cdk(DEPLOY_ALL));
  await deployed(cloud, EUROPE, 'Europe');
  await deployed(cloud, AMERICA, 'America');
  onlyOwnAccounts(cloud.front.requests);
  const sessions = calls(cloud, 'AssumeRoleWithWebIdentity');
  ok(sessions <= 2, `one session for each account is enough; there were ${sessions}`);
}

async function ownPlugin(job: Job, cloud: Cloud): Promise<void> {
  await job.use({ environment: 'europe, america' });
  succeeded(await job.cdk(DEPLOY_ALL));
  await deployed(cloud, AMERICA, 'America');
  await deployed(cloud, PARTNER, 'Partner');
  onlyOwnAccounts(cloud.front.requests);
}

async function agnosticStack(job: Job, cloud: Cloud): Promise<void> {
  await job.use({ environment: 'america, europe' });
  succeeded(await job.cdk(DEPLOY_ALL));
  await deployed(cloud, AMERICA, 'Anywhere');
}

async function oldCli(job: Job, cloud: Cloud): Promise<void> {
  await job.use({ environment: 'europe, america' });
  // Its SDK knows no AWS_ENDPOINT_URL: it calls AWS by name, through the proxy of the environment.
  const script = join(job.stage.root, 'e2e/cloud/certificate.py');
  const { stdout: certificate } = await job.python([script, EUROPE.region, AMERICA.region]);
  const bundle = join(job.paths.temp, 'certificate.pem');
  writeFileSync(bundle, certificate);
  cloud.front.impersonate(certificate);
  const network = { HTTPS_PROXY: cloud.front.url, NO_PROXY: '127.0.0.1', AWS_CA_BUNDLE: bundle };
  succeeded(await job.cdk(DEPLOY_ALL, network, 'aws-cdk-2.150.0'));
  await deployed(cloud, EUROPE, 'Europe');
  await deployed(cloud, AMERICA, 'America');
  onlyOwnAccounts(cloud.front.requests);
}
