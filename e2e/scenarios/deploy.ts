import { equal, match, ok } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Place, stackStates } from '../cloud/bootstrap.js';
import { AMERICA, type Cloud, EUROPE, PARTNER, withCloud } from '../cloud/cloud.js';
import type { RecordedRequest } from '../cloud/front.js';
import type { CommandResult } from '../command.js';
import { type Job, withJob } from '../job.js';
import type { Scenario, Stage } from '../scenario.js';

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
  equal(count(cloud, 'AssumeRoleWithWebIdentity') <= 2, true, 'one session for each account is enough');
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

export function succeeded({ code, output }: CommandResult): void {
  equal(code, 0, `exit code ${code}:\n${output}`);
}

export async function deployed({ moto }: Cloud, place: Place, stack: string): Promise<void> {
  const states = await stackStates(moto, place);
  equal(
    states[stack],
    'CREATE_COMPLETE',
    `${stack} in ${place.account}/${place.region}: ${JSON.stringify(states)}`,
  );
}

const REGION_OF: Readonly<Record<string, string>> = Object.fromEntries(
  [EUROPE, AMERICA, PARTNER].map(({ account, region }) => [account, region]),
);

/** Every call but STS was signed by a key of the account that owns the Region's stack, none with an expired key. */
export function onlyOwnAccounts(requests: readonly RecordedRequest[]): void {
  const signed = requests.filter(({ service }) => service !== 'sts');
  ok(signed.length > 0, 'nothing was called');
  for (const { service, operation, region, account = '', expired } of signed) {
    const call = `${service} ${operation} in ${region}, signed for account ${account}`;
    match(account, /^\d{12}$/, call);
    equal(REGION_OF[account], region, call);
    ok(!expired, `${call}: with an expired key`);
  }
}

export function count({ sts }: Cloud, action: string): number {
  return sts.requests.filter(request => request.action === action).length;
}
