import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { quoted } from '../../config/fault.js';
import { Failure } from '../../failure.js';
import type { Variables } from '../../github/job.js';
import { printable } from '../../printable.js';
import { type Bench, repositoryRoot } from '../../scan/judge.js';
import { FAIL_ON, type FailOn } from '../../scan/outcome.js';
import type { ScanMode, ScanRequest } from '../../scan/scan-request.js';
import { UNOPENED, type Unopened } from '../../scan/unopened.js';
import type { Arguments, Terminal } from '../command.js';
import { benchOf } from './scan-bench.js';
import { REPORT_FILES, type ReportFile } from './scan-report.js';

/** What a command line of `scan` asks for, checked. */
export interface ScanWish {
  readonly request: ScanRequest;
  readonly bench: Bench;
  /** Whether the allow list counts. */
  readonly allow: boolean;
  readonly failOn: FailOn;
  /** What packed contents do that are not opened. */
  readonly unopened: Unopened;
  readonly verify: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  /** Reports to write, by the name of their option. `-`: standard output, and the report for people to standard error. */
  readonly files: ReadonlyMap<ReportFile, string>;
  /** Revisions between which changes are scanned, as they were given; without `until` up to HEAD. */
  readonly base: { readonly since: string; readonly until?: string } | undefined;
  /** Revisions that were scanned before. */
  readonly not: readonly string[];
  /** The commits of a push are scanned. */
  readonly pushed: { readonly remote: string | undefined } | undefined;
  readonly writeBaseline: boolean;
  /** For new entries of the baseline. */
  readonly reason: string;
}

/** @throws Failure `wrong-input` with everything that is wrong */
export function readScanWish(given: Arguments, terminal: Terminal): ScanWish {
  const faults: string[] = [];
  const chosen = modeOf(given, terminal.variables, faults);
  // Of a range all is scanned, also what pre-commit does not name.
  const names = given.has('index') && chosen === 'changes' ? [] : given.operands;
  const target = targetOf(names, chosen, terminal, faults);
  const mode = chosen ?? (target.stdin ? 'stdin' : target.files === undefined ? 'tree' : 'files');
  checkCompany(given, mode, faults);
  const failOn = choiceOf(given, 'fail-on', FAIL_ON, 'error', faults);
  const unopened = choiceOf(given, 'unopened', UNOPENED, 'say', faults);
  const { root } = target;
  if (given.has('write-baseline') && target.folder !== root)
    faults.push(`--write-baseline covers the whole repository: run it in ${printable(root)}`);
  if (faults.length > 0) throw wrong(faults);
  return {
    request: requestOf(given, terminal, target, mode),
    bench: benchOf(given, terminal, root),
    allow: !given.has('no-allow'),
    failOn,
    unopened,
    verify: given.has('verify'),
    json: given.has('json'),
    quiet: given.has('quiet'),
    files: reportFiles(given),
    base: baseOf(given, mode, terminal.variables),
    not: given.values('not'),
    pushed: given.has('pushed') ? { remote: given.value('remote') } : undefined,
    writeBaseline: given.has('write-baseline'),
    reason: given.value('reason') ?? 'known when the scanner was adopted',
  };
}

function choiceOf<T extends string>(
  given: Arguments,
  name: string,
  choices: readonly T[],
  usual: T,
  faults: string[],
): T {
  const text = given.value(name) ?? usual;
  const choice = choices.find(one => one === text);
  if (choice === undefined)
    faults.push(`--${name} must be one of ${choices.join(', ')}, not ${quoted(text)}`);
  return choice ?? usual;
}

function wrong(faults: readonly string[]): Failure {
  return new Failure('wrong-input', {
    what: faults.join('\n'),
    write: 'aws-temp-creds scan --help',
  });
}

interface Target {
  /** By its real path. */
  readonly folder: string;
  /** Top folder of the repository that it is in, or the folder itself. */
  readonly root: string;
  /** Absolute; undefined: the whole folder. */
  readonly files?: readonly string[];
  readonly stdin?: true;
}

/** Without a path it is the repository that holds this folder; a folder is itself. */
function targetOf(
  operands: readonly string[],
  mode: ScanMode | undefined,
  { cwd, variables }: Terminal,
  faults: string[],
): Target {
  const here = realpathSync(cwd);
  const root = repositoryRoot(here, variables);
  // To a hook, which is given names of files, it is one.
  if (operands.includes('-') && mode !== 'index') {
    if (operands.length > 1) faults.push('"-" (standard input) stands alone, without other paths');
    if (mode !== undefined) faults.push('"-" (standard input) is no repository: it goes with no such option');
    return { folder: here, root, stdin: true };
  }
  const paths = operands.map(operand => resolve(here, operand));
  // The index has files that the disk has not.
  const missing = mode === 'index' ? [] : operands.filter((_, index) => !statOf(paths[index] ?? ''));
  if (missing.length > 0) {
    faults.push(`there is no such file or folder: ${missing.map(path => printable(path, 200)).join(', ')}`);
    return { folder: here, root };
  }
  const [only] = paths;
  if (only === undefined) return { folder: root, root };
  if (mode === 'staged' || mode === 'index') return { folder: root, root, files: paths };
  if (paths.length === 1 && statOf(only)?.isDirectory()) {
    const folder = realpathSync(only);
    const top = repositoryRoot(folder, variables);
    if (mode === undefined || folder === top) return { folder, root: top };
  }
  if (mode !== undefined)
    faults.push('these options scan a whole repository: give its top folder, or no path at all');
  return { folder: here, root, files: paths };
}

function statOf(path: string) {
  return statSync(path, { throwIfNoEntry: false });
}

/** Options that say what is scanned; at most one of them. */
const MODES = {
  staged: 'staged',
  index: 'index',
  base: 'changes',
  pushed: 'changes',
  history: 'history',
} as const;

const NAMES = ['staged', 'index', 'base', 'pushed', 'history'] as const;

function modeOf(given: Arguments, variables: Variables, faults: string[]): ScanMode | undefined {
  const chosen = NAMES.filter(name => given.has(name));
  if (chosen.length > 1) faults.push(`${chosen.map(name => `--${name}`).join(' and ')} exclude each other`);
  const [first] = chosen;
  if (first === 'index' && preCommitRange(variables) !== undefined) return 'changes';
  // pre-commit names no file: those of the commit were taken away, or it has nothing but deletions.
  if (first === 'index' && given.operands.length === 0) return 'staged';
  return first && MODES[first];
}

/** The range of `pre-commit run --from-ref … --to-ref …`: then its hooks are asked about that. */
function preCommitRange(variables: Variables): { since: string; until: string } | undefined {
  const since = variables['PRE_COMMIT_FROM_REF'] ?? '';
  const until = variables['PRE_COMMIT_TO_REF'] ?? '';
  return since === '' || until === '' ? undefined : { since, until };
}

function baseOf(given: Arguments, mode: ScanMode, variables: Variables): ScanWish['base'] {
  const since = given.value('base');
  if (since !== undefined) return { since };
  return given.has('index') && mode === 'changes' ? preCommitRange(variables) : undefined;
}

function reportFiles(given: Arguments): ReadonlyMap<ReportFile, string> {
  return new Map(
    REPORT_FILES.flatMap(name => {
      const path = given.value(name);
      return path === undefined ? [] : [[name, path] as const];
    }),
  );
}

/** Options that mean something only beside another. */
function checkCompany(given: Arguments, mode: ScanMode, faults: string[]): void {
  const only = (name: string, fits: boolean, where: string) => {
    if (given.has(name) && !fits) faults.push(`--${name} means something only ${where}`);
  };
  only('not', mode === 'history', 'with --history');
  only('remote', given.has('pushed'), 'with --pushed');
  only('untracked', mode === 'tree', 'when a tree is scanned');
  only('reason', given.has('write-baseline'), 'with --write-baseline');
  only(
    'write-baseline',
    mode === 'tree' || mode === 'history',
    'when all of a tree or its history is scanned',
  );
  only('baseline', !given.has('no-allow'), 'without --no-allow');
  only('config', !given.has('no-allow'), 'without --no-allow');
  const printed = [...reportFiles(given)].flatMap(([name, path]) => (path === '-' ? [`--${name} -`] : []));
  if (given.has('json')) printed.unshift('--json');
  if (printed.length > 1)
    faults.push(
      `${printed.join(' and ')} would print to standard output together: give a file to all but one`,
    );
  if (given.has('json') && given.has('quiet')) faults.push('--json and --quiet exclude each other');
  if (given.value('fail-on') === 'live' && !given.has('verify'))
    faults.push('--fail-on live needs --verify: else nothing is known to be dead');
  for (const name of ['json', ...REPORT_FILES, 'quiet', 'verify', 'fail-on', 'no-allow']) {
    only(name, !given.has('write-baseline'), 'without --write-baseline');
  }
}

function requestOf(
  given: Arguments,
  terminal: Terminal,
  { folder, root, files, stdin }: Target,
  mode: ScanMode,
): ScanRequest {
  const { variables, signal } = terminal;
  const inJob = variables['CI'] === 'true' && ['tree', 'changes', 'history'].includes(mode);
  return {
    // Files are named from the root, so that the allow list's paths fit them.
    folder: mode === 'files' ? root : folder,
    mode,
    ...(files && mode !== 'changes' && { files }),
    ...(stdin && { stdin: terminal.stdin }),
    untracked: given.has('untracked'),
    variables,
    environment: inJob,
    signal,
  };
}
