import { isOwnPullRequest, readJob } from '../../github/job.js';
import { printable } from '../../printable.js';
import { BASELINE_PATH, baselineOf, formatBaseline } from '../../scan/baseline.js';
import type { ScanResult } from '../../scan/finding.js';
import { type Judged, judge, ownList } from '../../scan/judge.js';
import { outcomeOf, type ScanOutcome } from '../../scan/outcome.js';
import { withhold } from '../../scan/report/withhold.js';
import { isIncomplete, plural } from '../../scan/report/words.js';
import { writeReport } from '../../scan/report/write-report.js';
import { scan } from '../../scan/scan.js';
import type { ScanRequest } from '../../scan/scan-request.js';
import { judgeUnopened } from '../../scan/unopened.js';
import { type Arguments, type Command, EXIT, type ExitCode, type Terminal } from '../command.js';
import { showProgress } from '../progress.js';
import { report, staleReports } from './scan-report.js';
import { readScanWish, type ScanWish } from './scan-wish.js';

export const scanCommand: Command = {
  name: 'scan',
  operands: '[PATH…] [OPTIONS]',
  mostOperands: Number.POSITIVE_INFINITY,
  about: `Looks for AWS keys: access key pairs and IDs, secret keys, session tokens,
Bedrock and SES keys, also inside archives, base64, UTF-16 and escapes, and for
CI files that hand stored keys to jobs.

Without PATH the tracked files of the repository that holds this folder are
scanned, as they are on disk. PATH may be a folder, one or more files, or "-"
for standard input. Nothing is sent anywhere unless --verify is given, and no
value is printed: a key is shown as AKIA…WXYZ.`,
  options: [
    { name: 'staged', says: 'scan what the next commit would bring; of that, what PATH names' },
    { name: 'index', says: 'scan the files named as the index has them (for pre-commit, which names them)' },
    { name: 'pushed', says: 'scan the commits of a push, which git names to its pre-push hook' },
    { name: 'remote', value: 'NAME', says: 'with --pushed, where they go: what it has is not scanned' },
    { name: 'base', value: 'REV', says: 'scan what HEAD brings since REV; the allow list of REV rules' },
    { name: 'history', says: 'scan every object that git holds' },
    {
      name: 'not',
      value: 'REV',
      many: true,
      says: 'with --history, skip what REV reaches: it was scanned before',
    },
    { name: 'untracked', says: 'also files that git neither tracks nor ignores' },
    {
      name: 'fail-on',
      value: 'LEVEL',
      says: 'the least that fails: live (with --verify), pair, error (default), warning or notice',
    },
    {
      name: 'unopened',
      value: 'HOW',
      says: 'archives that cannot be opened: say (default) or fail',
    },
    {
      name: 'config',
      value: 'FILE',
      says: 'configuration file with the allow list (default: .github/aws-temp-creds.yml)',
    },
    { name: 'baseline', value: 'FILE', says: `baseline to read or write (default: ${BASELINE_PATH})` },
    { name: 'write-baseline', says: 'write what is found to the baseline, so that only what is new fails' },
    { name: 'reason', value: 'TEXT', says: 'with --write-baseline, the reason that new entries are given' },
    { name: 'no-allow', says: 'ignore allow list, baseline and comments' },
    {
      name: 'verify',
      says: 'ask AWS whether the keys found are live (one call per key, with the key itself)',
    },
    { name: 'json', says: 'print the report as JSON' },
    { name: 'sarif', value: 'FILE', says: 'also write the report as SARIF 2.1.0; "-": print it' },
    { name: 'gitlab', value: 'FILE', says: "also write GitLab's secret detection report" },
    { name: 'junit', value: 'FILE', says: 'also write the report as JUnit XML' },
    { name: 'quiet', says: 'print nothing when all is well, else one line for each finding' },
  ],
  examples: [
    ['aws-temp-creds scan', 'the tracked files of this repository'],
    ['aws-temp-creds scan --base origin/main', 'what this branch brings, commits and messages included'],
    ['aws-temp-creds scan --history', 'was there ever a key?'],
    ['aws-temp-creds scan --staged', 'in a pre-commit hook'],
    ['aws-temp-creds scan --pushed --remote "$1"', 'in a pre-push hook'],
    ['kubectl get secrets -o yaml | aws-temp-creds scan -', 'what another program prints'],
    [
      'aws-temp-creds scan --write-baseline --reason "before adoption, see INC-42"',
      'start with what is there, fail on what comes',
    ],
  ],
  more: `Exit codes:
  0  no key found
  1  at least one finding that --fail-on counts
  2  wrong use, or something could not be read: then the scan proves nothing

A line is allowed by a comment with a reason on it, or before it:
  …  # aws-temp-creds:allow revoked 2026-03-01, see INC-42
  # aws-temp-creds:allow-next-line published in the AWS documentation`,
  run: runScan,
};

async function runScan(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const discardStale = staleReports(given, terminal);
  try {
    return await scanAndReport(given, terminal);
  } finally {
    discardStale();
  }
}

async function scanAndReport(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const wish = readScanWish(given, terminal);
  if (wish.writeBaseline) return adopt(wish, terminal);
  const own = wish.allow ? await ownList(wish.bench) : undefined;
  const found = await look(wish, terminal);
  const judged = own === undefined ? { result: found, own: true } : await judge(found, own, wish.bench);
  const whole = wish.verify ? await verified(judged, terminal) : judged.result;
  const strict = judgeUnopened(whole, wish.unopened);
  const result = withhold({ ...strict, unpublished: wish.pushed !== undefined });
  await report(result, wish, terminal);
  return exitCode(outcomeOf(result, wish.failOn));
}

/** Modes that ask something of git, and so have no answer outside of a repository. */
const OF_GIT: ReadonlySet<string> = new Set(['changes', 'history', 'staged', 'index']);

async function lookedUp(wish: ScanWish, terminal: Terminal): Promise<ScanRequest> {
  const revisions = await import(/* bundle: scan-revisions */ './scan-revisions.js');
  return revisions.lookedUp(wish, terminal);
}

async function look(wish: ScanWish, terminal: Terminal): Promise<ScanResult> {
  const request = OF_GIT.has(wish.request.mode) ? await lookedUp(wish, terminal) : wish.request;
  const progress = showProgress(terminal);
  const waiting = () =>
    terminal.say('Waiting for standard input: end it with Ctrl-D, or leave with Ctrl-C.\n');
  try {
    return await scan({ ...request, progress: progress.show, waiting });
  } finally {
    progress.end();
  }
}

/** Writes what is found, and not allowed otherwise, to the baseline. */
async function adopt(wish: ScanWish, terminal: Terminal): Promise<ExitCode> {
  const { bench, reason } = wish;
  const path = bench.baseline ?? BASELINE_PATH;
  const own = await ownList(bench, 'may be missing');
  const result = withhold((await judge(await look(wish, terminal), { ...own, baseline: [] }, bench)).result);
  const entries = baselineOf(result.findings, own.baseline, { reason, today: bench.today });
  const kept = new Set(own.baseline.map(({ fingerprint }) => fingerprint));
  const fresh = entries.filter(({ fingerprint }) => !kept.has(fingerprint)).length;
  const gone = own.baseline.length - (entries.length - fresh);
  writeReport(bench.root, path, formatBaseline(entries));
  terminal.print(
    `${plural(entries.length, 'finding')} in ${printable(path)}: ${fresh} new, ${gone} gone.\n` +
      'They no longer fail a scan, and are still valid keys: revoke each, then write the baseline again.\n',
  );
  if (!isIncomplete(result)) return EXIT.clean;
  terminal.say(
    `Incomplete: ${result.unread.map(({ what, why }) => `${printable(what)}: ${printable(why)}`).join('; ')}\n`,
  );
  return EXIT.wrong;
}

function exitCode({ failed, incomplete }: ScanOutcome): ExitCode {
  if (failed) return EXIT.found;
  return incomplete ? EXIT.wrong : EXIT.clean;
}

/** In a job whose checkout others may have written, they must not make the job use keys. */
async function verified({ result, own }: Judged, { variables }: Terminal): Promise<ScanResult> {
  const job = readJob(variables);
  if (!job.onRunner || own || isOwnPullRequest(job)) {
    // Only now: HTTP, TLS and proxies take as long to load as all else together.
    const { verifyKeys } = await import(/* bundle: verify-keys */ '../../stories/verify-keys.js');
    return verifyKeys(result, variables);
  }
  const note = 'No key was verified: what is checked out may be of a fork.';
  return { ...result, notes: [...result.notes, note] };
}
