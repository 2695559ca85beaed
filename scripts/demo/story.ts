import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { plantedKey } from '../../__tests__/support/credentials.js';
import { describeJob } from '../../__tests__/support/github-job.js';
import { type Job, withJob } from '../../__tests__/support/job.js';
import { nodePath, ROOT } from '../../__tests__/support/program.js';
import type { Repository } from '../../__tests__/support/repository.js';
import type { RunningServices } from '../../__tests__/support/services.js';
import type { StepRun } from '../../__tests__/support/step-run.js';
import { gitHubTrust } from '../../__tests__/support/sts-account.js';
import { workflowCommand } from '../../__tests__/support/workflow-commands.js';
import type { Promises } from './promises.js';
import type { Terminal } from './terminal.js';

/** Where and with what the story is played. */
export interface Stage {
  readonly terminal: Terminal;
  readonly promises: Promises;
  readonly services: RunningServices;
  readonly repository: Repository;
}

const ACCOUNTS = { 'prod-eu': '111111111111', 'prod-us': '222222222222' } as const;
const SUBJECT = 'repo:acme/shop:environment:production';
const SECRET = plantedKey('demo');
const CONFIGURATION = `environments:
  prod-eu: { account: "111111111111", region: eu-west-1, role: github-deploy, github-environment: production }
  prod-us: { account: "222222222222", region: us-east-1, role: github-deploy, github-environment: production }
`;

/** The whole story, scene by scene. */
export async function play(stage: Stage): Promise<void> {
  for (const account of Object.values(ACCOUNTS)) {
    const trust = gitHubTrust(account, { subject: SUBJECT });
    stage.services.sts.role(account, { name: 'github-deploy', trust });
  }
  const start = await stage.repository.commit('Deploy to two accounts', {
    '.github/aws-temp-creds.yml': CONFIGURATION,
    'README.md': '# Shop\n',
  });
  const leak = await commitKey(stage, start);
  await removeKey(stage, leak);
}

async function commitKey(stage: Stage, before: string): Promise<string> {
  const { terminal, promises, services, repository } = stage;
  terminal.heading(1, 'A key is committed, and the deploy job of that push runs');
  const after = await repository.commit('Make it work', {
    'deploy.env': `AWS_ACCESS_KEY_ID=${SECRET.accessKeyId}\nAWS_SECRET_ACCESS_KEY=${SECRET.secretAccessKey}\n`,
  });
  terminal.command('git commit -m "Make it work" deploy.env && git push');
  terminal.say('- uses: org/aws-temp-creds@v1');
  await inJob(stage, before, after, async job => {
    const step = await job.step();
    terminal.log(step.stdout);
    promises.told('the step fails, and shows where the key stands', step.exitCode === 1, pointsAt(step));
    promises.told(
      'the key itself is nowhere in the log',
      !shows(step, SECRET.accessKeyId, SECRET.secretAccessKey),
    );
    const silent = services.issuer.requests.length === 0 && services.sts.requests.length === 0;
    promises.told('neither GitHub nor AWS was asked for anything', silent);
    promises.told('later steps have no credentials', nobody(job));
  });
  return after;
}

async function removeKey(stage: Stage, before: string): Promise<void> {
  const { terminal, repository } = stage;
  terminal.heading(2, 'The key is deactivated in IAM and removed, and the job runs again');
  const after = await repository.commit('Remove the key', { 'deploy.env': null });
  terminal.command('git rm deploy.env && git commit -m "Remove the key" && git push');
  terminal.say('- uses: org/aws-temp-creds@v1');
  await inJob(stage, before, after, async job => {
    await obtain(stage, job);
    await use(stage, job);
    await end(stage, job);
  });
}

async function obtain({ terminal, promises, services }: Stage, job: Job): Promise<void> {
  const step = await job.step();
  terminal.log(step.stdout);
  promises.told('no key is left, so the job gets credentials for both accounts', step.exitCode === 0);
  const asked = services.issuer.requests.filter(({ kind }) => kind === 'token').length;
  const assumed = services.sts.count('AssumeRoleWithWebIdentity');
  promises.told('one token of GitHub, one call to AWS for each account', asked === 1, assumed === 2);
  promises.told('no key stands in the environment of later steps', !job.env['AWS_SECRET_ACCESS_KEY']);
  terminal.say('\nThe summary of the job:');
  terminal.excerpt(step.summary);
}

async function use({ terminal, promises }: Stage, job: Job): Promise<void> {
  terminal.heading(3, 'The next step works in both accounts');
  for (const [profile, account] of Object.entries(ACCOUNTS)) {
    terminal.command(`AWS_PROFILE=${profile} node whoami.mjs   # asks STS with the AWS SDK, as CDK does`);
    const script = join(ROOT, 'scripts/demo/whoami.mjs');
    const run = await job.run(nodePath('24'), [script], { env: { AWS_PROFILE: profile } });
    terminal.log(run.stdout || run.stderr);
    promises.told(`AWS knows it in ${account}`, run.stdout.includes(`"Account":"${account}"`));
  }
}

async function end({ terminal, promises }: Stage, job: Job): Promise<void> {
  terminal.heading(4, 'The job ends');
  const folder = dirname(job.env['AWS_CONFIG_FILE'] ?? '');
  const existed = existsSync(folder);
  const [post] = await job.post();
  terminal.say('Post step of org/aws-temp-creds@v1');
  terminal.log(post?.stdout ?? '');
  promises.told('its files are gone', existed && !existsSync(folder), post?.files.length === 0);
  promises.told('and so is the identity', post?.exitCode === 0, nobody(job));
}

function inJob(
  { services, repository }: Stage,
  before: string,
  after: string,
  body: (job: Job) => Promise<void>,
): Promise<void> {
  const { accessKeyId, secretAccessKey } = SECRET;
  return withJob(
    {
      job: describeJob({ environment: 'production', sha: after }),
      event: { before, after, created: false },
      services,
      workspace: repository.path,
      secrets: [accessKeyId, secretAccessKey],
    },
    body,
  );
}

/** Whether the log holds one of the values, but for the commands that tell the runner to hide them. */
function shows({ stdout }: StepRun, ...values: readonly string[]): boolean {
  const lines = stdout.split('\n').filter(line => workflowCommand(line)?.name !== 'add-mask');
  return values.some(value => lines.some(line => line.includes(value)));
}

function pointsAt({ annotations }: StepRun): boolean {
  return annotations.some(({ level, file }) => level === 'error' && file === 'deploy.env');
}

/** Whether nothing in the environment names an AWS identity, or a file that holds one. */
function nobody({ env }: Job): boolean {
  const names = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_PROFILE'];
  return names.every(name => !env[name]) && !existsSync(env['AWS_CONFIG_FILE'] ?? '');
}
