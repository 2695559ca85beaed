import { constants } from 'node:os';

/** What the runner sends to a step that is cancelled, and what ends a process otherwise. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs `body`; when the step is cancelled meanwhile, `onCancel` is run and the process ends, as a process does that a
 * signal ends. The runner gives a step some seconds between its signals; a step that computes hears of one only when
 * it comes to wait.
 */
export async function whileCancellable(body: () => Promise<void>, onCancel: () => void): Promise<void> {
  const cancel = (signal: (typeof SIGNALS)[number]) => {
    try {
      onCancel();
    } finally {
      process.exit(128 + constants.signals[signal]);
    }
  };
  for (const signal of SIGNALS) process.once(signal, cancel);
  try {
    await body();
  } finally {
    for (const signal of SIGNALS) process.off(signal, cancel);
  }
}
