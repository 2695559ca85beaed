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
  names.of('provider', PROVIDER);
  const named = roles.map((role, index) => ({ role, id: names.of(String(index), role.name) }));
  const choices = choicesOf(named, provider);
  const conditions = [
    ...choices.map(({ id, key }) => [`Has${id}`, isChosen(key, id)] as const),
    ...named.flatMap(({ role: { only }, id }) =>
      only === undefined ? [] : [[`Has${id}`, isAccount(only)] as const],
    ),
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
    ...(choices.length > 0 && { Mappings: { Accounts: mapping(choices) } }),
    ...(conditions.length > 0 && { Conditions: Object.fromEntries(conditions) }),
    Resources: Object.fromEntries([
      ...(provider === undefined
        ? []
        : [[PROVIDER, conditional(PROVIDER, providerResource(provider))] as const]),
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

const PROVIDER = 'IdentityProvider';

/** A resource that some accounts get: those in which `key` says its ID. Of one role's variants an account has one. */
interface Choice {
  readonly id: string;
  readonly key: string;
  readonly accounts: readonly AccountId[];
}

function choicesOf(
  named: readonly { readonly role: RoleDefinition; readonly id: string }[],
  provider: ProviderDefinition | undefined,
): readonly Choice[] {
  const keys = logicalNames();
  keys.of('provider', PROVIDER);
  return [
    ...(provider === undefined ? [] : [{ id: PROVIDER, key: PROVIDER, accounts: provider.accounts }]),
    ...named.flatMap(({ role: { name, accounts }, id }) =>
      accounts === undefined ? [] : [{ id, key: keys.of(name), accounts }],
    ),
  ];
}

/** For each account, which of the resources it gets. */
function mapping(choices: readonly Choice[]): Record<string, Record<string, string>> {
  const accounts = [...new Set(choices.flatMap(item => item.accounts))].sort();
  const keys = [...new Set(choices.map(({ key }) => key))];
  return Object.fromEntries(
    accounts.map(account => [
      account,
      Object.fromEntries(
        keys.map(key => [
          key,
          choices.find(choice => choice.key === key && choice.accounts.includes(account))?.id ?? 'none',
        ]),
      ),
    ]),
  );
}

function isConditional({ accounts, only }: RoleDefinition): boolean {
  return accounts !== undefined || only !== undefined;
}

function isAccount(account: string | Reference): Json {
  return { 'Fn::Equals': [{ Ref: 'AWS::AccountId' }, cloudFormationValue(new Text([account]))] };
}

function isChosen(key: string, id: string): Json {
  return { 'Fn::Equals': [{ 'Fn::FindInMap': ['Accounts', { Ref: 'AWS::AccountId' }, key] }, id] };
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
