import { uniqueId } from './credentials.js';
import { checkTrust } from './iam-guard.js';
import { GITHUB_ISSUER } from './issuer.js';
import { type TrustPolicy, type TrustStatement, trustStatements } from './sts-policy-document.js';

/** An OIDC provider registered in an account. */
export interface ProviderDefinition {
  readonly url: string;
  readonly audiences: readonly string[];
}

export interface UserDefinition {
  readonly name: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface AccountDefinition {
  /** Default `aws`. */
  readonly partition?: string;
  /** Default: GitHub's issuer with the partition's audience. */
  readonly providers?: readonly ProviderDefinition[];
  /** Users with static keys, who may call AssumeRole. */
  readonly users?: readonly UserDefinition[];
  /** Regions in which STS is not activated for the account. */
  readonly disabledRegions?: readonly string[];
}

export interface RoleDefinition {
  /** With its path: `deploy`, `ci/deploy`. */
  readonly name: string;
  readonly trust: TrustPolicy | string;
  /** Seconds; default 3 600, as IAM's. */
  readonly maxSessionDuration?: number;
  /** The role is older than IAM's demand for a subject, which does not touch roles that are there. */
  readonly old?: boolean;
  /** Which roles its identity policies let it assume (`*` and `?` as in policies); default all. */
  readonly mayAssume?: readonly string[];
}

export interface Role {
  readonly account: string;
  readonly partition: string;
  readonly arn: string;
  /** The name without the path. */
  readonly name: string;
  /** `AROA…` */
  readonly id: string;
  readonly trust: readonly TrustStatement[];
  /** The trust policy as JSON. */
  readonly document: string;
  readonly maxSessionDuration: number;
  readonly mayAssume: readonly string[];
}

export interface Account {
  readonly id: string;
  readonly partition: string;
  readonly providers: readonly ProviderDefinition[];
  readonly users: readonly UserDefinition[];
  readonly disabledRegions: readonly string[];
  /** By ARN. */
  readonly roles: Map<string, Role>;
}

export function makeAccount(id: string, definition: AccountDefinition = {}): Account {
  if (!/^\d{12}$/.test(id)) throw new Error(`an account ID has 12 digits: ${id}`);
  const partition = definition.partition ?? 'aws';
  const audience = partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
  return {
    id,
    partition,
    providers: definition.providers ?? [{ url: GITHUB_ISSUER, audiences: [audience] }],
    users: definition.users ?? [],
    disabledRegions: definition.disabledRegions ?? [],
    roles: new Map(),
  };
}

/** @throws Refusal for a trust policy that IAM would not take */
export function makeRole({ id, partition }: Account, definition: RoleDefinition): Role {
  const arn = `arn:${partition}:iam::${id}:role/${definition.name}`;
  const trust = trustStatements(definition.trust);
  if (definition.old !== true) checkTrust(trust);
  return {
    account: id,
    partition,
    arn,
    name: definition.name.slice(definition.name.lastIndexOf('/') + 1),
    id: uniqueId('AROA', arn),
    trust,
    document: typeof definition.trust === 'string' ? definition.trust : JSON.stringify(definition.trust),
    maxSessionDuration: definition.maxSessionDuration ?? 3600,
    mayAssume: definition.mayAssume ?? ['*'],
  };
}

export function providerArn({ id, partition }: Account, url: string): string {
  return `arn:${partition}:iam::${id}:oidc-provider/${withoutScheme(url)}`;
}

/** How condition keys of a provider begin, and its ARN ends. */
export function withoutScheme(url: string): string {
  return url.replace(/^https?:\/\//, '');
}

export interface GitHubTrust {
  /** Patterns for `sub` (StringLike). */
  readonly subject: string | readonly string[];
  readonly audience?: string;
  readonly issuer?: string;
  readonly partition?: string;
  /** Further claims that must be equal, e.g. `{ repository_id: '1296269' }`. */
  readonly claims?: Readonly<Record<string, string>>;
}

/** The trust policy that documentation recommends for a GitHub deploy role. */
export function gitHubTrust(account: string, trust: GitHubTrust): TrustPolicy {
  const {
    subject,
    audience = 'sts.amazonaws.com',
    issuer = GITHUB_ISSUER,
    partition = 'aws',
    claims = {},
  } = trust;
  const key = (claim: string) => `${withoutScheme(issuer)}:${claim}`;
  const equal = Object.entries({ aud: audience, ...claims }).map(([claim, value]) => [key(claim), value]);
  return {
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { Federated: `arn:${partition}:iam::${account}:oidc-provider/${withoutScheme(issuer)}` },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: Object.fromEntries(equal),
        StringLike: { [key('sub')]: typeof subject === 'string' ? subject : [...subject] },
      },
    },
  };
}

/** The trust policy of a role that other AWS principals assume. */
export function awsTrust(principals: string | readonly string[], externalId?: string): TrustPolicy {
  const condition = externalId === undefined ? undefined : { StringEquals: { 'sts:ExternalId': externalId } };
  return {
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { AWS: typeof principals === 'string' ? principals : [...principals] },
      Action: ['sts:AssumeRole', 'sts:TagSession'],
      ...(condition === undefined ? {} : { Condition: condition }),
    },
  };
}
