import { PARTITIONS } from './partitions.js';

/** A 12-digit AWS account ID; a string, for it may begin with zeros. */
export type AccountId = string & { readonly brand: 'AccountId' };

/** A Region's code, e.g. `eu-west-1`. */
export type Region = string & { readonly brand: 'Region' };

/** ARN of an IAM role. */
export type RoleArn = string & { readonly brand: 'RoleArn' };

export type Partition = (typeof PARTITIONS)[number]['id'];

/** @returns the account ID, or undefined when the text is not exactly 12 digits */
export function accountId(text: string): AccountId | undefined {
  return /^\d{12}$/.test(text) ? (text as AccountId) : undefined;
}

/** @returns the Region, or undefined when the text cannot be a Region's code */
export function region(text: string): Region | undefined {
  return /^[a-z]{2,5}(-[a-z]+)+-\d{1,2}$/.test(text) ? (text as Region) : undefined;
}

export function partitionOf(place: Region): Partition {
  return partitionRow(place).id;
}

/** The audience that an identity provider for GitHub has in the partition of a Region. */
export function defaultAudience(place: Region): string {
  return partitionRow(place).audience;
}

/** What hosts of services end in: those of a Region, and those that speak IPv6 too. */
export function domainsOf(place: Region): { readonly dns: string; readonly dualStack: string } {
  return partitionRow(place);
}

function partitionRow(place: Region): (typeof PARTITIONS)[number] {
  const row = PARTITIONS.find(({ prefix }) => place.startsWith(prefix));
  if (row === undefined) throw new Error('the last row fits every Region');
  return row;
}

/** The parts of a role's ARN; `name` includes its path, without the leading slash. */
export interface RoleArnParts {
  readonly arn: RoleArn;
  readonly partition: string;
  readonly account: AccountId;
  readonly name: string;
}

/** @returns the parts, or undefined when the text is not the ARN of an IAM role */
export function parseRoleArn(text: string): RoleArnParts | undefined {
  const match = /^arn:(aws(?:-[a-z-]+)?):iam::(\d{12}):role\/([\w+=,.@/-]{1,576})$/.exec(text);
  const [, partition, account, name] = match ?? [];
  if (partition === undefined || account === undefined || name === undefined) return undefined;
  if (name.startsWith('/') || name.endsWith('/')) return undefined;
  return { arn: text as RoleArn, partition, account: account as AccountId, name };
}

/** Of a role that belongs to no account of AWS. */
export const NO_ACCOUNT = '' as AccountId;

/**
 * The ARN of a role as other makers of an STS write it: `arn:minio:iam:::role/…`. It names no account, and whoever
 * answers for it names no session either.
 */
export function parseForeignRoleArn(text: string): RoleArnParts | undefined {
  const match = /^arn:([a-z][a-z0-9-]{0,30}):iam:[a-z0-9-]{0,40}::role\/([\w+=,.@/-]{1,576})$/.exec(text);
  const [, partition, name] = match ?? [];
  if (partition === undefined || name === undefined || /^aws(-|$)/.test(partition)) return undefined;
  return { arn: text as RoleArn, partition, account: NO_ACCOUNT, name };
}

/** The ARN of a role given by name (`deploy`, `ci/deploy`) in an account. */
export function roleArn(partition: Partition, account: AccountId, name: string): RoleArn {
  return `arn:${partition}:iam::${account}:role/${name}` as RoleArn;
}
