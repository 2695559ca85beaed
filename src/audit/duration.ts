/**
 * Seconds of a duration as Identity Center writes it (ISO 8601: `PT8H`, `PT1H30M`).
 *
 * @returns undefined for what is no such duration
 */
export function sessionSeconds(text: string | undefined): number | undefined {
  const match = /^PT(?=\d)(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:(\d{1,6})S)?$/.exec(text ?? '');
  if (match === null) return undefined;
  const [, hours = 0, minutes = 0, seconds = 0] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** `8h`, `1h30m`, `90s`, as the configuration file writes it. */
export function shownDuration(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'm'],
    [seconds % 60, 's'],
  ] as const;
  return (
    parts
      .filter(([count]) => count > 0)
      .map(part => part.join(''))
      .join('') || '0s'
  );
}
