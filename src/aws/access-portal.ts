import {
  GetRoleCredentialsCommand,
  paginateListAccountRoles,
  paginateListAccounts,
  SSOClient,
} from '@aws-sdk/client-sso';
import type { TemporaryCredentials } from '../credentials/target.js';
import type { Connection } from './connection.js';
import { type AccountId, accountId, type Region } from './names.js';
import { clientSettings } from './sign-on-client.js';

/** The access portal of IAM Identity Center, in its home Region. Errors are the SDK's, by their names. */
export interface AccessPortal {
  roleCredentials(
    accessToken: string,
    account: AccountId,
    permissionSet: string,
  ): Promise<TemporaryCredentials>;
  /** Every account that the person may enter. */
  accounts(accessToken: string): Promise<readonly PortalAccount[]>;
  /** The permission sets that the person has in an account. */
  permissionSets(accessToken: string, account: AccountId): Promise<readonly string[]>;
}

export interface PortalAccount {
  readonly id: AccountId;
  readonly name: string;
}

/** An answer of success without what was asked for. */
export class IncompletePortalAnswer extends Error {
  override readonly name = 'IncompletePortalAnswer';
}

/** The portal throttles who asks for the permission sets of hundreds of accounts. */
const PATIENT = 10;

/** The only module that imports the SDK's client of the access portal. */
export function accessPortal(region: Region, connection: Connection): AccessPortal {
  const client = new SSOClient(clientSettings('SSO', region, connection));
  const lists = new SSOClient(clientSettings('SSO', region, connection, PATIENT));
  return {
    roleCredentials: async (accessToken, account, permissionSet) => {
      const { roleCredentials } = await client.send(
        new GetRoleCredentialsCommand({ accessToken, accountId: account, roleName: permissionSet }),
      );
      const { accessKeyId, secretAccessKey, sessionToken, expiration } = roleCredentials ?? {};
      if (!accessKeyId || !secretAccessKey || !sessionToken || !expiration)
        throw new IncompletePortalAnswer('the answer of the portal has no complete credentials');
      return { accessKeyId, secretAccessKey, sessionToken, expiration: new Date(expiration) };
    },
    accounts: async accessToken => {
      const found: PortalAccount[] = [];
      for await (const { accountList } of paginateListAccounts({ client: lists }, { accessToken })) {
        for (const { accountId: text = '', accountName = '' } of accountList ?? []) {
          const id = accountId(text);
          if (id !== undefined) found.push({ id, name: accountName });
        }
      }
      return found;
    },
    permissionSets: async (accessToken, account) => {
      const found: string[] = [];
      for await (const { roleList } of paginateListAccountRoles(
        { client },
        { accessToken, accountId: account },
      ))
        found.push(...(roleList ?? []).flatMap(({ roleName }) => roleName ?? []));
      return found;
    },
  };
}
