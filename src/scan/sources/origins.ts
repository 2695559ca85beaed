import type { Inspection } from '../inspection.js';
import { pathsInTree } from './attribution.js';
import { inspectFile } from './inspect-file.js';
import { inspectObject, type ObjectOrigin } from './inspect-object.js';
import { LF, list, parseListedObject } from './listing.js';
import type { ObjectStore } from './object-store.js';
import { readObjects } from './objects.js';
import type { Repository } from './repository.js';
import { resolveRevision } from './revisions.js';
import { MISSING, TOO_LARGE } from './unread.js';

/** Where an object belongs: at these paths of HEAD's tree, or where a commit first had it. */
export interface Origins {
  readonly inHead: ReadonlyMap<string, readonly string[]>;
  readonly introduced: ReadonlyMap<string, ObjectOrigin>;
}

/** Finds where objects belong. What no branch, tag, reflog or index reaches has no origin. */
export async function originsOf(
  repository: Repository,
  store: ObjectStore,
  ids: readonly string[],
): Promise<Origins> {
  const head = await resolveRevision(repository, 'HEAD');
  const inHead = head === undefined ? new Map() : await pathsInTree(store, head, new Set(ids));
  const wanted = new Set(ids.filter(id => !inHead.has(id)));
  return { inHead, introduced: await introducedBy(repository, wanted) };
}

/** Walks all commits, oldest first, until the objects wanted have been seen. */
async function introducedBy(
  { place }: Repository,
  wanted: Set<string>,
): Promise<ReadonlyMap<string, ObjectOrigin>> {
  const found = new Map<string, ObjectOrigin>();
  if (wanted.size === 0) return found;
  const args = [
    // A wrong commit graph would lead to a wrong name, no more; a right one saves a second.
    ...['-c', 'core.commitGraph=true', 'rev-list', '--objects', '--in-commit-order', '--reverse'],
    ...['--missing=allow-any', '--all', '--reflog', '--indexed-objects'],
  ];
  const listing = list(place, args, LF);
  let commit: string | undefined;
  for await (const lines of listing.items) {
    for (const { id, path } of lines.map(parseListedObject)) {
      if (path === undefined) commit = id;
      if (wanted.delete(id) && path !== undefined)
        found.set(id, { path, ...(commit !== undefined && { commit }) });
    }
    if (wanted.size === 0) listing.stop();
  }
  await listing.ended;
  return found;
}

/** Scans the objects that hold something once more, now at the places where they belong. */
export async function scanAgain(
  store: ObjectStore,
  ids: readonly string[],
  { inHead, introduced }: Origins,
  inspection: Inspection,
): Promise<void> {
  // Oldest first, so that of several places the first one that had it stands; then in an order of no chance.
  const dated = new Set(introduced.keys());
  const others = ids.filter(id => !dated.has(id)).sort();
  const names = [...dated, ...others].map(id => `${id}\n`);
  const failure = await readObjects(store.place, names, {
    content: (object, bytes, start, end, window) => {
      const paths = object.type === 'blob' ? (inHead.get(object.id) ?? []) : [];
      for (const path of paths)
        inspectFile(inspection, bytes, start, end, window, { kind: 'file', path, blob: object.id });
      if (paths.length === 0)
        inspectObject(inspection, object, bytes, start, end, window, introduced.get(object.id));
    },
    done: () => undefined,
    tooLarge: ({ id }) => {
      const { path = `blob ${id}` } = introduced.get(id) ?? {};
      for (const what of inHead.get(id) ?? [path]) inspection.unread.add(what, TOO_LARGE, 'unopened');
    },
    missing: id => inspection.unread.add(`object ${id}`, MISSING, true),
  });
  if (failure !== undefined)
    inspection.unread.add('objects', `git could not read them again: ${failure.stderr.trim()}`, true);
}
