import type { Severity } from './finding.js';

/** One rule of the audit: how bad what it finds is, and what it is called. */
interface Rule {
  readonly severity: Severity;
  readonly title: string;
}

/** Everything that the audit can find. Names are stable: `audit.allow` of the configuration file goes by them. */
export const RULES = {
  'account-unknown': { severity: 'error', title: 'Account that the organization does not have' },
  'account-inactive': { severity: 'error', title: 'Account that is not active' },
  'accounts-unnamed': { severity: 'notice', title: 'Accounts that no environment names' },
  'management-account': { severity: 'warning', title: 'Pipeline that deploys to the management account' },
  'sso-region': { severity: 'error', title: 'Wrong home Region of Identity Center' },
  'sso-instance': { severity: 'error', title: 'Identity Center that is not there, or not active' },
  'sso-network': { severity: 'warning', title: 'Identity Center that answers some networks only' },
  'sso-key': { severity: 'notice', title: 'Identity Center behind a key of your own' },
  'permission-set-missing': { severity: 'error', title: 'Permission set that is not in the account' },
  'permission-set-stale': {
    severity: 'warning',
    title: 'Permission set that was changed and not provisioned',
  },
  'permission-set-policies': {
    severity: 'warning',
    title: 'Permission set with other policies than the file',
  },
  'permission-set-boundary': {
    severity: 'error',
    title: 'Permission set with another boundary than the file',
  },
  'permission-set-duration': { severity: 'warning', title: 'Permission set with another session length' },
  'group-missing': { severity: 'warning', title: 'Group that does not hold the permission set' },
  'group-unexpected': {
    severity: 'warning',
    title: 'Group that holds a permission set and is not in the file',
  },
  'user-assigned': { severity: 'warning', title: 'Permission set held by a single user' },
  'user-disabled': { severity: 'warning', title: 'Permission set held by a disabled user' },
  'admin-in-production': { severity: 'error', title: 'AdministratorAccess for people in production' },
  'pipeline-wider': { severity: 'error', title: 'Pipeline that may do more than people' },
  'parity-undecided': { severity: 'warning', title: 'Parity that the file asks for and nobody can decide' },
  'people-wider': { severity: 'warning', title: 'People who write in production what the pipeline cannot' },
  'deploy-role-missing': { severity: 'error', title: 'Deploy role that does not exist' },
  'trust-open': { severity: 'error', title: 'Role that strangers may enter from GitHub' },
  'trust-wide': { severity: 'warning', title: 'Role that more jobs may enter than need to' },
  'trust-broken': { severity: 'warning', title: 'Trust policy that does not do what it says' },
  'trust-immutable': { severity: 'warning', title: 'Trust that breaks when the subject gets IDs' },
  'provider-unused': { severity: 'notice', title: 'Identity provider that no role trusts' },
  'provider-audience': { severity: 'warning', title: 'Identity provider with a foreign audience' },
  'environment-open': { severity: 'error', title: 'GitHub environment that every branch may use' },
  'environment-absent': { severity: 'warning', title: 'GitHub environment that does not exist' },
  'root-key': { severity: 'error', title: 'Access key of the root user' },
  'root-mfa': { severity: 'error', title: 'Root user without multi-factor authentication' },
  'root-certificate': { severity: 'error', title: 'Signing certificate of the root user' },
  'key-in-repository': { severity: 'error', title: 'Access key that stands in this repository and is alive' },
  'key-never-used': { severity: 'warning', title: 'Access key that was never used' },
  'key-old': { severity: 'warning', title: 'Access key older than 90 days' },
  'key-alive': { severity: 'notice', title: 'Access key of a user' },
  'keys-two': { severity: 'warning', title: 'User with two active access keys' },
  'service-credential': { severity: 'warning', title: 'Long-lived credential for one service' },
  'signing-certificate': { severity: 'warning', title: 'Signing certificate of a user' },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof RULES;

export function isRule(name: string): name is RuleName {
  return Object.hasOwn(RULES, name);
}

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];

/** Whether a severity is at least as bad as another. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);
}
