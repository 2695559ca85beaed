import type { IamAccessKey, IamKeyUse, IamProvider, IamRoles, IamServiceCredential } from '../aws/iam.js';
import type { OrganizationAccount } from '../aws/organizations.js';
import type { SsoInstance, SsoInstanceDetails } from '../aws/sso-admin.js';

/** What AWS told the audit. Undefined parts are not known, and stand among the gaps; nothing here is a judgment. */
export interface AuditFacts {
  readonly organization: OrganizationFacts | undefined;
  readonly identityCenter: IdentityCenterFacts | undefined;
  /** By account ID. */
  readonly accounts: ReadonlyMap<string, AccountFacts>;
}

export interface OrganizationFacts {
  readonly managementAccount: string | undefined;
  readonly accounts: readonly OrganizationAccount[];
  /** Whether `accounts` are all of the organization, or only those that were asked for. */
  readonly all: boolean;
}

export interface IdentityCenterFacts {
  /** The file's Region, which was asked. */
  readonly asked: string;
  readonly instances: readonly SsoInstance[];
  readonly details: SsoInstanceDetails | undefined;
  /** By account ID. */
  readonly accounts: ReadonlyMap<string, AccountSets>;
}

/** The permission sets of one account, as far as the audit needs them. */
export interface AccountSets {
  readonly sets: readonly HeldSet[];
  /** Whether every set that the file names, if it is there, is among `sets`. */
  readonly complete: boolean;
}

/** A permission set that is provisioned to an account. */
export interface HeldSet {
  readonly arn: string;
  readonly name: string;
  /** Seconds. */
  readonly duration: number | undefined;
  /** The definition is newer than what the account has. Undefined: not known. */
  readonly stale: boolean | undefined;
  readonly definition: SetDefinition;
  readonly holders: readonly Holder[] | undefined;
}

/** How a permission set is defined. Undefined parts are not known. */
export interface SetDefinition {
  /** ARNs. */
  readonly awsManaged: readonly string[] | undefined;
  /** Path and name. */
  readonly customerManaged: readonly string[] | undefined;
  readonly inline: Maybe<string>;
  /** ARN, or path and name. */
  readonly boundary: Maybe<string>;
}

/** A value that may be known not to be there. */
export type Maybe<T> = { readonly known: false } | { readonly known: true; readonly value: T | undefined };

/** Who holds a permission set in an account. */
export interface Holder {
  readonly kind: 'group' | 'user' | 'other';
  readonly id: string;
  /** Undefined: not known, or the directory has none. */
  readonly name: string | undefined;
  readonly disabled: boolean;
  /** As the directory has it; undefined where it does not say. */
  readonly status?: string | undefined;
}

/** What an account's own IAM told. */
export interface AccountFacts {
  readonly account: string;
  readonly summary: Readonly<Record<string, number>> | undefined;
  readonly users: readonly UserRow[] | undefined;
  readonly keys: readonly UserKey[];
  readonly serviceCredentials: readonly IamServiceCredential[] | undefined;
  readonly roles: IamRoles | undefined;
  readonly providers: readonly IamProvider[] | undefined;
}

/** A user as the credential report has it. */
export interface UserRow {
  readonly user: string;
  readonly isRoot: boolean;
  readonly mfa: boolean | undefined;
  readonly keys: readonly {
    readonly active: boolean;
    readonly rotated: Date | undefined;
    readonly used: Date | undefined;
  }[];
  /** Active signing certificates. */
  readonly certificates: number;
}

/** An access key of a user, and when it was used last. */
export interface UserKey extends IamAccessKey {
  readonly user: string;
  /** Undefined: not known. */
  readonly use: IamKeyUse | undefined;
}
