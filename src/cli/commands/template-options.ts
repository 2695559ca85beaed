import type { Configuration, Environment } from '../../config/configuration.js';
import { environmentsOf } from '../../config/environments-of.js';
import { Failure } from '../../failure.js';
import { printable } from '../../printable.js';
import type { CloudFormationTemplate } from '../../templates/cloudformation.js';
import { type Block, terraformJson, terraformText } from '../../templates/terraform.js';
import type { Arguments, Option, Terminal } from '../command.js';

export const TEMPLATE_OPTIONS: readonly Option[] = [
  { name: 'format', value: 'FORMAT', says: 'cloudformation (the default) or terraform' },
  {
    name: 'environment',
    value: 'NAME',
    many: true,
    says: 'only what this environment needs; an entry of the file, or a GitHub environment',
  },
  { name: 'json', says: "JSON in place of YAML, or Terraform's JSON in place of its language" },
  { name: 'config', value: 'FILE', says: 'configuration file (default: .github/aws-temp-creds.yml)' },
];

export type TemplateFormat = 'cloudformation' | 'terraform';

/** @throws Failure `wrong-input` */
export function formatOf(given: Arguments): TemplateFormat {
  const format = given.value('format') ?? 'cloudformation';
  if (format === 'cloudformation' || format === 'terraform') return format;
  throw new Failure('wrong-input', {
    what: `--format must be cloudformation or terraform, not ${printable(format, 80)}.`,
    likely: 'A CDK app takes the CloudFormation template with CfnInclude.',
    write: '--format cloudformation',
  });
}

/** @returns undefined: all. @throws Failure `wrong-input` for one that the file does not have */
export function selectedEnvironments(
  given: Arguments,
  configuration: Configuration,
): readonly Environment[] | undefined {
  const names = given.values('environment');
  if (names.length === 0) return undefined;
  const chosen = names.flatMap(name => {
    const found = environmentsOf(configuration, name);
    if (found.length > 0) return found;
    const all = configuration.environments.map(environment => environment.name).join(', ') || 'none';
    throw new Failure('wrong-input', {
      what: `${printable(name, 80)} is no environment of ${printable(configuration.path)}; it has: ${all}.`,
    });
  });
  return [...new Set(chosen)];
}

/** A template in either format; each is made only when it is asked for. */
export interface Template {
  cloudFormation(): CloudFormationTemplate;
  terraform(): readonly Block[];
}

/** Prints the template, alone. @param comment how it is used; lines above it where the format has comments */
export async function printTemplate(
  given: Arguments,
  terminal: Terminal,
  template: Template,
  comment: Readonly<Record<TemplateFormat, readonly string[]>>,
): Promise<void> {
  const json = given.has('json');
  if (formatOf(given) === 'terraform') {
    const blocks = template.terraform();
    terminal.print(json ? terraformJson(blocks) : terraformText(blocks, comment.terraform));
    return;
  }
  const made = template.cloudFormation();
  if (json) {
    terminal.print(`${JSON.stringify(made, undefined, 2)}\n`);
    return;
  }
  // Only now: what writes YAML is large.
  const { cloudFormationYaml } = await import('../../templates/cloudformation-yaml.js');
  terminal.print(cloudFormationYaml(made, comment.cloudformation));
}
