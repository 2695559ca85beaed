import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { startThread, workerFile } from '../worker-file.js';
import type { PacksReport, PacksTask } from './read-packs.js';

/** What a thread that reads packs is started with: what it reads is told later. */
export interface PacksWork {
  readonly kind: 'packs';
}

/** More threads than this wait for each other's memory and disk. */
const MOST_THREADS = 4;

/** They make much that is soon garbage: with less room for it, less memory is held. In MiB. */
const YOUNG_MEMORY = 8;

/** Threads that read packs. They start while the packs are laid out. */
export class PackThreads {
  readonly #workers: readonly Worker[];
  readonly #reports: readonly Promise<PacksReport>[];

  constructor() {
    const file = workerFile();
    const count = file === undefined ? 0 : Math.min(MOST_THREADS, availableParallelism());
    this.#workers = Array.from({ length: count }, () =>
      startThread(file ?? '', { kind: 'packs' }, { maxYoungGenerationSizeMb: YOUNG_MEMORY }),
    );
    this.#reports = this.#workers.map(worker => {
      const report = new Promise<PacksReport>((resolve, reject) => {
        worker.once('message', resolve);
        worker.once('error', reject);
        worker.once('exit', () => reject(new Error('a thread that reads packs ended early')));
      });
      // Whoever waits for it is told; until then it is no failure that nobody minds.
      report.catch(() => undefined);
      return report;
    });
  }

  get count(): number {
    return this.#workers.length;
  }

  /** Lets all threads read. @returns what each read, when all have ended */
  read(task: PacksTask): Promise<readonly PacksReport[]> {
    for (const worker of this.#workers) worker.postMessage(task);
    return Promise.all(this.#reports);
  }

  close(): void {
    for (const worker of this.#workers) void worker.terminate();
  }
}

/** What such a thread does. */
export function readPacksInThread(
  port: {
    once(event: 'message', listener: (task: PacksTask) => void): unknown;
    postMessage(report: PacksReport): void;
  },
  read: (task: PacksTask) => Generator<undefined, PacksReport>,
): void {
  port.once('message', task => {
    const reading = read(task);
    for (;;) {
      const { done, value } = reading.next();
      if (done === true) return void port.postMessage(value);
    }
  });
}
