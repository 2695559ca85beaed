import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { readRegularFile } from '../../regular-file.js';
import type { Git, GitPlace } from './git.js';
import { refuseTraps } from './git-traps.js';

/** A repository found on disk, without having asked git: what is in it is not trusted yet. */
export interface Repository {
  /** Top folder of the working tree; undefined: a bare repository. */
  readonly workTree: string | undefined;
  /** Where HEAD and the index are. */
  readonly gitDir: string;
  /** Where refs and objects are; another folder than `gitDir` for a linked working tree. */
  readonly commonDir: string;
  /** The scanned folder inside the working tree, with `/` and a `/` at its end; '' for the whole. */
  readonly prefix: string;
  /** Where git commands that need its refs or index run. */
  readonly place: GitPlace;
}

/**
 * Finds the repository that a folder belongs to: with a `.git` in it or above it, or itself a bare one.
 *
 * The place names the repository outright (`--git-dir`, `--work-tree`): git then neither searches, nor minds who
 * owns it (in a container job the checkout often belongs to another user), nor lets `core.worktree` lead elsewhere.
 */
export function findRepository(git: Git, folder: string): Repository | undefined {
  const start = realpathSync(folder);
  for (let top = start; ; top = dirname(top)) {
    const gitDir = gitDirIn(top);
    if (gitDir !== undefined) return describe(git, start, gitDir, top);
    if (dirname(top) === top) break;
  }
  // Only then: tracked files named HEAD, refs and objects must not pass for the repository that they are in.
  return isGitDir(start) ? describe(git, start, start, undefined) : undefined;
}

/** Whether the clone leaves out commits that are older than some. */
export function isShallow({ commonDir }: Repository): boolean {
  return (statSync(join(commonDir, 'shallow'), { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Whether contents were left out when it was cloned (`--filter`). */
export function isPartial({ commonDir }: Repository): boolean {
  const packs = join(commonDir, 'objects/pack');
  return existsSync(packs) && readdirSync(packs).some(name => name.endsWith('.promisor'));
}

/** The full name of the branch that is checked out; undefined when none is. */
export function headName({ gitDir }: Repository): string | undefined {
  return /^ref: (refs\/.+)$/.exec(firstLine(join(gitDir, 'HEAD')) ?? '')?.[1];
}

function describe(git: Git, start: string, gitDir: string, workTree: string | undefined): Repository {
  const commonDir = resolve(gitDir, firstLine(join(gitDir, 'commondir')) ?? '.');
  const way = workTree === undefined ? '' : relative(workTree, start).split(sep).join('/');
  const options = [`--git-dir=${gitDir}`, ...(workTree === undefined ? [] : [`--work-tree=${workTree}`])];
  return {
    workTree,
    gitDir,
    commonDir,
    prefix: way === '' ? '' : `${way}/`,
    place: {
      git,
      options,
      folder: workTree ?? gitDir,
      verify: once(() => refuseTraps(gitDir, commonDir, workTree)),
    },
  };
}

/** The `.git` folder of a working tree, or the folder that its `.git` file names. */
function gitDirIn(top: string): string | undefined {
  const path = join(top, '.git');
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return isGitDir(path) ? path : undefined;
  if (!found?.isFile() || found.size > 10_000) return undefined;
  const named = /^gitdir: (.+)$/.exec(firstLine(path) ?? '')?.[1];
  if (named === undefined) return undefined;
  const gitDir = isAbsolute(named) ? named : resolve(top, named);
  return statSync(join(gitDir, 'HEAD'), { throwIfNoEntry: false }) === undefined ? undefined : gitDir;
}

function isGitDir(folder: string): boolean {
  const kind = (name: string) => statSync(join(folder, name), { throwIfNoEntry: false });
  return (
    kind('HEAD')?.isFile() === true &&
    kind('refs')?.isDirectory() === true &&
    (kind('objects')?.isDirectory() === true || kind('commondir')?.isFile() === true)
  );
}

/** The first line of a small file, or undefined when there is none to read. */
function firstLine(path: string): string | undefined {
  const found = readRegularFile(path, 10_000);
  return found.kind === 'file' ? found.content.toString('utf8').split(/\r?\n/)[0] : undefined;
}

/** Once it has returned, it is not called again. */
function once(call: () => void): () => void {
  let done = false;
  return () => {
    if (!done) call();
    done = true;
  };
}
