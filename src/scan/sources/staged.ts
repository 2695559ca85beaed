import { existsSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Variables } from '../../github/job.js';
import type { Inspection } from '../inspection.js';
import { type NamedBlob, readBlobs } from './blobs.js';
import { contains } from './git.js';
import { list, NUL } from './listing.js';
import type { ObjectFormat, ObjectStore } from './object-store.js';
import type { Repository } from './repository.js';
import { resolveRevision } from './revisions.js';

/** The tree without entries, which git knows without holding it: what a first commit is compared with. */
const EMPTY_TREE: Record<ObjectFormat, string> = {
  sha1: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  sha256: '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
};

/** Scans what the next commit would bring: the index's versions of files that differ from HEAD's. */
export async function scanStaged(
  repository: Repository,
  opening: Promise<ObjectStore>,
  inspection: Inspection,
  variables: Variables,
): Promise<void> {
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
  const entries = blobs.filter(blob => !/^0+$/.test(blob.id));
  await readBlobs(store.place, entries, inspection, 'file');
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
