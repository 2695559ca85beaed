import { type ChildProcess, execFile, type StdioOptions, spawn } from 'node:child_process';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { delimiter, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Variables } from '../../github/job.js';
import { endWhenIdle } from './idle.js';

/**
 * The git program. This is the only module that starts it, so what keeps a hostile repository from running a
 * program, or from changing what we read, is all here and in `repository.ts`:
 *
 * - the program is taken from PATH as an absolute path, never from the repository or from packages installed for it;
 * - git gets a short list of variables, none of its own (GIT_DIR and the like come from hooks and callers);
 * - system and global configuration are not read; of the repository's own, every setting that names a program is
 *   overridden on the command line;
 * - no transport is allowed, so that no missing object makes git start one (a partial clone's remote may name any
 *   program). The one fetch that we make allows exactly one (`fetch.ts`).
 */
export interface Git {
  /** Absolute path. */
  readonly program: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** What a short command said. */
export interface GitAnswer {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Settings of a repository that run a program or hide objects, each with a value that does neither. */
const HARMLESS = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.attributesFile=/dev/null',
  'core.pager=cat',
  'core.alternateRefsCommand=true',
  'core.commitGraph=false',
  'core.quotePath=false',
  'core.askPass=',
  'core.sshCommand=false',
  'credential.helper=',
  'diff.external=',
  'gc.auto=0',
  'maintenance.auto=false',
  'protocol.allow=never',
  'submodule.recurse=false',
  'uploadpack.packObjectsHook=',
].flatMap(setting => ['-c', setting]);

/** The variables that git, its transports and the system's loader need; everything else stays here. */
const PASSED = new Set([
  'PATH',
  'HOME',
  'TMPDIR',
  'TEMP',
  'TMP',
  'LD_LIBRARY_PATH',
  'SYSTEMROOT',
  'SYSTEMDRIVE',
  'WINDIR',
  'COMSPEC',
  'PATHEXT',
  'USERPROFILE',
  'PROGRAMDATA',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'ALL_PROXY',
  'NO_PROXY',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'CURL_CA_BUNDLE',
]);

const ISOLATED = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_ATTR_NOSYSTEM: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_GRAFT_FILE: '/dev/null',
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ASKPASS: '',
  GIT_LITERAL_PATHSPECS: '1',
  LC_ALL: 'C',
} as const;

/**
 * Finds git on PATH.
 *
 * @param folder what is scanned; a program of the repository that it is in is not ours to run
 * @returns undefined when there is none
 */
export function findGit(variables: Variables, folder: string): Git | undefined {
  const environment: Record<string, string> = { ...ISOLATED };
  for (const [name, value] of Object.entries(variables))
    if (value !== undefined && PASSED.has(name.toUpperCase()))
      environment[name] = name.toUpperCase() === 'PATH' ? trustedPath(value, folder) : value;
  const program = findProgram(process.platform === 'win32' ? 'git.exe' : 'git', environment);
  return program === undefined ? undefined : { program, environment };
}

/** @returns the absolute path of a program on the PATH that `findGit` gave to git */
export function findProgram(name: string, environment: Variables): string | undefined {
  const path = Object.entries(environment).find(([variable]) => variable.toUpperCase() === 'PATH')?.[1] ?? '';
  return path
    .split(delimiter)
    .filter(place => place !== '')
    .map(place => join(place, name))
    .find(isProgram);
}

/** npm and its like put these in front of PATH, those of the folders above too: what is installed there names itself. */
const OF_PACKAGES = /[\\/]node_modules[\\/]\.bin$/i;

/** The places of PATH where a repository cannot have put a program: none in it, and none of its packages. */
function trustedPath(path: string, folder: string): string {
  const repository = enclosingRepository(realPath(folder));
  return path
    .split(delimiter)
    .filter(place => isAbsolute(place))
    .filter(place => {
      const real = realPath(place);
      return !contains(repository, real) && ![resolve(place), real].some(name => OF_PACKAGES.test(name));
    })
    .join(delimiter);
}

/** The nearest folder, from this one upwards, that has a `.git`; without one the folder itself. */
function enclosingRepository(folder: string): string {
  for (let place = folder; ; place = dirname(place)) {
    if (existsSync(join(place, '.git'))) return place;
    if (dirname(place) === place) return folder;
  }
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
}

/** True when `inner` is `outer` or lies in it; both absolute. */
export function contains(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return way === '' || !(way === '..' || way.startsWith('../') || way.startsWith('..\\') || isAbsolute(way));
}

function isProgram(path: string): boolean {
  try {
    const found = statSync(path);
    return found.isFile() && (process.platform === 'win32' || (found.mode & 0o111) !== 0);
  } catch {
    // None there, or in a folder of another user's that may not be entered: shells look further, too.
    return false;
  }
}

/** A place to run git in: where it starts, which repository it works on, and further variables. */
export interface GitPlace {
  readonly git: Git;
  /** The repository, as options in front of the command. */
  readonly options: readonly string[];
  readonly folder: string;
  readonly variables?: Readonly<Record<string, string>>;
  /** Throws where git would wait for ever; asked before the repository's own folder is used. */
  readonly verify?: () => void;
}

/** A short command that has not answered by then never will; in milliseconds. */
const PATIENCE = 60_000;
const MOST_TEXT = 64 * 2 ** 20;

/** Runs a short command whose answer is text. Never rejects for an exit code; a signal, as one that is late gets, counts as 128. */
export async function gitText(place: GitPlace, ...args: readonly string[]): Promise<GitAnswer> {
  place.verify?.();
  const options = {
    cwd: place.folder,
    env: { ...place.git.environment, ...place.variables },
    timeout: PATIENCE,
    killSignal: 'SIGKILL',
    maxBuffer: MOST_TEXT,
    windowsHide: true,
  } as const;
  return new Promise(done => {
    execFile(
      place.git.program,
      [...HARMLESS, ...place.options, ...args],
      options,
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 128;
        done({ exitCode: code, stdout, stderr });
      },
    ).stdin?.end();
  });
}

/** Starts a command whose input or output is a stream. It is ended when it neither takes nor gives anything any more. */
export function gitProcess(place: GitPlace, args: readonly string[], stdio: StdioOptions): ChildProcess {
  place.verify?.();
  const child = spawn(place.git.program, [...HARMLESS, ...place.options, ...args], {
    cwd: place.folder,
    env: { ...place.git.environment, ...place.variables },
    stdio,
    windowsHide: true,
  });
  endWhenIdle(child);
  return child;
}

/** How a process ended. */
export interface Ending {
  /** Undefined when a signal ended it, or it never started. */
  readonly exitCode: number | undefined;
  /** The last of what it wrote to stderr, at most 4 000 characters. */
  readonly stderr: string;
}

/** Waits for a process to end; to be called right after its start. Never rejects. */
export function ending(child: ChildProcess): Promise<Ending> {
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-4000);
  });
  // A process that ends early closes its input; what we still write to it is then of no use, and no error.
  child.stdin?.on('error', () => undefined);
  return new Promise(done => {
    child.once('error', error => done({ exitCode: undefined, stderr: error.message }));
    child.once('close', code => done({ exitCode: code ?? undefined, stderr }));
  });
}
