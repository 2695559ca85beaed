import { loadProject } from '../../laptop/project.js';
import { planAudit } from '../../templates/audit/plan.js';
import { ACCOUNT_ROLE, AUDIT_ENVIRONMENT, ORGANIZATION_ROLE } from '../../templates/audit/reader-roles.js';
import type { Command } from '../command.js';
import { printRoles } from './print-roles.js';
import {
  EXIT_CODES,
  namesGiven,
  ROLE_NAME,
  selectedEnvironments,
  TEMPLATE_OPTIONS,
} from './template-options.js';
import { admittedRepositories, REPOSITORY_OPTIONS } from './template-repositories.js';

export const templateAuditCommand: Command = {
  name: 'template audit',
  operands: '[OPTIONS]',
  mostOperands: 0,
  about: `Prints the two roles that the audit reads with: one beside the organization
(management account, or delegated administrator of IAM Identity Center), which
a job with the GitHub environment \`${AUDIT_ENVIRONMENT}\` enters; and one in each account of the
file, which only that one enters. Both may read what the audit asks, no more.

One template serves all: use it in the organization's account and, as a
StackSet, in the accounts of the environments.`,
  options: [
    ...TEMPLATE_OPTIONS,
    ...REPOSITORY_OPTIONS,
    {
      name: 'organization-role',
      value: 'ARN',
      says: `the role beside the organization (default: ${ORGANIZATION_ROLE}, in an account that is a parameter)`,
    },
    { name: 'account-role', value: 'NAME', says: `the role in each account (default: ${ACCOUNT_ROLE})` },
    {
      name: 'github-environment',
      value: 'NAME',
      says: `of the job that audits (default: ${AUDIT_ENVIRONMENT})`,
    },
  ],
  examples: [
    [
      'aws-temp-creds template audit --look-up > audit-roles.yml',
      'for the repository that this folder is a clone of',
    ],
    [
      'aws cloudformation deploy --stack-name audit-roles --template-file audit-roles.yml --capabilities CAPABILITY_NAMED_IAM --parameter-overrides OrganizationAccount=111111111111',
      "then, in the organization's account and in each account of the file",
    ],
  ],
  more: EXIT_CODES,
  run: async (given, terminal) => {
    const { configuration, root } = await loadProject(terminal.cwd, given.value('config'));
    const selected = selectedEnvironments(given, configuration);
    const admitted = await admittedRepositories(given, terminal, root);
    const template = planAudit(
      configuration,
      {
        ...admitted,
        organizationRole: given.value('organization-role'),
        accountRole: namesGiven(given, 'account-role', ROLE_NAME, 'the name of a role')[0],
        gitHubEnvironment: given.value('github-environment'),
      },
      selected,
    );
    return printRoles(given, terminal, template, admitted, []);
  },
};
