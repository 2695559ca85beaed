import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Inspection } from '../inspection.js';
import { type Fifo, makeFifo } from './fifo.js';
import { FlaggedObjects, type FlaggedReport } from './flagged-objects.js';
import { type LineListing, listLines } from './listing.js';
import type { ObjectStore } from './object-store.js';
import { readInThread } from './object-threads.js';
import { linesOf, type ObjectNames, readObjects } from './objects.js';
import { originsOf, scanAgain } from './origins.js';
import type { Pace } from './pace.js';
import { scanPacks } from './packs/scan-packs.js';
import { scanRefNames } from './ref-names.js';
import { isPartial, type Repository } from './repository.js';
import { MISSING } from './unread.js';
import { workerFile } from './worker-file.js';

/** With fewer objects, starting threads takes longer than they save. */
const WORTH_THREADS = 5000;

/** More processes than this wait for each other's memory and disk. */
const MOST_THREADS = 2;

/**
 * Scans every object that git holds: blobs, messages of commits and tags, names in trees; also what no branch
 * reaches any more (stashes, reflogs, amended and dropped commits). And the names of branches and tags.
 *
 * @param scannedTips full names; what these reach was scanned before. The objects are then those that branches, tags,
 *   reflogs and the index reach and these do not.
 */
export async function scanHistory(
  repository: Repository,
  store: ObjectStore,
  inspection: Inspection,
  pace: Pace,
  scannedTips: readonly string[] = [],
): Promise<void> {
  const refNames = scanRefNames(repository, inspection);
  const flagged =
    (scannedTips.length > 0 ? undefined : await readKept(repository, store, inspection, pace)) ??
    (await readListed(repository, store, inspection, pace, scannedTips));
  // Each goes through all commits: side by side where both are needed.
  const [origins] = await Promise.all([
    flagged.length > 0 ? originsOf(repository, store, flagged) : undefined,
    scannedTips.length === 0 && isPartial(repository) ? countMissing(repository, inspection) : undefined,
    refNames,
  ]);
  if (origins !== undefined) await scanAgain(store, flagged, origins, inspection);
}

/** Reads the packs here; for what is left of them, and loose objects, git is asked. */
async function readKept(
  { commonDir }: Repository,
  store: ObjectStore,
  inspection: Inspection,
  pace: Pace,
): Promise<readonly string[] | undefined> {
  const scanned = await scanPacks(join(commonDir, 'objects'), store.format, inspection, pace);
  if (scanned === undefined) return undefined;
  const { reports, others } = scanned;
  const flagged = reports.flatMap(report => take(report, undefined, inspection));
  const more =
    others.length === 0 || pace.signal?.aborted ? [] : await readAll(store, listed(others), inspection, pace);
  // An object may be in several packs.
  return [...new Set([...flagged, ...more])];
}

/** In the form of what git lists. */
async function* listed(names: readonly string[]): AsyncGenerator<string> {
  yield* linesOf(names);
}

async function readListed(
  repository: Repository,
  store: ObjectStore,
  inspection: Inspection,
  pace: Pace,
  scannedTips: readonly string[],
): Promise<readonly string[]> {
  const { lines, ended } = scannedTips.length > 0 ? newObjects(repository, scannedTips) : allObjects(store);
  const flagged = await readAll(store, present(lines, inspection), inspection, pace);
  const { exitCode, stderr } = await ended;
  // Of an index that it cannot read, git says so, and lists the rest as if it were all.
  const isAll = exitCode === 0 && !/^error: /m.test(stderr);
  if (!isAll && !pace.signal?.aborted)
    inspection.unread.add('the history', `git could not list its objects: ${stderr.trim()}`, true);
  return flagged;
}

/** In the order in which they are stored, which is the quickest to read in. */
function allObjects({ place }: ObjectStore): LineListing {
  const args = ['--batch-all-objects', '--batch-check=%(objectname)', '--unordered', '--buffer'];
  return listLines(place, ['cat-file', ...args]);
}

function newObjects({ place }: Repository, tips: readonly string[]): LineListing {
  const args = [
    ...['rev-list', '--objects', '--no-object-names', '--missing=print', '--ignore-missing'],
    ...['--all', '--reflog', '--indexed-objects', '--stdin'],
  ];
  return listLines(place, args, tips.map(tip => `^${tip}\n`).join(''));
}

/** Leaves out what is listed as missing (`?ID`), and says it. */
async function* present(lines: AsyncIterable<string>, inspection: Inspection): AsyncGenerator<string> {
  for await (const text of lines) {
    if (!text.includes('?')) yield text;
    else {
      for (const [, id] of text.matchAll(/^\?(.+)$/gm)) inspection.unread.add(`object ${id}`, MISSING, true);
      yield text.replace(/^\?.*\n/gm, '');
    }
  }
}

/** True for a clone that was made with a filter: its packs are marked. */
/** Of objects that are not here, all that tells is what refers to them. */
async function countMissing(repository: Repository, inspection: Inspection): Promise<void> {
  const { lines, ended } = newObjects(repository, []);
  for await (const text of present(lines, inspection)) if (text === '') continue;
  const { exitCode, stderr } = await ended;
  if (exitCode !== 0)
    inspection.unread.add('the history', `git could not list what this partial clone lacks: ${stderr}`, true);
}

/** @returns the objects that hold something */
async function readAll(
  store: ObjectStore,
  names: AsyncGenerator<string>,
  inspection: Inspection,
  pace: Pace,
): Promise<readonly string[]> {
  const { begun, rest } = await begin(names);
  const fifos = rest === undefined ? [] : await openFifos(store);
  const file = workerFile();
  if (rest === undefined || file === undefined || fifos.length === 0)
    return readHere(store, rest === undefined ? begun : shared(begun, rest), inspection);
  const queue = shared(begun, rest);
  const shares = fifos.map(() => ({ objects: 0, bytes: 0 }));
  const before = { objects: inspection.objects, bytes: inspection.bytes };
  const threads = fifos.map((fifo, index) =>
    readInThread(queue, {
      place: store.place,
      fifo,
      file,
      signal: pace.signal,
      progress: (objects, bytes) => {
        shares[index] = { objects, bytes };
        pace.progress?.({
          files: inspection.files,
          objects: before.objects + shares.reduce((sum, share) => sum + share.objects, 0),
          bytes: before.bytes + shares.reduce((sum, share) => sum + share.bytes, 0),
        });
      },
    }),
  );
  const results = await Promise.all(threads);
  return results.flatMap(({ report, failure }) => take(report, failure, inspection));
}

/** Reads the first names, to learn whether there are many. */
async function begin(
  names: AsyncGenerator<string>,
): Promise<{ readonly begun: string[]; readonly rest: AsyncGenerator<string> | undefined }> {
  const begun: string[] = [];
  let length = 0;
  while (length < WORTH_THREADS * 41) {
    const { done, value } = await names.next();
    if (done === true) return { begun, rest: undefined };
    begun.push(value);
    length += value.length;
  }
  return { begun, rest: names };
}

/** One queue that several readers take from; each piece goes to one of them. */
function shared(begun: readonly string[], rest: AsyncGenerator<string>): AsyncIterable<string> {
  async function* all() {
    yield* begun;
    yield* rest;
  }
  const queue = all();
  return { [Symbol.asyncIterator]: () => ({ next: () => queue.next() }) };
}

async function openFifos(store: ObjectStore): Promise<Fifo[]> {
  const count = Math.min(MOST_THREADS, availableParallelism());
  const names = Array.from({ length: count }, (_, index) => `pipe-${index}`);
  const fifos = await Promise.all(names.map(name => makeFifo(store.place, store.folder, name)));
  return fifos.filter(fifo => fifo !== undefined);
}

/** On this thread, from a stream: few objects, or a system without named pipes. */
async function readHere(
  store: ObjectStore,
  names: ObjectNames,
  inspection: Inspection,
): Promise<readonly string[]> {
  const objects = new FlaggedObjects();
  const failure = await readObjects(store.place, names, objects);
  return take(objects.report(), failure?.stderr, inspection);
}

function take(
  { flagged, objects, bytes, unread }: FlaggedReport,
  failure: string | undefined,
  inspection: Inspection,
): readonly string[] {
  inspection.objects += objects;
  inspection.bytes += bytes;
  for (const { what, why, incomplete, unopened } of unread)
    inspection.unread.add(what, why, incomplete || (unopened === true && 'unopened'));
  if (failure !== undefined) inspection.unread.add('objects', `git could not read them: ${failure}`, true);
  return flagged;
}
