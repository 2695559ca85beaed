import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { FifoWork } from './fifo-reader.js';
import type { FilesWork } from './file-threads.js';
import type { PacksWork } from './packs/pack-threads.js';

/**
 * The file that the reading threads run. In a release each surface is one file in a folder of its own, with the
 * worker's folder beside it; before bundling the worker is where its source is.
 */
export function workerFile(): string | undefined {
  const here = dirname(fileURLToPath(import.meta.url));
  return [join(here, '../scan-worker/index.js'), join(here, '../../scan-worker.js')].find(file =>
    existsSync(file),
  );
}

/** What a thread is started with: scan-worker.ts does it. */
export type ThreadWork = FifoWork | FilesWork | PacksWork;

/** Starts a thread. It needs none of this process's options or variables. */
export function startThread(file: string, work: ThreadWork, limits: ResourceLimits = {}): Worker {
  return new Worker(file, { workerData: work, execArgv: [], env: {}, resourceLimits: limits });
}
