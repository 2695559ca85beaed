import {
  DescribeInstanceCommand,
  DescribePermissionSetCommand,
  GetInlinePolicyForPermissionSetCommand,
  GetPermissionsBoundaryForPermissionSetCommand,
  ListAccountAssignmentsCommand,
  ListCustomerManagedPolicyReferencesInPermissionSetCommand,
  ListInstancesCommand,
  ListManagedPoliciesInPermissionSetCommand,
  ListPermissionSetsProvisionedToAccountCommand,
  SSOAdminClient,
} from '@aws-sdk/client-sso-admin';
import { region } from './names.js';
import { readingAlso, sendingAlso } from './newer-members.js';
import { allPages, clientSettings, keepingPace, needed, type ReaderSettings } from './reader-settings.js';

/** An instance of IAM Identity Center. */
export interface SsoInstance {
  readonly arn: string;
  readonly identityStore: string;
  readonly status: string | undefined;
  /** Home Region: where permission sets and assignments are managed. */
  readonly primaryRegion: string | undefined;
}

/** What an instance restricts. Undefined: AWS did not say. */
export interface SsoInstanceDetails {
  /** False: this instance has no permission sets (accounts are entered in another way). */
  readonly permissionSetsEnabled: boolean | undefined;
  readonly primaryRegion: string | undefined;
  /** ARN of a customer managed key that every reader has to be allowed to use. */
  readonly customerKey: string | undefined;
  /** Only requests through VPC endpoints, or from these networks, are answered. */
  readonly networkLimits: readonly string[];
}

export interface SsoPermissionSet {
  readonly arn: string;
  readonly name: string | undefined;
  /** ISO 8601 duration. */
  readonly sessionDuration: string | undefined;
}

export interface SsoAssignment {
  /** `USER`, `GROUP`, or a word that came later. */
  readonly kind: string | undefined;
  readonly principal: string;
}

/** What the audit reads of Identity Center. An account's sets are few; nothing here walks over all sets. */
export interface SsoAdminReader {
  /** `sso:ListInstances`, of all Regions where AWS knows that question */
  instances(): Promise<readonly SsoInstance[]>;
  /** `sso:DescribeInstance` */
  instance(arn: string): Promise<SsoInstanceDetails>;
  /** `sso:ListPermissionSetsProvisionedToAccount`: ARNs; of `stale` ones the definition is newer than the copy */
  provisioned(instance: string, account: string, stale: boolean): Promise<readonly string[]>;
  /** `sso:DescribePermissionSet` */
  permissionSet(instance: string, arn: string): Promise<SsoPermissionSet>;
  /** `sso:ListAccountAssignments` */
  assignments(instance: string, account: string, set: string): Promise<readonly SsoAssignment[]>;
  /** `sso:ListManagedPoliciesInPermissionSet`: ARNs */
  awsManaged(instance: string, set: string): Promise<readonly string[]>;
  /** `sso:ListCustomerManagedPolicyReferencesInPermissionSet`: path and name */
  customerManaged(instance: string, set: string): Promise<readonly string[]>;
  /** `sso:GetInlinePolicyForPermissionSet` */
  inline(instance: string, set: string): Promise<string | undefined>;
  /** `sso:GetPermissionsBoundaryForPermissionSet`: ARN, or path and name; @throws ResourceNotFoundException: none */
  boundary(instance: string, set: string): Promise<string | undefined>;
}

/** The only module that imports the SDK's client of IAM Identity Center. */
export function ssoAdmin(settings: ReaderSettings): SsoAdminReader {
  const client = new SSOAdminClient(
    clientSettings(settings, 'SSO_ADMIN', `sso.${settings.region}.amazonaws.com`),
  );
  client.middlewareStack.use(keepingPace(settings));
  return { ...instanceReader(client), ...accountReader(client), ...setReader(client) };
}

function instanceReader(client: SSOAdminClient): Pick<SsoAdminReader, 'instances' | 'instance'> {
  return {
    instances: async () => {
      const list = (more: Readonly<Record<string, unknown>>) =>
        allPages(
          NextToken => {
            const command = new ListInstancesCommand({ NextToken });
            command.middlewareStack.use(sendingAlso(more));
            return client.send(command);
          },
          page => page.Instances,
          page => page.NextToken,
        );
      const all = await list({ RegionScope: 'ALL_REGIONS' }).catch((error: unknown) => {
        // Where AWS does not know that question yet, it knows of this Region only.
        if (error instanceof Error && error.name === 'ValidationException') return list({});
        throw error;
      });
      return all.map(({ InstanceArn, IdentityStoreId, Status, PrimaryRegion }) => ({
        arn: needed(InstanceArn, 'which instance it is'),
        identityStore: needed(IdentityStoreId, 'which identity store the instance has'),
        status: Status,
        primaryRegion: PrimaryRegion && needed(region(PrimaryRegion), 'a Region that there can be'),
      }));
    },
    instance: async InstanceArn => {
      const command = new DescribeInstanceCommand({ InstanceArn });
      let network: unknown;
      command.middlewareStack.use(
        readingAlso(answer => {
          network = answer['NetworkConfigurationDetails'];
        }),
      );
      const { PermissionSetsEnabled, PrimaryRegion, EncryptionConfigurationDetails } =
        await client.send(command);
      return {
        permissionSetsEnabled: PermissionSetsEnabled,
        primaryRegion: PrimaryRegion && needed(region(PrimaryRegion), 'a Region that there can be'),
        customerKey: EncryptionConfigurationDetails?.KmsKeyArn,
        networkLimits: networkLimits(network),
      };
    },
  };
}

/** The members of `NetworkConfigurationDetails` that limit who is answered, each as `name: value`. */
function networkLimits(details: unknown): readonly string[] {
  if (typeof details !== 'object' || details === null) return [];
  return Object.entries(details)
    .filter(([, value]) => value !== false && value !== null && JSON.stringify(value) !== '[]')
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
}

function accountReader(client: SSOAdminClient): Pick<SsoAdminReader, 'provisioned' | 'assignments'> {
  return {
    provisioned: (InstanceArn, AccountId, stale) =>
      allPages(
        NextToken =>
          client.send(
            new ListPermissionSetsProvisionedToAccountCommand({
              InstanceArn,
              AccountId,
              MaxResults: 100,
              NextToken,
              ...(stale && { ProvisioningStatus: 'LATEST_PERMISSION_SET_NOT_PROVISIONED' }),
            }),
          ),
        page => page.PermissionSets,
        page => page.NextToken,
      ),
    assignments: async (InstanceArn, AccountId, PermissionSetArn) => {
      const input = { InstanceArn, AccountId, PermissionSetArn, MaxResults: 100 };
      const all = await allPages(
        NextToken => client.send(new ListAccountAssignmentsCommand({ ...input, NextToken })),
        page => page.AccountAssignments,
        page => page.NextToken,
      );
      return all.map(({ PrincipalType, PrincipalId }) => ({
        kind: PrincipalType,
        principal: needed(PrincipalId, 'who holds the set'),
      }));
    },
  };
}

function setReader(
  client: SSOAdminClient,
): Pick<SsoAdminReader, 'permissionSet' | 'awsManaged' | 'customerManaged' | 'inline' | 'boundary'> {
  return {
    permissionSet: async (InstanceArn, arn) => {
      const { PermissionSet } = await client.send(
        new DescribePermissionSetCommand({ InstanceArn, PermissionSetArn: arn }),
      );
      return {
        arn,
        name: needed(PermissionSet?.Name, 'how the set is called'),
        sessionDuration: PermissionSet?.SessionDuration,
      };
    },
    awsManaged: async (InstanceArn, PermissionSetArn) => {
      const input = { InstanceArn, PermissionSetArn, MaxResults: 100 };
      const all = await allPages(
        NextToken => client.send(new ListManagedPoliciesInPermissionSetCommand({ ...input, NextToken })),
        page => page.AttachedManagedPolicies,
        page => page.NextToken,
      );
      return all.map(({ Arn }) => needed(Arn, 'which policy it is'));
    },
    customerManaged: async (InstanceArn, PermissionSetArn) => {
      const input = { InstanceArn, PermissionSetArn, MaxResults: 100 };
      const all = await allPages(
        NextToken =>
          client.send(new ListCustomerManagedPolicyReferencesInPermissionSetCommand({ ...input, NextToken })),
        page => page.CustomerManagedPolicyReferences,
        page => page.NextToken,
      );
      return all.map(pathAndName);
    },
    inline: async (InstanceArn, PermissionSetArn) =>
      (await client.send(new GetInlinePolicyForPermissionSetCommand({ InstanceArn, PermissionSetArn })))
        .InlinePolicy || undefined,
    boundary: async (InstanceArn, PermissionSetArn) => {
      const { PermissionsBoundary: found } = await client.send(
        new GetPermissionsBoundaryForPermissionSetCommand({ InstanceArn, PermissionSetArn }),
      );
      const own = found?.CustomerManagedPolicyReference;
      return needed(found?.ManagedPolicyArn ?? (own && pathAndName(own)), 'which boundary it is');
    },
  };
}

function pathAndName({ Path = '/', Name }: { Path?: string | undefined; Name?: string | undefined }) {
  return `${Path.endsWith('/') ? Path : `${Path}/`}${needed(Name, 'which policy it is')}`;
}
