import type { Fifo } from './fifo.js';
import type { FifoMessage } from './fifo-reader.js';
import type { FlaggedReport } from './flagged-objects.js';
import { ending, type GitPlace, gitProcess } from './git.js';
import { feed, type ObjectNames } from './objects.js';
import { startThread } from './worker-file.js';

export interface ThreadOptions {
  readonly place: GitPlace;
  readonly fifo: Fifo;
  /** What the thread runs. */
  readonly file: string;
  readonly signal: AbortSignal | undefined;
  readonly progress: (objects: number, bytes: number) => void;
}

/**
 * Reads objects through one `git cat-file --batch` and one thread.
 *
 * @returns what was found, and why it is not all, if it is not
 */
export async function readInThread(
  names: ObjectNames,
  { place, fifo, file, signal, progress }: ThreadOptions,
): Promise<{ readonly report: FlaggedReport; readonly failure: string | undefined }> {
  const child = gitProcess(place, ['cat-file', '--batch', '--buffer'], ['pipe', fifo.writeEnd, 'pipe']);
  const ended = ending(child);
  const stop = () => child.kill();
  signal?.addEventListener('abort', stop);
  const worker = startThread(file, { kind: 'fifo', path: fifo.path });
  let release: (() => void) | undefined = fifo.release;
  const open = () => {
    release?.();
    release = undefined;
  };
  try {
    const done = new Promise<FifoMessage & { kind: 'done' }>((resolve, reject) => {
      worker.on('message', (message: FifoMessage) => {
        if (message.kind === 'opened') open();
        else if (message.kind === 'progress') progress(message.objects, message.bytes);
        else {
          progress(message.report.objects, message.report.bytes);
          resolve(message);
        }
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the reading thread ended early')));
    });
    const [{ report, complete }, { exitCode, stderr }] = await Promise.all([
      done,
      ended,
      feed(child.stdin, names),
    ]);
    return { report, failure: exitCode === 0 && complete ? undefined : stderr.trim() || 'git ended early' };
  } finally {
    signal?.removeEventListener('abort', stop);
    child.kill();
    open();
    await worker.terminate();
  }
}
