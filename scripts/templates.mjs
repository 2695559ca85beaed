// Writes examples/iam/github-roles.yml, and the template in docs/aws-setup.md, with what the command `template roles` is
// made of: `npm run templates`; `--check` fails on a difference instead.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfiguration } from '../lib/src/config/file.js';
import { cloudFormationYaml } from '../lib/src/templates/cloudformation-yaml.js';
import { rolesCloudFormation } from '../lib/src/templates/roles/cloudformation.js';
import { planRoles } from '../lib/src/templates/roles/plan.js';
import { parseRepository } from '../lib/src/templates/roles/repository.js';
import { root, writeOrCheck } from './drift.mjs';

const wish = {
  repositories: [parseRepository('acme/shop')],
  bothForms: false,
  issuer: 'https://token.actions.githubusercontent.com',
  createProvider: false,
  partition: undefined,
  readRoles: [],
  bootstrapRole: undefined,
  boundary: undefined,
  qualifiers: [],
};

function template(text, differences, comment) {
  const configuration = readConfiguration(text, 'examples/aws-temp-creds.yml', () => undefined);
  const plan = planRoles(configuration, { ...wish, ...differences });
  return cloudFormationYaml(rolesCloudFormation(plan), comment);
}

// The jobs of `production` also read with `github-read`.
const example = readFileSync(join(root, 'examples/aws-temp-creds.yml'), 'utf8');
const reading = example.replaceAll(
  /^( +)(github-environment: production)$/gm,
  '$1$2\n$1read-role: github-read',
);
writeOrCheck(
  'examples/iam/github-roles.yml',
  template(reading, { readRoles: ['github-read'], bootstrapRole: 'github-bootstrap' }, [
    'What GitHub jobs need in the accounts of examples/aws-temp-creds.yml to deploy with CDK. Made by:',
    'aws-temp-creds template roles --repository acme/shop --read-role github-read --bootstrap-role github-bootstrap',
  ]),
  'templates',
);

const one =
  'environments:\n  production: { account: "111111111111", region: eu-west-1, role: github-deploy }\n';
const page = readFileSync(join(root, 'docs/aws-setup.md'), 'utf8');
const MARKED = /(<!-- template roles -->\n\n```yaml\n)[\s\S]*?(```\n)/;
if (!MARKED.test(page)) throw new Error('docs/aws-setup.md has no place for the template');
const made = template(one, { createProvider: true }, [
  'aws-temp-creds template roles --repository acme/shop --create-provider',
]);
writeOrCheck(
  'docs/aws-setup.md',
  page.replace(MARKED, (_, begin, end) => `${begin}${made}${end}`),
  'templates',
);
