import { setTimeout as wait } from 'node:timers/promises';

/** How long and how often something is tried. */
export interface Patience {
  /** Calls at the most, the first one included. */
  readonly maxAttempts: number;
  /** Once aborted, nothing is tried again. A call under way is not touched: it has a signal of its own. */
  readonly signal: AbortSignal;
}

/** First delay in milliseconds; it doubles with every attempt. Full jitter: each delay is random from 0 to that. */
const FIRST_DELAY = 100;
const LONGEST_DELAY = 5_000;

/**
 * Calls until it succeeds, it fails for a reason that waiting does not heal, or patience ends. (Not a library's loop:
 * those that are kept cannot be interrupted while they wait, and then call once more for nobody.)
 *
 * @param call gets the number of the attempt, from 1
 * @param canHeal whether another attempt may pass; asked only when there can be one
 * @throws what the last call threw
 */
export async function withPatience<T>(
  { maxAttempts, signal }: Patience,
  call: (attempt: number) => Promise<T>,
  canHeal: (error: unknown) => boolean,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call(attempt);
    } catch (error) {
      const another = attempt < maxAttempts && !signal.aborted && canHeal(error);
      if (!another || !(await waited(delayAfter(attempt), signal))) throw error;
    }
  }
}

function delayAfter(attempt: number): number {
  return Math.random() * Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (attempt - 1));
}

/** @returns false when the wait was cut short */
async function waited(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  try {
    await wait(milliseconds, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}
