import { realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { quoted } from '../../config/fault.js';
import { Failure } from '../../failure.js';
import { printable } from '../../printable.js';
import { type Bench, repositoryRoot } from '../../scan/judge.js';
import { FAIL_ON, type FailOn } from '../../scan/outcome.js';
import type { ScanMode, ScanRequest } from '../../scan/scan-request.js';
import type { Arguments, Terminal } from '../command.js';

/** What a command line of `scan` asks for, checked. */
export interface ScanWish {
  readonly request: ScanRequest;
  readonly bench: Bench;
  /** Whether the allow list counts. */
  readonly allow: boolean;
  readonly failOn: FailOn;
  readonly verify: boolean;
  readonly json: boolean;
  readonly sarif: string | undefined;
  readonly writeBaseline: boolean;
  /** For new entries of the baseline. */
  readonly reason: string;
}

/** @throws Failure `wrong-input` with everything that is wrong */
export function readScanWish(given: Arguments, terminal: Terminal): ScanWish {
  const faults: string[] = [];
  const target = targetOf(given.operands, terminal.cwd, faults);
  const mode = modeOf(given, target, faults);
  checkCompany(given, mode, faults);
  const failOn = FAIL_ON.find(level => level === (given.value('fail-on') ?? 'error'));
  if (failOn === undefined) {
    faults.push(
      `--fail-on must be one of ${FAIL_ON.join(', ')}, not ${quoted(given.value('fail-on') ?? '')}`,
    );
  }
  const root = repositoryRoot(target.folder, terminal.variables);
  if (given.has('write-baseline') && target.folder !== root)
    faults.push(`--write-baseline covers the whole repository: run it in ${printable(root)}`);
  if (faults.length > 0) throw wrong(faults);
  return {
    request: requestOf(given, terminal, target, mode, root),
    bench: benchOf(given, terminal, root),
    allow: !given.has('no-allow'),
    failOn: failOn ?? 'error',
    verify: given.has('verify'),
    json: given.has('json'),
    sarif: given.value('sarif'),
    writeBaseline: given.has('write-baseline'),
    reason: given.value('reason') ?? 'known when the scanner was adopted',
  };
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
  /** Absolute; undefined: the whole folder. */
  readonly files?: readonly string[];
  readonly stdin?: true;
}

function targetOf(operands: readonly string[], cwd: string, faults: string[]): Target {
  const here = realpathSync(cwd);
  if (operands.includes('-')) {
    if (operands.length > 1) faults.push('"-" (standard input) stands alone, without other paths');
    return { folder: here, stdin: true };
  }
  const paths = operands.map(operand => resolve(cwd, operand));
  const missing = operands.filter((_, index) => statOf(paths[index] ?? '') === undefined);
  if (missing.length > 0) {
    faults.push(`there is no such file or folder: ${missing.map(path => printable(path, 200)).join(', ')}`);
    return { folder: here };
  }
  const [only] = paths;
  if (only === undefined) return { folder: here };
  if (paths.length === 1 && statOf(only)?.isDirectory()) return { folder: realpathSync(only) };
  return { folder: here, files: paths };
}

function statOf(path: string) {
  return statSync(path, { throwIfNoEntry: false });
}

/** Options that say what is scanned; at most one of them. */
const MODES = { staged: 'staged', base: 'changes', history: 'history' } as const;

function modeOf(given: Arguments, { files, stdin }: Target, faults: string[]): ScanMode {
  const chosen = (['staged', 'base', 'history'] as const).filter(name => given.has(name));
  const names = chosen.map(name => `--${name}`);
  const [first] = chosen;
  if (chosen.length > 1) faults.push(`${names.join(' and ')} exclude each other`);
  if (first !== undefined && (files !== undefined || stdin))
    faults.push(`${names.join(' and ')} scan a repository: give its folder, or no path at all`);
  if (first !== undefined) return MODES[first];
  if (stdin) return 'stdin';
  return files === undefined ? 'tree' : 'files';
}

/** Options that mean something only beside another. */
function checkCompany(given: Arguments, mode: ScanMode, faults: string[]): void {
  const only = (name: string, fits: boolean, where: string) => {
    if (given.has(name) && !fits) faults.push(`--${name} means something only ${where}`);
  };
  only('not', mode === 'history', 'with --history');
  only('untracked', mode === 'tree', 'when a tree is scanned');
  only('reason', given.has('write-baseline'), 'with --write-baseline');
  only(
    'write-baseline',
    mode === 'tree' || mode === 'history',
    'when all of a tree or its history is scanned',
  );
  only('baseline', !given.has('no-allow'), 'without --no-allow');
  only('config', !given.has('no-allow'), 'without --no-allow');
  for (const name of ['json', 'sarif', 'verify', 'fail-on', 'no-allow']) {
    only(name, !given.has('write-baseline'), 'without --write-baseline');
  }
}

function requestOf(
  given: Arguments,
  terminal: Terminal,
  target: Target,
  mode: ScanMode,
  root: string,
): ScanRequest {
  const { variables, signal } = terminal;
  const base = given.value('base');
  const inJob = variables['CI'] === 'true' && ['tree', 'changes', 'history'].includes(mode);
  return {
    // Files are named from the root, so that the allow list's paths fit them.
    folder: mode === 'files' ? root : target.folder,
    mode,
    ...(target.files && { files: target.files }),
    ...(target.stdin && { stdin: terminal.stdin }),
    ...(base !== undefined && { range: { head: undefined, bases: [{ revision: base }] } }),
    untracked: given.has('untracked'),
    scannedTips: given.values('not'),
    variables,
    environment: inJob,
    signal,
  };
}

function benchOf(given: Arguments, { cwd, variables }: Terminal, root: string): Bench {
  // On the command line a path starts where the caller is; in the allow list's own terms, at the root.
  const fromRoot = (name: string) => {
    const path = given.value(name);
    if (path === undefined) return undefined;
    const way = relative(root, resolve(realpathSync(cwd), path));
    return isAbsolute(way) ? path : way.replaceAll('\\', '/');
  };
  return {
    root,
    config: fromRoot('config'),
    baseline: fromRoot('baseline'),
    judge: given.value('base'),
    today: new Date().toISOString().slice(0, 10),
    access: { variables },
  };
}
