import type { Partition } from '../../aws/names.js';
import { Failure } from '../../failure.js';
import { loadProject } from '../../laptop/project.js';
import { printable } from '../../printable.js';
import { planRoles } from '../../templates/roles/plan.js';
import type { Arguments, Command } from '../command.js';
import { printRoles } from './print-roles.js';
import {
  EXIT_CODES,
  namesGiven,
  ROLE_NAME,
  selectedEnvironments,
  TEMPLATE_OPTIONS,
} from './template-options.js';
import { admittedRepositories, REPOSITORY_OPTIONS } from './template-repositories.js';

export const templateRolesCommand: Command = {
  name: 'template roles',
  operands: '[OPTIONS]',
  mostOperands: 0,
  about: `Prints what the accounts of the configuration file need so that the jobs of a
repository can deploy: for each environment its role, trusted by exactly the
jobs of its GitHub environment, with what CDK needs and nothing else; read
roles and hub roles where the file names them.

One template serves all accounts, also as a StackSet; each account gets the
roles that are its own. The accounts must have the identity provider of GitHub
already, unless --create-provider is given (a second one fails the stack).`,
  options: [
    ...TEMPLATE_OPTIONS,
    ...REPOSITORY_OPTIONS,
    { name: 'create-provider', says: 'make the identity provider too' },
    {
      name: 'read-role',
      value: 'ROLE',
      many: true,
      says: 'a role of the file that pull requests enter too, and that may only read',
    },
    {
      name: 'bootstrap-role',
      value: 'ROLE',
      says: 'a role in every account that may do everything, for `cdk bootstrap`; its GitHub environment (bootstrap, unless the file says another) needs reviewers',
    },
    {
      name: 'qualifier',
      value: 'TEXT',
      many: true,
      says: 'only CDK bootstrap stacks with this qualifier (cdk.json: @aws-cdk/core:bootstrapQualifier); by default every one',
    },
    {
      name: 'permissions-boundary',
      value: 'POLICY',
      says: 'name or ARN of a managed policy that bounds all roles',
    },
    {
      name: 'partition',
      value: 'NAME',
      says: 'only environments in this partition (aws, aws-cn, aws-us-gov, …)',
    },
  ],
  examples: [
    [
      'aws-temp-creds template roles --look-up > github-roles.yml',
      'for the repository that this folder is a clone of',
    ],
    [
      'aws cloudformation deploy --stack-name github-roles --template-file github-roles.yml --capabilities CAPABILITY_NAMED_IAM',
      'then, once in each account',
    ],
    ['aws-temp-creds template roles --environment prod --format terraform > roles.tf', 'for Terraform'],
    [
      'aws-temp-creds template roles --look-up --both-forms',
      'before a repository is renamed, transferred or switched to immutable subjects',
    ],
  ],
  more: EXIT_CODES,
  run: async (given, terminal) => {
    const { configuration, root } = await loadProject(terminal.cwd, given.value('config'));
    const selected = selectedEnvironments(given, configuration);
    const admitted = await admittedRepositories(given, terminal, root);
    const template = planRoles(
      configuration,
      {
        ...admitted,
        createProvider: given.has('create-provider'),
        partition: partitionGiven(given),
        readRoles: namesGiven(given, 'read-role', ROLE_NAME, 'the name of a role'),
        bootstrapRole: namesGiven(given, 'bootstrap-role', ROLE_NAME, 'the name of a role')[0],
        boundary: namesGiven(given, 'permissions-boundary', POLICY, 'the name or ARN of a managed policy')[0],
        qualifiers: namesGiven(
          given,
          'qualifier',
          /^[a-z0-9]{1,10}$/,
          'a qualifier: 1 to 10 small letters and digits',
        ),
      },
      selected,
    );
    const provider = given.has('create-provider')
      ? []
      : [
          `The accounts must have the identity provider ${admitted.issuer.replace('https://', '')} already; else add --create-provider.`,
        ];
    return printRoles(given, terminal, template, admitted, provider);
  },
};

const POLICY = /^(arn:aws[a-z-]*:iam::(\d{12}|aws):policy\/)?[\w+=,.@-]+(\/[\w+=,.@-]+)*$/;

const PARTITIONS: readonly Partition[] = [
  'aws',
  'aws-cn',
  'aws-us-gov',
  'aws-eusc',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
];

function partitionGiven(given: Arguments): Partition | undefined {
  const name = given.value('partition');
  if (name === undefined) return undefined;
  const partition = PARTITIONS.find(known => known === name);
  if (partition !== undefined) return partition;
  throw new Failure('wrong-input', {
    what: `--partition must be one of ${PARTITIONS.join(', ')}, not ${printable(name, 80)}.`,
  });
}
