import { printable } from '../../printable.js';
import type { AccountFacts, UserKey } from '../facts.js';
import type { AuditFinding } from '../finding.js';
import { found } from './found.js';
import { shellWord, shownUser, type UserNames, userArgument, waysOut } from './ways-out.js';

/** Days after which a key is old, and after which one that was never used is forgotten. */
const OLD = 90;
const DAY = 86_400_000;

/** Where a key that an account has stands in the repository. */
export type KeysInRepository = ReadonlyMap<string, readonly string[]>;

/** Which static keys does an account still have? Each key is one finding, by the worst that can be said of it. */
export function judgeKeys(
  facts: AccountFacts,
  repository: KeysInRepository,
  now: Date,
  names: UserNames,
): readonly AuditFinding[] {
  const alive = facts.keys.filter(({ status }) => status !== 'Inactive' && status !== 'Expired');
  const doubles = usersOfTwo(alive);
  return [
    ...judgeRoot(facts),
    ...alive.flatMap(key => {
      const finding = judgeKey(facts.account, key, repository, now, names);
      // Of two active keys it is told that they are two; that each is active goes without saying.
      return finding.rule === 'key-alive' && doubles.includes(key.user) ? [] : [finding];
    }),
    ...twoKeys(facts.account, doubles, names),
    ...judgeServiceCredentials(facts, now, names),
    ...judgeCertificates(facts, names),
  ];
}

function judgeRoot({ account, summary, users }: AccountFacts): readonly AuditFinding[] {
  const root = users?.find(({ isRoot }) => isRoot);
  const has = (entry: string) => (summary?.[entry] ?? 0) > 0;
  const findings: AuditFinding[] = [];
  if (has('AccountAccessKeysPresent') || root?.keys.some(({ active }) => active))
    findings.push(
      found('root-key', {
        what: `The root user of account ${account} has an access key: it may do everything, and no policy limits it.`,
        fix: 'Sign in as the root user, deactivate the key under Security credentials, watch for a week, delete it. In an organization: remove root credentials centrally (IAM, Root access management).',
        account,
      }),
    );
  // Without a password nobody signs in as root; newer answers say whether there is one.
  const signsIn = summary?.['AccountPasswordPresent'] !== 0;
  if (summary !== undefined && summary['AccountMFAEnabled'] === 0 && signsIn)
    findings.push(
      found('root-mfa', {
        what: `The root user of account ${account} has no multi-factor authentication.`,
        fix: 'Register a device under Security credentials of the root user; in an organization, remove root credentials centrally.',
        account,
      }),
    );
  if (has('AccountSigningCertificatesPresent'))
    findings.push(
      found('root-certificate', {
        what: `The root user of account ${account} has a signing certificate.`,
        fix: 'Delete it under Security credentials of the root user.',
        account,
      }),
    );
  return findings;
}

function judgeKey(
  account: string,
  key: UserKey,
  repository: KeysInRepository,
  now: Date,
  names: UserNames,
): AuditFinding {
  const places = repository.get(key.id);
  const days =
    key.created === undefined ? undefined : Math.floor((now.getTime() - key.created.getTime()) / DAY);
  const age = days === undefined ? 'of unknown age' : `${days} days old`;
  const user = shownUser(key.user, names);
  const about = `${age}, ${usedText(key)}`;
  const common = { fix: waysOut(key), account };
  if (places !== undefined)
    return found('key-in-repository', {
      ...common,
      what: `The access key ${key.id} of user ${user} stands in this repository (${printable(places.join(', '), 200)}) and is alive: ${about}.`,
    });
  const what = (says: string) =>
    `The access key ${key.id} of user ${user} in account ${account} ${says}: ${about}.`;
  if (key.use !== undefined && key.use.at === undefined)
    return found('key-never-used', { ...common, what: what('was never used') });
  if (days === undefined) return found('key-old', { ...common, what: what('may be of any age') });
  if (days > OLD) return found('key-old', { ...common, what: what(`is older than ${OLD} days`) });
  const state = key.status === 'Active' ? 'active' : `in the state ${printable(key.status ?? 'unknown', 40)}`;
  return found('key-alive', { ...common, what: what(`is ${state}`) });
}

function usedText({ use }: UserKey): string {
  if (use === undefined) return 'last use not known';
  if (use.at === undefined) return 'never used';
  const where = [use.service, use.region].filter(part => part !== undefined).map(part => printable(part, 40));
  return `last used ${use.at.toISOString().slice(0, 10)}${where.length === 0 ? '' : ` (${where.join(', ')})`}`;
}

function usersOfTwo(keys: readonly UserKey[]): readonly string[] {
  const users = keys.map(({ user }) => user);
  return [...new Set(users.filter((user, index) => users.indexOf(user) !== index))];
}

function twoKeys(account: string, users: readonly string[], names: UserNames): readonly AuditFinding[] {
  return users.map(user =>
    found('keys-two', {
      what: `User ${shownUser(user, names)} in account ${account} has two active access keys.`,
      fix: 'A second key is for changing to it: finish the change, then deactivate and delete the older one.',
      account,
    }),
  );
}

function judgeServiceCredentials(
  { account, serviceCredentials }: AccountFacts,
  now: Date,
  names: UserNames,
): readonly AuditFinding[] {
  return (serviceCredentials ?? [])
    .filter(
      ({ status, expires }) => status !== 'Inactive' && status !== 'Expired' && !(expires && expires <= now),
    )
    .map(({ id, user, service, expires }) =>
      found('service-credential', {
        what: `User ${shownUser(user, names)} in account ${account} has a long-lived credential for ${printable(service, 60)} (${printable(id, 60)}), which ${expires === undefined ? 'never ends' : `ends on ${expires.toISOString().slice(0, 10)}`}.`,
        fix: `aws iam update-service-specific-credential --user-name ${userArgument(user)} --service-specific-credential-id ${shellWord(id)} --status Inactive\n# a week later, when nothing has failed:\naws iam delete-service-specific-credential --user-name ${userArgument(user)} --service-specific-credential-id ${shellWord(id)}`,
        account,
      }),
    );
}

function judgeCertificates({ account, users }: AccountFacts, names: UserNames): readonly AuditFinding[] {
  return (users ?? [])
    .filter(({ isRoot, certificates }) => !isRoot && certificates > 0)
    .map(({ user }) =>
      found('signing-certificate', {
        what: `User ${shownUser(user, names)} in account ${account} has an active signing certificate.`,
        fix: `aws iam list-signing-certificates --user-name ${userArgument(user)}\naws iam update-signing-certificate --user-name ${userArgument(user)} --certificate-id CERTIFICATE_ID --status Inactive`,
        account,
      }),
    );
}
