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
}

export interface SsoConfiguration {
  readonly startUrl: string;
  /** Home Region of IAM Identity Center. */
  readonly region: Region;
}

export interface Environment {
  readonly name: string;
  readonly account: AccountId;
  readonly region: Region;
  readonly role: RoleArn;
  /** What CDK reads with (diff, lookups); undefined: `role`. */
  readonly readRole: RoleArn | undefined;
  /** What people use in this account. */
  readonly permissionSet: string | undefined;
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
