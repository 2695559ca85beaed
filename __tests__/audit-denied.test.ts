import { expect, test } from '@jest/globals';
import type { AuditResult } from '../src/audit/judge.js';
import { readAuditSettings } from '../src/config/audit-inputs.js';
import { Faults } from '../src/config/fault.js';
import { readConfiguration } from '../src/config/file.js';
import { readJob } from '../src/github/job.js';
import { audit } from '../src/stories/audit.js';
import {
  ACCOUNT_ACTIONS,
  AUDITOR_KEYS,
  configurationFile,
  ORGANIZATION_ACTIONS,
  withAudited,
} from './support/audited.js';
import { FAULTY_FILE, faulty } from './support/audited-faults.js';
import type { Cloud } from './support/cloud.js';
import type { Sts } from './support/sts.js';

/** The audit within this process: the same code as in the bundle, against the same sockets. */
async function auditWithin(cloud: Cloud, sts: Sts, organizationRole: string): Promise<AuditResult> {
  const inputs = new Map([
    ['organization-role', organizationRole],
    ['scan', 'off'],
  ]);
  const faults = new Faults();
  const settings = readAuditSettings(name => inputs.get(name) ?? '', faults, undefined);
  faults.throwIfAny('wrong-input', 'inputs');
  return audit({
    settings: { ...settings, connection: { ...settings.connection, stsEndpoint: sts.url } },
    configuration: readConfiguration(FAULTY_FILE, 'the file', () => undefined),
    job: readJob({}),
    variables: { ...AUDITOR_KEYS, AWS_ENDPOINT_URL: cloud.url },
    folder: '/',
    mask: () => {},
    tell: () => {},
    signal: new AbortController().signal,
  });
}

const without = (denied: string | undefined) =>
  withAudited(faulty(), configurationFile(FAULTY_FILE), async ({ cloud, services, organizationRole }) => {
    if (denied !== undefined) cloud.denied.add(denied);
    const result = await auditWithin(cloud, services.sts, organizationRole);
    return { ...result, rules: result.findings.map(({ rule, what }) => `${rule} ${what}`) };
  });

/** What each call is for; without it these findings cannot be made. Everything else of the report stays. */
const ALONE: Readonly<Record<string, RegExp>> = {
  'organizations:DescribeOrganization': /^(management-account|accounts-unnamed)/,
  'organizations:ListAccounts': /^accounts-unnamed/,
  'organizations:DescribeAccount': /^none/,
  'sso:ListInstances': /^(sso|permission-set|group|user)-/,
  'sso:DescribeInstance': /^sso-(network|key)/,
  'sso:ListPermissionSetsProvisionedToAccount': /^(permission-set|group|user)-/,
  'sso:DescribePermissionSet': /^(permission-set|group|user)-/,
  'sso:ListAccountAssignments': /^(group|user)-/,
  'sso:ListManagedPoliciesInPermissionSet': /^permission-set-policies/,
  'sso:ListCustomerManagedPolicyReferencesInPermissionSet': /^none/,
  'sso:GetInlinePolicyForPermissionSet': /^none/,
  'sso:GetPermissionsBoundaryForPermissionSet': /^permission-set-boundary/,
  'identitystore:DescribeGroup': /^group-/,
  'identitystore:DescribeUser': /^user-/,
  'iam:GetAccountSummary': /^root-/,
  'iam:GenerateCredentialReport': /^(key|signing)/,
  'iam:GetCredentialReport': /^(key|signing)/,
  'iam:ListAccessKeys': /^key/,
  'iam:GetAccessKeyLastUsed': /^key/,
  'iam:ListServiceSpecificCredentials': /^service-credential/,
  'iam:GetAccountAuthorizationDetails': /^(trust|pipeline|people|admin|deploy|provider)-/,
  'iam:ListOpenIDConnectProviders': /^provider-/,
  'iam:GetOpenIDConnectProvider': /^provider-/,
};

test('a denied call is named with the line to add, and leaves the rest of the report whole', async () => {
  const whole = await without(undefined);
  expect(whole.gaps).toEqual([]);
  const actions = [...ORGANIZATION_ACTIONS, ...ACCOUNT_ACTIONS].filter(
    // Asked only where the whole list is refused.
    action => action !== 'organizations:DescribeAccount',
  );
  // Every action that `template audit` grants, and no other, is asked for.
  expect(Object.keys(ALONE).toSorted()).toEqual([...ORGANIZATION_ACTIONS, ...ACCOUNT_ACTIONS].toSorted());
  const results = await Promise.all(actions.map(async action => ({ action, ...(await without(action)) })));
  for (const { action, gaps, rules } of results) {
    expect([action, [...new Set(gaps.map(gap => gap.action))]]).toEqual([action, [action]]);
    expect(gaps[0]?.fix).toContain(`"Action": "${action}"`);
    const lost = whole.rules.filter(rule => !rules.includes(rule));
    expect([action, lost.filter(rule => !ALONE[action]?.test(rule))]).toEqual([action, []]);
  }
});
