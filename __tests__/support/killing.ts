import type { Ended } from './program.js';

type Interrupt = { readonly when: Promise<unknown>; readonly signal: NodeJS.Signals };

/**
 * Starts something again and again, and kills it each time at another point between its beginning and its end, as it
 * was measured on this machine.
 */
export async function killedAtAnyPoint(
  times: number,
  steps: {
    readonly start: (kill: Interrupt | undefined) => Promise<Ended>;
    readonly before: () => Promise<void>;
    /** What must hold afterwards. */
    readonly after: () => Promise<void>;
  },
): Promise<void> {
  await steps.before();
  const { milliseconds } = await steps.start(undefined);
  for (let index = 0; index < times; index += 1) {
    await steps.before();
    const point = (milliseconds * (index + 0.5)) / times;
    const when = new Promise(resolve => setTimeout(resolve, point));
    await steps.start({ when, signal: 'SIGKILL' });
    await steps.after();
  }
}
