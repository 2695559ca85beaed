/** Spaces requests out over time, for services that count the requests of a whole organization together. */
export interface Pace {
  /** Resolves when the next request may be sent. */
  turn(): Promise<void>;
}

/**
 * @param perSecond requests a second at the most, none of them saved up while nobody asks
 * @param wait resolves after so many milliseconds
 * @param now milliseconds of a clock that never goes back
 */
export function paceOf(
  perSecond: number,
  wait: (milliseconds: number) => Promise<void>,
  now: () => number,
): Pace {
  const gap = 1000 / perSecond;
  let next = 0;
  return {
    turn: async () => {
      const start = Math.max(now(), next);
      next = start + gap;
      const left = start - now();
      if (left > 0) await wait(left);
    },
  };
}
