import { setTimeout as wait } from 'node:timers/promises';
import type { AuditSources } from '../audit/gather.js';
import { withoutAddresses } from '../audit/report/addresses.js';
import { assumeRole } from '../aws/assume-role.js';
import type { Connection } from '../aws/connection.js';
import { stsEndpoint } from '../aws/endpoint.js';
import { type IamReader, iam } from '../aws/iam.js';
import { identityStore } from '../aws/identity-store.js';
import {
  type AccountId,
  accountId,
  defaultAudience,
  type Partition,
  parseRoleArn,
  type Region,
  type RoleArn,
  region,
  roleArn,
} from '../aws/names.js';
import { organizations } from '../aws/organizations.js';
import { paceOf } from '../aws/pace.js';
import type { ReaderSettings } from '../aws/reader-settings.js';
import { ssoAdmin } from '../aws/sso-admin.js';
import { sts } from '../aws/sts.js';
import type { AuditSettings } from '../config/audit-inputs.js';
import { exchange } from '../credentials/exchange.js';
import { verifyAnswer } from '../credentials/guard.js';
import { explainPlainly } from '../credentials/not-assumed.js';
import { defaultSessionName } from '../credentials/session-name.js';
import type { Target, TemporaryCredentials } from '../credentials/target.js';
import { Failure } from '../failure.js';
import type { Job, Variables } from '../github/job.js';
import { offersTokens, tokenSource } from '../github/oidc-token.js';
import { printable } from '../printable.js';

/** Requests a second to Organizations, Identity Center and the identity store together: AWS answers all callers 20. */
const PER_SECOND = 9;

/** Seconds that the reader's sessions last; those that are assumed from one another have an hour at the most. */
const SESSION = 3_600;

/** The Region of the one endpoint that IAM and Organizations have in a partition (AWS SDK, endpoint rules). */
const GLOBAL_REGIONS: Readonly<Partial<Record<Partition, string>>> = {
  'aws-cn': 'cn-northwest-1',
  'aws-us-gov': 'us-gov-west-1',
  'aws-eusc': 'eusc-de-east-1',
};

export interface AuditAccess {
  readonly settings: AuditSettings;
  readonly job: Job;
  readonly variables: Variables;
  readonly connection: Connection;
  readonly partition: Partition;
  /** Region whose STS is asked. */
  readonly region: Region;
  readonly signal: AbortSignal;
  readonly mask: (secret: string) => void;
  readonly tell: (what: string) => void;
}

type Credentials = ReaderSettings['credentials'];

/**
 * Enters what reads the organization, and gives what asks AWS from there; each account is entered when it is asked.
 *
 * @throws Failure when there are no credentials to begin with, or the organization's role refuses
 */
export async function auditSources(access: AuditAccess): Promise<AuditSources> {
  const { variables, connection, partition, signal } = access;
  const reader = await enterOrganization(access);
  const pace = paceOf(
    PER_SECOND,
    milliseconds => wait(milliseconds, undefined, { signal }),
    () => performance.now(),
  );
  const settingsIn = (place: string): ReaderSettings => ({
    credentials: reader,
    region: place,
    connection,
    variables,
    pace,
    signal,
  });
  const global = GLOBAL_REGIONS[partition] ?? 'us-east-1';
  return {
    organizations: organizations(settingsIn(global)),
    identityCenter: place => ({
      sso: ssoAdmin(settingsIn(place)),
      ssoIn: other => ssoAdmin(settingsIn(other)),
      store: other => identityStore(settingsIn(other)),
    }),
    iam: account => enterAccount(access, account, reader, global),
    wait: milliseconds => wait(milliseconds, undefined, { signal: access.signal }),
    tell: access.tell,
  };
}

async function enterAccount(
  access: AuditAccess,
  account: string,
  source: Credentials,
  place: string,
): Promise<IamReader> {
  const { settings, partition, connection, variables, signal } = access;
  const id = accountId(account);
  if (id === undefined) throw new Error('the configuration has checked this account');
  const credentials = await goOn(access, roleArn(partition, id, settings.accountRole), source);
  return iam({ credentials, region: place, connection, variables, pace: undefined, signal });
}

/** Who reads the organization: entered with the job's token, from credentials that are there, or through both. */
async function enterOrganization(access: AuditAccess): Promise<Credentials> {
  const { settings, variables } = access;
  const { role, organizationRole } = settings;
  const there = credentialsIn(variables);
  const first = role ?? (there === undefined ? organizationRole : undefined);
  if (first !== undefined && !offersTokens(variables)) throw noToken();
  const base = first === undefined ? there : await enterWithToken(access, first);
  if (base === undefined) throw noCredentials();
  return organizationRole === undefined || organizationRole === first
    ? base
    : goOn(access, organizationRole, base);
}

function credentialsIn(variables: Variables): Credentials | undefined {
  const accessKeyId = variables['AWS_ACCESS_KEY_ID'];
  const secretAccessKey = variables['AWS_SECRET_ACCESS_KEY'];
  if (!accessKeyId || !secretAccessKey) return undefined;
  return { accessKeyId, secretAccessKey, sessionToken: variables['AWS_SESSION_TOKEN'] || undefined };
}

/** Enters a role with the job's token; a refusal explains itself as in the root action. */
async function enterWithToken(access: AuditAccess, role: RoleArn): Promise<TemporaryCredentials> {
  const { settings, job, variables, connection, signal, mask, tell } = access;
  const { maxAttempts, stsEndpoint: endpoint } = settings.connection;
  const target: Target = {
    name: role,
    account: accountOf(role),
    region: access.region,
    role,
    audience: settings.audience ?? defaultAudience(access.region),
    duration: SESSION,
    sessionName: defaultSessionName(job),
    sessionPolicy: undefined,
    managedPolicies: [],
    chain: undefined,
  };
  const again = (name: string) => (reason: string, attempt: number) =>
    tell(`${name}: attempt ${attempt} failed (${printable(reason, 100)}), trying again`);
  const [assumed] = await exchange([target], {
    tokens: tokenSource(variables, {
      connection,
      patience: { maxAttempts, signal },
      mask,
      onRetry: again("GitHub's token service"),
    }),
    sts: place => sts(place, stsEndpoint(place, endpoint, variables), connection),
    maxAttempts,
    retryRefusals: 0,
    deadline: signal,
    allowed: new Set([target.account]),
    source: undefined,
    mask,
    explain: explainPlainly,
    onRetry: (name, code, attempt) => again(name)(code, attempt),
  });
  if (assumed === undefined) throw new Error('one target gives one role, or a failure');
  return assumed.credentials;
}

/** Goes on from one role to another. @throws Failure that says why AWS refused */
async function goOn(access: AuditAccess, role: RoleArn, source: Credentials): Promise<TemporaryCredentials> {
  const { settings, job, variables, connection, signal, mask } = access;
  const sessionName = defaultSessionName(job);
  const reader = {
    credentials: source,
    region: access.region,
    connection,
    variables,
    pace: undefined,
    signal,
  };
  const endpoint = stsEndpoint(access.region, settings.connection.stsEndpoint, variables);
  const entry = { role, sessionName, duration: SESSION, endpoint };
  const answer = await assumeRole(reader, entry).catch((error: unknown) => {
    throw notEntered(role, error);
  });
  const { secretAccessKey, sessionToken, accessKeyId } = answer.credentials;
  for (const secret of [secretAccessKey, sessionToken, accessKeyId]) if (secret !== '') mask(secret);
  const account = accountOf(role);
  const expected = { name: role, role, account, sessionName, audience: undefined };
  verifyAnswer(expected, answer, new Set([account]), new Date());
  return answer.credentials;
}

function accountOf(role: RoleArn): AccountId {
  const account = parseRoleArn(role)?.account;
  if (account === undefined) throw new Error('the ARN has been checked');
  return account;
}

function notEntered(role: RoleArn, error: unknown): Failure {
  const name = error instanceof Error ? error.name : 'Unknown';
  // AWS names who asked, and the session of a person is often called by an address.
  const why = withoutAddresses(printable(error instanceof Error ? error.message : String(error), 300));
  const denied = name === 'AccessDenied' || name === 'AccessDeniedException';
  return new Failure(
    denied ? 'refused' : 'unreachable',
    {
      what: `The role ${role} could not be entered.`,
      why: `${printable(name, 80)}: ${why}`,
      ...(denied && {
        likely: 'The role does not exist, or its trust policy does not name the role before it.',
      }),
      write: denied ? 'aws-temp-creds template audit' : 'Run the audit again.',
    },
    { cause: error },
  );
}

/** The Region whose STS is asked where nobody says: the one of the partition that has been there longest. */
export function firstRegion(partition: Partition): Region {
  const place = region(GLOBAL_REGIONS[partition] ?? 'us-east-1');
  if (place === undefined) throw new Error('these are Regions');
  return place;
}

function noToken(): Failure {
  return new Failure('no-identity-token', {
    what: 'The audit is to enter a role with the OIDC token of the job, and there is none.',
    likely: '`id-token: write` is missing among the permissions of the job, or this is no job.',
    write: 'permissions:\n  contents: read\n  id-token: write',
  });
}

function noCredentials(): Failure {
  return new Failure('wrong-input', {
    what: 'The audit has no credentials to read AWS with.',
    why: 'Neither `role-to-assume` nor `organization-role` is given, and AWS_ACCESS_KEY_ID is not set.',
    likely:
      'In a job: the input is empty, since the variable it comes from does not exist here. On a laptop: no session.',
    write:
      'In a job:\n  with:\n    organization-role: arn:aws:iam::111111111111:role/aws-temp-creds-audit-organization\nOn a laptop:\n  eval "$(aws-temp-creds credentials PROFILE --format bash)" && aws-temp-creds audit',
  });
}
