import type { Inspection } from '../inspection.js';
import type { ContentPlace } from '../make-finding.js';
import { type NamedBlob, readBlobs } from './blobs.js';
import { FileReader, type FileVisitor } from './file-reader.js';
import { inspectFile } from './inspect-file.js';
import { list, NUL } from './listing.js';
import type { ObjectStore } from './object-store.js';
import { type Pace, pause } from './pace.js';
import { Folders, type TreePath, treePath } from './paths.js';
import type { Repository } from './repository.js';
import { resolveRevision } from './revisions.js';
import { SUBMODULE } from './unread.js';

/** One entry of the index. */
interface IndexEntry {
  readonly mode: string;
  readonly id: string;
  readonly path: Buffer;
}

/**
 * Scans the tracked files as they are on disk, for that is what gets deployed; of a file that is not there (sparse
 * checkout, deleted) the version in the index.
 *
 * @param openStore called only when the index's version is needed
 * @returns how many files the index has in the scanned folder, or undefined when git cannot tell
 */
export async function scanTrackedTree(
  repository: Repository,
  inspection: Inspection,
  openStore: () => Promise<ObjectStore>,
  pace: Pace,
): Promise<number | undefined> {
  const root = repository.workTree ?? repository.gitDir;
  const files = new TreeFiles(root, inspection);
  const absent: NamedBlob[] = [];
  let tracked = 0;
  const complete = await eachIndexEntry(repository, async entries => {
    for (const { mode, id, path } of entries) {
      tracked += 1;
      const file = treePath(root, path);
      if (mode === '160000') inspection.unread.add(file.text, SUBMODULE, false);
      else if (files.scan(file) === 'absent') absent.push({ id, path: file.text });
      if (tracked % 256 === 0) await pause(pace, inspection);
      if (pace.signal?.aborted) return;
    }
  });
  if (!complete) return undefined;
  if (absent.length > 0) await readBlobs((await openStore()).place, absent, inspection, 'file');
  return tracked;
}

/** Scans files that git does not track and does not ignore. */
export async function scanUntracked(
  repository: Repository,
  inspection: Inspection,
  pace: Pace,
): Promise<void> {
  const root = repository.workTree;
  if (root === undefined) return;
  const files = new TreeFiles(root, inspection);
  const args = ['ls-files', '-z', '--others', '--exclude-standard', ...pathspec(repository)];
  const listing = list(repository.place, args, NUL);
  for await (const paths of listing.items)
    for (const path of paths) {
      const file = treePath(root, path);
      if (file.text.endsWith('/')) inspection.unread.add(file.text, 'a repository of its own', false);
      else files.report(file, files.scan(file));
      await pause(pace, inspection);
    }
  if ((await listing.ended).exitCode !== 0)
    inspection.unread.add('untracked files', 'git could not list them', true);
}

/** Reads files of one folder's tree and hands them to the inspection. */
export class TreeFiles {
  readonly #reader = new FileReader();
  readonly #folders: Folders;
  readonly #inspection: Inspection;

  constructor(root: string, inspection: Inspection) {
    this.#folders = new Folders(root);
    this.#inspection = inspection;
  }

  /** Scans one file of the tree. What is in the way of it is reported, but for `absent`. */
  scan(file: TreePath): 'done' | 'absent' {
    return this.#folders.leadsThroughLink(file.text) ? 'absent' : this.#look(file, false);
  }

  /** Scans a file that someone named, whatever its folders are: it counts although it is none that git tracks. */
  scanNamed(file: TreePath): 'done' | 'absent' {
    return this.#look(file, true);
  }

  #look({ text, location }: TreePath, asked: boolean): 'done' | 'absent' {
    const inspection = this.#inspection;
    const place: ContentPlace & { path: string } = { kind: 'file', path: text };
    const visit: FileVisitor = (bytes, start, end, window) =>
      inspectFile(inspection, bytes, start, end, window, place);
    const outcome = this.#reader.read(location, visit);
    switch (outcome.kind) {
      case 'read':
      case 'link':
        inspection.files += 1;
        inspection.bytes += outcome.bytes;
        return 'done';
      case 'unread':
        inspection.unread.add(text, outcome.why, asked || !outcome.harmless);
        return 'done';
      default:
        return 'absent';
    }
  }

  /** Reports a file that should have been there. */
  report({ text }: TreePath, outcome: 'done' | 'absent'): void {
    if (outcome === 'absent') this.#inspection.unread.add(text, 'it disappeared during the scan', true);
  }
}

/** Calls `visit` with the index's entries in the scanned folder, in order, each path once. */
async function eachIndexEntry(
  repository: Repository,
  visit: (entries: readonly IndexEntry[]) => Promise<void>,
): Promise<boolean> {
  const listing = list(repository.place, ['ls-files', '-z', '--stage', ...pathspec(repository)], NUL);
  let previous: Buffer = Buffer.alloc(0);
  for await (const lines of listing.items) {
    const entries = lines.flatMap(line => {
      const entry = parseEntry(line);
      // An unmerged path has up to three entries; it is one file.
      if (entry === undefined || entry.path.equals(previous)) return [];
      previous = Buffer.from(entry.path);
      return [entry];
    });
    await visit(entries);
  }
  return (await listing.ended).exitCode === 0;
}

/** `MODE SP ID SP STAGE TAB PATH` */
function parseEntry(line: Buffer): IndexEntry | undefined {
  const tab = line.indexOf(9);
  if (tab === -1) return undefined;
  const [mode = '', id = ''] = line.toString('latin1', 0, tab).split(' ');
  return { mode, id, path: line.subarray(tab + 1) };
}

function pathspec({ prefix }: Repository): string[] {
  return prefix === '' ? [] : ['--', prefix];
}

/** Scans the files of HEAD in a repository that has no working tree. */
export async function scanHeadTree(
  repository: Repository,
  inspection: Inspection,
  store: ObjectStore,
): Promise<void> {
  const head = await resolveRevision(repository, 'HEAD');
  if (head === undefined) return;
  const listing = list(store.place, ['ls-tree', '-r', '-z', '--full-tree', head], NUL);
  const blobs: NamedBlob[] = [];
  for await (const lines of listing.items)
    for (const line of lines) {
      const tab = line.indexOf(9);
      const [, type, id = ''] = line.toString('latin1', 0, tab).split(' ');
      const path = line.toString('utf8', tab + 1);
      if (type === 'commit') inspection.unread.add(path, SUBMODULE, false);
      else blobs.push({ id, path });
    }
  if ((await listing.ended).exitCode !== 0)
    inspection.unread.add('the tree of HEAD', 'git could not list it', true);
  await readBlobs(store.place, blobs, inspection, 'file');
}
