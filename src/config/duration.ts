/** Session lengths that STS accepts for a role: seconds (AssumeRoleWithWebIdentity, DurationSeconds). */
export const SHORTEST_SESSION = 900;
export const LONGEST_SESSION = 43_200;
/** What STS allows at most when a role is assumed with another role's credentials. */
export const LONGEST_CHAINED_SESSION = 3_600;
export const DEFAULT_SESSION = 3_600;

const UNITS = { s: 1, m: 60, h: 3600 } as const;

/**
 * @param text `3600`, `90m`, `1h`, `1h30m`
 * @returns whole seconds, or undefined when the text is no duration
 */
export function parseDuration(text: string): number | undefined {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  const match = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s)?$/.exec(text);
  if (match === null || text === '') return undefined;
  const [, hours = '0', minutes = '0', seconds = '0'] = match;
  return Number(hours) * UNITS.h + Number(minutes) * UNITS.m + Number(seconds) * UNITS.s;
}

/** What is wrong with a session's length, or undefined when nothing is. */
export function durationFault(
  seconds: number | undefined,
  longest: number = LONGEST_SESSION,
): string | undefined {
  if (seconds === undefined) return 'is not a duration: write seconds (3600) or units (1h, 90m, 1h30m)';
  if (seconds < SHORTEST_SESSION)
    return `is ${seconds} s; STS gives no session under 15m (${SHORTEST_SESSION})`;
  if (seconds <= longest) return undefined;
  return longest === LONGEST_CHAINED_SESSION
    ? `is ${seconds} s; a role that is assumed through another role gets 1h at most`
    : `is ${seconds} s; STS gives no session over 12h (${LONGEST_SESSION})`;
}
