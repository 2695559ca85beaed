import type { Configuration, Environment } from '../../config/configuration.js';
import { environmentsOf } from '../../config/environments-of.js';
import { Failure } from '../../failure.js';
import { printable } from '../../printable.js';
import type { CloudFormationTemplate } from '../../templates/cloudformation.js';
import { cloudFormationYaml } from '../../templates/cloudformation-yaml.js';
import { type Block, terraformText } from '../../templates/terraform.js';
import { terraformJson } from '../../templates/terraform-json.js';
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
export function printTemplate(
  given: Arguments,
  terminal: Terminal,
  template: Template,
  comment: Readonly<Record<TemplateFormat, readonly string[]>>,
): void {
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
  terminal.print(cloudFormationYaml(made, comment.cloudformation));
}

export const EXIT_CODES = `Exit codes:
  0  the template is printed
  2  wrong use, or the configuration file does not say enough`;

/** What is said beside a template, to standard error. */
export function sayAll(terminal: Terminal, notes: readonly string[]): void {
  for (const note of notes) terminal.say(`aws-temp-creds: ${printable(note, 1000)}\n`);
}

export const ROLE_NAME = /^[\w+=,.@-]+(\/[\w+=,.@-]+)*$/;

/** The values of an option. @throws Failure `wrong-input` for one that is not of the form */
export function namesGiven(given: Arguments, option: string, form: RegExp, what: string): readonly string[] {
  const values = given.values(option);
  const wrong = values.find(value => !form.test(value));
  if (wrong === undefined) return values;
  throw new Failure('wrong-input', { what: `--${option} must be ${what}, not ${printable(wrong, 150)}.` });
}
