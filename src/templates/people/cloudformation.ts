import type { PermissionSet } from '../../config/configuration.js';
import { Failure } from '../../failure.js';
import {
  type CloudFormationResource,
  type CloudFormationTemplate,
  cloudFormationValue,
  type Json,
  MOST_PARAMETERS,
  MOST_RESOURCES,
} from '../cloudformation.js';
import { logicalNames } from '../names.js';
import { jsonValue, PARTITION, text } from '../value.js';
import { isoDuration, type PeoplePlan } from './plan.js';

/**
 * Permission sets, groups and assignments for CloudFormation (AWS::SSO, AWS::IdentityStore).
 *
 * @throws Failure `wrong-configuration` for more than one template can hold
 */
export function peopleCloudFormation(plan: PeoplePlan): CloudFormationTemplate {
  const names = logicalNames();
  const foreign = plan.foreignSets.map(name => ({
    name,
    id: names.of(`set parameter ${name}`, `${name} Arn`),
  }));
  const groups = plan.groups.map(name =>
    plan.groupsExist
      ? { name, id: names.of(`group ${name}`, `Group ${name} Id`) }
      : { name, id: names.of(`group ${name}`, `Group ${name}`) },
  );
  const sets = plan.sets.map(set => ({ set, id: names.of(`set ${set.name}`, `PermissionSet ${set.name}`) }));
  const setArn = (name: string): Json => {
    const own = sets.find(({ set }) => set.name === name);
    return own === undefined
      ? { Ref: known(foreign.find(item => item.name === name)).id }
      : { 'Fn::GetAtt': [own.id, 'PermissionSetArn'] };
  };
  const groupId = (name: string): Json => {
    const { id } = known(groups.find(item => item.name === name));
    return plan.groupsExist ? { Ref: id } : { 'Fn::GetAtt': [id, 'GroupId'] };
  };
  const assignments = plan.assignments.map(({ set, group, account }): [string, CloudFormationResource] => [
    names.of(`assignment ${set} ${group} ${account}`, `${set} ${group} In ${account}`),
    {
      Type: 'AWS::SSO::Assignment',
      Properties: {
        InstanceArn: { Ref: 'InstanceArn' },
        PermissionSetArn: setArn(set),
        PrincipalType: 'GROUP',
        PrincipalId: groupId(group),
        TargetType: 'AWS_ACCOUNT',
        TargetId: account,
      },
    },
  ]);
  return withinQuotas({
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `IAM Identity Center: permission sets, and who holds them in which account. For the management account or the delegated administrator, in ${plan.region}.`,
    Parameters: {
      InstanceArn: {
        Type: 'String',
        Description: 'ARN of the instance: aws sso-admin list-instances',
        AllowedPattern: 'arn:aws[a-z-]*:sso:::instance/(sso)?ins-[a-zA-Z0-9-.]{16}',
      },
      ...(!plan.groupsExist && groups.length > 0 && { IdentityStoreId: IDENTITY_STORE }),
      ...Object.fromEntries([
        ...foreign.map(({ name, id }) => [id, foreignParameter(name)] as const),
        ...(plan.groupsExist ? groups : []).map(({ name, id }) => [id, groupParameter(name)] as const),
      ]),
    },
    Resources: Object.fromEntries([
      ...sets.map(({ set, id }) => [id, permissionSet(set)] as const),
      ...(plan.groupsExist ? [] : groups).map(({ name, id }) => [id, group(name)] as const),
      ...assignments,
    ]),
  });
}

const IDENTITY_STORE = {
  Type: 'String',
  Description: 'ID of the identity store: aws sso-admin list-instances',
  AllowedPattern: 'd-[0-9a-f]{10}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
} as const;

function foreignParameter(name: string) {
  return {
    Type: 'String',
    Description: `ARN of the permission set ${name}, which exists already`,
    AllowedPattern: 'arn:aws[a-z-]*:sso:::permissionSet/(sso)?ins-[a-zA-Z0-9-.]{16}/ps-[a-zA-Z0-9-./]{16}',
  };
}

function groupParameter(name: string) {
  return {
    Type: 'String',
    Description: `ID of the group ${name}: aws identitystore get-group-id`,
    AllowedPattern:
      '([0-9a-f]{10}-)?[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}',
  };
}

function permissionSet(set: PermissionSet): CloudFormationResource {
  const { boundary } = set;
  const managed = (policy: string) => cloudFormationValue(text`arn:${PARTITION}:iam::aws:policy/${policy}`);
  return {
    Type: 'AWS::SSO::PermissionSet',
    Properties: {
      InstanceArn: { Ref: 'InstanceArn' },
      Name: set.name,
      ...(set.description !== undefined && { Description: set.description }),
      ...(set.duration !== undefined && { SessionDuration: isoDuration(set.duration) }),
      ...(set.policies.length > 0 && { ManagedPolicies: set.policies.map(managed) }),
      ...(set.customerManagedPolicies.length > 0 && {
        CustomerManagedPolicyReferences: set.customerManagedPolicies.map(({ name, path }) => ({
          Name: name,
          Path: path,
        })),
      }),
      ...(set.inline !== undefined && { InlinePolicy: cloudFormationValue(jsonValue(set.inline)) }),
      ...(boundary !== undefined && {
        PermissionsBoundary:
          boundary.kind === 'aws-managed'
            ? { ManagedPolicyArn: managed(boundary.policy) }
            : { CustomerManagedPolicyReference: { Name: boundary.policy.name, Path: boundary.policy.path } },
      }),
    },
  };
}

function group(name: string): CloudFormationResource {
  return {
    Type: 'AWS::IdentityStore::Group',
    Properties: { IdentityStoreId: { Ref: 'IdentityStoreId' }, DisplayName: name },
  };
}

function withinQuotas(template: CloudFormationTemplate): CloudFormationTemplate {
  const resources = Object.keys(template.Resources).length;
  const parameters = Object.keys(template.Parameters ?? {}).length;
  if (resources <= MOST_RESOURCES && parameters <= MOST_PARAMETERS) return template;
  throw new Failure('wrong-configuration', {
    what: `One CloudFormation template cannot hold this: it would have ${resources} resources and ${parameters} parameters.`,
    why: `CloudFormation takes ${MOST_RESOURCES} resources and ${MOST_PARAMETERS} parameters in a template.`,
    write: 'aws-temp-creds template people --format terraform',
  });
}

function known<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('an assignment names a set and a group of the plan');
  return found;
}
