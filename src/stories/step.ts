import { endProcess } from '../end-process.js';
import { explained, Failure } from '../failure.js';
import type { Runner } from '../github/runner.js';
import { printable } from '../printable.js';

/**
 * Runs what a step does, and shows whatever it throws as the step's failure. Nothing thrown passes unseen: neither a
 * rejected promise nor something that is no Error.
 */
export async function runStep(runner: Runner, body: () => Promise<void>): Promise<void> {
  try {
    await body();
  } catch (error) {
    runner.fail(error instanceof Failure ? explained(error) : unexpected(error));
    if (error instanceof Error && error.stack) runner.debug(error.stack);
  }
  endProcess();
}

function unexpected(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `aws-temp-creds failed for a reason that it does not know: ${printable(text, 500)}\n\nWhat to do: run the job again with debug logging, and report the log as an issue.`;
}
