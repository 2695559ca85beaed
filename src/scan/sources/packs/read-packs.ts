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
}

export interface PacksReport extends FlaggedReport {
  /** Names of objects that were not read. */
  readonly left: readonly string[];
}

/** Taken at a time. */
const ROOTS_OF_SHARE = 8;

/** Memory that objects are put together in, for each thread. */
const MEMORY = 64 * 2 ** 20;

/** Reads what nobody else takes. Yields now and then, so that a caller can do other things between. */
export function* readPacks({ packs, progress }: PacksTask): Generator<undefined, PacksReport> {
  const objects = new FlaggedObjects();
  const unpacker = new Unpacker();
  const arena = new Arena(unpacker, MEMORY);
  const left: string[] = [];
  let before = objects.progress;
  for (const layout of packs) {
    const walk = new PackWalk(layout, unpacker, arena, objects);
    try {
      for (let root = take(layout); root < layout.roots.length; root = take(layout)) {
        for (const entry of layout.roots.subarray(root, root + ROOTS_OF_SHARE)) walk.tree(entry);
        const now = objects.progress;
        Atomics.add(progress, 0, now.objects - before.objects);
        Atomics.add(progress, 1, Math.round((now.bytes - before.bytes) / 1024));
        before = now;
        yield;
      }
    } finally {
      walk.close();
    }
    for (const entry of walk.left) left.push(nameOf(layout, entry));
  }
  return { ...objects.report(), left };
}

function take({ taken }: PackLayout): number {
  return Atomics.add(taken, 0, ROOTS_OF_SHARE);
}
