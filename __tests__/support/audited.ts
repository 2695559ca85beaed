import { join } from 'node:path';
import * as v from 'valibot';
import {
  ACCOUNT_ACTIONS as GRANTED_ACCOUNT_ACTIONS,
  ORGANIZATION_ACTIONS as GRANTED_ORGANIZATION_ACTIONS,
} from '../../src/templates/audit/reader-roles.js';
import { type CommandRun, runCli } from './bundle.js';
import type { CloudDefinition } from './cloud.js';
import { type Cloud, withCloud } from './cloud.js';
import { plantedKey } from './credentials.js';
import type { Variables } from './program.js';
import { createRepository, type Repository } from './repository.js';
import { type RunningServices, withServices } from './services.js';
import { awsTrust, gitHubTrust } from './sts-account.js';

export const MANAGEMENT = '999999999999';
export const DEV = '111111111111';
export const PROD = '222222222222';

/** Whoever starts the audit on a laptop: a user of the management account. */
const AUDITOR = plantedKey('auditor', MANAGEMENT);

/** The variables that hold its key. */
export const AUDITOR_KEYS = {
  AWS_ACCESS_KEY_ID: AUDITOR.accessKeyId,
  AWS_SECRET_ACCESS_KEY: AUDITOR.secretAccessKey,
};

const ACCOUNT_ROLE = 'aws-temp-creds-audit';
export const ORGANIZATION_ROLE = 'organization-audit';

/** The actions of the reader roles, as `template audit` grants them; the services deny everything else. */
export const ORGANIZATION_ACTIONS: readonly string[] = Object.values(GRANTED_ORGANIZATION_ACTIONS).flat();
export const ACCOUNT_ACTIONS: readonly string[] = GRANTED_ACCOUNT_ACTIONS;

export const ALLOWED = {
  [ORGANIZATION_ROLE]: ORGANIZATION_ACTIONS,
  [ACCOUNT_ROLE]: ACCOUNT_ACTIONS,
};

/** An audit of a repository with this configuration file, against an organization on loopback. */
export interface Audited {
  readonly cloud: Cloud;
  readonly services: RunningServices;
  readonly repository: Repository;
  /** ARN of the role that reads the organization. */
  readonly organizationRole: string;
  run(args: readonly string[], env?: Variables): Promise<CommandRun>;
  /** The report as JSON. */
  report(args?: readonly string[]): Promise<{ exitCode: number; report: Report; stderr: string }>;
}

const Report = v.looseObject({
  version: v.literal(1),
  complete: v.boolean(),
  findings: v.array(
    v.looseObject({
      rule: v.string(),
      severity: v.picklist(['error', 'warning', 'notice']),
      what: v.string(),
      fix: v.string(),
      account: v.optional(v.string()),
      environment: v.optional(v.string()),
    }),
  ),
  gaps: v.array(v.object({ part: v.string(), action: v.string(), why: v.string(), fix: v.string() })),
  accepted: v.array(v.looseObject({ rule: v.string(), reason: v.string() })),
  parity: v.array(v.looseObject({ environment: v.string(), through: v.array(v.string()) })),
});
export type Report = v.InferOutput<typeof Report>;

export function withAudited<T>(
  definition: CloudDefinition,
  files: Readonly<Record<string, string>>,
  body: (audited: Audited) => Promise<T>,
): Promise<T> {
  return withServices({}, async services => {
    const { sts } = services;
    sts.account(MANAGEMENT, { users: [{ name: 'auditor', ...AUDITOR }] });
    const organizationRole = sts.role(MANAGEMENT, {
      name: ORGANIZATION_ROLE,
      trust: {
        Version: '2012-10-17',
        Statement: [
          gitHubTrust(MANAGEMENT, { subject: 'repo:*:environment:audit' }).Statement,
          awsTrust(`arn:aws:iam::${MANAGEMENT}:root`).Statement,
        ].flat(),
      },
    });
    for (const account of Object.keys(definition.iam ?? {}))
      sts.role(account, { name: ACCOUNT_ROLE, trust: awsTrust(organizationRole.arn) });
    const repository = await createRepository();
    try {
      await repository.commit('begin', files);
      return await withCloud(sts, definition, cloud =>
        body(auditOf(cloud, services, repository, organizationRole.arn)),
      );
    } finally {
      await repository.remove();
    }
  });
}

function auditOf(
  cloud: Cloud,
  services: RunningServices,
  repository: Repository,
  organizationRole: string,
): Audited {
  const env = {
    ...AUDITOR_KEYS,
    AWS_ENDPOINT_URL: cloud.url,
    AWS_ENDPOINT_URL_STS: services.sts.url,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
  const run = (args: readonly string[], more: Variables = {}) =>
    runCli(['audit', '--organization-role', organizationRole, ...args], {
      cwd: repository.path,
      env: { ...env, ...more },
      milliseconds: 120_000,
      secrets: [AUDITOR.secretAccessKey],
    });
  return {
    cloud,
    services,
    repository,
    organizationRole,
    run,
    report: async (args = []) => {
      const { exitCode, stdout, stderr } = await run(['--json', ...args]);
      return { exitCode: exitCode ?? -1, report: v.parse(Report, JSON.parse(stdout)), stderr };
    },
  };
}

export function configurationFile(text: string): Record<string, string> {
  return { [join('.github', 'aws-temp-creds.yml')]: text };
}
