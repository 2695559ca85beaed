import { writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import type { Variables } from '../github/job.js';
import type { Terminal } from './command.js';

const STDOUT = 1;
const STDERR = 2;

/** This process as a terminal. Node's streams are opened only when they are asked for: each takes milliseconds. */
export function processTerminal(version: string): Terminal {
  const { env } = process;
  return {
    get stdin() {
      return process.stdin;
    },
    cwd: process.cwd(),
    variables: env,
    get color() {
      return showsColor(env);
    },
    get columns() {
      return isatty(STDOUT) ? process.stdout.columns || 80 : 80;
    },
    version,
    print: text => writeAll(STDOUT, text),
    say: text => writeAll(STDERR, text),
    get overwrite() {
      return isatty(STDERR) ? (line: string) => writeAll(STDERR, `\r\u001b[2K${line}`) : undefined;
    },
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
function showsColor(variables: Variables): boolean {
  if (variables['NO_COLOR']) return false;
  if (variables['FORCE_COLOR'] && variables['FORCE_COLOR'] !== '0') return true;
  return isatty(STDOUT) && variables['TERM'] !== 'dumb';
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
