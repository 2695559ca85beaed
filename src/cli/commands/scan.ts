import { HOMEPAGE } from '../../about.js';
import { Failure } from '../../failure.js';
import { isFork, readJob } from '../../github/job.js';
import { printable } from '../../printable.js';
import { BASELINE_PATH, baselineOf, formatBaseline } from '../../scan/baseline.js';
import type { ScanResult } from '../../scan/finding.js';
import { judge, ownList } from '../../scan/judge.js';
import { outcomeOf, type ScanOutcome } from '../../scan/outcome.js';
import { isPlain, painter, verdict } from '../../scan/report/verdict.js';
import { withhold } from '../../scan/report/withhold.js';
import { isIncomplete, plural } from '../../scan/report/words.js';
import { writeReport } from '../../scan/report/write-report.js';
import { scan } from '../../scan/scan.js';
import { Checkout } from '../../scan/sources/checkout.js';
import { resolveRevision } from '../../scan/sources/revisions.js';
import { type Arguments, type Command, EXIT, type ExitCode, type Terminal } from '../command.js';
import { showProgress } from '../progress.js';
import { readScanWish, type ScanWish } from './scan-wish.js';

/** So many findings are listed for people; JSON and SARIF hold all. */
const MOST_LISTED = 100;

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
    { name: 'staged', says: 'scan what the next commit would bring (for a pre-commit hook)' },
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
      says: 'the least that fails: pair, error (default), warning or notice',
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
    { name: 'sarif', value: 'FILE', says: 'also write the report as SARIF 2.1.0' },
  ],
  examples: [
    ['aws-temp-creds scan', 'the tracked files of this repository'],
    ['aws-temp-creds scan --base origin/main', 'what this branch brings, commits and messages included'],
    ['aws-temp-creds scan --history', 'was there ever a key?'],
    ['aws-temp-creds scan --staged', 'in a pre-commit hook'],
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
  const wish = readScanWish(given, terminal);
  if (wish.writeBaseline) return adopt(wish, terminal);
  const base = await commitOf(given.value('base'), wish);
  const own = wish.allow ? await ownList(wish.bench) : undefined;
  const found = await look(wish, terminal, base);
  const judged = own === undefined ? found : await judge(found, own, wish.bench);
  const result = withhold(wish.verify ? await verified(judged, terminal) : judged);
  await report(result, wish, terminal);
  return exitCode(outcomeOf(result, wish.failOn));
}

async function report(result: ScanResult, wish: ScanWish, terminal: Terminal): Promise<void> {
  const { color, version } = terminal;
  if (isPlain(result) && !wish.json && wish.sarif === undefined) {
    terminal.print(`${verdict(result, painter(color))}\n`);
    return;
  }
  const reports = await import(/* bundle: reports */ '../../scan/report/reports.js');
  if (wish.sarif !== undefined) {
    const text = reports.sarifReport(result, { toolVersion: version, homepage: HOMEPAGE });
    writeReport(terminal.cwd, wish.sarif, text);
  }
  const width = Math.min(terminal.columns, 110);
  terminal.print(
    wish.json
      ? reports.jsonReport(result, version)
      : reports.terminalReport(result, { color, most: MOST_LISTED, width }),
  );
}

/**
 * The commit that the base is. A mistyped revision is wrong use; without this the whole tree would be scanned in place
 * of the changes.
 *
 * @returns undefined where there is no base, or no repository
 */
async function commitOf(base: string | undefined, { bench, request }: ScanWish): Promise<string | undefined> {
  if (base === undefined) return undefined;
  const { repository } = new Checkout(request.folder, bench.access);
  if (repository === undefined) return undefined;
  const commit = await resolveRevision(repository, base);
  if (commit !== undefined) return commit;
  throw new Failure('wrong-input', {
    what: `There is no revision ${printable(base, 100)} in this repository.`,
    likely: 'It is misspelt, or the clone is shallow or does not have that branch yet.',
    write: `git fetch --unshallow origin\naws-temp-creds scan --base origin/main`,
  });
}

/** @param base the commit whose changes since are scanned, where git was asked for it already */
async function look({ request }: ScanWish, terminal: Terminal, base?: string): Promise<ScanResult> {
  const progress = showProgress(terminal);
  const range = base !== undefined && { range: { head: undefined, bases: [{ revision: base }] } };
  try {
    return await scan({ ...request, ...range, progress: progress.show });
  } finally {
    progress.end();
  }
}

/** Writes what is found, and not allowed otherwise, to the baseline. */
async function adopt(wish: ScanWish, terminal: Terminal): Promise<ExitCode> {
  const { bench, reason } = wish;
  const path = bench.baseline ?? BASELINE_PATH;
  const own = await ownList(bench, 'may be missing');
  const result = withhold(await judge(await look(wish, terminal), { ...own, baseline: [] }, bench));
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

/** In a job of a pull request from a fork, whoever opened it must not make the job use keys. */
async function verified(result: ScanResult, { variables }: Terminal): Promise<ScanResult> {
  if (!isFork(readJob(variables))) {
    // Only now: HTTP, TLS and proxies take as long to load as all else together.
    const { verifyKeys } = await import(/* bundle: verify-keys */ '../../stories/verify-keys.js');
    return verifyKeys(result, variables);
  }
  const note = 'No key was verified: this pull request comes from a fork.';
  return { ...result, notes: [...result.notes, note] };
}
