import type { AccountId, Region, RoleArn } from '../aws/names.js';
import type { SessionTags } from '../credentials/target.js';

/** The configuration file (`.github/aws-temp-creds.yml`), checked: every value is usable as it stands. */
export interface Configuration {
  /** Path as it is shown, and the folder that relative paths inside the file start from (the repository's root). */
  readonly path: string;
  readonly sso: SsoConfiguration | undefined;
  /** In the file's order. */
  readonly environments: readonly Environment[];
  readonly scan: ScanConfiguration;
  readonly audit: AuditConfiguration;
}

export interface SsoConfiguration {
  readonly startUrl: string;
  /** Home Region of IAM Identity Center. */
  readonly region: Region;
  /** Name of the `[sso-session]`; where the file has none, the portal's name (first label of its host). */
  readonly session: string;
  /** Whether groups are made from the file, or exist in a directory that is synchronised. */
  readonly groups: 'existing' | 'create';
  /** In the file's order. */
  readonly permissionSets: readonly PermissionSet[];
}

/** A permission set as the file defines it. */
export interface PermissionSet {
  readonly name: string;
  readonly description: string | undefined;
  /** AWS-managed policies as path and name (`job-function/ViewOnlyAccess`): the ARN depends on the partition. */
  readonly policies: readonly string[];
  readonly customerManagedPolicies: readonly CustomerManagedPolicy[];
  /** Minified JSON. */
  readonly inline: string | undefined;
  readonly boundary: PermissionsBoundary | undefined;
  /** Seconds, 3 600 to 43 200; undefined: 3 600. */
  readonly duration: number | undefined;
}

/** A policy that exists under this name in each account. */
export interface CustomerManagedPolicy {
  readonly name: string;
  /** Begins and ends with a slash. */
  readonly path: string;
}

export type PermissionsBoundary =
  | { readonly kind: 'aws-managed'; readonly policy: string }
  | { readonly kind: 'customer-managed'; readonly policy: CustomerManagedPolicy };

/** A permission set in an environment's account, and the groups that hold it there. */
export interface People {
  readonly permissionSet: string;
  readonly groups: readonly string[];
}

export interface Environment {
  readonly name: string;
  readonly account: AccountId;
  readonly region: Region;
  readonly role: RoleArn;
  /** What CDK reads with (diff, lookups); undefined: `role`. */
  readonly readRole: RoleArn | undefined;
  /** What people use in this account; the one of the short form (`permission-set`) first. */
  readonly people: readonly People[];
  /** The audit is stricter here. */
  readonly production: boolean;
  /** `within-people`: the audit fails where the pipeline may do more than people. */
  readonly parity: 'within-people' | undefined;
  /** Seconds, 900 to 43 200; undefined: 3 600. */
  readonly duration: number | undefined;
  readonly githubEnvironment: string;
  /** Undefined: by partition. */
  readonly audience: string | undefined;
  /** Minified JSON. */
  readonly sessionPolicy: string | undefined;
  readonly managedPolicies: readonly string[];
  readonly sessionName: string | undefined;
  readonly via: RoleArn | undefined;
  readonly tags: SessionTags;
  readonly isDefault: boolean;
  /** Line in the file, from 1. */
  readonly line: number;
}

export interface ScanConfiguration {
  readonly allow: readonly AllowEntry[];
}

/** One entry of `scan.allow`: a path or a fingerprint, always with a reason. */
export interface AllowEntry {
  readonly path: string | undefined;
  readonly fingerprint: string | undefined;
  readonly reason: string;
  /** Last day (YYYY-MM-DD, UTC) on which the entry counts. */
  readonly expires: string | undefined;
  /** Line in the file, from 1. */
  readonly line: number;
}

export interface AuditConfiguration {
  readonly allow: readonly AuditAllowEntry[];
}

/** One entry of `audit.allow`: findings of a rule that are accepted, everywhere or in one account or for one role. */
export interface AuditAllowEntry {
  readonly rule: string;
  readonly account: AccountId | undefined;
  /** As written: name, path/name or ARN. */
  readonly role: string | undefined;
  readonly reason: string;
  /** Last day (YYYY-MM-DD, UTC) on which the entry counts. */
  readonly expires: string | undefined;
  /** Line in the file, from 1. */
  readonly line: number;
}
