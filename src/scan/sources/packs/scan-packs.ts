import type { Inspection } from '../../inspection.js';
import type { ObjectFormat } from '../object-store.js';
import { type Pace, pause } from '../pace.js';
import { isSystemError } from '../system-error.js';
import { keptObjects, packedBytes } from './pack-files.js';
import { PackThreads } from './pack-threads.js';
import { type PacksReport, type PacksTask, readPacks, stop } from './read-packs.js';

/** With packs of fewer bytes, starting threads takes longer than they save. */
const WORTH_THREADS = 4_000_000;

/** How often is told how far the threads are, in milliseconds. */
const BETWEEN_PROGRESS = 200;

export interface ScannedPacks {
  readonly reports: readonly PacksReport[];
  /** Names of the objects that are in no pack, or that could not be read here. */
  readonly others: readonly string[];
}

/**
 * Reads all objects in a repository's packs, with as many threads as there are processors.
 *
 * @param objects the repository's folder of objects
 * @returns undefined when git should be asked instead
 */
export async function scanPacks(
  objects: string,
  format: ObjectFormat,
  inspection: Inspection,
  pace: Pace,
): Promise<ScannedPacks | undefined> {
  const threads = packedBytes(objects) < WORTH_THREADS ? undefined : new PackThreads();
  try {
    const kept = keptObjects(objects, format);
    if (kept === undefined) return undefined;
    const task: PacksTask = {
      packs: kept.packs,
      progress: new Int32Array(new SharedArrayBuffer(8)),
      stopped: new Int32Array(new SharedArrayBuffer(4)),
    };
    const reports =
      threads === undefined || threads.count === 0
        ? [await readHere(task, inspection, pace)]
        : await readInThreads(threads, task, inspection, pace);
    return { reports, others: [...kept.others, ...reports.flatMap(({ left }) => left)] };
  } catch (error) {
    // `git gc` may have taken packs away meanwhile: git finds their objects where they are now.
    if (!isSystemError(error)) throw error;
    return pace.signal?.aborted ? { reports: [], others: [] } : undefined;
  } finally {
    threads?.close();
  }
}

async function readHere(task: PacksTask, inspection: Inspection, pace: Pace): Promise<PacksReport> {
  const reading = readPacks(task);
  for (;;) {
    const { done, value } = reading.next();
    if (done === true) return value;
    await pause(pace, progressOf(task, inspection));
    if (pace.signal?.aborted) stop(task);
  }
}

async function readInThreads(
  threads: PackThreads,
  task: PacksTask,
  inspection: Inspection,
  pace: Pace,
): Promise<readonly PacksReport[]> {
  const onAbort = () => stop(task);
  pace.signal?.addEventListener('abort', onAbort);
  // It may have been while the packs were laid out.
  if (pace.signal?.aborted) stop(task);
  const timer = setInterval(() => pace.progress?.(progressOf(task, inspection)), BETWEEN_PROGRESS);
  try {
    return await threads.read(task);
  } finally {
    clearInterval(timer);
    pace.signal?.removeEventListener('abort', onAbort);
  }
}

function progressOf({ progress }: PacksTask, { files, objects, bytes }: Inspection) {
  return {
    files,
    objects: objects + Atomics.load(progress, 0),
    bytes: bytes + Atomics.load(progress, 1) * 1024,
  };
}
