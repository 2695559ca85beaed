import { equal } from 'node:assert/strict';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeJob, subjectOf } from '../../__tests__/support/github-job.js';
import { type Job, type StepOptions, withJob } from '../../__tests__/support/job.js';
import { nodePath } from '../../__tests__/support/program.js';
import type { RunningServices } from '../../__tests__/support/services.js';
import { awsTrust, gitHubTrust } from '../../__tests__/support/sts-account.js';
import { QUIET } from '../job.js';
import { pythonFolder } from '../parts.js';
import type { Stage } from '../scenario.js';
import { type Cell, type Kind, type Reading, TABLE } from './table.js';

const ACCOUNTS = { 1: '111111111111', 2: '222222222222' } as const;
/** Where the first step of a chain begins. */
const SOURCE = '333333333333';
const JOB = describeJob({ environment: 'production' });

/** Makes the accounts' roles: `deploy` trusts the job, `chained` every role that a step may come from. */
export function addRoles({ sts }: RunningServices): void {
  const accounts = [ACCOUNTS[1], ACCOUNTS[2], SOURCE];
  for (const account of accounts) {
    sts.role(account, { name: 'deploy', trust: gitHubTrust(account, { subject: subjectOf(JOB) }) });
  }
  const sources = [...accounts.map(account => roleIn(account, 'deploy')), roleIn(ACCOUNTS[1], 'chained')];
  for (const account of [ACCOUNTS[1], ACCOUNTS[2]]) {
    sts.role(account, { name: 'chained', trust: awsTrust(sources) });
  }
}

export interface Pair {
  readonly first: Kind;
  readonly second: Kind;
  /** The Region of each step. */
  readonly regions: { readonly 1: string; readonly 2: string };
}

export interface Scene {
  readonly stage: Stage;
  readonly services: RunningServices;
  /** Folder of the peer's action; undefined: its steps are not played. */
  readonly peer: string | undefined;
}

/**
 * Plays two steps of one job and looks at what three tools get: after both, after the second one's post step, and at
 * the end of the job.
 *
 * @throws AssertionError that names the pair, the tool and the moment
 */
export async function playPair(pair: Pair, scene: Scene): Promise<void> {
  const { first, second } = pair;
  const { issuer, sts } = scene.services;
  const env = { ...(await issuer.grant(JOB)), AWS_ENDPOINT_URL_STS: sts.url, ...QUIET };
  await withJob({ job: JOB, env }, async job => {
    await prepare(job, pair, scene.stage);
    const cell = TABLE[first][second];
    await stepsOf(job, first, 1, pair, scene);
    const [last] = await stepsOf(job, second, 2, pair, scene);
    equal(last?.exitCode, cell.fails ? 1 : 0, `${title(pair)}: ${last?.stdout}`);
    await expectReadings(job, cell, pair, scene, 'after both steps');
    // What the post steps do is no matter of Regions.
    if (pair.regions[1] === pair.regions[2]) return;
    await playPosts(job, pair, scene);
  });
}

async function playPosts(job: Job, pair: Pair, scene: Scene): Promise<void> {
  const { first, second } = pair;
  const posts = job.posts();
  // The peer's own blanks the Region too, which breaks every tool: nothing can be read after it.
  if (!second.startsWith('peer')) {
    await posts.next();
    // What was ended for good is not put back.
    const before = second === 'unset' ? TABLE[first][second] : afterPost(pair);
    await expectReadings(job, before, pair, scene, 'after the post step of the second');
  }
  for await (const _ of posts);
  if ([first, second].some(kind => kind.startsWith('peer'))) return;
  await expectReadings(job, {}, pair, scene, 'at the end of the job');
}

/** The first step's alone; but a Region that keys brought stays, where the profile before is none of ours. */
function afterPost({ first, second }: Pair): Cell {
  const isLeft = first === 'peer, aws-profile' && second === 'env';
  return isLeft ? { one: { identity: 1, region: 2 } } : TABLE[first].none;
}

async function prepare(job: Job, { regions }: Pair, stage: Stage): Promise<void> {
  const { workspace } = job.folders;
  await mkdir(join(workspace, '.github'));
  const environment = (name: string, step: 1 | 2) =>
    `  ${name}: { account: "${ACCOUNTS[step]}", region: ${regions[step]}, role: deploy }\n`;
  const file = `environments:\n${environment('one', 1)}${environment('two', 2)}`;
  await writeFile(join(workspace, '.github/aws-temp-creds.yml'), file);
  await symlink(join(stage.folders.npm, 'node_modules'), join(workspace, 'node_modules'), 'junction');
}

/** Runs what a kind of step is: mostly one step. */
async function stepsOf(job: Job, kind: Kind, number: 1 | 2, pair: Pair, scene: Scene) {
  const runs = [];
  if (kind === 'role-chaining' && number === 1) {
    const source = { 'role-to-assume': roleIn(SOURCE, 'deploy'), 'aws-region': pair.regions[1], scan: 'off' };
    runs.push(await job.step({ inputs: source }));
  }
  runs.push(await job.step(optionsOf(kind, number, pair.regions[number], scene)));
  return runs.slice(-1);
}

function optionsOf(kind: Kind, number: 1 | 2, region: string, { peer = '' }: Scene): StepOptions {
  const name = number === 1 ? 'one' : 'two';
  const classic = { 'role-to-assume': roleIn(ACCOUNTS[number], 'deploy'), 'aws-region': region };
  const ours = { ...classic, scan: 'off' };
  const peers = {
    bundle: join(peer, 'dist/index.js'),
    post: join(peer, 'dist/cleanup/index.js'),
    inputs: { ...classic, audience: 'sts.amazonaws.com' },
  };
  switch (kind) {
    case 'none':
      return { inputs: { ...ours, export: 'none' } };
    case 'env':
      return { inputs: ours };
    case 'profiles':
      return { inputs: { environment: name, scan: 'off' } };
    case 'aws-profile':
      return { inputs: { ...ours, 'aws-profile': name } };
    case 'role-chaining':
      return {
        inputs: { ...ours, 'role-to-assume': roleIn(ACCOUNTS[number], 'chained'), 'role-chaining': 'true' },
      };
    case 'unset':
      return { inputs: { 'unset-current-credentials': 'true', scan: 'off' } };
    case 'peer':
      return peers;
    case 'peer, aws-profile':
      return { ...peers, inputs: { ...peers.inputs, 'aws-profile': name } };
  }
}

function roleIn(account: string, name: string): string {
  return `arn:aws:iam::${account}:role/${name}`;
}

async function expectReadings(job: Job, cell: Cell, pair: Pair, { stage }: Scene, moment: string) {
  const names = ['', 'one', 'two'];
  const python = join(pythonFolder(stage.folders.python), 'python');
  const script = (name: string) => join(stage.root, 'e2e/scenarios/tools', name);
  const readers = await job.run(python, [script('readers.py'), ...names], { milliseconds: 120_000 });
  const sdk = await job.run(nodePath('24'), [script('readers.mjs'), ...names], { milliseconds: 120_000 });
  const inPython = linesOf(readers.stdout).map((line): { boto3?: string; cli?: string } => JSON.parse(line));
  const expected = [cell.byDefault, cell.one, cell.two].map(reading => told(reading, pair));
  const found = {
    boto3: inPython.map(({ boto3 }) => boto3),
    cli: inPython.map(({ cli }) => cli),
    sdk: linesOf(sdk.stdout),
  };
  const where = `${title(pair)}, ${moment}: [default, one, two]\n${readers.stderr}${sdk.stderr}`;
  equal(
    JSON.stringify(found, null, 1),
    JSON.stringify({ boto3: expected, cli: expected, sdk: expected }, null, 1),
    where,
  );
}

function told(reading: Reading | undefined, { regions }: Pair): string {
  return reading === undefined ? 'nobody' : `${ACCOUNTS[reading.identity]} ${regions[reading.region]}`;
}

function title({ first, second, regions }: Pair): string {
  return `${first} (${regions[1]}), then ${second} (${regions[2]})`;
}

function linesOf(text: string): string[] {
  return text.split('\n').filter(line => line !== '');
}
