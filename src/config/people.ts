import { region } from '../aws/names.js';
import { minifyPolicy } from '../credentials/session-policy.js';
import type {
  CustomerManagedPolicy,
  People,
  PermissionSet,
  PermissionsBoundary,
  SsoConfiguration,
} from './configuration.js';
import { LONGEST_SESSION, parseDuration } from './duration.js';
import type { PermissionSetDocument, SsoDocument } from './people-schema.js';
import type { EnvironmentDocument } from './schema.js';

/** Limits of a permission set (sso-admin API reference; IAM Identity Center quotas). */
const MOST_POLICIES = 20;
const MOST_INLINE_CHARACTERS = 32_768;
const SHORTEST_PORTAL_SESSION = 3_600;

/** Takes a fault of a key below the block that is checked. */
type KeyFault = (path: readonly string[], what: string) => void;

/** The text of a file of the repository; undefined when there is none. */
type ReadFile = (path: string) => string | undefined;

/** The block `sso`, of the right shape already, as values; what is wrong with it goes to `fault`. */
export function checkedSso(document: SsoDocument, readFile: ReadFile, fault: KeyFault): SsoConfiguration {
  const place = region(document.region);
  if (place === undefined) throw new Error('the schema has checked this value');
  const sets = Object.entries(document['permission-sets'] ?? {});
  return {
    startUrl: document['start-url'],
    region: place,
    session: document.session ?? portalName(document['start-url']),
    groups: document.groups ?? 'create',
    permissionSets: sets.map(([name, set]) =>
      checkedPermissionSet(name, set, readFile, (path, what) =>
        fault(['permission-sets', name, ...path], what),
      ),
    ),
  };
}

/** First label of the portal's host (`acme` of acme.awsapps.com), with what no SDK reads in a session's name left out. */
function portalName(startUrl: string): string {
  const [label = ''] = URL.canParse(startUrl) ? new URL(startUrl).hostname.split('.') : [];
  return label.replace(/[^A-Za-z0-9_-]/g, '') || 'sso';
}

function checkedPermissionSet(
  name: string,
  document: PermissionSetDocument,
  readFile: ReadFile,
  fault: KeyFault,
): PermissionSet {
  const policies = (document.policies ?? []).map(awsManaged);
  const customerManagedPolicies = (document['customer-managed-policies'] ?? []).map(customerManaged);
  const count = policies.length + customerManagedPolicies.length;
  if (count > MOST_POLICIES)
    fault(['policies'], `are ${count}; a permission set takes ${MOST_POLICIES}, both kinds together`);
  for (const [key, list] of [
    ['policies', policies],
    ['customer-managed-policies', customerManagedPolicies.map(policy => policy.path + policy.name)],
  ] as const) {
    const twice = list.find((policy, index) => list.indexOf(policy) !== index);
    if (twice !== undefined) fault([key], `names ${twice} twice`);
  }
  return {
    name,
    description: document.description,
    policies,
    customerManagedPolicies,
    inline: checkedInline(document.inline, readFile, what => fault(['inline'], what)),
    boundary: checkedBoundary(document, fault),
    duration: checkedSession(document.duration, what => fault(['duration'], what)),
  };
}

function awsManaged(text: string): string {
  return text.replace(/^arn:[^:]*:iam::aws:policy\//, '');
}

function customerManaged(text: string): CustomerManagedPolicy {
  const parts = text.replace(/^\//, '').split('/');
  const name = parts.pop() ?? '';
  return { name, path: parts.length === 0 ? '/' : `/${parts.join('/')}/` };
}

function checkedInline(
  given: PermissionSetDocument['inline'],
  readFile: ReadFile,
  fault: (what: string) => void,
): string | undefined {
  if (given === undefined) return undefined;
  const isText = typeof given === 'string' && given.trimStart().startsWith('{');
  const text = isText ? given : typeof given === 'string' ? readFile(given) : JSON.stringify(given);
  if (text === undefined) {
    fault(`names ${JSON.stringify(given)}, which is no file of the repository (nor JSON text)`);
    return undefined;
  }
  const minified = minifyPolicy(text);
  if ('fault' in minified) {
    fault(minified.fault);
    return undefined;
  }
  const { length } = minified.policy;
  if (length > MOST_INLINE_CHARACTERS)
    fault(`has ${length} characters; a permission set takes ${MOST_INLINE_CHARACTERS}`);
  return minified.policy;
}

function checkedBoundary(document: PermissionSetDocument, fault: KeyFault): PermissionsBoundary | undefined {
  const { boundary, 'customer-managed-boundary': own } = document;
  if (boundary !== undefined && own !== undefined)
    fault(['boundary'], 'and customer-managed-boundary are both given; a permission set has one boundary');
  if (boundary !== undefined) return { kind: 'aws-managed', policy: awsManaged(boundary) };
  return own === undefined ? undefined : { kind: 'customer-managed', policy: customerManaged(own) };
}

function checkedSession(
  given: string | number | undefined,
  fault: (what: string) => void,
): number | undefined {
  if (given === undefined) return undefined;
  const seconds = parseDuration(String(given));
  if (seconds === undefined) fault('is not a duration: write units (8h, 90m) or seconds (28800)');
  else if (seconds < SHORTEST_PORTAL_SESSION || seconds > LONGEST_SESSION)
    fault(`is ${seconds} s; the session of a permission set has 1h to 12h`);
  return seconds;
}

/** Who holds what in an environment's account: the short form first, then the list. */
export function checkedPeople(entry: EnvironmentDocument, fault: KeyFault): readonly People[] {
  const { 'permission-set': permissionSet, groups, people = [] } = entry;
  if (groups !== undefined && permissionSet === undefined)
    fault(['groups'], 'need `permission-set`: the groups hold it in this account');
  const short = permissionSet === undefined ? [] : [{ permissionSet, groups: groups ?? [] }];
  const all = [
    ...short,
    ...people.map(one => ({ permissionSet: one['permission-set'], groups: one.groups ?? [] })),
  ];
  const names = all.map(one => one.permissionSet);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    fault(['people'], `name the permission set ${twice} twice: list all its groups at once`);
  return all;
}
