import { existsSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Variables } from '../../github/job.js';
import type { Inspection } from '../inspection.js';
import type { ScanRequest } from '../scan-request.js';
import { type NamedBlob, readBlobs } from './blobs.js';
import { contains } from './git.js';
import { IndexEntries, idInListing, isSubmodule } from './index-entries.js';
import { list, listChunks, NUL } from './listing.js';
import { NamedPaths } from './named-paths.js';
import type { ObjectFormat, ObjectStore } from './object-store.js';
import type { Repository } from './repository.js';
import { resolveRevision } from './revisions.js';
import { SUBMODULE } from './unread.js';
import { scanFiles } from './walk.js';

/** The tree without entries, which git knows without holding it: what a first commit is compared with. */
const EMPTY_TREE: Record<ObjectFormat, string> = {
  sha1: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  sha256: '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
};

/** What of the index is scanned, and with which variables. */
type Wish = Pick<ScanRequest, 'files' | 'variables' | 'signal' | 'progress'>;

/** Scans what the next commit would bring: the index's versions of files that differ from HEAD's; of these, if named. */
export async function scanStaged(
  repository: Repository,
  opening: Promise<ObjectStore>,
  inspection: Inspection,
  { files, variables }: Wish,
): Promise<void> {
  const named = new NamedPaths(repository.workTree ?? repository.gitDir, files);
  const [commit, store] = await Promise.all([resolveRevision(repository, 'HEAD'), opening]);
  const head = commit ?? EMPTY_TREE[store.format];
  const args = [
    ...['diff-index', '--cached', '--raw', '-z', '--no-abbrev', '--no-renames', '--no-ext-diff'],
    ...['--no-textconv', '--ignore-submodules=all', '--diff-filter=d', head, '--'],
  ];
  const place = { ...repository.place, variables: indexOf(repository, variables) };
  const listing = list(place, args, NUL);
  const blobs: NamedBlob[] = [];
  let id = '';
  let isPath = false;
  for await (const fields of listing.items)
    for (const field of fields) {
      if (isPath) blobs.push({ id, path: field.toString('utf8') });
      else id = field.toString('latin1').split(' ')[3] ?? '';
      isPath = !isPath;
    }
  const { exitCode, stderr } = await listing.ended;
  if (exitCode !== 0)
    inspection.unread.add('the index', `git could not compare it with HEAD: ${stderr.trim()}`, true);
  const entries = blobs.filter(({ id, path }) => !/^0+$/.test(id) && named.has(path));
  await readBlobs(store.place, entries, inspection, 'file');
}

/** Scans files as the index has them, whether they differ from HEAD's or not; what it does not have, from disk. */
export async function scanIndex(
  repository: Repository,
  opening: Promise<ObjectStore>,
  inspection: Inspection,
  { files, variables, ...pace }: Wish,
): Promise<void> {
  const workTree = repository.workTree ?? repository.gitDir;
  const named = new NamedPaths(workTree, files);
  const place = { ...repository.place, variables: indexOf(repository, variables) };
  const { chunks, ended } = listChunks(place, ['ls-files', '-z', '--stage']);
  const list = new IndexEntries();
  const blobs: NamedBlob[] = [];
  for await (const chunk of chunks)
    for (const { bytes, start, path, end } of list.in(chunk)) {
      const text = bytes.toString('utf8', path, end);
      if (!named.has(text)) continue;
      if (isSubmodule(bytes, start)) inspection.unread.add(text, SUBMODULE, false);
      else blobs.push({ id: idInListing(bytes.subarray(start, path)), path: text });
    }
  const { exitCode, stderr } = await ended;
  if (exitCode !== 0) inspection.unread.add('the index', `git could not list it: ${stderr.trim()}`, true);
  await readBlobs((await opening).place, blobs, inspection, 'file');
  await scanFiles(workTree, named.unmet, inspection, pace);
}

/**
 * While `git commit -a` or `git commit FILE` runs its hooks, the index that will be committed is a temporary one,
 * named by GIT_INDEX_FILE. It counts when it lies in the repository's own git directory.
 */
function indexOf(repository: Repository, variables: Variables): Record<string, string> {
  const named = variables['GIT_INDEX_FILE'];
  if (named === undefined || named === '') return {};
  const path = resolve(repository.workTree ?? repository.gitDir, named);
  if (!existsSync(path)) return {};
  return contains(realpathSync(repository.gitDir), realpathSync(dirname(path)))
    ? { GIT_INDEX_FILE: path }
    : {};
}
