import type { AccountId } from '../../aws/names.js';
import {
  type CloudFormationResource,
  type CloudFormationTemplate,
  cloudFormationValue,
  type Json,
} from '../cloudformation.js';
import { logicalNames } from '../names.js';
import { type Reference, Text } from '../value.js';
import type { ProviderDefinition, RoleDefinition, RolesTemplate } from './role.js';

/**
 * Roles for CloudFormation: one template for all accounts, also as a StackSet. `Mappings` says which account gets
 * which resource, so that the template fails in an account that it was not made for.
 */
export function rolesCloudFormation({
  description,
  roles,
  provider,
  parameters,
}: RolesTemplate): CloudFormationTemplate {
  const names = logicalNames();
  const named = roles.map((role, index) => ({ role, id: names.of(String(index), role.name) }));
  const placed = [
    ...(provider === undefined ? [] : [{ id: names.of('provider', 'GitHub'), accounts: provider.accounts }]),
    ...named.flatMap(({ role: { accounts }, id }) => (accounts === undefined ? [] : [{ id, accounts }])),
  ];
  const conditions = [
    ...placed.map(({ id }) => [`Has${id}`, isMapped(id)] as const),
    ...named.flatMap(({ role: { only }, id }) => (only === undefined ? [] : [[`Has${id}`, isAccount(only)] as const])),
  ];
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: description,
    ...(parameters.length > 0 && {
      Parameters: Object.fromEntries(
        parameters.map(({ name, description: says, pattern }) => [
          name,
          { Type: 'String', Description: says, AllowedPattern: pattern },
        ]),
      ),
    }),
    ...(placed.length > 0 && { Mappings: { Accounts: mapping(placed) } }),
    ...(conditions.length > 0 && { Conditions: Object.fromEntries(conditions) }),
    Resources: Object.fromEntries([
      ...(provider === undefined
        ? []
        : [[names.of('provider'), conditional(names.of('provider'), providerResource(provider))] as const]),
      ...named.map(({ role, id }) => {
        const resource = roleResource(role);
        return [id, isConditional(role) ? conditional(id, resource) : resource] as const;
      }),
    ]),
    Outputs: Object.fromEntries(
      named.map(({ role, id }) => [
        `${id}Arn`,
        {
          ...(isConditional(role) && { Condition: `Has${id}` }),
          Value: { 'Fn::GetAtt': [id, 'Arn'] },
        },
      ]),
    ),
  };
}

/** For each account, which resources it gets. */
function mapping(
  placed: readonly { readonly id: string; readonly accounts: readonly AccountId[] }[],
): Record<string, Record<string, string>> {
  const accounts = [...new Set(placed.flatMap(item => item.accounts))].sort();
  return Object.fromEntries(
    accounts.map(account => [
      account,
      Object.fromEntries(placed.map(item => [item.id, String(item.accounts.includes(account))])),
    ]),
  );
}

function isConditional({ accounts, only }: RoleDefinition): boolean {
  return accounts !== undefined || only !== undefined;
}

function isAccount(account: string | Reference): Json {
  return { 'Fn::Equals': [{ Ref: 'AWS::AccountId' }, cloudFormationValue(new Text([account]))] };
}

function isMapped(id: string): Json {
  return { 'Fn::Equals': [{ 'Fn::FindInMap': ['Accounts', { Ref: 'AWS::AccountId' }, id] }, 'true'] };
}

function conditional(id: string, { Type, ...rest }: CloudFormationResource): CloudFormationResource {
  return { Type, Condition: `Has${id}`, ...rest };
}

/** Other stacks' roles may trust it: it stays when this stack goes. */
function providerResource({ url, audiences }: ProviderDefinition): CloudFormationResource {
  return {
    Type: 'AWS::IAM::OIDCProvider',
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    Properties: { Url: url, ClientIdList: audiences },
  };
}

function roleResource(role: RoleDefinition): CloudFormationResource {
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: role.name,
      ...(role.path !== '/' && { Path: role.path }),
      Description: role.description,
      ...(role.maxSession !== undefined && { MaxSessionDuration: role.maxSession }),
      ...(role.boundary !== undefined && { PermissionsBoundary: cloudFormationValue(role.boundary) }),
      AssumeRolePolicyDocument: cloudFormationValue(role.trust),
      ...(role.managedPolicies.length > 0 && {
        ManagedPolicyArns: role.managedPolicies.map(cloudFormationValue),
      }),
      ...(role.policies.length > 0 && {
        Policies: role.policies.map(({ name, document }) => ({
          PolicyName: name,
          PolicyDocument: cloudFormationValue(document),
        })),
      }),
    },
  };
}
