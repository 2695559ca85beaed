import { Refusal } from './sts-refusal.js';

export interface CloudRole {
  readonly name: string;
  /** Begins and ends with a slash; default `/`. */
  readonly path?: string;
  readonly trust: unknown;
  readonly inline?: Readonly<Record<string, unknown>>;
  /** ARNs. */
  readonly attached?: readonly string[];
  readonly boundary?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

export interface CloudKey {
  readonly id: string;
  readonly status?: string;
  /** Days ago. */
  readonly made: number;
  /** Days ago; undefined: never. */
  readonly used?: number;
  readonly service?: string;
  readonly region?: string;
}

export interface CloudUser {
  readonly name: string;
  readonly keys?: readonly CloudKey[];
  readonly certificates?: number;
}

export interface CloudServiceCredential {
  readonly id: string;
  readonly user: string;
  readonly service: string;
  readonly status?: string;
  /** Days from now. */
  readonly ends?: number;
}

/** What an account's IAM has. */
export interface IamAccount {
  readonly id: string;
  readonly summary?: Readonly<Record<string, number>>;
  readonly users?: readonly CloudUser[];
  readonly serviceCredentials?: readonly CloudServiceCredential[];
  /** Whether ListServiceSpecificCredentials of all users wants a service named. */
  readonly wantsService?: boolean;
  readonly roles?: readonly CloudRole[];
  /** Documents by ARN. */
  readonly policies?: Readonly<Record<string, unknown>>;
  /** Audiences by host and path. */
  readonly providers?: Readonly<Record<string, readonly string[]>>;
  /** How often a credential report is asked for before it is there. */
  reportsBefore?: number;
}

type Parameters = Readonly<Record<string, unknown>>;

const DAY = 86_400_000;

function daysAgo(days: number): string {
  return `${new Date(Date.now() - days * DAY).toISOString().slice(0, 19)}Z`;
}

/** The result of an IAM call as XML, without its envelope. */
export function answerIam(operation: string, parameters: Parameters, account: IamAccount): string {
  switch (operation) {
    case 'GetAccountSummary':
      return summary(account);
    case 'GenerateCredentialReport':
      if ((account.reportsBefore ?? 0) > 0) {
        account.reportsBefore = (account.reportsBefore ?? 0) - 1;
        return tag('State', 'STARTED');
      }
      return tag('State', 'COMPLETE');
    case 'GetCredentialReport':
      return [
        tag('Content', Buffer.from(report(account)).toString('base64')),
        tag('ReportFormat', 'text/csv'),
        tag('GeneratedTime', daysAgo(0)),
      ].join('');
    case 'ListAccessKeys':
      return accessKeys(parameters, account);
    case 'GetAccessKeyLastUsed':
      return keyUse(parameters, account);
    case 'ListServiceSpecificCredentials':
      return serviceCredentials(parameters, account);
    case 'GetAccountAuthorizationDetails':
      return details(parameters, account);
    case 'ListOpenIDConnectProviders':
      return list(
        'OpenIDConnectProviderList',
        Object.keys(account.providers ?? {}).map(url =>
          tag('Arn', `arn:aws:iam::${account.id}:oidc-provider/${url}`),
        ),
      );
    case 'GetOpenIDConnectProvider':
      return provider(parameters, account);
    default:
      throw new Refusal('InvalidAction', 400, operation);
  }
}

function tag(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}

function text(name: string, value: string): string {
  return tag(name, value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
}

function list(name: string, members: readonly string[]): string {
  return tag(name, members.map(member => tag('member', member)).join(''));
}

function summary({ summary: own = {} }: IamAccount): string {
  const all = {
    AccountMFAEnabled: 1,
    AccountAccessKeysPresent: 0,
    AccountPasswordPresent: 1,
    AccountSigningCertificatesPresent: 0,
    ...own,
  };
  const entries = Object.entries(all).map(([key, value]) =>
    tag('entry', tag('key', key) + tag('value', String(value))),
  );
  return tag('SummaryMap', entries.join(''));
}

/** As IAM writes it: a header, the root user first, `N/A` and `no_information`; names with commas in quotes. */
function report({ id, users = [], summary: own = {} }: IamAccount): string {
  const columns = ['user', 'arn', 'user_creation_time', 'password_enabled', 'mfa_active'];
  const key = ['active', 'last_rotated', 'last_used_date', 'last_used_region', 'last_used_service'];
  const header = [
    ...columns,
    ...[1, 2].flatMap(number => key.map(name => `access_key_${number}_${name}`)),
    ...[1, 2].flatMap(number => [`cert_${number}_active`, `cert_${number}_last_rotated`]),
  ];
  const row = (user: string, keys: readonly CloudKey[], certificates: number, mfa: boolean) => [
    user.includes(',') ? `"${user}"` : user,
    `arn:aws:iam::${id}:user/x`,
    daysAgo(900),
    'false',
    String(mfa),
    ...[0, 1].flatMap(index => {
      const one = keys[index];
      if (one === undefined) return ['false', 'N/A', 'N/A', 'N/A', 'N/A'];
      const used = one.used === undefined ? 'N/A' : daysAgo(one.used);
      const active = String((one.status ?? 'Active') === 'Active');
      return [active, daysAgo(one.made), used, one.region ?? 'N/A', one.service ?? 'N/A'];
    }),
    ...[0, 1].flatMap(index => [String(index < certificates), 'N/A']),
  ];
  const root = row('<root_account>', [], 0, own['AccountMFAEnabled'] !== 0);
  const rows = users.map(({ name, keys = [], certificates = 0 }) => row(name, keys, certificates, true));
  return [header, root, ...rows].map(cells => cells.join(',')).join('\n');
}

function accessKeys(parameters: Parameters, { users = [] }: IamAccount): string {
  const user = users.find(({ name }) => name === parameters['UserName']);
  if (user === undefined) throw new Refusal('NoSuchEntity', 404, 'The user cannot be found.');
  const members = (user.keys ?? []).map(({ id, status = 'Active', made }) =>
    [
      tag('UserName', user.name),
      tag('AccessKeyId', id),
      tag('Status', status),
      tag('CreateDate', daysAgo(made)),
    ].join(''),
  );
  return list('AccessKeyMetadata', members) + tag('IsTruncated', 'false');
}

function keyUse(parameters: Parameters, { users = [] }: IamAccount): string {
  const all = users.flatMap(({ name, keys = [] }) => keys.map(key => ({ ...key, name })));
  const key = all.find(({ id }) => id === parameters['AccessKeyId']);
  if (key === undefined) throw new Refusal('AccessDenied', 403, 'Access denied');
  const { used, service = 'N/A', region = 'N/A' } = key;
  const last = [
    ...(used === undefined ? [] : [tag('LastUsedDate', daysAgo(used))]),
    tag('ServiceName', service),
    tag('Region', region),
  ];
  return tag('UserName', key.name) + tag('AccessKeyLastUsed', last.join(''));
}

function serviceCredentials(parameters: Parameters, account: IamAccount): string {
  const service = parameters['ServiceName'];
  if (account.wantsService && service === undefined)
    throw new Refusal('ValidationError', 400, 'ServiceName must be given');
  if (parameters['AllUsers'] !== 'true') throw new Refusal('ValidationError', 400, 'AllUsers');
  const chosen = (account.serviceCredentials ?? []).filter(
    one => service === undefined || one.service === service,
  );
  const members = chosen.map(({ id, user, service: name, status = 'Active', ends }) =>
    [
      tag('UserName', user),
      tag('Status', status),
      tag('ServiceName', name),
      tag('ServiceSpecificCredentialId', id),
      tag('CreateDate', daysAgo(200)),
      ...(ends === undefined ? [] : [tag('ExpirationDate', daysAgo(-ends))]),
    ].join(''),
  );
  return list('ServiceSpecificCredentials', members) + tag('IsTruncated', 'false');
}

/** Roles a page; IAM gives fewer than asked for, too. */
const PAGE = 50;

function details(parameters: Parameters, { id, roles = [], policies = {} }: IamAccount): string {
  const start = Number(parameters['Marker'] ?? 0);
  const page = roles.slice(start, start + PAGE);
  const more = start + PAGE < roles.length;
  return [
    list(
      'RoleDetailList',
      page.map(role => roleDetail(id, role)),
    ),
    list(
      'Policies',
      start > 0 ? [] : Object.entries(policies).map(([arn, document]) => policyDetail(arn, document)),
    ),
    tag('IsTruncated', String(more)),
    ...(more ? [tag('Marker', String(start + PAGE))] : []),
  ].join('');
}

function roleDetail(account: string, role: CloudRole): string {
  const { name, path = '/', trust, inline = {}, attached = [], boundary, tags = {} } = role;
  return [
    text('Path', path),
    text('RoleName', name),
    tag('RoleId', 'AROAEXAMPLE'),
    text('Arn', `arn:aws:iam::${account}:role${path}${name}`),
    text('AssumeRolePolicyDocument', encoded(trust)),
    list(
      'RolePolicyList',
      Object.entries(inline).map(([policy, document]) =>
        [text('PolicyName', policy), text('PolicyDocument', encoded(document))].join(''),
      ),
    ),
    list(
      'AttachedManagedPolicies',
      attached.map(arn => [text('PolicyName', arn.replace(/^.*\//, '')), text('PolicyArn', arn)].join('')),
    ),
    ...(boundary === undefined
      ? []
      : [
          tag(
            'PermissionsBoundary',
            text('PermissionsBoundaryArn', boundary) + tag('PermissionsBoundaryType', 'Policy'),
          ),
        ]),
    list(
      'Tags',
      Object.entries(tags).map(([key, value]) => text('Key', key) + text('Value', value)),
    ),
  ].join('');
}

function policyDetail(arn: string, document: unknown): string {
  const version = [
    text('Document', encoded(document)),
    tag('VersionId', 'v2'),
    tag('IsDefaultVersion', 'true'),
  ];
  const older = [
    text('Document', encoded({ Statement: [] })),
    tag('VersionId', 'v1'),
    tag('IsDefaultVersion', 'false'),
  ];
  return [
    text('PolicyName', arn.replace(/^.*\//, '')),
    text('Arn', arn),
    tag('DefaultVersionId', 'v2'),
    list('PolicyVersionList', [older.join(''), version.join('')]),
  ].join('');
}

/** IAM percent-encodes documents. */
function encoded(document: unknown): string {
  return encodeURIComponent(JSON.stringify(document));
}

function provider(parameters: Parameters, { id, providers = {} }: IamAccount): string {
  const arn = String(parameters['OpenIDConnectProviderArn']);
  const url = arn.replace(`arn:aws:iam::${id}:oidc-provider/`, '');
  const audiences = providers[url];
  if (audiences === undefined) throw new Refusal('NoSuchEntity', 404, 'OpenIDConnect Provider not found');
  return tag('Url', url) + list('ClientIDList', [...audiences]) + list('ThumbprintList', []);
}
