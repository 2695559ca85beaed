import {
  GenerateCredentialReportCommand,
  GetAccessKeyLastUsedCommand,
  GetAccountAuthorizationDetailsCommand,
  GetAccountSummaryCommand,
  GetCredentialReportCommand,
  GetOpenIDConnectProviderCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListOpenIDConnectProvidersCommand,
  ListServiceSpecificCredentialsCommand,
  type ManagedPolicyDetail,
  type PolicyDetail,
  type RoleDetail,
} from '@aws-sdk/client-iam';
import { allPages, clientSettings, keepingPace, needed, type ReaderSettings } from './reader-settings.js';

/** A role as the account has it. Documents are JSON text, decoded. */
export interface IamRole {
  readonly arn: string;
  readonly name: string;
  readonly path: string;
  readonly trust: string;
  readonly inline: readonly { readonly name: string; readonly document: string }[];
  /** ARNs. */
  readonly attached: readonly string[];
  /** ARN. */
  readonly boundary: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly lastUsed: Date | undefined;
}

/** The roles of an account, and the managed policies that they have. */
export interface IamRoles {
  readonly roles: readonly IamRole[];
  /** The default version's document, JSON text, by the policy's ARN. */
  readonly policies: ReadonlyMap<string, string>;
}

export interface IamAccessKey {
  readonly id: string;
  /** `Active`, `Inactive`, `Expired`, or a word that came later. */
  readonly status: string | undefined;
  readonly created: Date | undefined;
}

export interface IamKeyUse {
  /** Undefined: never since AWS keeps account of it. */
  readonly at: Date | undefined;
  readonly service: string | undefined;
  readonly region: string | undefined;
}

/** A long-lived credential for one service: CodeCommit, Keyspaces, Bedrock, CloudWatch Logs. */
export interface IamServiceCredential {
  readonly id: string;
  readonly user: string;
  readonly service: string;
  readonly status: string | undefined;
  readonly created: Date | undefined;
  readonly expires: Date | undefined;
}

export interface IamProvider {
  readonly arn: string;
  /** Without the scheme, as IAM keeps it. */
  readonly url: string;
  readonly audiences: readonly string[];
}

/** What the audit reads of an account's IAM. */
export interface IamReader {
  /** `iam:GetAccountSummary` */
  summary(): Promise<Readonly<Record<string, number>>>;
  /** `iam:GenerateCredentialReport`: `COMPLETE` when there is one */
  generateReport(): Promise<string | undefined>;
  /** `iam:GetCredentialReport`: CSV */
  report(): Promise<string>;
  /** `iam:ListAccessKeys` */
  accessKeys(user: string): Promise<readonly IamAccessKey[]>;
  /** `iam:GetAccessKeyLastUsed` */
  keyUse(id: string): Promise<IamKeyUse>;
  /** `iam:ListServiceSpecificCredentials` of all users; of one service where AWS wants one named */
  serviceCredentials(service?: string): Promise<readonly IamServiceCredential[]>;
  /** `iam:GetAccountAuthorizationDetails` */
  roles(): Promise<IamRoles>;
  /** `iam:ListOpenIDConnectProviders`: ARNs */
  providers(): Promise<readonly string[]>;
  /** `iam:GetOpenIDConnectProvider` */
  provider(arn: string): Promise<IamProvider>;
}

/** The only module that imports the SDK's client of IAM. */
export function iam(settings: ReaderSettings): IamReader {
  const client = new IAMClient(clientSettings(settings, 'IAM', 'iam.amazonaws.com'));
  client.middlewareStack.use(keepingPace(settings));
  return { ...keyReader(client), ...roleReader(client) };
}

/** Entries without which nothing is known of the root user. */
const SUMMARY = [
  'AccountAccessKeysPresent',
  'AccountMFAEnabled',
  'AccountSigningCertificatesPresent',
] as const;

function keyReader(client: IAMClient): Omit<IamReader, 'roles' | 'providers' | 'provider'> {
  return {
    summary: async () => {
      const { SummaryMap = {} } = await client.send(new GetAccountSummaryCommand());
      for (const entry of SUMMARY) needed(SummaryMap[entry], entry);
      return SummaryMap;
    },
    generateReport: async () => (await client.send(new GenerateCredentialReportCommand())).State,
    report: async () => {
      const { Content } = await client.send(new GetCredentialReportCommand());
      return Buffer.from(Content ?? []).toString();
    },
    accessKeys: async UserName => {
      const all = await allPages(
        Marker => client.send(new ListAccessKeysCommand({ UserName, Marker })),
        page => page.AccessKeyMetadata,
        page => page.Marker,
      );
      return all.map(({ AccessKeyId, Status, CreateDate }) => ({
        id: needed(AccessKeyId, 'which key it is'),
        status: Status,
        created: CreateDate,
      }));
    },
    keyUse: async AccessKeyId => {
      const { AccessKeyLastUsed: use } = await client.send(new GetAccessKeyLastUsedCommand({ AccessKeyId }));
      return { at: use?.LastUsedDate, service: known(use?.ServiceName), region: known(use?.Region) };
    },
    serviceCredentials: async service => {
      const input = {
        AllUsers: true,
        MaxItems: 1000,
        ...(service !== undefined && { ServiceName: service }),
      };
      const all = await allPages(
        Marker => client.send(new ListServiceSpecificCredentialsCommand({ ...input, Marker })),
        page => page.ServiceSpecificCredentials,
        page => page.Marker,
      );
      return all.map(one => ({
        id: needed(one.ServiceSpecificCredentialId, 'which credential it is'),
        user: needed(one.UserName, 'whose credential it is'),
        service: needed(one.ServiceName, 'for which service the credential is'),
        status: one.Status,
        created: one.CreateDate,
        expires: one.ExpirationDate,
      }));
    },
  };
}

/** IAM says `N/A` of a key that was never used. */
function known(text: string | undefined): string | undefined {
  return text === undefined || text === 'N/A' ? undefined : text;
}

function roleReader(client: IAMClient): Pick<IamReader, 'roles' | 'providers' | 'provider'> {
  return {
    roles: async () => {
      const pages = await allPages(
        Marker =>
          client.send(
            new GetAccountAuthorizationDetailsCommand({
              Filter: ['Role', 'LocalManagedPolicy', 'AWSManagedPolicy'],
              MaxItems: 1000,
              Marker,
            }),
          ),
        page => [page],
        page => (page.IsTruncated ? needed(page.Marker, 'where the list goes on') : undefined),
      );
      return {
        roles: pages.flatMap(page => (page.RoleDetailList ?? []).map(roleOf)),
        policies: new Map(pages.flatMap(page => (page.Policies ?? []).flatMap(policyOf))),
      };
    },
    providers: async () => {
      const { OpenIDConnectProviderList: all = [] } = await client.send(
        new ListOpenIDConnectProvidersCommand(),
      );
      return all.map(({ Arn }) => needed(Arn, 'which provider it is'));
    },
    provider: async arn => {
      const { Url, ClientIDList = [] } = await client.send(
        new GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: arn }),
      );
      return {
        arn,
        url: needed(Url, 'which provider it is').replace(/^https:\/\//, ''),
        audiences: ClientIDList,
      };
    },
  };
}

function roleOf(role: RoleDetail): IamRole {
  return {
    arn: needed(role.Arn, 'which role it is'),
    name: needed(role.RoleName, 'how the role is called'),
    path: role.Path ?? '/',
    trust: decoded(role.AssumeRolePolicyDocument),
    inline: (role.RolePolicyList ?? []).map(({ PolicyName = '', PolicyDocument }: PolicyDetail) => ({
      name: PolicyName,
      document: decoded(PolicyDocument),
    })),
    attached: (role.AttachedManagedPolicies ?? []).map(({ PolicyArn }) =>
      needed(PolicyArn, 'which policy it is'),
    ),
    boundary: role.PermissionsBoundary?.PermissionsBoundaryArn,
    tags: Object.fromEntries((role.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
    lastUsed: role.RoleLastUsed?.LastUsedDate,
  };
}

function policyOf({
  Arn,
  DefaultVersionId,
  PolicyVersionList = [],
}: ManagedPolicyDetail): [string, string][] {
  const version =
    PolicyVersionList.find(({ VersionId }) => VersionId === DefaultVersionId) ??
    PolicyVersionList.find(({ IsDefaultVersion }) => IsDefaultVersion);
  return Arn === undefined || version?.Document === undefined ? [] : [[Arn, decoded(version.Document)]];
}

/** IAM gives documents percent-encoded (RFC 3986). */
function decoded(text = ''): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
