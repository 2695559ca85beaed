import type { Inspection } from '../inspection.js';
import { inspectFile } from './inspect-file.js';
import { inspectObject, type ObjectOrigin } from './inspect-object.js';
import { LF, list, parseListedObject } from './listing.js';
import type { ListedRange } from './moved.js';
import type { ObjectStore } from './object-store.js';
import { readObjects } from './objects.js';
import type { Pace } from './pace.js';
import { type Range, rangeInput } from './range.js';
import { MISSING, SUBMODULE, TOO_LARGE } from './unread.js';

interface Listed extends ObjectOrigin {
  readonly id: string;
}

/**
 * Scans every object that a range brings: blobs, commits, tags, and names in trees. As objects, not as a diff, so
 * that merges, renames, attributes and encodings hide nothing. Each is placed at the commit that introduced it.
 *
 * @returns what it listed, for what such a listing leaves out: see `scanMoved`
 */
export async function scanRange(
  store: ObjectStore,
  range: Range,
  inspection: Inspection,
  pace: Pace,
): Promise<ListedRange> {
  const commits: string[] = [];
  const blobs = new Set<string>();
  const waiting: Listed[] = [];
  let next = 0;
  const current = () => waiting[next];
  const finish = () => {
    next += 1;
    if (next < 4096) return;
    waiting.splice(0, next);
    next = 0;
  };
  const listing = listRange(store, range, inspection, pace);
  const failure = await readObjects(store.place, namesOf(listing, waiting), {
    content: (object, bytes, start, end, window) => {
      const { path, commit } = current() ?? {};
      if (object.type === 'blob' && path !== undefined) {
        const place = {
          kind: 'commit',
          blob: object.id,
          path,
          ...(commit !== undefined && { commit }),
        } as const;
        inspectFile(inspection, bytes, start, end, window, place);
        return;
      }
      if (object.type === 'tree') noteSubmodules(inspection, bytes.subarray(start, end), path);
      inspectObject(inspection, object, bytes, start, end, window, current());
    },
    done: ({ id, type, size }) => {
      inspection.objects += 1;
      inspection.bytes += size;
      if (type === 'commit') commits.push(id);
      else if (type === 'blob') blobs.add(id);
      finish();
    },
    tooLarge: () => inspection.unread.add(current()?.path ?? '', TOO_LARGE, 'unopened'),
    missing: id => {
      inspection.unread.add(current()?.path || id, MISSING, true);
      finish();
    },
  });
  if (failure !== undefined)
    inspection.unread.add('objects of the range', `git could not read them: ${failure.stderr.trim()}`, true);
  return { head: range.heads[0] ?? '', commits, blobs };
}

const SUBMODULE_MODE = '160000 ';

/** A range of objects ends at a submodule: git does not even list it. */
function noteSubmodules(inspection: Inspection, tree: Buffer, folder = ''): void {
  for (let at = tree.indexOf(SUBMODULE_MODE); at !== -1; at = tree.indexOf(SUBMODULE_MODE, at + 1)) {
    const name = tree.toString('utf8', at + SUBMODULE_MODE.length, tree.indexOf(0, at));
    inspection.unread.add(folder === '' ? name : `${folder}/${name}`, SUBMODULE, false);
  }
}

async function* namesOf(listing: AsyncIterable<Listed[]>, waiting: Listed[]): AsyncGenerator<string> {
  for await (const listed of listing) {
    waiting.push(...listed);
    yield listed.map(({ id }) => `${id}\n`).join('');
  }
}

/** Oldest commit first, each followed by the objects that it is the first to have. */
async function* listRange(
  store: ObjectStore,
  range: Range,
  inspection: Inspection,
  { signal }: Pace,
): AsyncGenerator<Listed[]> {
  const args = ['rev-list', '--objects', '--in-commit-order', '--reverse', '--missing=print', '--stdin'];
  const listing = list(store.place, args, LF, rangeInput(range));
  let commit: string | undefined;
  for await (const lines of listing.items) {
    if (signal?.aborted) listing.stop();
    const listed: Listed[] = [];
    for (const line of lines) {
      const object = parseListedObject(line);
      if (object.path === undefined) commit = object.id;
      if (object.id.startsWith('?')) inspection.unread.add(`object ${object.id.slice(1)}`, MISSING, true);
      else listed.push({ ...object, ...(commit !== undefined && { commit }) });
    }
    if (listed.length > 0) yield listed;
  }
  const { exitCode, stderr } = await listing.ended;
  if (exitCode !== 0) inspection.unread.add('the range', `git could not list it: ${stderr.trim()}`, true);
}
