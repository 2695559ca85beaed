import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Something a peer reported. */
export interface Hit {
  /** As in the case: relative to the folder, with `/`. */
  readonly path: string;
  /** The peer's own name of the rule. */
  readonly rule: string;
}

/** Another scanner: how to get it and how to ask it. */
export interface Peer {
  readonly name: string;
  /** Puts the program into `home`, a folder of its own; gives its path. Throws with the reason when it cannot be had. */
  readonly install: (home: string) => string;
  /** The hits in all files below `folder`. */
  readonly folder: (program: string, folder: string, scratch: string) => Hit[];
  /** The texts reported in the history of a repository, where the peer reads histories. */
  readonly history?: (program: string, folder: string, scratch: string) => string[];
}

/** Where installed peers are kept between runs. */
export const CACHE = join(tmpdir(), 'scan-peers');

/** A folder of the cache, made when it is not there. */
export function home(name: string): string {
  const folder = join(CACHE, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

export interface Running {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Exit codes that are no failure. */
  readonly fine?: readonly number[];
}

/** Runs a program at low priority and gives what it printed on both streams. Throws, with the end of it, when it fails. */
export function run(
  program: string,
  args: readonly string[],
  { cwd, env, fine = [0] }: Running = {},
): string {
  const [command, ...rest] = process.platform === 'win32' ? [program, ...args] : ['nice', program, ...args];
  const { status, stdout, stderr, error } = spawnSync(command ?? program, rest, {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    timeout: 40 * 60 * 1000,
    ...(cwd !== undefined && { cwd }),
    env: { ...process.env, ...env },
  });
  if (error !== undefined) throw error;
  if (status === null || !fine.includes(status))
    throw new Error(`${program} ended with ${status}: ${stderr.trim().slice(-400)}`);
  return stdout + stderr;
}

/** Installs only when the program is not in the cache yet. */
export function once(program: string, install: () => void): string {
  if (!existsSync(program)) install();
  if (!existsSync(program)) throw new Error(`the installation left no ${program}`);
  return program;
}

/**
 * A Go program at a version, required by a module of its own: `replace` directives in its go.mod do not matter so, and
 * nothing but the version is asked of the proxy.
 */
export const goProgram = (folder: string, module: string, version: string, name: string): string =>
  once(join(folder, name), () => {
    writeFileSync(join(folder, 'go.mod'), `module peer\n\ngo 1.24\n\nrequire ${module} ${version}\n`);
    run('go', ['build', '-mod=mod', '-o', name, module], { cwd: folder });
  });

/** A program of a Python package, in an environment of its own. */
export const pythonProgram = (folder: string, requirement: string, name: string): string =>
  once(join(folder, 'bin', name), () => {
    run('python3', ['-m', 'venv', folder]);
    run(join(folder, 'bin', 'pip'), ['install', '--quiet', requirement]);
  });
