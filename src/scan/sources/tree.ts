import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Inspection } from '../inspection.js';
import { type NamedBlob, readBlobs } from './blobs.js';
import { IndexEntries, idInListing, isSubmodule } from './index-entries.js';
import { readIndexFile } from './index-file.js';
import { list, listChunks, NUL } from './listing.js';
import type { ObjectStore } from './object-store.js';
import { type Pace, pause } from './pace.js';
import { treePath } from './paths.js';
import { scanReencoded } from './reencoded.js';
import type { Repository } from './repository.js';
import { resolveRevision } from './revisions.js';
import { scanAtSubmodule } from './submodule.js';
import { Sweep } from './sweep.js';
import { TreeFiles } from './tree-files.js';
import { SUBMODULE } from './unread.js';

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
  const files = new TreeFiles(repository.workTree ?? repository.gitDir, inspection);
  const index = join(repository.gitDir, 'index');
  const absent: NamedBlob[] = [];
  let idOf = idInListing;
  const sweep = new Sweep(files, pace, hasManyFiles(index), ({ text }, lead) => {
    absent.push({ id: idOf(lead), path: text });
  });
  let tracked: number | undefined;
  try {
    const read = readIndexFile(index, repository.prefix);
    if (read === undefined) tracked = await scanListed(repository, sweep, files, pace);
    else {
      idOf = read.idOf;
      for (const path of read.submodules) await scanAtSubmodule(path, files, pace);
      await sweep.scanGroup(read.files);
      tracked = read.files.length + read.submodules.length;
    }
  } finally {
    sweep.close();
  }
  if (absent.length > 0 && tracked !== undefined && !pace.signal?.aborted)
    await readBlobs((await openStore()).place, absent, inspection, 'file');
  if (inspection.isReencoded && tracked !== undefined && !pace.signal?.aborted)
    await scanReencoded(repository, await openStore(), inspection);
  return tracked;
}

/** The same as git lists it. @returns how many there are, or undefined when git cannot tell */
async function scanListed(
  repository: Repository,
  sweep: Sweep,
  files: TreeFiles,
  pace: Pace,
): Promise<number | undefined> {
  const entries = new IndexEntries();
  const listing = listChunks(repository.place, ['ls-files', '-z', '--stage', ...pathspec(repository)]);
  for await (const chunk of listing.chunks)
    for (const { bytes, start, path, end } of entries.in(chunk)) {
      if (isSubmodule(bytes, start)) await scanAtSubmodule(bytes.toString('utf8', path, end), files, pace);
      else sweep.add(bytes, start, path, end);
      if (sweep.isFull) await sweep.scan();
      if (pace.signal?.aborted) return entries.count;
    }
  await sweep.scan();
  return (await listing.ended).exitCode === 0 ? entries.count : undefined;
}

/** An index of this many bytes names some two thousand files: with fewer, starting threads takes longer than they save. */
const WORTH_THREADS = 200_000;

function hasManyFiles(index: string): boolean {
  return (statSync(index, { throwIfNoEntry: false })?.size ?? 0) >= WORTH_THREADS;
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
