import {
  DescribeGroupCommand,
  DescribeUserCommand,
  IdentitystoreClient,
} from '@aws-sdk/client-identitystore';
import { clientSettings, keepingPace, type ReaderSettings } from './reader-settings.js';

/** A user of Identity Center's directory. */
export interface DirectoryUser {
  readonly name: string | undefined;
  /** `ENABLED`, `DISABLED`, or a word that came later; undefined where the directory does not say. */
  readonly status: string | undefined;
}

/** What the audit reads of the identity store. */
export interface IdentityStoreReader {
  /** `identitystore:DescribeGroup`: its display name, which it need not have */
  groupName(store: string, group: string): Promise<string | undefined>;
  /** `identitystore:DescribeUser` */
  user(store: string, user: string): Promise<DirectoryUser>;
}

/** The only module that imports the SDK's client of the identity store. */
export function identityStore(settings: ReaderSettings): IdentityStoreReader {
  const client = new IdentitystoreClient(
    clientSettings(settings, 'IDENTITYSTORE', `identitystore.${settings.region}.amazonaws.com`),
  );
  client.middlewareStack.use(keepingPace(settings));
  return {
    groupName: async (IdentityStoreId, GroupId) =>
      (await client.send(new DescribeGroupCommand({ IdentityStoreId, GroupId }))).DisplayName,
    user: async (IdentityStoreId, UserId) => {
      const { UserName, UserStatus } = await client.send(
        new DescribeUserCommand({ IdentityStoreId, UserId }),
      );
      return { name: UserName, status: UserStatus };
    },
  };
}
