import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ALLOWED, configurationFile, MANAGEMENT, withAudited } from '../../__tests__/support/audited.js';
import { account, POWER_USER, reservedRole } from '../../__tests__/support/audited-organization.js';
import type { Cloud, CloudDefinition } from '../../__tests__/support/cloud.js';
import { removeFolder, scratchFolder } from '../../__tests__/support/scratch.js';

const USAGE = `npm run bench -- audit [ACCOUNTS…]

Audits organizations of so many accounts (default: 300 and 3000), with 120 permission sets, 4,000 assignments and 20
environments, on loopback, where Organizations, Identity Center and the identity store together answer 20 requests a
second, and every answer takes 20 ms. But for the list of accounts nothing may grow with the organization.
`;

const SETS = 120;
const ASSIGNMENTS = 4_000;
const ENVIRONMENTS = 20;
/** Roles of each account; a page has 50. */
const ROLES = 120;
const LATENCY = 20;

/** Prints calls, time and memory of audits of organizations of several sizes. */
export async function benchAudit(args: readonly string[]): Promise<void> {
  const sizes = (args.length > 0 ? args : ['300', '3000']).map(Number);
  if (sizes.some(size => !Number.isInteger(size) || size < ENVIRONMENTS)) {
    process.stderr.write(USAGE);
    process.exitCode = 2;
    return;
  }
  const folder = await scratchFolder('bench-audit');
  try {
    const probe = join(folder, 'probe.cjs');
    await writeFile(probe, `process.on('exit',()=>process._rawDebug('rss '+process.resourceUsage().maxRSS))`);
    process.stdout.write(
      '| accounts | organization, Identity Center, identity store | busiest second | IAM calls an account | seconds | memory (MB) |\n| --- | --- | --- | --- | --- | --- |\n',
    );
    for (const size of sizes) process.stdout.write(await row(size, probe));
  } finally {
    await removeFolder(folder);
  }
}

function row(size: number, probe: string): Promise<string> {
  return withAudited(organizationOf(size), configurationFile(fileOf()), async ({ cloud, run }) => {
    cloud.latency = LATENCY;
    const start = performance.now();
    const { exitCode, stderr, stdout } = await run(['--fail-on', 'never'], {
      NODE_OPTIONS: `--require ${JSON.stringify(probe)}`,
    });
    const seconds = (performance.now() - start) / 1000;
    const kib = Number(/rss (\d+)/.exec(stderr)?.[1] ?? Number.NaN);
    if (exitCode !== 0) throw new Error(`the audit ended with ${exitCode}: ${stdout}`);
    const { counted, perAccount } = callsOf(cloud);
    return `| ${size} | ${counted} | ${cloud.busiestSecond} | ${perAccount} | ${seconds.toFixed(1)} | ${Math.round(kib / 1024)} |\n`;
  });
}

function callsOf(cloud: Cloud) {
  const iam = cloud.count('iam:');
  return {
    counted: cloud.count('organizations:') + cloud.count('sso:') + cloud.count('identitystore:'),
    perAccount: iam / ENVIRONMENTS,
  };
}

const idOf = (index: number) => String(100_000_000_000 + index);
const setName = (index: number) => `Set${index}`;

function fileOf(): string {
  const environments = Array.from(
    { length: ENVIRONMENTS },
    (_, index) =>
      `  e${index}: { account: "${idOf(index)}", region: eu-west-1, role: github-deploy, permission-set: ${setName(index % 5)}, groups: [group-${index % 5}] }\n`,
  );
  return `sso: { start-url: "https://acme.awsapps.com/start", region: eu-west-1 }\nenvironments:\n${environments.join('')}`;
}

function organizationOf(size: number): CloudDefinition {
  const accounts = Array.from({ length: size }, (_, index) => ({
    id: idOf(index),
    name: `account-${index}`,
  }));
  // Each account has the sets that its environment needs, and others of the 120.
  const assignments = Array.from({ length: ASSIGNMENTS }, (_, index) => {
    const home = index % size;
    const set = index < size ? home % 5 : (index * 7) % SETS;
    return {
      account: idOf(home),
      set: setName(set),
      kind: 'GROUP' as const,
      principal: `g-${set % 40}`,
    };
  });
  const iam = Array.from({ length: ENVIRONMENTS }, (_, index) => {
    const id = idOf(index);
    const set = reservedRole(setName(index % 5), { attached: [POWER_USER] });
    const own = account(id, `e${index}`, set);
    const more = Array.from({ length: ROLES }, (_, number) => ({
      name: `service-${number}`,
      trust: {
        Statement: {
          Effect: 'Allow',
          Principal: { Service: 'lambda.amazonaws.com' },
          Action: 'sts:AssumeRole',
        },
      },
      inline: { own: { Statement: { Effect: 'Allow', Action: `s3:Get${number}`, Resource: '*' } } },
    }));
    return [id, { ...own, roles: [...(own.roles ?? []), ...more] }] as const;
  });
  return {
    organization: {
      managementAccount: MANAGEMENT,
      accounts: [{ id: MANAGEMENT, name: 'management' }, ...accounts],
    },
    identityCenter: {
      homeRegion: 'eu-west-1',
      sets: Array.from({ length: SETS }, (_, index) => ({ name: setName(index), awsManaged: [POWER_USER] })),
      assignments,
      groups: Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`g-${index}`, `group-${index}`])),
      users: {},
    },
    iam: Object.fromEntries(iam),
    allowed: ALLOWED,
  };
}
