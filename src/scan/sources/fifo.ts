import { execFile } from 'node:child_process';
import { closeSync, constants, openSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram, type GitPlace } from './git.js';

/**
 * A named pipe. What Node calls a pipe to a child is a pair of sockets, read in events of 64 KB on the main thread;
 * a thread that does blocking reads from a real pipe takes git's output a fifth faster, and leaves the main thread
 * free to feed git.
 */
export interface Fifo {
  readonly path: string;
  /** For the child's stdout. */
  readonly writeEnd: number;
  /** Closes both ends here, once the child has the one and a reader the other. */
  release(): void;
}

/** @returns undefined where there are no named pipes (Windows) or none can be made */
export async function makeFifo({ git }: GitPlace, folder: string, name: string): Promise<Fifo | undefined> {
  const program = process.platform === 'win32' ? undefined : findProgram('mkfifo', git.environment);
  if (program === undefined) return undefined;
  const path = join(folder, name);
  const made = await new Promise<boolean>(done => {
    execFile(program, ['-m', '600', path], { env: { ...git.environment } }, error => done(error === null));
  });
  if (!made) return undefined;
  // A reader must be there before an end can be opened for writing without waiting.
  const readEnd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const writeEnd = openSync(path, constants.O_WRONLY);
  return {
    path,
    writeEnd,
    release: () => {
      closeSync(writeEnd);
      closeSync(readEnd);
    },
  };
}
