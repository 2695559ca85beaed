import { type Dirent, lstatSync, readdirSync, realpathSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Inspection } from '../inspection.js';
import { contains } from './git.js';
import type { Pace } from './pace.js';
import { treePath } from './paths.js';
import { Sweep } from './sweep.js';
import { TreeFiles } from './tree-files.js';

/** Scans all files in a folder, without git; links to folders are not followed. */
export async function scanFolder(
  root: string,
  inspection: Inspection,
  pace: Pace,
  below = '',
): Promise<void> {
  const files = new TreeFiles(root, inspection);
  const sweep = new Sweep(files, pace, false, file => files.report(file, 'absent'));
  try {
    for (const path of filesIn(root, below, inspection)) {
      sweep.add(path);
      if (sweep.isFull) await sweep.scan();
      if (pace.signal?.aborted) return;
    }
    await sweep.scan();
  } finally {
    sweep.close();
  }
}

/**
 * Scans the files that are named, relative to `root` or absolute; a folder stands for all that is in it, a link for
 * what it leads to. What was named and cannot be read makes the scan incomplete, a FIFO or a device too.
 */
export async function scanFiles(
  root: string,
  names: readonly string[],
  inspection: Inspection,
  pace: Pace,
): Promise<void> {
  const files = new TreeFiles(root, inspection);
  for (const name of names) {
    const location = resolve(root, name);
    const inside = contains(root, location);
    const text = inside ? relative(root, location).split(sep).join('/') : name;
    const target = leadsTo(location);
    if (target === undefined) inspection.unread.add(name, isThere(location) ? NO_TARGET : NO_FILE, true);
    else if (files.scanNamed({ text, location: target }) === 'done') continue;
    else if (!isFolder(location)) inspection.unread.add(name, NO_FILE, true);
    else if (inside) await scanFolder(root, inspection, pace, text);
    else await scanFolder(location, inspection, pace);
  }
}

const NO_FILE = 'there is no such file';

/** A shell's `<(…)` is such a link: a pipe has no path. */
const NO_TARGET = 'a link to no file; to scan what a pipe gives, write: … | aws-temp-creds scan -';

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function leadsTo(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function isFolder(path: string): boolean {
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Every file in and below a folder of the root but git's own, by name in each folder. */
function* filesIn(root: string, below: string, inspection: Inspection): Generator<Buffer> {
  const folders: Buffer[] = [Buffer.from(below)];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const { text, location } = treePath(root, folder);
    const path = folder.length === 0 ? root : location;
    for (const { name, isFolder: below } of entriesOf(path, text, inspection)) {
      const inside = folder.length === 0 ? name : Buffer.concat([folder, Buffer.from('/'), name]);
      if (below) folders.push(inside);
      else yield inside;
    }
  }
}

function entriesOf(
  path: string | Buffer,
  text: string,
  inspection: Inspection,
): { name: Buffer; isFolder: boolean }[] {
  try {
    const entries: Dirent<Buffer>[] = readdirSync(path, { withFileTypes: true, encoding: 'buffer' });
    return entries
      .filter(({ name }) => !name.equals(GIT))
      .sort((a, b) => a.name.compare(b.name))
      .map(entry => ({ name: entry.name, isFolder: entry.isDirectory() }));
  } catch {
    inspection.unread.add(text || join(path.toString()), 'the folder cannot be read', true);
    return [];
  }
}

const GIT = Buffer.from('.git');
