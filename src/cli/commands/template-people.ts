import { loadProject } from '../../laptop/project.js';
import { peopleCloudFormation } from '../../templates/people/cloudformation.js';
import { planPeople } from '../../templates/people/plan.js';
import { peopleTerraform } from '../../templates/people/terraform.js';
import { type Command, EXIT } from '../command.js';
import {
  EXIT_CODES,
  printTemplate,
  sayAll,
  selectedEnvironments,
  TEMPLATE_OPTIONS,
} from './template-options.js';

export const templatePeopleCommand: Command = {
  name: 'template people',
  operands: '[OPTIONS]',
  mostOperands: 0,
  about: `Prints what IAM Identity Center needs so that people can work in the accounts of
the configuration file: the permission sets of \`sso\`, the groups, and which
group holds which set in which account. It is used in the management account
or the delegated administrator's, in the home Region of Identity Center.

The instance and the identity store are parameters. With \`sso.groups: existing\`
so are the groups: a directory that is synchronised must not get new ones.`,
  options: TEMPLATE_OPTIONS,
  examples: [
    ['aws-temp-creds template people > people.yml', 'permission sets, groups and assignments'],
    [
      'aws cloudformation deploy --stack-name people --template-file people.yml --parameter-overrides InstanceArn=arn:aws:sso:::instance/ssoins-… IdentityStoreId=d-…',
      'then, in the home Region of Identity Center; both are shown by: aws sso-admin list-instances',
    ],
    ['aws-temp-creds template people --format terraform > people.tf', 'for Terraform'],
  ],
  more: EXIT_CODES,
  run: async (given, terminal) => {
    const { configuration } = await loadProject(terminal.cwd, given.value('config'));
    const plan = planPeople(configuration, selectedEnvironments(given, configuration));
    sayAll(terminal, plan.notes);
    const about = `Permission sets, groups and assignments of IAM Identity Center, made by: aws-temp-creds template people`;
    const where = `For the management account or the delegated administrator, in ${plan.region}.`;
    printTemplate(
      given,
      terminal,
      { cloudFormation: () => peopleCloudFormation(plan), terraform: () => peopleTerraform(plan) },
      { cloudformation: [about, where], terraform: [about, where] },
    );
    return EXIT.clean;
  },
};
