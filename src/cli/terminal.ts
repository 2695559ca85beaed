import { writeSync } from 'node:fs';
import type { WriteStream } from 'node:tty';
import type { Variables } from '../github/job.js';
import type { Terminal } from './command.js';

/** This process as a terminal. */
export function processTerminal(version: string): Terminal {
  const { stdin, stdout, stderr, env } = process;
  return {
    stdin,
    cwd: process.cwd(),
    variables: env,
    color: showsColor(stdout, env),
    columns: stdout.columns || 80,
    version,
    print: text => writeAll(stdout.fd, text),
    say: text => writeAll(stderr.fd, text),
    overwrite: stderr.isTTY ? line => writeAll(stderr.fd, `\r\u001b[2K${line}`) : undefined,
    signal: stopSignal(),
  };
}

/** Aborted by the first Ctrl-C, so that what was opened is closed; the second one ends the process at once. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort());
  return controller.signal;
}

/** Colour where somebody looks, and nobody asked for none (no-color.org, force-color.org). */
function showsColor(stream: Pick<WriteStream, 'isTTY'>, variables: Variables): boolean {
  if (variables['NO_COLOR']) return false;
  if (variables['FORCE_COLOR'] && variables['FORCE_COLOR'] !== '0') return true;
  return stream.isTTY === true && variables['TERM'] !== 'dumb';
}

/**
 * Writes at once, so that all of it is out when the process ends, also into a pipe. A reader that has gone away
 * (`… | head -1`) wants no more; the exit code still tells what was found.
 */
function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EAGAIN') {
        // The reader is slower than we are: give it a moment.
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
        continue;
      }
      if (code === 'EPIPE' || code === 'EOF') return;
      throw error;
    }
  }
}
