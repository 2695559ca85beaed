import { useProxies } from '../../aws/connection.js';
import {
  AUDIT_CHECKS,
  type AuditSettings,
  DEFAULT_ACCOUNT_ROLE,
  readAuditSettings,
} from '../../config/audit-inputs.js';
import { Faults } from '../../config/fault.js';
import { CONFIGURATION_PATH } from '../../config/load.js';
import { readJob, type Variables } from '../../github/job.js';
import { loadProject } from '../../laptop/project.js';
import { printable } from '../../printable.js';
import { type Arguments, type Command, EXIT, type ExitCode, type Terminal } from '../command.js';

/** Options that are the action's inputs under the same name. */
const SAME = [
  'config',
  'role-to-assume',
  'aws-region',
  'organization-role',
  'account-role',
  'checks',
  'fail-on',
  'report-file',
  'sarif-file',
  'scan',
  'timeout',
] as const;

export const auditCommand: Command = {
  name: 'audit',
  operands: '[OPTIONS]',
  mostOperands: 0,
  about: `Compares the configuration file with AWS: do the accounts exist, do people and
the pipeline have the rights that the file says, who may enter from GitHub, and
which static keys are left? It reads only, with the reader roles that
"aws-temp-creds template audit" prints, and starts from the credentials in the
environment.`,
  options: [
    { name: 'config', value: 'FILE', says: `configuration file (default: ${CONFIGURATION_PATH})` },
    {
      name: 'organization-role',
      value: 'ARN',
      says: 'role that reads the organization; default: whoever you are',
    },
    {
      name: 'account-role',
      value: 'NAME',
      says: `reader role in every account (default: ${DEFAULT_ACCOUNT_ROLE})`,
    },
    { name: 'role-to-assume', value: 'ARN', says: 'in a job: role to enter with the OIDC token first' },
    { name: 'aws-region', value: 'REGION', says: 'Region whose STS is asked' },
    { name: 'checks', value: 'LIST', says: `only these, of ${AUDIT_CHECKS.join(', ')}` },
    {
      name: 'fail-on',
      value: 'LEVEL',
      says: 'the least that fails: error (default), warning, notice or never',
    },
    { name: 'scan', value: 'WHAT', says: 'search tree (default) or history for keys that are alive, or off' },
    {
      name: 'repository',
      value: 'OWNER/NAME',
      says: 'look also at its environments on GitHub, with GH_TOKEN or GITHUB_TOKEN of the environment',
    },
    { name: 'report-file', value: 'FILE', says: 'also write the report as JSON' },
    { name: 'sarif-file', value: 'FILE', says: 'also write the findings as SARIF 2.1.0' },
    { name: 'timeout', value: 'TIME', says: 'how long it may take in all (default: 10m)' },
    { name: 'show-users', says: 'show names of users that are e-mail addresses' },
    { name: 'mask-accounts', says: 'show only the last four digits of account IDs' },
    { name: 'json', says: 'print the report as JSON' },
  ],
  examples: [
    ['aws-temp-creds audit', 'everything, with the credentials of this shell'],
    ['aws-temp-creds audit --checks keys --fail-on warning', 'which access keys are left?'],
    [
      'aws-temp-creds audit --organization-role arn:aws:iam::111111111111:role/org-audit --json',
      'for another program',
    ],
  ],
  more: `Exit codes:
  0  nothing that --fail-on counts
  1  at least one finding that --fail-on counts
  2  wrong use, or a part could not be looked at: then the audit proves nothing`,
  run: runAudit,
};

async function runAudit(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { variables, cwd, signal } = terminal;
  const settings = settingsOf(given, variables);
  const { root, configuration } = await loadProject(cwd, settings.config);
  useProxies(undefined, undefined);
  const { auditReports, outcomeOf } = await import(/* bundle: audit-run */ '../../stories/audit-run.js');
  const {
    result,
    json,
    terminal: text,
  } = await auditReports({
    settings,
    configuration,
    job: readJob(variables),
    variables,
    folder: root,
    mask: () => {},
    tell: what => {
      if (terminal.overwrite !== undefined) terminal.overwrite(`audit: ${printable(what, 100)} …`);
    },
    signal,
  });
  terminal.overwrite?.('');
  terminal.print(given.has('json') ? json : text(terminal.color));
  const { failed, complete } = outcomeOf(result, settings.failOn);
  if (!complete) return EXIT.wrong;
  return failed ? EXIT.found : EXIT.clean;
}

/** @throws Failure `wrong-input` with everything that is wrong with the options */
function settingsOf(given: Arguments, variables: Variables): AuditSettings {
  const faults = new Faults();
  const values = new Map<string, string>(SAME.map(name => [name, given.value(name) ?? '']));
  values.set('show-users', String(given.has('show-users')));
  values.set('mask-aws-account-id', String(given.has('mask-accounts')));
  values.set('token', variables['GH_TOKEN'] || variables['GITHUB_TOKEN'] || '');
  const settings = readAuditSettings(name => values.get(name) ?? '', faults, given.value('repository'));
  if (given.value('checks')?.includes('github') && settings.repository === undefined)
    faults.add('checks', 'github needs --repository OWNER/NAME');
  faults.throwIfAny('wrong-input', 'The options are wrong');
  return settings;
}
