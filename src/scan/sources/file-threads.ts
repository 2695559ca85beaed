import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { FileInspector, type InspectedPart } from './file-inspector.js';
import { type GroupMemory, PathGroup } from './path-group.js';
import { startThread, workerFile } from './worker-file.js';

/** What a thread that reads files is started with. */
export interface FilesWork {
  readonly kind: 'files';
  /** Absolute folder that the paths start from. */
  readonly root: string;
}

interface GroupMessage {
  readonly number: number;
  readonly memory: GroupMemory;
}

interface PartMessage {
  readonly number: number;
  readonly part: InspectedPart;
}

/** Threads beside the one that starts them. More of them wait for each other's disk and memory. */
const MOST_THREADS = 3;

/** Threads that take paths from the groups that they are shown, until they are closed. */
export class FileThreads {
  readonly #workers: readonly Worker[];
  readonly #failed: Promise<never>;
  #number = 0;
  #parts: InspectedPart[] = [];
  #onPart: () => void = () => undefined;

  /** @param file what they run; undefined: there are none */
  constructor(root: string, file = workerFile()) {
    const count = file === undefined ? 0 : Math.min(MOST_THREADS, availableParallelism() - 1);
    this.#workers = Array.from({ length: count }, () => startThread(file ?? '', { kind: 'files', root }));
    this.#failed = new Promise((_, reject) => {
      for (const worker of this.#workers) {
        worker.once('error', reject);
        worker.once('exit', code => reject(new Error(`a thread that reads files ended with code ${code}`)));
      }
    });
    this.#failed.catch(() => undefined);
    for (const worker of this.#workers)
      worker.on('message', ({ number, part }: PartMessage) => {
        if (number !== this.#number) return;
        this.#parts.push(part);
        this.#onPart();
      });
  }

  /** Shows a group to all threads. */
  show(group: PathGroup): void {
    this.#number += 1;
    this.#parts = [];
    const message: GroupMessage = { number: this.#number, memory: group.memory };
    for (const worker of this.#workers) worker.postMessage(message);
  }

  /**
   * Waits for the parts of those threads that took anything of the group shown last: one that has not started yet is
   * not waited for.
   *
   * @param taken how many paths of it they took in all
   */
  async parts(taken: number): Promise<readonly InspectedPart[]> {
    const complete = () => this.#parts.reduce((sum, part) => sum + part.taken, 0) >= taken;
    while (!complete())
      await Promise.race([
        this.#failed,
        new Promise<void>(done => {
          this.#onPart = done;
        }),
      ]);
    return this.#parts;
  }

  close(): void {
    for (const worker of this.#workers) void worker.terminate();
  }
}

/** What such a thread does: takes paths from each group that it is shown. */
export function readSharedFiles(
  { root }: FilesWork,
  port: {
    on(event: 'message', listener: (message: GroupMessage) => void): unknown;
    postMessage(message: PartMessage): void;
  },
): void {
  const files = new FileInspector(root);
  port.on('message', ({ number, memory }) => {
    const group = new PathGroup(memory);
    for (let share = group.take(); share !== undefined; share = group.take()) files.look(group, share);
    const part = files.part();
    if (part.taken > 0) port.postMessage({ number, part });
  });
}
