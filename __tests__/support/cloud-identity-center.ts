import { pageOf } from './cloud-pages.js';
import { Refusal } from './sts-refusal.js';

export interface CloudPermissionSet {
  readonly name: string;
  /** ISO 8601. */
  readonly duration?: string;
  /** ARNs. */
  readonly awsManaged?: readonly string[];
  /** Names, or paths and names. */
  readonly customerManaged?: readonly string[];
  readonly inline?: string;
  /** ARN. */
  readonly boundary?: string;
}

export interface CloudAssignment {
  readonly account: string;
  /** Name of the set. */
  readonly set: string;
  readonly kind: 'GROUP' | 'USER' | 'ROBOT';
  readonly principal: string;
}

export interface IdentityCenter {
  readonly homeRegion: string;
  readonly status?: string;
  readonly permissionSetsEnabled?: boolean;
  /** Customer managed key, without leave to use it when `keyDenied`. */
  readonly key?: string;
  readonly keyDenied?: boolean;
  readonly network?: Readonly<Record<string, unknown>>;
  readonly sets: readonly CloudPermissionSet[];
  readonly assignments: readonly CloudAssignment[];
  /** Sets whose definition is newer than what an account has. */
  readonly stale?: readonly Pick<CloudAssignment, 'account' | 'set'>[];
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly users: Readonly<Record<string, { readonly name: string; readonly status?: string }>>;
}

const INSTANCE = 'arn:aws:sso:::instance/ssoins-1234567890abcdef';

export function setArn(name: string): string {
  const digits = Buffer.from(name).toString('hex').padEnd(16, '0').slice(0, 16);
  return `arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-${digits}`;
}

type Parameters = Readonly<Record<string, unknown>>;

/** IAM Identity Center and its identity store: one home Region, pages of 100 at the most. */
export function answerIdentityCenter(
  operation: string,
  parameters: Parameters,
  center: IdentityCenter | undefined,
  region: string,
): unknown {
  if (operation === 'ListInstances') return instances(parameters, center, region);
  if (center === undefined || region !== center.homeRegion)
    throw new Refusal('ResourceNotFoundException', 400, 'The instance was not found in this Region.');
  if (center.keyDenied)
    throw new Refusal(
      'AccessDeniedException',
      400,
      'The ciphertext refers to a customer master key that you are not allowed to use: kms:Decrypt',
    );
  switch (operation) {
    case 'DescribeInstance':
      return {
        ...instance(center),
        PermissionSetsEnabled: center.permissionSetsEnabled ?? true,
        EncryptionConfigurationDetails: center.key
          ? { KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn: center.key, EncryptionStatus: 'ENABLED' }
          : { KeyType: 'AWS_OWNED_KMS_KEY', EncryptionStatus: 'ENABLED' },
        ...(center.network && { NetworkConfigurationDetails: center.network }),
      };
    case 'DescribeGroup':
      return group(parameters, center);
    case 'DescribeUser':
      return user(parameters, center);
    case 'ListPermissionSetsProvisionedToAccount':
      return provisioned(parameters, center);
    case 'ListAccountAssignments':
      return assignments(parameters, center);
    default:
      return ofSet(operation, parameters, center);
  }
}

function instance({ homeRegion, status = 'ACTIVE' }: IdentityCenter) {
  return {
    InstanceArn: INSTANCE,
    IdentityStoreId: 'd-1234567890',
    OwnerAccountId: '999999999999',
    Status: status,
    PrimaryRegion: homeRegion,
  };
}

/** In another Region the list is empty, and no error: unless all Regions are asked about. */
function instances(parameters: Parameters, center: IdentityCenter | undefined, region: string) {
  const everywhere = parameters['RegionScope'] === 'ALL_REGIONS';
  return {
    Instances: center && (everywhere || region === center.homeRegion) ? [instance(center)] : [],
  };
}

function group(parameters: Parameters, { groups }: IdentityCenter) {
  const id = String(parameters['GroupId']);
  if (!Object.hasOwn(groups, id)) throw notFound('GROUP');
  return { GroupId: id, IdentityStoreId: 'd-1234567890', DisplayName: groups[id] };
}

function user(parameters: Parameters, { users }: IdentityCenter) {
  const id = String(parameters['UserId']);
  const found = users[id];
  if (found === undefined) throw notFound('USER');
  return {
    UserId: id,
    IdentityStoreId: 'd-1234567890',
    UserName: found.name,
    UserStatus: found.status ?? 'ENABLED',
  };
}

function provisioned(parameters: Parameters, { assignments: all, stale = [] }: IdentityCenter) {
  const account = String(parameters['AccountId']);
  const isStale = (set: string) => stale.some(one => one.account === account && one.set === set);
  const wantsStale = parameters['ProvisioningStatus'] === 'LATEST_PERMISSION_SET_NOT_PROVISIONED';
  const names = [...new Set(all.filter(one => one.account === account).map(({ set }) => set))];
  const chosen = names.filter(name => !wantsStale || isStale(name)).map(setArn);
  const { items, next } = pageOf(chosen, parameters['NextToken'], pageSize(parameters));
  return { PermissionSets: items, ...(next !== undefined && { NextToken: next }) };
}

function assignments(parameters: Parameters, center: IdentityCenter) {
  const { name } = setOf(parameters, center);
  const chosen = center.assignments
    .filter(({ account, set }) => account === parameters['AccountId'] && set === name)
    .map(({ account, kind, principal }) => ({
      AccountId: account,
      PermissionSetArn: setArn(name),
      PrincipalType: kind,
      PrincipalId: principal,
    }));
  const { items, next } = pageOf(chosen, parameters['NextToken'], pageSize(parameters));
  return { AccountAssignments: items, ...(next !== undefined && { NextToken: next }) };
}

function pageSize(parameters: Parameters): number {
  const most = Number(parameters['MaxResults'] ?? 100);
  if (most < 1 || most > 100) throw new Refusal('ValidationException', 400, 'MaxResults is 1 to 100');
  return most;
}

function setOf(parameters: Parameters, { sets }: IdentityCenter): CloudPermissionSet {
  const found = sets.find(({ name }) => setArn(name) === parameters['PermissionSetArn']);
  if (found === undefined) throw notFound('PermissionSet');
  return found;
}

function ofSet(operation: string, parameters: Parameters, center: IdentityCenter): unknown {
  const set = setOf(parameters, center);
  const { name, duration = 'PT1H', awsManaged = [], customerManaged = [], inline, boundary } = set;
  switch (operation) {
    case 'DescribePermissionSet':
      return {
        PermissionSet: { Name: name, PermissionSetArn: setArn(name), SessionDuration: duration },
      };
    case 'ListManagedPoliciesInPermissionSet':
      return {
        AttachedManagedPolicies: awsManaged.map(arn => ({ Arn: arn, Name: arn.replace(/^.*\//, '') })),
      };
    case 'ListCustomerManagedPolicyReferencesInPermissionSet':
      return {
        CustomerManagedPolicyReferences: customerManaged.map(path => ({
          Name: path.replace(/^.*\//, ''),
          Path: path.includes('/') ? path.replace(/[^/]*$/, '') : '/',
        })),
      };
    case 'GetInlinePolicyForPermissionSet':
      return { InlinePolicy: inline ?? '' };
    case 'GetPermissionsBoundaryForPermissionSet':
      if (boundary === undefined) throw notFound('PermissionsBoundary');
      return { PermissionsBoundary: { ManagedPolicyArn: boundary } };
    default:
      throw new Refusal('UnknownOperationException', 400, operation);
  }
}

function notFound(what: string): Refusal {
  return new Refusal('ResourceNotFoundException', 400, `${what} not found.`);
}
