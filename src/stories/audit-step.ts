import { useProxies } from '../aws/connection.js';
import { parseRoleArn } from '../aws/names.js';
import { type AuditSettings, readAuditSettings } from '../config/audit-inputs.js';
import type { Configuration } from '../config/configuration.js';
import { Faults } from '../config/fault.js';
import { CONFIGURATION_PATH, loadConfiguration } from '../config/load.js';
import { Failure } from '../failure.js';
import type { Job, Variables } from '../github/job.js';
import type { Runner } from '../github/runner.js';
import { printable } from '../printable.js';

/** GitHub shows ten annotations of each level of a step. */
const MOST_ANNOTATIONS = 10;

/**
 * The audit action: reads AWS with reader roles, and reports. It exports nothing.
 *
 * @throws Failure `wrong-input` or `wrong-configuration` with all faults, before anything is sent; `audit-findings`;
 *   `audit-incomplete`, when a part could not be looked at: a partial audit never looks clean
 */
export async function auditStep(runner: Runner, job: Job, variables: Variables): Promise<void> {
  for (const name of ['findings', 'complete', 'report-file', 'sarif-file']) runner.setOutput(name, '');
  const faults = new Faults();
  const settings = readAuditSettings(name => runner.input(name), faults, job.repository || undefined);
  if (settings.token !== undefined) runner.mask(settings.token);
  faults.throwIfAny('wrong-input', 'The inputs of this step are wrong');
  const configuration = await loadConfiguration(job.workspace, settings.config);
  if (configuration === undefined) throw noFile();
  if (settings.maskAccounts) maskAccounts(runner, configuration, settings);
  useProxies(settings.connection.httpProxy, settings.connection.noProxy);
  const { auditReports, outcomeOf } = await import(/* bundle: audit-run */ './audit-run.js');
  const { result, terminal, summary, shown } = await auditReports({
    settings,
    configuration,
    job,
    variables,
    folder: job.workspace,
    mask: runner.mask,
    tell: what => runner.info(printable(what)),
    signal: new AbortController().signal,
  });
  const { failed, complete } = outcomeOf(result, settings.failOn);
  runner.info(terminal(true));
  for (const { severity, what } of result.findings.slice(0, MOST_ANNOTATIONS))
    runner.annotate(severity, shown(what), { file: configuration.path });
  await runner.summarize(summary);
  runner.setOutput('findings', String(result.findings.length));
  runner.setOutput('complete', String(complete));
  runner.setOutput('report-file', settings.reportFile ?? '');
  runner.setOutput('sarif-file', settings.sarifFile ?? '');
  if (failed) throw new Failure('audit-findings', FOUND);
  if (!complete) throw new Failure('audit-incomplete', INCOMPLETE);
}

const FOUND = {
  what: 'The audit found what `fail-on` counts.',
  write: 'The job summary says what, and what to do; accept one with a reason under audit.allow of the file.',
};

const INCOMPLETE = {
  what: 'The audit is incomplete: a part could not be looked at, so it vouches for nothing.',
  write: 'The job summary names each part, the IAM action that it needs, and the line to add to the policy.',
};

function maskAccounts(
  runner: Runner,
  { environments }: Configuration,
  { role, organizationRole }: AuditSettings,
): void {
  const readers = [role, organizationRole].map(arn =>
    arn === undefined ? undefined : parseRoleArn(arn)?.account,
  );
  for (const account of [...environments.map(one => one.account), ...readers])
    if (account !== undefined) runner.mask(account);
}

function noFile(): Failure {
  return new Failure('wrong-input', {
    what: `There is no ${CONFIGURATION_PATH} to compare AWS with.`,
    likely: 'The repository was not checked out before this step, or it has no configuration file yet.',
    write: '- uses: actions/checkout@v7\n- uses: org/aws-temp-creds/audit@v1',
  });
}
