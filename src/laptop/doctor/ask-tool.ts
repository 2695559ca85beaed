import { setTimeout } from 'node:timers/promises';
import { exec } from '@actions/exec';

/** How a tool is asked. */
export interface Asking {
  /** All of its variables. */
  readonly environment: Readonly<Record<string, string>>;
  /** Absolute; where it runs. */
  readonly folder: string;
  /** Milliseconds after which it has not answered. */
  readonly patience: number;
}

/** Characters; a version is shorter. */
const MOST = 10_000;

/**
 * Asks a tool on PATH for a few words, such as its version.
 *
 * The package finds and starts `.cmd` and `.bat` files on Windows, which Node alone does not. It cannot stop what it
 * started, nor bound what is said: so a tool that is late is no longer listened to and its pipes end with this process,
 * which has to be ended; git, which may hang in a hostile repository, is not started with it.
 *
 * @returns what it wrote to both streams; undefined when there is no such tool, it failed, or it has not answered
 */
export async function askTool(
  tool: string,
  args: readonly string[],
  { environment, folder, patience }: Asking,
): Promise<string | undefined> {
  let said = '';
  const listen = (bytes: Buffer) => {
    if (said.length < MOST) said += bytes.toString('utf8').slice(0, MOST - said.length);
  };
  const ended = exec(tool, [...args], {
    env: { ...environment },
    cwd: folder,
    silent: true,
    ignoreReturnCode: true,
    listeners: { stdout: listen, stderr: listen },
  }).catch(() => undefined);
  const waiting = new AbortController();
  const late = setTimeout(patience, undefined, { signal: waiting.signal }).catch(() => undefined);
  const exitCode = await Promise.race([ended, late]);
  waiting.abort();
  return exitCode === 0 ? said : undefined;
}
