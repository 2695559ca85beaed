import { FlaggedObjects, type FlaggedReport } from '../flagged-objects.js';
import { Unpacker } from '../unpack.js';
import { Arena } from './arena.js';
import type { PackLayout } from './pack-layout.js';
import { nameOf, PackWalk } from './pack-walk.js';

/** Packs to be read by all threads that have this, each taking trees of deltas until none is left. */
export interface PacksTask {
  readonly packs: readonly PackLayout[];
  /** What all threads have read so far: objects, and KiB. */
  readonly progress: Int32Array;
  /** Not 0: nobody waits for the rest. */
  readonly stopped: Int32Array;
}

export interface PacksReport extends FlaggedReport {
  /** Names of objects that were not read. */
  readonly left: readonly string[];
}

/** Taken at a time. */
const ROOTS_OF_SHARE = 8;

/** Memory that objects are put together in, for each thread. */
const MEMORY = 64 * 2 ** 20;

/** After so many objects, or bytes, others have their turn: any number of deltas may hang on one root. */
const MOST_OBJECTS = 1000;
const MOST_BYTES = 2 ** 24;

/** Reads what nobody else takes. Yields now and then, so that a caller can do other things between. */
export function* readPacks(task: PacksTask): Generator<undefined, PacksReport> {
  const objects = new FlaggedObjects();
  const unpacker = new Unpacker();
  const arena = new Arena(unpacker, MEMORY);
  const left: string[] = [];
  for (const layout of task.packs) {
    const walk = new PackWalk(layout, unpacker, arena, objects);
    try {
      for (const _ of turns(readTrees(layout, walk), objects, task.progress)) {
        yield;
        if (isStopped(task)) return { ...objects.report(), left };
      }
    } finally {
      walk.close();
    }
    for (const entry of walk.left) left.push(nameOf(layout, entry));
  }
  return { ...objects.report(), left };
}

/** Has all threads end soon. */
export function stop({ stopped }: PacksTask): void {
  Atomics.store(stopped, 0, 1);
}

function isStopped({ stopped }: PacksTask): boolean {
  return Atomics.load(stopped, 0) !== 0;
}

/** Yields true behind each share of roots, else behind each object. */
function* readTrees(layout: PackLayout, walk: PackWalk): Generator<boolean> {
  for (let root = take(layout); root < layout.roots.length; root = take(layout)) {
    for (const entry of layout.roots.subarray(root, root + ROOTS_OF_SHARE))
      for (const _ of walk.tree(entry)) yield false;
    yield true;
  }
}

function take({ taken }: PackLayout): number {
  return Atomics.add(taken, 0, ROOTS_OF_SHARE);
}

/** Yields when it is time for others, having told how far this is. */
function* turns(
  reading: Iterable<boolean>,
  objects: FlaggedObjects,
  progress: Int32Array,
): Generator<undefined> {
  let before = objects.progress;
  for (const isShare of reading) {
    const now = objects.progress;
    const read = { objects: now.objects - before.objects, bytes: now.bytes - before.bytes };
    if (!isShare && read.objects < MOST_OBJECTS && read.bytes < MOST_BYTES) continue;
    Atomics.add(progress, 0, read.objects);
    Atomics.add(progress, 1, Math.round(read.bytes / 1024));
    before = now;
    yield;
  }
}
