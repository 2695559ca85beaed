import { readdirSync } from 'node:fs';
import { HOMEPAGE, VERSION } from '../about.js';
import type { ScanSettings } from '../config/scan-inputs.js';
import { noCheckout } from '../explain/preflight.js';
import { Failure } from '../failure.js';
import { isFork, isOwnPullRequest, type Job, type Variables } from '../github/job.js';
import type { Runner } from '../github/runner.js';
import { printable } from '../printable.js';
import { textsOf } from '../scan/event-texts.js';
import type { ScanResult } from '../scan/finding.js';
import { type Bench, type Judged, judge, ownList } from '../scan/judge.js';
import { outcomeOf, type ScanOutcome } from '../scan/outcome.js';
import { planScan, type ScanPlan } from '../scan/plan.js';
import { withhold } from '../scan/report/withhold.js';
import { severityWords } from '../scan/report/words.js';
import { writeReport } from '../scan/report/write-report.js';
import { scan } from '../scan/scan.js';
import { FETCH_BOUNDS, type FetchPolicy } from '../scan/sources/fetch.js';
import { judgeUnopened } from '../scan/unopened.js';

/** The audit looks for keys, too, and has a report of its own. */
export { scan } from '../scan/scan.js';

/** Nothing was scanned, as asked. */
const NOT_SCANNED: ScanOutcome = {
  counts: { error: 0, warning: 0, notice: 0 },
  failed: false,
  incomplete: false,
};

/** How many findings the log lists; the SARIF file has all. */
const MOST_IN_LOG = 200;

/**
 * Scans as a step of a job does, and reports: annotations, job summary, SARIF file, outputs `findings` (errors and
 * warnings) and `sarif-file`. Whether the step fails is the caller's decision: see `refusal`.
 *
 * @throws Failure for a wrong allow list or an empty workspace, before anything is scanned
 */
export async function scanStep(
  runner: Runner,
  job: Job,
  variables: Variables,
  settings: ScanSettings,
): Promise<ScanOutcome> {
  const { beforeCredentials, sarifFile, token } = settings;
  const plan = planScan(job, settings.scan, { beforeCredentials, sarif: sarifFile !== undefined });
  if (plan === undefined) {
    setOutputs(runner, NOT_SCANNED, undefined);
    return NOT_SCANNED;
  }
  if (token !== undefined) runner.mask(token);
  if (isEmptyFolder(job.workspace)) throw noCheckout(job);
  const bench = benchOf(job, variables, settings, plan);
  const own = await ownList(bench);
  const found = await look(job, variables, settings, plan, bench);
  const judged = await judge(found, own, bench);
  const verified = settings.verify ? await verifyInJob(job, variables, judged) : judged.result;
  maskAll(runner, verified);
  const result = withhold(judgeUnopened(verified, settings.unopened));
  const outcome = outcomeOf(result, settings.failOn);
  await report(runner, job, settings, plan, result, outcome);
  setOutputs(runner, outcome, settings.sarifFile);
  return outcome;
}

function isEmptyFolder(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    // What is wrong with the folder is for the scan to say.
    return false;
  }
}

/** Why a step with this outcome must not pass; undefined: it may. */
export function refusal(
  outcome: ScanOutcome,
  { failOnFindings, beforeCredentials }: Pick<ScanSettings, 'failOnFindings' | 'beforeCredentials'>,
): Failure | undefined {
  if (!failOnFindings) return undefined;
  const { counts, failed, incomplete } = outcome;
  if (failed) {
    return new Failure('static-keys', {
      what: `Static AWS keys: ${severityWords(counts)}.${beforeCredentials ? ' No credentials are handed to a job whose repository holds one.' : ''}`,
      write: 'Revoke each key first; the annotations and the job summary say where it is and how.',
    });
  }
  return incomplete
    ? new Failure('scan-incomplete', {
        what: 'The scan for static keys is incomplete: something could not be read, so it vouches for nothing.',
        write: 'The log and the job summary say what could not be read, and why.',
      })
    : undefined;
}

function benchOf(job: Job, variables: Variables, settings: ScanSettings, plan: ScanPlan): Bench {
  const { config, baseline } = settings;
  return {
    root: job.workspace,
    config,
    baseline,
    judge: plan.judge,
    today: new Date().toISOString().slice(0, 10),
    access: {
      variables,
      ...(job.temporary !== '' && { temporary: job.temporary }),
      fetch: fetchPolicy(job, settings),
    },
  };
}

function fetchPolicy({ serverUrl, repository }: Job, { token }: ScanSettings): FetchPolicy {
  return {
    serverUrl,
    ...(repository !== '' && { repository }),
    ...(token !== undefined && { token }),
    ...FETCH_BOUNDS,
  };
}

function look(
  job: Job,
  variables: Variables,
  { untracked }: ScanSettings,
  { mode, range, lacking }: ScanPlan,
  { access }: Bench,
): Promise<ScanResult> {
  const environment = job.onRunner;
  return scan({
    ...access,
    folder: job.workspace,
    mode,
    ...(range && { range }),
    ...(lacking !== undefined && { lacking }),
    texts: textsOf(job),
    untracked,
    variables,
    environment,
  });
}

/** Found keys leave the job only where nobody outside of the repository decides what is found. */
async function verifyInJob(job: Job, variables: Variables, { result, own }: Judged): Promise<ScanResult> {
  if (own || isOwnPullRequest(job)) {
    const { verifyKeys } = await import(/* bundle: verify-keys */ './verify-keys.js');
    return verifyKeys(result, variables);
  }
  const note = isFork(job)
    ? 'No key was verified: this pull request comes from a fork, and whoever opens one must not make this job use keys.'
    : 'No key was verified: what is checked out may be of a fork, and its authors must not make this job use keys.';
  return { ...result, notes: [...result.notes, note] };
}

/** Before anything is printed. */
function maskAll(runner: Runner, { findings, allowed }: ScanResult): void {
  const secrets = new Set([...findings, ...allowed].flatMap(finding => finding.secrets));
  for (const secret of secrets) runner.mask(secret);
}

async function report(
  runner: Runner,
  job: Job,
  settings: ScanSettings,
  plan: ScanPlan,
  result: ScanResult,
  outcome: ScanOutcome,
): Promise<void> {
  const { annotate, annotationsOf, sarifReport, scanSummary, terminalReport } = await import(
    /* bundle: reports */ '../scan/report/reports.js'
  );
  const { sarifFile, failOnFindings } = settings;
  if (sarifFile !== undefined) {
    writeReport(
      job.workspace,
      sarifFile,
      sarifReport(result, { toolVersion: VERSION, homepage: HOMEPAGE, suppressed: false }),
    );
  }
  runner.info(`Scan for static AWS keys (${result.mode}): ${printable(plan.why, 200)}`);
  runner.info(terminalReport(result, { color: true, most: MOST_IN_LOG, width: 110 }));
  const fails = failOnFindings && (outcome.failed || outcome.incomplete);
  const elsewhere =
    sarifFile === undefined ? 'the job summary' : `the job summary and ${printable(sarifFile, 200)}`;
  annotate(runner, annotationsOf(result, { reservedErrors: fails ? 1 : 0, elsewhere }));
  if (!fails && outcome.incomplete) {
    runner.annotate('warning', 'The scan for static AWS keys is incomplete; the job summary says why.');
  }
  await runner.summarize(scanSummary(result, { job, homepage: HOMEPAGE }));
}

function setOutputs(runner: Runner, { counts }: ScanOutcome, sarifFile: string | undefined): void {
  runner.setOutput('findings', String(counts.error + counts.warning));
  runner.setOutput('sarif-file', sarifFile ?? '');
}
