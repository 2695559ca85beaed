import { policyDocument } from '../roles/role.js';
import { PARTITION, text, type Value } from '../value.js';

/** Names of the two roles that the audit reads with, where nobody chooses others. */
export const ORGANIZATION_ROLE = 'aws-temp-creds-audit-organization';
export const ACCOUNT_ROLE = 'aws-temp-creds-audit';

/** GitHub environment of the job that audits. */
export const AUDIT_ENVIRONMENT = 'audit';

/** What the audit asks in the management account, or the delegated administrator of IAM Identity Center. */
export const ORGANIZATION_ACTIONS = {
  Organization: [
    'organizations:DescribeOrganization',
    'organizations:ListAccounts',
    'organizations:DescribeAccount',
  ],
  IdentityCenter: [
    'sso:ListInstances',
    'sso:DescribeInstance',
    'sso:ListPermissionSetsProvisionedToAccount',
    'sso:DescribePermissionSet',
    'sso:ListAccountAssignments',
    'sso:ListManagedPoliciesInPermissionSet',
    'sso:ListCustomerManagedPolicyReferencesInPermissionSet',
    'sso:GetInlinePolicyForPermissionSet',
    'sso:GetPermissionsBoundaryForPermissionSet',
  ],
  Names: ['identitystore:DescribeGroup', 'identitystore:DescribeUser'],
} as const;

/** What the audit asks in each environment's account. */
export const ACCOUNT_ACTIONS = [
  'iam:GetAccountSummary',
  'iam:GetAccountAuthorizationDetails',
  'iam:GenerateCredentialReport',
  'iam:GetCredentialReport',
  'iam:ListAccessKeys',
  'iam:GetAccessKeyLastUsed',
  'iam:ListServiceSpecificCredentials',
  'iam:ListOpenIDConnectProviders',
  'iam:GetOpenIDConnectProvider',
] as const;

/** @param accountRole name; @param accounts whose reader roles it goes on to */
export function organizationPolicy(accountRole: string, accounts: readonly string[]): Value {
  return policyDocument(
    ...Object.entries(ORGANIZATION_ACTIONS).map(([Sid, actions]) => ({
      Sid,
      Effect: 'Allow',
      Action: [...actions],
      Resource: '*',
    })),
    // Where the instance has a key of the customer, nothing can be read without it; only by way of these services.
    {
      Sid: 'CustomerKey',
      Effect: 'Allow',
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: {
        StringLike: { 'kms:ViaService': ['sso.*.amazonaws.com', 'identitystore.*.amazonaws.com'] },
      },
    },
    {
      Sid: 'Accounts',
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Resource: accounts.map(account => text`arn:${PARTITION}:iam::${account}:role/${accountRole}`),
    },
  );
}

export function accountPolicy(): Value {
  return policyDocument({ Sid: 'Read', Effect: 'Allow', Action: [...ACCOUNT_ACTIONS], Resource: '*' });
}
