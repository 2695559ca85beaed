import { rolesCloudFormation } from '../../templates/roles/cloudformation.js';
import type { RolesTemplate } from '../../templates/roles/role.js';
import { rolesTerraform } from '../../templates/roles/terraform.js';
import { type Arguments, EXIT, type ExitCode, type Terminal } from '../command.js';
import { printTemplate, sayAll } from './template-options.js';
import type { Admitted } from './template-repositories.js';

/** Prints a template of roles, and beside it what is to be known of it. */
export function printRoles(
  given: Arguments,
  terminal: Terminal,
  template: RolesTemplate,
  { notes }: Admitted,
  more: readonly string[],
): ExitCode {
  sayAll(terminal, [...notes, ...more, ...template.notes]);
  const made = `${template.description}, made by: aws-temp-creds template`;
  printTemplate(
    given,
    terminal,
    { cloudFormation: () => rolesCloudFormation(template), terraform: () => rolesTerraform(template) },
    {
      cloudformation: [
        made,
        'Use it once in each account, in one Region: roles belong to the whole account.',
      ],
      terraform: [made, 'Apply it once in each account: it makes there what belongs there.'],
    },
  );
  return EXIT.clean;
}
