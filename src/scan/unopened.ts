import type { ScanResult } from './finding.js';

/** What packed contents that are not opened do: they are said, or make the scan incomplete. */
export const UNOPENED = ['say', 'fail'] as const;
export type Unopened = (typeof UNOPENED)[number];

/** Makes a scan incomplete that met packed contents which are not opened, but for those that the allow list names by path. */
export function judgeUnopened(result: ScanResult, how: Unopened): ScanResult {
  if (how === 'say') return result;
  const unread = result.unread.map(one => (one.unopened ? { ...one, incomplete: true } : one));
  return { ...result, unread };
}
