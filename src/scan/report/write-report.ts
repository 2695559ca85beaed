import { lstatSync, mkdirSync, realpathSync, renameSync, rmSync, type Stats, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { Failure } from '../../failure.js';
import { printable } from '../../printable.js';

/**
 * Writes a report as a whole or not at all. The repository may hold a link at the place, or on the way to it: the
 * link itself is replaced, and a path in the folder, or relative to it, that leads out of it is refused before any
 * folder is made.
 *
 * @param folder what a relative path starts from
 * @throws Failure `wrong-input` when it cannot be written there
 */
export function writeReport(folder: string, path: string, text: string): void {
  let temporary: string | undefined;
  try {
    const parent = parentOf(folder, path, true);
    const file = join(parent, basename(resolve(folder, path)));
    temporary = join(parent, `.${basename(file)}.${process.pid}.tmp`);
    rmSync(temporary, { force: true });
    writeFileSync(temporary, text, { flag: 'wx' });
    renameSync(temporary, file);
  } catch (error) {
    if (temporary !== undefined) rmSync(temporary, { force: true });
    throw new Failure(
      'wrong-input',
      {
        what: `The file ${printable(path)} could not be written.`,
        why: printable(error instanceof Error ? error.message : String(error), 300),
      },
      { cause: error },
    );
  }
}

/**
 * Remembers what stands where a report will be written: an earlier one, or one that the repository brought, which must
 * not be taken for this scan's when the scan fails before it has written its own.
 *
 * @returns takes away what still stands there unchanged; never throws
 */
export function staleReport(folder: string, path: string): () => void {
  const before = path === '' ? undefined : standing(folder, path);
  return () => {
    const now = before && standing(folder, path);
    if (before === undefined || now === undefined || !isSame(before.stats, now.stats)) return;
    try {
      rmSync(now.file);
    } catch {
      // A folder, or a file that is not ours to remove: whoever uploads it finds no report in it.
    }
  };
}

function standing(
  folder: string,
  path: string,
): { readonly file: string; readonly stats: Stats } | undefined {
  try {
    const file = join(parentOf(folder, path, false), basename(resolve(folder, path)));
    return { file, stats: lstatSync(file) };
  } catch {
    return undefined;
  }
}

function isSame(one: Stats, other: Stats): boolean {
  return one.ino === other.ino && one.mtimeMs === other.mtimeMs && one.size === other.size;
}

/**
 * The folder that a report belongs in, by its real path. What lies in `folder` is walked step by step, for each step may
 * be a link of the repository's.
 *
 * @param make whether folders that are missing are made
 */
function parentOf(folder: string, path: string, make: boolean): string {
  const wanted = dirname(resolve(folder, path));
  const way = relative(folder, wanted);
  if (leadsOut(way)) {
    if (!isAbsolute(path)) refuse(folder);
    if (make) mkdirSync(wanted, { recursive: true });
    return realpathSync(wanted);
  }
  const root = realpathSync(folder);
  let place = root;
  for (const step of way.split(sep).filter(name => name !== '')) {
    const next = join(place, step);
    if (make && lstatSync(next, { throwIfNoEntry: false }) === undefined) mkdirSync(next);
    place = realpathSync(next);
    if (leadsOut(relative(root, place))) refuse(folder);
  }
  return place;
}

function leadsOut(way: string): boolean {
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}

function refuse(folder: string): never {
  throw new Error(`it leads out of ${folder}; give an absolute path if that is meant`);
}
