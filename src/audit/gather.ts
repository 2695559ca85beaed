import type { IamReader } from '../aws/iam.js';
import type { OrganizationsReader } from '../aws/organizations.js';
import type { AuditCheck } from '../config/audit-inputs.js';
import type { Configuration } from '../config/configuration.js';
import { explain, Failure } from '../failure.js';
import { printable } from '../printable.js';
import type { Asking } from './asking.js';
import type { AccountFacts, AuditFacts } from './facts.js';
import { askAccount } from './questions/account.js';
import {
  askIdentityCenter,
  type IdentityCenterReaders,
  type WantedSets,
} from './questions/identity-center.js';
import { askOrganization } from './questions/organization.js';

/** What can be asked for separately. */
export type Check = AuditCheck;

/** Where the audit asks. */
export interface AuditSources {
  readonly organizations: OrganizationsReader;
  readonly identityCenter: (region: string) => IdentityCenterReaders;
  /** @throws Failure when the reader role of the account cannot be entered */
  readonly iam: (account: string) => Promise<IamReader>;
  /** Resolves after so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Tells how far the audit is. */
  readonly tell: (what: string) => void;
}

/** Accounts that are asked at the same time: their services do not know of one another, but memory is ours. */
const ACCOUNTS_AT_ONCE = 4;

/** Asks everything that the checks need; what could not be learnt stands in `asking.gaps`. */
export async function gatherFacts(
  configuration: Configuration,
  checks: ReadonlySet<Check>,
  sources: AuditSources,
  asking: Asking,
): Promise<AuditFacts> {
  const accounts = [...new Set(configuration.environments.map(({ account }) => account))];
  const [organization, identityCenter, facts] = await Promise.all([
    checks.has('organization') ? askOrganization(sources.organizations, accounts, asking) : undefined,
    checks.has('people') ? askPeople(configuration, sources, asking) : undefined,
    askAccounts(accounts, checks, sources, asking),
  ]);
  return { organization, identityCenter, accounts: facts };
}

async function askPeople({ sso, environments }: Configuration, sources: AuditSources, asking: Asking) {
  if (sso === undefined) return undefined;
  const wanted = new Map<string, WantedSets>();
  for (const { account, people } of environments) {
    const names = [
      ...(wanted.get(account)?.names ?? []),
      ...people.map(({ permissionSet }) => permissionSet),
    ];
    if (names.length > 0) wanted.set(account, { account, names: new Set(names) });
  }
  sources.tell(`asking Identity Center about ${wanted.size} accounts`);
  return askIdentityCenter(sources.identityCenter(sso.region), sso.region, [...wanted.values()], asking);
}

async function askAccounts(
  accounts: readonly string[],
  checks: ReadonlySet<Check>,
  sources: AuditSources,
  asking: Asking,
): Promise<ReadonlyMap<string, AccountFacts>> {
  const wish = { keys: checks.has('keys'), roles: checks.has('parity') || checks.has('trust') };
  const facts = new Map<string, AccountFacts>();
  if (!wish.keys && !wish.roles) return facts;
  const waiting = [...accounts];
  const work = async () => {
    for (let account = waiting.shift(); account !== undefined; account = waiting.shift()) {
      const reader = await enter(account, sources, asking);
      if (reader === undefined) continue;
      facts.set(account, await askAccount(reader, account, wish, asking, sources.wait));
      sources.tell(`asked IAM of ${facts.size} of ${accounts.length} accounts`);
    }
  };
  await Promise.all(Array.from({ length: ACCOUNTS_AT_ONCE }, work));
  // In the file's order, whichever answered first.
  return new Map(accounts.flatMap(account => [[account, facts.get(account)] as const]).filter(isThere));
}

function isThere<T>(entry: readonly [string, T | undefined]): entry is readonly [string, T] {
  return entry[1] !== undefined;
}

async function enter(account: string, { iam }: AuditSources, asking: Asking): Promise<IamReader | undefined> {
  try {
    return await iam(account);
  } catch (error) {
    asking.miss({
      part: `everything in account ${account}`,
      action: 'sts:AssumeRole',
      why: error instanceof Failure ? explain(error.explanation) : printable(String(error), 300),
      fix: `Deploy what aws-temp-creds template audit prints to account ${account}, or name its reader role as \`account-role\`.`,
    });
    return undefined;
  }
}
