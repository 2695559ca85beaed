import type { IamProvider, IamReader, IamServiceCredential } from '../../aws/iam.js';
import type { Asking, Told } from '../asking.js';
import { usersOf } from '../credential-report.js';
import type { AccountFacts, UserKey, UserRow } from '../facts.js';

/** Services that have long-lived credentials of their own (IAM API reference, ListServiceSpecificCredentials). */
const SERVICES = [
  'bedrock.amazonaws.com',
  'logs.amazonaws.com',
  'codecommit.amazonaws.com',
  'cassandra.amazonaws.com',
];

/** Which parts of an account are asked for. */
export interface AccountWish {
  /** Static keys and root user. */
  readonly keys: boolean;
  /** Roles, their policies, and identity providers. */
  readonly roles: boolean;
}

/** Milliseconds between two looks at a credential report that is being made, and how often it is looked at. */
const REPORT_PACE = 2_000;
const MOST_LOOKS = 30;

/**
 * Asks an account's IAM.
 *
 * @param wait resolves after so many milliseconds
 */
export async function askAccount(
  reader: IamReader,
  account: string,
  wish: AccountWish,
  asking: Asking,
  wait: (milliseconds: number) => Promise<void>,
): Promise<AccountFacts> {
  const about = <T>(
    what: string,
    action: string,
    ask: () => Promise<T>,
    absent: readonly string[] = [],
  ): Promise<Told<T>> => asking.ask({ part: `${what} of account ${account}`, action, absent, ask });
  const [summary, users, serviceCredentials, roles, providers] = await Promise.all([
    wish.keys
      ? about('the summary', 'iam:GetAccountSummary', () => reader.summary()).then(answerOf)
      : undefined,
    wish.keys ? askUsers(reader, about, wait) : undefined,
    wish.keys ? askServiceCredentials(reader, about) : undefined,
    wish.roles
      ? about('roles and policies', 'iam:GetAccountAuthorizationDetails', () => reader.roles()).then(answerOf)
      : undefined,
    wish.roles ? askProviders(reader, about) : undefined,
  ]);
  const keys = await askKeys(reader, users ?? [], about);
  return { account, summary, users, keys, serviceCredentials, roles, providers };
}

type About = <T>(
  what: string,
  action: string,
  ask: () => Promise<T>,
  absent?: readonly string[],
) => Promise<Told<T>>;

function answerOf<T>(told: Told<T>): T | undefined {
  return told.kind === 'told' ? told.value : undefined;
}

/** IAM makes a report when it is asked to, at most every four hours, and answers with the last one until then. */
async function askUsers(
  reader: IamReader,
  about: About,
  wait: (milliseconds: number) => Promise<void>,
): Promise<readonly UserRow[] | undefined> {
  const made = await about('the credential report', 'iam:GenerateCredentialReport', async () => {
    for (let look = 0; look < MOST_LOOKS; look++) {
      if ((await reader.generateReport()) === 'COMPLETE') return true;
      await wait(REPORT_PACE);
    }
    throw new Error('AWS did not finish the report within a minute');
  });
  if (made.kind !== 'told') return undefined;
  const users = await about('the credential report', 'iam:GetCredentialReport', async () =>
    usersOf(await reader.report()),
  );
  return answerOf(users);
}

async function askKeys(
  reader: IamReader,
  users: readonly UserRow[],
  about: About,
): Promise<readonly UserKey[]> {
  const holders = users.filter(({ isRoot, keys }) => !isRoot && keys.some(({ active }) => active));
  const lists = await Promise.all(
    holders.map(async ({ user }) => {
      const keys = await about(
        `access keys of user ${masked(user)}`,
        'iam:ListAccessKeys',
        () => reader.accessKeys(user),
        // The report is of some hours ago.
        ['NoSuchEntityException'],
      );
      return (answerOf(keys) ?? []).map(key => ({ ...key, user }));
    }),
  );
  return Promise.all(
    lists.flat().map(async key => {
      const use = await about('the last use of an access key', 'iam:GetAccessKeyLastUsed', () =>
        reader.keyUse(key.id),
      );
      return { ...key, use: answerOf(use) };
    }),
  );
}

/** Of a user's name that is an e-mail address only the beginning. */
function masked(user: string): string {
  return user.includes('@') ? `${user.slice(0, 1)}…` : user;
}

/** Where AWS wants the service named, the known ones are asked for one by one. */
async function askServiceCredentials(
  reader: IamReader,
  about: About,
): Promise<readonly IamServiceCredential[] | undefined> {
  const action = 'iam:ListServiceSpecificCredentials';
  const all = await about('service-specific credentials', action, () => reader.serviceCredentials(), [
    'ValidationError',
    'ValidationException',
    'InvalidInput',
    'InvalidInputException',
  ]);
  if (all.kind !== 'absent') return answerOf(all);
  const each = await Promise.all(
    SERVICES.map(service =>
      about(
        `credentials for ${service}`,
        action,
        () => reader.serviceCredentials(service),
        // Not every partition has every service.
        ['NotSupportedService', 'ServiceNotSupportedException', 'NoSuchEntityException'],
      ),
    ),
  );
  if (each.some(({ kind }) => kind === 'unknown')) return undefined;
  return each.flatMap(told => (told.kind === 'told' ? told.value : []));
}

async function askProviders(reader: IamReader, about: About): Promise<readonly IamProvider[] | undefined> {
  const arns = await about('identity providers', 'iam:ListOpenIDConnectProviders', () => reader.providers());
  if (arns.kind !== 'told') return undefined;
  const providers = await Promise.all(
    arns.value.map(arn =>
      about(`the identity provider ${arn}`, 'iam:GetOpenIDConnectProvider', () => reader.provider(arn), [
        'NoSuchEntityException',
      ]),
    ),
  );
  if (providers.some(({ kind }) => kind === 'unknown')) return undefined;
  return providers.flatMap(told => (told.kind === 'told' ? [told.value] : []));
}
