import { describe, expect, test } from '@jest/globals';
import { readConfiguration } from '../src/config/file.js';
import { peopleCloudFormation } from '../src/templates/people/cloudformation.js';
import { isoDuration, planPeople } from '../src/templates/people/plan.js';
import { peopleTerraform } from '../src/templates/people/terraform.js';
import { terraformText } from '../src/templates/terraform.js';
import { terraformJson } from '../src/templates/terraform-json.js';
import { stackOf } from './support/stack.js';

const HOME = 'arn:aws:s3:::home/${aws:username}/*';
const FILE = `sso:
  start-url: https://acme.awsapps.com/start
  region: eu-west-1
  permission-sets:
    PowerUser: { policies: [PowerUserAccess], duration: 8h, description: "Say \\"no\\" to %{x}" }
    ReadOnly:
      policies: [job-function/ViewOnlyAccess]
      customer-managed-policies: [team/extra]
      boundary: ReadOnlyAccess
      inline: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:Get*","Resource":"${HOME}"}]}'
    Unused: { customer-managed-boundary: limits }
environments:
  dev:
    account: "111111111111"
    region: eu-west-1
    role: deploy
    permission-set: PowerUser
    groups: [developers, "Ops & Co"]
    people: [{ permission-set: ReadOnly, groups: [support] }]
  dev-us: { account: "111111111111", region: us-east-1, role: deploy, permission-set: PowerUser, groups: [developers] }
  prod: { account: "222222222222", region: eu-west-1, role: deploy, permission-set: Elsewhere, groups: [developers] }
  bare: { account: "333333333333", region: eu-west-1, role: deploy, permission-set: PowerUser }
`;

const configuration = (text = FILE) => readConfiguration(text, 'the file', () => undefined);
const INSTANCE = 'arn:aws:sso:::instance/ssoins-0123456789abcdef';

function stack(
  text = FILE,
  parameters: Readonly<Record<string, string>> = {},
  environments?: readonly string[],
) {
  const file = configuration(text);
  const selected = environments && file.environments.filter(({ name }) => environments.includes(name));
  const template = JSON.stringify(peopleCloudFormation(planPeople(file, selected)));
  return stackOf(template, { account: '999999999999', parameters: { InstanceArn: INSTANCE, ...parameters } });
}

const GIVEN = { IdentityStoreId: 'd-0123456789', ElsewhereArn: 'arn:elsewhere' };
const ofType = (resources: ReturnType<typeof stack>, type: string) =>
  resources.filter(resource => resource.type === type).map(({ properties }) => properties);

describe('what Identity Center is to have', () => {
  test('permission sets as the file defines them', () => {
    expect(ofType(stack(FILE, GIVEN), 'AWS::SSO::PermissionSet')).toEqual([
      {
        InstanceArn: INSTANCE,
        Name: 'PowerUser',
        Description: 'Say "no" to %{x}',
        SessionDuration: 'PT8H',
        ManagedPolicies: ['arn:aws:iam::aws:policy/PowerUserAccess'],
      },
      {
        InstanceArn: INSTANCE,
        Name: 'ReadOnly',
        ManagedPolicies: ['arn:aws:iam::aws:policy/job-function/ViewOnlyAccess'],
        CustomerManagedPolicyReferences: [{ Name: 'extra', Path: '/team/' }],
        InlinePolicy: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 's3:Get*', Resource: HOME }],
        },
        PermissionsBoundary: { ManagedPolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
      },
      {
        InstanceArn: INSTANCE,
        Name: 'Unused',
        PermissionsBoundary: { CustomerManagedPolicyReference: { Name: 'limits', Path: '/' } },
      },
    ]);
  });

  test('each assignment once, however many environments stand for the account', () => {
    const assignments = ofType(stack(FILE, GIVEN), 'AWS::SSO::Assignment');
    expect(
      assignments.map(({ PermissionSetArn, PrincipalId, TargetId }) => [
        PermissionSetArn,
        PrincipalId,
        TargetId,
      ]),
    ).toEqual([
      ['<PermissionSetPowerUser.PermissionSetArn>', '<GroupDevelopers.GroupId>', '111111111111'],
      ['<PermissionSetPowerUser.PermissionSetArn>', '<GroupOpsCo.GroupId>', '111111111111'],
      ['<PermissionSetReadOnly.PermissionSetArn>', '<GroupSupport.GroupId>', '111111111111'],
      ['arn:elsewhere', '<GroupDevelopers.GroupId>', '222222222222'],
    ]);
  });

  test('groups of a synchronised directory are parameters, and none is made', () => {
    const text = FILE.replace('region: eu-west-1\n', 'region: eu-west-1\n  groups: existing\n');
    const ids = { GroupDevelopersId: 'g1', GroupOpsCoId: 'g2', GroupSupportId: 'g3', ElsewhereArn: 'x' };
    const resources = stack(text, ids);
    expect(ofType(resources, 'AWS::IdentityStore::Group')).toEqual([]);
    expect(ofType(resources, 'AWS::SSO::Assignment').map(({ PrincipalId }) => PrincipalId)).toEqual([
      'g1',
      'g2',
      'g3',
      'g1',
    ]);
  });

  test('of one environment only its own', () => {
    const resources = stack(FILE, { ElsewhereArn: 'x', IdentityStoreId: 'd-0123456789' }, ['prod']);
    expect(resources.map(({ type }) => type)).toEqual(['AWS::IdentityStore::Group', 'AWS::SSO::Assignment']);
  });

  test('what nobody holds, and what is defined elsewhere, is said', () => {
    expect(planPeople(configuration()).notes).toEqual([
      'Elsewhere is not among sso.permission-sets: the template takes its ARN as a parameter',
      'no group holds PowerUser in 333333333333: add `groups`, or nobody gets it',
    ]);
  });

  test('a file without people is refused with what to write', () => {
    const without = 'environments:\n  dev: { account: "111111111111", region: eu-west-1, role: x }\n';
    expect(() => planPeople(configuration(without))).toThrow(/says nothing of people/);
  });

  test('more than a template can hold is refused', () => {
    const groups = Array.from({ length: 300 }, (_, index) => `g${index}`).join(', ');
    const text = FILE.replace('"Ops & Co"', groups);
    expect(() => stack(text, GIVEN)).toThrow(/One CloudFormation template cannot hold this/);
  });
});

describe('the same for Terraform', () => {
  const blocks = peopleTerraform(planPeople(configuration()));

  test('with whatever the file says as literal text', () => {
    const text = terraformText(blocks, []);
    expect(text).toContain('"Say \\"no\\" to %%{x}"');
    expect(text).toContain('"arn:aws:s3:::home/$${aws:username}/*"');
    expect(text).toContain(
      '"arn:${data.aws_partition.current.partition}:iam::aws:policy/job-function/ViewOnlyAccess"',
    );
  });

  test('has the same resources in its JSON', () => {
    const { resource } = JSON.parse(terraformJson(blocks));
    const counts = Object.entries(resource).map(([kind, all]) => [kind, Object.keys(all as object).length]);
    expect(Object.fromEntries(counts)).toEqual({
      aws_identitystore_group: 3,
      aws_ssoadmin_permission_set: 3,
      aws_ssoadmin_managed_policy_attachment: 2,
      aws_ssoadmin_customer_managed_policy_attachment: 1,
      aws_ssoadmin_permission_set_inline_policy: 1,
      aws_ssoadmin_permissions_boundary_attachment: 2,
      aws_ssoadmin_account_assignment: 4,
    });
    expect(resource.aws_ssoadmin_permission_set_inline_policy.readonly.inline_policy).toBe(
      `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:Get*","Resource":"${HOME.replace('$', '$$$$')}"}]}`,
    );
  });
});

test.each([
  [3600, 'PT1H'],
  [5400, 'PT1H30M'],
  [28_800, 'PT8H'],
  [3661, 'PT1H1M1S'],
])('%i seconds are %s', (seconds, text) => expect(isoDuration(seconds)).toBe(text));
