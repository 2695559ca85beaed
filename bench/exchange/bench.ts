import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { runStep } from '../../__tests__/support/bundle.js';
import { describeJob } from '../../__tests__/support/github-job.js';
import type { StepOptions } from '../../__tests__/support/job.js';
import { removeFolder, scratchFolder } from '../../__tests__/support/scratch.js';
import { type RunningServices, withServices } from '../../__tests__/support/services.js';
import { gitHubTrust } from '../../__tests__/support/sts-account.js';
import { median } from '../measure.js';

const USAGE = `npm run bench -- exchange [ROUNDS] [PEER]

Times whole processes of the main step against loopback services that answer after 50 ms each: one role, eight
environments in one step, a refused role. PEER is the dist/index.js of aws-actions/configure-aws-credentials, which is
then measured in the same rounds. Ratios of medians; the floor is Node itself and two answers in a row.
`;

/** Milliseconds that each answer of the services takes. */
const LATENCY = 50;
const ACCOUNTS = Array.from({ length: 8 }, (_, index) => String(index + 1).repeat(12));
const [FIRST = ''] = ACCOUNTS;
const classic = { 'role-to-assume': `arn:aws:iam::${FIRST}:role/deploy`, 'aws-region': 'eu-west-1' };

interface Contender {
  readonly name: string;
  readonly step: StepOptions;
  readonly fails?: boolean;
}

/** Prints how long the exchange takes, beside the peer and the floor. */
export async function benchExchange(args: readonly string[]): Promise<void> {
  const [rounds = '15', peer] = args;
  if (!/^\d{1,3}$/.test(rounds) || (peer !== undefined && !existsSync(peer))) {
    process.stderr.write(USAGE);
    process.exitCode = 2;
    return;
  }
  const workspace = await scratchFolder('bench');
  try {
    const file = join(workspace, 'nothing.mjs');
    await writeFile(file, '');
    await writeEnvironments(workspace);
    await withServices({}, async services => {
      prepare(services);
      const contenders = contendersOf(services, file, peer);
      const times = await timed(contenders, Number(rounds), workspace, services);
      process.stdout.write(table(times));
    });
  } finally {
    await removeFolder(workspace);
  }
}

function contendersOf(
  services: RunningServices,
  nothing: string,
  peer: string | undefined,
): readonly Contender[] {
  const env = { AWS_ENDPOINT_URL_STS: services.sts.url };
  const ours: readonly Contender[] = [
    { name: 'floor: Node alone', step: { bundle: nothing } },
    { name: 'one role', step: { inputs: { ...classic, scan: 'off' }, env } },
    {
      name: 'eight environments',
      step: { inputs: { environment: 'all', export: 'none', scan: 'off' }, env },
    },
    {
      name: 'a refused role',
      step: {
        inputs: { ...classic, 'role-to-assume': `${classic['role-to-assume']}-not`, scan: 'off' },
        env,
      },
      fails: true,
    },
  ];
  if (peer === undefined) return ours;
  const inputs = { ...classic, audience: 'sts.amazonaws.com', 'sts-endpoint': services.sts.url };
  return [...ours, { name: 'the peer, one role', step: { bundle: resolve(peer), inputs, env } }];
}

function prepare({ issuer, sts }: RunningServices): void {
  issuer.latency = LATENCY;
  sts.latency = LATENCY;
  for (const account of ACCOUNTS) {
    sts.role(account, { name: 'deploy', trust: gitHubTrust(account, { subject: 'repo:acme/shop:*' }) });
  }
}

async function writeEnvironments(workspace: string): Promise<void> {
  const entries = ACCOUNTS.map(
    (account, index) =>
      `  e${index}: { account: "${account}", region: eu-west-1, role: deploy, github-environment: all }\n`,
  );
  await mkdir(join(workspace, '.github'));
  await writeFile(join(workspace, '.github/aws-temp-creds.yml'), `environments:\n${entries.join('')}`);
}

async function timed(
  contenders: readonly Contender[],
  rounds: number,
  workspace: string,
  services: RunningServices,
): Promise<ReadonlyMap<string, number>> {
  const samples = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const { name, step, fails = false } of contenders) {
      const run = await runStep({ ...step, job: describeJob(), services, workspace });
      if ((run.exitCode !== 0) !== fails)
        throw new Error(`${name} ended with ${run.exitCode}:\n${run.stdout}`);
      // The first round only warms the caches.
      if (round > 0) samples.get(name)?.push(run.milliseconds);
    }
  }
  return new Map([...samples].map(([name, times]) => [name, median(times)]));
}

function table(times: ReadonlyMap<string, number>): string {
  const one = times.get('one role') ?? 0;
  const floor = (times.get('floor: Node alone') ?? 0) + 2 * LATENCY;
  const peer = times.get('the peer, one role');
  const lines = [...times].map(([name, time]) => `${name.padEnd(24)} ${time.toFixed(0).padStart(6)} ms`);
  const ratios = [
    `one role / (Node alone + two answers)  ${(one / floor).toFixed(2)}`,
    `eight environments / one role          ${((times.get('eight environments') ?? 0) / one).toFixed(2)}`,
    ...(peer === undefined ? [] : [`one role / the peer                    ${(one / peer).toFixed(2)}`]),
  ];
  return `${[...lines, '', ...ratios].join('\n')}\n`;
}
