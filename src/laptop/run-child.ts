import { constants } from 'node:os';
import { isatty } from 'node:tty';
import spawn from 'cross-spawn';
import { errorCode } from '../credentials/private-file.js';

/** How a command ended. */
export type ChildEnd =
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'killed'; readonly signal: NodeJS.Signals }
  /** It was never started. */
  | { readonly kind: 'unstartable'; readonly code: 126 | 127; readonly why: string };

/** Signals that somebody sends to us and that are meant for the command. */
const FORWARDED: readonly NodeJS.Signals[] = [
  'SIGTERM',
  'SIGHUP',
  'SIGUSR1',
  'SIGUSR2',
  'SIGWINCH',
  'SIGCONT',
];
/** A terminal sends these to the command as well as to us; sent on, they would arrive twice. */
const OF_TERMINAL: readonly NodeJS.Signals[] = ['SIGINT', 'SIGQUIT'];

/**
 * Runs a command with our own standard streams, to its end. (The package starts `.cmd` files on Windows, which Node
 * alone does not, and quotes for cmd.exe.)
 *
 * @param words the program and its arguments
 * @param folder to run it in
 */
export async function runChild(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  folder: string,
): Promise<ChildEnd> {
  const [program = '', ...args] = words;
  const child = spawn(program, args, { stdio: 'inherit', env: environment, cwd: folder });
  const hasTerminal = [0, 1, 2].some(descriptor => isatty(descriptor));
  const listeners = [...FORWARDED, ...OF_TERMINAL].map(signal => {
    const forward = () => {
      if (!hasTerminal || !OF_TERMINAL.includes(signal)) child.kill(signal);
    };
    listen(signal, forward);
    return { signal, forward };
  });
  try {
    return await new Promise<ChildEnd>(resolve => {
      child.once('error', error => resolve(unstartable(error)));
      child.once('close', (code, signal) =>
        resolve(signal === null ? { kind: 'exited', code: code ?? 0 } : { kind: 'killed', signal }),
      );
    });
  } finally {
    for (const { signal, forward } of listeners) process.off(signal, forward);
  }
}

/** Windows does not know all of them. */
function listen(signal: NodeJS.Signals, forward: () => void): void {
  try {
    process.on(signal, forward);
  } catch {}
}

function unstartable(error: Error): ChildEnd {
  const missing = errorCode(error) === 'ENOENT';
  return {
    kind: 'unstartable',
    code: missing ? 127 : 126,
    why: missing ? 'there is no such program' : error.message,
  };
}

/**
 * Ends this process as the command ended, so that whoever started us sees the same.
 *
 * @returns the exit code, where a signal does not end us
 */
export function endLike(signal: NodeJS.Signals): number {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
  return 128 + (constants.signals[signal] ?? 0);
}
