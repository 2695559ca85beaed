import type { PermissionSet } from '../../config/configuration.js';
import { type Names, terraformNames } from '../names.js';
import {
  type Argument,
  type Block,
  type Body,
  Expression,
  Nested,
  PARTITION_DATA,
  PolicyDocument,
  REQUIREMENTS,
} from '../terraform.js';
import { jsonValue, PARTITION, text } from '../value.js';
import { type Assignment, isoDuration, type PeoplePlan } from './plan.js';

const INSTANCE = new Expression('var.instance_arn');

/** Permission sets, groups and assignments for Terraform's AWS provider. */
export function peopleTerraform(plan: PeoplePlan): readonly Block[] {
  const names = terraformNames();
  const assignments = plan.assignments.map(assignment => assignmentBlock(assignment, plan, names));
  const usesPartition = plan.sets.some(
    ({ policies, boundary }) => policies.length > 0 || boundary?.kind === 'aws-managed',
  );
  return [
    REQUIREMENTS,
    variable('instance_arn', 'ARN of the instance: aws sso-admin list-instances'),
    ...(!plan.groupsExist && plan.groups.length > 0
      ? [variable('identity_store_id', 'ID of the identity store: aws sso-admin list-instances')]
      : []),
    ...plan.foreignSets.map(name =>
      variable(foreignVariable(names, name), `ARN of the permission set ${name}, which exists already`),
    ),
    ...(plan.groupsExist ? plan.groups : []).map(name =>
      variable(groupName(names, name, true), `ID of the group ${name}: aws identitystore get-group-id`),
    ),
    ...(usesPartition ? [PARTITION_DATA] : []),
    ...(plan.groupsExist ? [] : plan.groups).map(name => group(name, names)),
    ...plan.sets.flatMap(set => permissionSet(set, plan, names)),
    ...assignments,
  ];
}

function variable(name: string, description: string): Block {
  return { type: 'variable', labels: [name], body: { description, type: new Expression('string') } };
}

function resource(kind: string, name: string, body: Body): Block {
  return { type: 'resource', labels: [kind, name], body };
}

function foreignVariable(names: Names, set: string): string {
  return names.of(`set variable ${set}`, `permission set ${set} arn`);
}

function groupName(names: Names, group: string, exists: boolean): string {
  return exists
    ? names.of(`group variable ${group}`, `group ${group} id`)
    : names.of(`group ${group}`, group);
}

function setName(names: Names, set: string): string {
  return names.of(`set ${set}`, set);
}

function group(name: string, names: Names): Block {
  return resource('aws_identitystore_group', groupName(names, name, false), {
    identity_store_id: new Expression('var.identity_store_id'),
    display_name: name,
  });
}

function permissionSet(set: PermissionSet, plan: PeoplePlan, names: Names): readonly Block[] {
  const label = setName(names, set.name);
  const { boundary } = set;
  const managed = (policy: string) => text`arn:${PARTITION}:iam::aws:policy/${policy}`;
  // A policy can only be taken from a set that nobody is being assigned to at the same time (documentation of the
  // provider), so the attachments wait for the assignments, and go before them.
  const attached = {
    instance_arn: INSTANCE,
    permission_set_arn: new Expression(`aws_ssoadmin_permission_set.${label}.arn`),
  };
  const after = dependsOn(
    plan.assignments.filter(item => item.set === set.name),
    names,
  );
  return [
    resource('aws_ssoadmin_permission_set', label, {
      instance_arn: INSTANCE,
      name: set.name,
      ...(set.description !== undefined && { description: set.description }),
      ...(set.duration !== undefined && { session_duration: isoDuration(set.duration) }),
    }),
    ...set.policies.map(policy =>
      resource(
        'aws_ssoadmin_managed_policy_attachment',
        names.of(`${set.name} managed ${policy}`, `${set.name} ${policy}`),
        {
          ...attached,
          managed_policy_arn: managed(policy),
          ...after,
        },
      ),
    ),
    ...set.customerManagedPolicies.map(({ name, path }) =>
      resource(
        'aws_ssoadmin_customer_managed_policy_attachment',
        names.of(`${set.name} customer ${path}${name}`, `${set.name} ${path}${name}`),
        { ...attached, customer_managed_policy_reference: new Nested({ name, path }), ...after },
      ),
    ),
    ...(set.inline === undefined
      ? []
      : [
          resource('aws_ssoadmin_permission_set_inline_policy', label, {
            ...attached,
            inline_policy: new PolicyDocument(jsonValue(set.inline)),
            ...after,
          }),
        ]),
    ...(boundary === undefined
      ? []
      : [
          resource('aws_ssoadmin_permissions_boundary_attachment', label, {
            ...attached,
            permissions_boundary: new Nested(
              boundary.kind === 'aws-managed'
                ? { managed_policy_arn: managed(boundary.policy) }
                : { customer_managed_policy_reference: new Nested({ ...boundary.policy }) },
            ),
            ...after,
          }),
        ]),
  ];
}

function dependsOn(assignments: readonly Assignment[], names: Names): { readonly depends_on?: Argument } {
  const references = assignments.map(
    assignment => new Expression(`aws_ssoadmin_account_assignment.${assignmentName(names, assignment)}`),
  );
  return references.length === 0 ? {} : { depends_on: references };
}

function assignmentName(names: Names, { set, group, account }: Assignment): string {
  return names.of(`assignment ${set} ${group} ${account}`, `${set} ${group} in ${account}`);
}

function assignmentBlock(assignment: Assignment, plan: PeoplePlan, names: Names): Block {
  const { set, group: holder, account } = assignment;
  const own = plan.sets.some(({ name }) => name === set);
  return resource('aws_ssoadmin_account_assignment', assignmentName(names, assignment), {
    instance_arn: INSTANCE,
    permission_set_arn: new Expression(
      own ? `aws_ssoadmin_permission_set.${setName(names, set)}.arn` : `var.${foreignVariable(names, set)}`,
    ),
    principal_type: 'GROUP',
    principal_id: new Expression(
      plan.groupsExist
        ? `var.${groupName(names, holder, true)}`
        : `aws_identitystore_group.${groupName(names, holder, false)}.group_id`,
    ),
    target_type: 'AWS_ACCOUNT',
    target_id: account,
  });
}
