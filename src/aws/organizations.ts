import {
  DescribeAccountCommand,
  DescribeOrganizationCommand,
  ListAccountsCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { allPages, clientSettings, keepingPace, needed, type ReaderSettings } from './reader-settings.js';

/** An account as Organizations knows it. Fields that AWS left out are undefined. */
export interface OrganizationAccount {
  readonly id: string;
  readonly name: string | undefined;
  /** `ACTIVE`, `SUSPENDED`, `PENDING_CLOSURE`, `CLOSED`, `PENDING_ACTIVATION`, or a word that came later. */
  readonly state: string | undefined;
}

/** What the audit reads of AWS Organizations. */
export interface OrganizationsReader {
  /** `organizations:DescribeOrganization` */
  managementAccount(): Promise<string | undefined>;
  /** `organizations:ListAccounts`: 20 a page at the most */
  accounts(): Promise<readonly OrganizationAccount[]>;
  /** `organizations:DescribeAccount`; @throws AccountNotFoundException */
  account(id: string): Promise<OrganizationAccount | undefined>;
}

/** The only module that imports the SDK's client of Organizations, which has one endpoint a partition. */
export function organizations(settings: ReaderSettings): OrganizationsReader {
  const client = new OrganizationsClient(
    clientSettings(settings, 'ORGANIZATIONS', `organizations.${settings.region}.amazonaws.com`),
  );
  client.middlewareStack.use(keepingPace(settings));
  return {
    managementAccount: async () =>
      needed(
        (await client.send(new DescribeOrganizationCommand())).Organization?.MasterAccountId,
        'which account is the management account',
      ),
    accounts: async () => {
      const all = await allPages(
        NextToken => client.send(new ListAccountsCommand({ NextToken, MaxResults: 20 })),
        page => page.Accounts,
        page => page.NextToken,
      );
      return all.map(accountOf);
    },
    account: async id => {
      const { Account } = await client.send(new DescribeAccountCommand({ AccountId: id }));
      return accountOf(needed(Account, 'anything of the account'));
    },
  };
}

/** `State` counts: `Status` was retired in September 2026 and is read only where an older answer has nothing else. */
function accountOf(account: {
  readonly Id?: string | undefined;
  readonly Name?: string | undefined;
  readonly State?: string | undefined;
  readonly Status?: string | undefined;
}): OrganizationAccount {
  const { Id, Name, State, Status } = account;
  return { id: needed(Id, 'which account it is'), name: Name, state: State ?? Status };
}
