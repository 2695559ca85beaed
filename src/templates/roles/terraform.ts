import type { AccountId } from '../../aws/names.js';
import { type Names, terraformNames } from '../names.js';
import {
  ACCOUNT_DATA,
  type Argument,
  type Block,
  type Body,
  Expression,
  Nested,
  PARTITION_DATA,
  PolicyDocument,
  REQUIREMENTS,
} from '../terraform.js';
import { isList, type Reference, Text, type Value } from '../value.js';
import type { RoleDefinition, RoleParameter, RolesTemplate } from './role.js';

const HERE = 'data.aws_caller_identity.current.account_id';

/** Roles for Terraform's AWS provider: one file that is applied once in each account, and makes there what belongs there. */
export function rolesTerraform({ roles, provider, parameters }: RolesTemplate): readonly Block[] {
  const names = terraformNames();
  const placed = [provider?.accounts ?? [], ...roles.map(({ accounts }) => accounts ?? [])].flat();
  const accounts = [...new Set(placed)].sort();
  const values = roles.flatMap(({ trust, policies, managedPolicies, boundary }) => [
    trust,
    ...policies.map(({ document }) => document),
    ...managedPolicies,
    ...(boundary === undefined ? [] : [boundary]),
  ]);
  const used = new Set(values.flatMap(referencesIn).map(({ kind }) => kind));
  const place = { names, accounts };
  return [
    REQUIREMENTS,
    ...parameters.map(variableBlock),
    ...(used.has('account') || accounts.length > 0 || roles.some(role => role.only !== undefined)
      ? [accountBlock(accounts)]
      : []),
    ...(used.has('partition') ? [PARTITION_DATA] : []),
    ...(provider === undefined
      ? []
      : [
          {
            type: 'resource' as const,
            labels: ['aws_iam_openid_connect_provider', 'github'],
            body: {
              ...only(provider.accounts, place),
              url: provider.url,
              client_id_list: provider.audiences,
            },
          },
        ]),
    ...roles.flatMap((role, index) => roleBlocks(role, names.of(String(index), role.name), place)),
  ];
}

interface Place {
  readonly names: Names;
  /** All that the file is for. */
  readonly accounts: readonly AccountId[];
}

/** The account that is signed in to must be one that the file is for. */
function accountBlock(accounts: readonly AccountId[]): Block {
  if (accounts.length === 0) return ACCOUNT_DATA;
  return {
    ...ACCOUNT_DATA,
    body: {
      lifecycle: new Nested({
        postcondition: new Nested({
          condition: new Expression(`contains(${accountList(accounts)}, self.account_id)`),
          error_message: 'These roles are for other accounts: sign in to one of those that this file names.',
        }),
      }),
    },
  };
}

function accountList(accounts: readonly AccountId[]): string {
  return `[${accounts.map(account => `"${account}"`).join(', ')}]`;
}

/** Makes a resource only in some of the accounts. */
function only(accounts: readonly AccountId[] | undefined, place: Place): Body {
  if (accounts === undefined || accounts.length === place.accounts.length) return {};
  return { count: new Expression(`contains(${accountList(accounts)}, ${HERE}) ? 1 : 0`) };
}

function onlyIn(account: string | Reference): Body {
  const code = typeof account === 'string' ? JSON.stringify(account) : `var.${variableName(nameOf(account))}`;
  return { count: new Expression(`${HERE} == ${code} ? 1 : 0`) };
}

function nameOf(reference: Reference): string {
  if (reference.kind !== 'parameter') throw new Error('an account is named by its number or by a parameter');
  return reference.name;
}

function variableBlock({ name, description, pattern }: RoleParameter): Block {
  const label = variableName(name);
  return {
    type: 'variable',
    labels: [label],
    body: {
      description,
      type: new Expression('string'),
      validation: new Nested({
        condition: new Expression(`can(regex(${JSON.stringify(`^(${pattern})$`)}, var.${label}))`),
        error_message: `It must be of the form ${pattern}.`,
      }),
    },
  };
}

/** `OrganizationAccount` as organization_account. */
export function variableName(parameter: string): string {
  return parameter.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
}

function roleBlocks(role: RoleDefinition, label: string, place: Place): readonly Block[] {
  const here = role.only === undefined ? only(role.accounts, place) : onlyIn(role.only);
  const index = 'count' in here ? '[0]' : '';
  const belonging = { ...here, role: new Expression(`aws_iam_role.${label}${index}.name`) };
  return [
    {
      type: 'resource',
      labels: ['aws_iam_role', label],
      body: {
        ...here,
        name: role.name,
        ...(role.path !== '/' && { path: role.path }),
        description: role.description,
        ...(role.maxSession !== undefined && { max_session_duration: role.maxSession }),
        ...(role.boundary !== undefined && { permissions_boundary: lowered(role.boundary) }),
        assume_role_policy: new PolicyDocument(loweredIn(role.trust)),
      },
    },
    ...role.policies.map(
      ({ name, document }): Block => ({
        type: 'resource',
        labels: ['aws_iam_role_policy', place.names.of(`${label} policy ${name}`, `${label} ${name}`)],
        body: { ...belonging, name, policy: new PolicyDocument(loweredIn(document)) },
      }),
    ),
    ...role.managedPolicies.map(
      (arn): Block => ({
        type: 'resource',
        labels: [
          'aws_iam_role_policy_attachment',
          place.names.of(`${label} managed ${JSON.stringify(arn)}`, `${label} managed`),
        ],
        body: { ...belonging, policy_arn: lowered(arn) satisfies Argument },
      }),
    ),
  ];
}

/** The parameters in a text, as Terraform's variables are named. */
function lowered({ parts }: Text): Text {
  return new Text(
    parts.map(part =>
      typeof part !== 'string' && part.kind === 'parameter'
        ? { ...part, name: variableName(part.name) }
        : part,
    ),
  );
}

function loweredIn(value: Value): Value {
  if (value instanceof Text) return lowered(value);
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(loweredIn);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, loweredIn(item)]));
}

function referencesIn(value: Value): readonly Reference[] {
  if (value instanceof Text) return value.parts.flatMap(part => (typeof part === 'string' ? [] : [part]));
  if (typeof value !== 'object' || value === null) return [];
  return (isList(value) ? value : Object.values(value)).flatMap(referencesIn);
}
