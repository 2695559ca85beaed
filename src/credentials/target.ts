import type { AccountId, Region, RoleArn } from '../aws/names.js';

/** Role credentials as STS gives them. */
export interface TemporaryCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: Date;
}

/** Session tags for an AssumeRole call (a token of GitHub's carries none). */
export type SessionTags = Readonly<Record<string, string>>;

/** What a second AssumeRole is made with, after the hub role or on top of an earlier step's credentials. */
export interface Chain {
  /** The hub role, assumed with the OIDC token; undefined: the credentials in the environment are the source. */
  readonly via: RoleArn | undefined;
  readonly tags: SessionTags;
  readonly externalId: string | undefined;
}

/** One role to assume: everything that the exchange needs to know, checked. */
export interface Target {
  /** The environment's name; for the classic pair the profile's name, or `default`. */
  readonly name: string;
  readonly account: AccountId;
  readonly region: Region;
  readonly role: RoleArn;
  readonly audience: string;
  /** Seconds, 900 to 43 200. */
  readonly duration: number;
  /** 2 to 64 characters of [\w+=,.@-]. */
  readonly sessionName: string;
  /** Inline session policy: JSON text, minified. */
  readonly sessionPolicy: string | undefined;
  /** ARNs of managed session policies. */
  readonly managedPolicies: readonly string[];
  /** Undefined: the role is assumed directly with the OIDC token. */
  readonly chain: Chain | undefined;
}

/** A target whose role was assumed, and what STS said of it. */
export interface AssumedRole {
  readonly target: Target;
  readonly credentials: TemporaryCredentials;
  /** Of STS's answer, not of the configuration. */
  readonly account: AccountId;
  /** `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION` */
  readonly arn: string;
  /** How many calls to STS it took. */
  readonly attempts: number;
}
