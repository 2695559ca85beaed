import { lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../failure.js';
import { printable } from '../../printable.js';

/** What git reads of a repository beside its objects: of each working tree, and of all together. */
const OWN = ['HEAD', 'index', 'config.worktree', 'commondir', 'info/sparse-checkout', 'logs', 'refs'];
const COMMON = [
  ...['config', 'packed-refs', 'shallow', 'info/attributes', 'info/exclude', 'info/grafts', 'logs', 'refs'],
  ...['objects/info/alternates', 'objects/info/commit-graph', 'objects/pack/multi-pack-index'],
];
/** The same of what is checked out. */
const CHECKED_OUT = ['.gitattributes', '.gitignore', '.gitmodules', '.mailmap'];

/**
 * Looks for what git would wait for, or read without an end: a FIFO or a device, or a link to one, where git expects a file.
 *
 * @throws Failure `wrong-input` for the first that there is
 */
export function refuseTraps(gitDir: string, commonDir: string, workTree: string | undefined): void {
  const paths = [
    ...OWN.map(name => join(gitDir, name)),
    ...COMMON.map(name => join(commonDir, name)),
    ...(workTree === undefined ? [] : CHECKED_OUT.map(name => join(workTree, name))),
  ];
  for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined || found.isFile()) continue;
    if (!found.isDirectory()) throw trap(path);
    // A link to a folder may lead back to where it is.
    if (!lstatSync(path).isSymbolicLink()) for (const name of namesIn(path)) paths.push(join(path, name));
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // git says itself what it may not read.
    return [];
  }
}

function trap(path: string): Failure {
  return new Failure('wrong-input', {
    what: `${printable(path, 300)} is not a file that git could read.`,
    why: 'It is a FIFO, a socket or a device, or a link to one: git would wait for it, or never come to its end.',
    likely: 'Something put it there that wants the scan not to end.',
    write: `rm ${printable(path, 300)}`,
  });
}
