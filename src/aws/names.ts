/** A 12-digit AWS account ID; a string, for it may begin with zeros. */
export type AccountId = string & { readonly brand: 'AccountId' };

/** A Region's code, e.g. `eu-west-1`. */
export type Region = string & { readonly brand: 'Region' };

/** ARN of an IAM role. */
export type RoleArn = string & { readonly brand: 'RoleArn' };

export type Partition = (typeof PARTITIONS)[number]['id'];

/**
 * The partitions, by the prefix of their Regions' codes; the first row whose prefix fits counts. `dns` is what the
 * service endpoints end in, `audience` what the identity providers made for GitHub expect in that partition.
 * (AWS SDK partitions.json; the audience in China: README of aws-actions/configure-aws-credentials.)
 */
const PARTITIONS = [
  { id: 'aws-cn', prefix: 'cn-', dns: 'amazonaws.com.cn', audience: 'sts.amazonaws.com.cn' },
  { id: 'aws-us-gov', prefix: 'us-gov-', dns: 'amazonaws.com', audience: 'sts.amazonaws.com' },
  { id: 'aws-iso-b', prefix: 'us-isob-', dns: 'sc2s.sgov.gov', audience: 'sts.amazonaws.com' },
  { id: 'aws-iso-f', prefix: 'us-isof-', dns: 'csp.hci.ic.gov', audience: 'sts.amazonaws.com' },
  { id: 'aws-iso-e', prefix: 'eu-isoe-', dns: 'cloud.adc-e.uk', audience: 'sts.amazonaws.com' },
  { id: 'aws-iso', prefix: 'us-iso-', dns: 'c2s.ic.gov', audience: 'sts.amazonaws.com' },
  { id: 'aws-eusc', prefix: 'eusc-', dns: 'amazonaws.eu', audience: 'sts.amazonaws.com' },
  { id: 'aws', prefix: '', dns: 'amazonaws.com', audience: 'sts.amazonaws.com' },
] as const;

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

/** The host of a Region's own STS endpoint. */
export function stsHost(place: Region): string {
  return `sts.${place}.${partitionRow(place).dns}`;
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

/** The ARN of a role given by name (`deploy`, `ci/deploy`) in an account. */
export function roleArn(partition: Partition, account: AccountId, name: string): RoleArn {
  return `arn:${partition}:iam::${account}:role/${name}` as RoleArn;
}
