import { backOff } from 'exponential-backoff';

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
 * Calls until it succeeds, it fails for a reason that waiting does not heal, or patience ends.
 *
 * @param call gets the number of the attempt, from 1
 * @param canHeal whether another attempt may pass
 * @throws what the last call threw
 */
export async function withPatience<T>(
  patience: Patience,
  call: (attempt: number) => Promise<T>,
  canHeal: (error: unknown) => boolean,
): Promise<T> {
  const { maxAttempts, signal } = patience;
  let attempt = 0;
  let last: unknown;
  let underWay = false;
  const tries = backOff(
    async () => {
      attempt += 1;
      underWay = true;
      try {
        return await call(attempt);
      } finally {
        underWay = false;
      }
    },
    {
      jitter: 'full',
      startingDelay: FIRST_DELAY,
      maxDelay: LONGEST_DELAY,
      numOfAttempts: maxAttempts,
      retry: error => {
        last = error;
        return canHeal(error) && !signal.aborted;
      },
    },
  );
  // The library's delays cannot be interrupted: without this race an abort would wait for the end of one.
  const aborted = whenAborted(signal, () => !underWay);
  try {
    return await Promise.race([tries, aborted.promise]);
  } catch (error) {
    throw error === ABORTED ? (last ?? signal.reason) : error;
  } finally {
    aborted.forget();
    // A loser of the race must not become an unhandled rejection.
    tries.catch(() => undefined);
  }
}

const ABORTED = Symbol('aborted');

/** Rejects when the signal is aborted at a time when `counts` says so. */
function whenAborted(
  signal: AbortSignal,
  counts: () => boolean,
): { promise: Promise<never>; forget: () => void } {
  let forget = () => {};
  const promise = new Promise<never>((_, reject) => {
    const abort = () => counts() && reject(ABORTED);
    signal.addEventListener('abort', abort, { once: true });
    forget = () => signal.removeEventListener('abort', abort);
  });
  return { promise, forget };
}
