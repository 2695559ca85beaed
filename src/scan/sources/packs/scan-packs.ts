import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Inspection } from '../../inspection.js';
import { type Pace, pause } from '../pace.js';
import { workerFile } from '../worker-file.js';
import type { PackLayout } from './pack-layout.js';
import { type PacksReport, type PacksTask, readPacks } from './read-packs.js';

/** With fewer objects, starting threads takes longer than they save. */
const WORTH_THREADS = 20_000;

/** More threads than this wait for each other's memory and disk. */
const MOST_THREADS = 4;

/** Reads all objects of packs, with as many threads as there are processors. @returns each thread's report */
export async function scanPacks(
  packs: readonly PackLayout[],
  inspection: Inspection,
  pace: Pace,
): Promise<readonly PacksReport[]> {
  const task: PacksTask = { packs, progress: new Int32Array(new SharedArrayBuffer(8)) };
  const count = packs.reduce((sum, pack) => sum + pack.count, 0);
  const threads = count < WORTH_THREADS ? [] : startThreads(task);
  try {
    const here = await readHere(task, inspection, pace);
    if (pace.signal?.aborted) return [here];
    return [here, ...(await Promise.all(threads.map(({ report }) => report)))];
  } finally {
    for (const { worker } of threads) void worker.terminate();
  }
}

interface Thread {
  readonly worker: Worker;
  readonly report: Promise<PacksReport>;
}

function startThreads(task: PacksTask): Thread[] {
  const file = workerFile();
  if (file === undefined) return [];
  return Array.from({ length: Math.min(MOST_THREADS, availableParallelism()) - 1 }, () => {
    // It needs none of this process's options or variables.
    const worker = new Worker(file, { workerData: task, execArgv: [], env: {} });
    const report = new Promise<PacksReport>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    // Whoever waits for it is told; until then it is no failure that nobody minds.
    report.catch(() => undefined);
    return { worker, report };
  });
}

async function readHere(task: PacksTask, inspection: Inspection, pace: Pace): Promise<PacksReport> {
  const { files, objects, bytes } = inspection;
  const reading = readPacks(task);
  for (;;) {
    const { done, value } = reading.next();
    if (done === true) return value;
    await pause(pace, {
      files,
      objects: objects + Atomics.load(task.progress, 0),
      bytes: bytes + Atomics.load(task.progress, 1) * 1024,
    });
    if (pace.signal?.aborted)
      for (const { taken, roots } of task.packs) Atomics.store(taken, 0, roots.length);
  }
}
