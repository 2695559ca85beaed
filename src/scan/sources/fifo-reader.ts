import { closeSync, openSync, readSync } from 'node:fs';
import { FlaggedObjects, type FlaggedReport } from './flagged-objects.js';
import { ObjectReader } from './object-reader.js';

/** What a thread that reads a named pipe is started with. */
export interface FifoWork {
  readonly kind: 'fifo';
  readonly path: string;
}

/** What the reading thread tells the one that started it. */
export type FifoMessage =
  | { readonly kind: 'opened' }
  | { readonly kind: 'progress'; readonly objects: number; readonly bytes: number }
  | { readonly kind: 'done'; readonly report: FlaggedReport; readonly complete: boolean };

const BYTES_BETWEEN_MESSAGES = 4 * 2 ** 20;

/** Reads the output of `git cat-file --batch` from a named pipe to its end, with blocking reads. */
export function readFifo(path: string, tell: (message: FifoMessage) => void): void {
  const pipe = openSync(path, 'r');
  tell({ kind: 'opened' });
  const objects = new FlaggedObjects();
  const reader = new ObjectReader(objects);
  let next = BYTES_BETWEEN_MESSAGES;
  for (;;) {
    const { bytes, start, length } = reader.room();
    const count = readSync(pipe, bytes, start, length, null);
    if (count === 0) break;
    reader.filled(count);
    if (objects.progress.bytes < next) continue;
    next += BYTES_BETWEEN_MESSAGES;
    tell({ kind: 'progress', ...objects.progress });
  }
  closeSync(pipe);
  tell({ kind: 'done', report: objects.report(), complete: reader.complete });
}
