import { parseRoleArn, type Region, type RoleArn, region } from '../aws/names.js';
import { parseDuration } from './duration.js';
import { type Faults, quoted } from './fault.js';
import { InputReader, type ReadInput } from './input-reader.js';
import type { ConnectionInputs } from './inputs.js';

/** What an audit is to do; checked. The action's inputs and the command's options have the same names. */
export interface AuditSettings {
  readonly config: string | undefined;
  /** Entered with the job's OIDC token; undefined: the credentials that are there. */
  readonly role: RoleArn | undefined;
  readonly region: Region | undefined;
  readonly audience: string | undefined;
  /** Reads Organizations and Identity Center; undefined: whoever the audit is already. */
  readonly organizationRole: RoleArn | undefined;
  /** Name, or path and name, of the reader role in every account. */
  readonly accountRole: string;
  readonly checks: ReadonlySet<AuditCheck>;
  readonly failOn: AuditFailOn;
  readonly reportFile: string | undefined;
  readonly sarifFile: string | undefined;
  /** How the repository is searched for keys that are alive. */
  readonly scan: (typeof SCANS)[number];
  /** `owner/name` on GitHub, whose environments are looked at; undefined: of none. */
  readonly repository: string | undefined;
  /** Reads them. */
  readonly token: string | undefined;
  readonly showUsers: boolean;
  readonly maskAccounts: boolean;
  readonly connection: ConnectionInputs;
}

export const AUDIT_CHECKS = ['organization', 'people', 'parity', 'trust', 'keys', 'github'] as const;
export type AuditCheck = (typeof AUDIT_CHECKS)[number];

const FAIL_ON = ['error', 'warning', 'notice', 'never'] as const;
export type AuditFailOn = (typeof FAIL_ON)[number];

const SCANS = ['tree', 'history', 'off'] as const;

/** As `template audit` calls it; a test holds both together. */
export const DEFAULT_ACCOUNT_ROLE = 'aws-temp-creds-audit';
const ROLE_NAME = /^[\w+=,.@-]+(\/[\w+=,.@-]+)*$/;

/**
 * Reads inputs or options; whatever is wrong is added to the faults.
 *
 * @param repository `owner/name` on GitHub; undefined: none
 */
export function readAuditSettings(
  read: ReadInput,
  faults: Faults,
  repository: string | undefined,
): AuditSettings {
  if (repository !== undefined && !/^[\w.-]+\/[\w.-]+$/.test(repository))
    faults.add('repository', `must be a repository of GitHub as owner/name, not ${quoted(repository)}`);
  const inputs = new InputReader(read, faults);
  const arn = (name: string) =>
    inputs.parsed(
      name,
      text => parseRoleArn(text)?.arn,
      'the ARN of a role (arn:aws:iam::<account>:role/<name>)',
    );
  return {
    config: inputs.text('config'),
    role: arn('role-to-assume'),
    region: inputs.parsed('aws-region', region, 'the code of a Region, such as eu-west-1'),
    audience: inputs.text('audience'),
    organizationRole: arn('organization-role'),
    accountRole:
      inputs.parsed(
        'account-role',
        text => (ROLE_NAME.test(text) ? text : undefined),
        `the name of a role, the same in every account (${DEFAULT_ACCOUNT_ROLE}), not an ARN`,
      ) ?? DEFAULT_ACCOUNT_ROLE,
    checks: readChecks(inputs.list('checks'), faults),
    failOn: inputs.choice('fail-on', FAIL_ON) ?? 'error',
    reportFile: inputs.text('report-file'),
    sarifFile: inputs.text('sarif-file'),
    scan: inputs.choice('scan', SCANS) ?? 'tree',
    repository,
    token: inputs.text('token'),
    showUsers: inputs.flag('show-users', false),
    maskAccounts: inputs.flag('mask-aws-account-id', false),
    connection: readConnection(inputs, faults),
  };
}

function readChecks(given: readonly string[], faults: Faults): ReadonlySet<AuditCheck> {
  const checks = AUDIT_CHECKS.filter(check => given.length === 0 || given.includes(check));
  for (const name of given) {
    if (!AUDIT_CHECKS.some(check => check === name))
      faults.add('checks', `${quoted(name)} is none of ${AUDIT_CHECKS.join(', ')}`);
  }
  return new Set(checks);
}

function readConnection(inputs: InputReader, faults: Faults): ConnectionInputs {
  const timeout = inputs.text('timeout') ?? '10m';
  const seconds = parseDuration(timeout);
  if (seconds === undefined || seconds < 10 || seconds > 21_600)
    faults.add('timeout', `must be a duration from 10s to 6h, not ${quoted(timeout)}`);
  return {
    httpProxy: inputs.parsed(
      'http-proxy',
      text => (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : undefined),
      'the URL of a proxy, such as http://proxy.example:3128',
    ),
    noProxy: inputs.text('no-proxy'),
    stsEndpoint: inputs.parsed(
      'sts-endpoint',
      text => (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : undefined),
      'the URL of an STS endpoint',
    ),
    maxAttempts: inputs.whole('retry-max-attempts', 1, 100, 12),
    timeout: seconds ?? 600,
    retryRefusals: 0,
  };
}
