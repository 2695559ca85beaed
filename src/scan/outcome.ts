import type { Finding, RuleId, ScanResult, Severity } from './finding.js';
import { countBySeverity, isIncomplete } from './report/words.js';

/**
 * From which findings on a scan fails. `live`: only what AWS was not asked about, or did not say is dead; `pair`: only
 * credentials that are complete, so that they can be used.
 */
export const FAIL_ON = ['live', 'pair', 'error', 'warning', 'notice'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** Rules whose values are all that a caller needs. */
const COMPLETE: ReadonlySet<RuleId> = new Set([
  'access-key-pair',
  'temporary-credentials',
  'bedrock-api-key',
  'bedrock-short-term-api-key',
  'ses-smtp-credentials',
]);

export interface ScanOutcome {
  readonly counts: Readonly<Record<Severity, number>>;
  /** There are findings that fail the scan. */
  readonly failed: boolean;
  /** Something could not be read: the scan vouches for nothing, whatever it found. */
  readonly incomplete: boolean;
}

export function outcomeOf(result: ScanResult, failOn: FailOn): ScanOutcome {
  return {
    counts: countBySeverity(result.findings),
    failed: result.findings.some(finding => fails(finding, failOn)),
    incomplete: isIncomplete(result),
  };
}

/** True for a finding that fails a scan. */
export function fails({ rule, severity, status }: Finding, failOn: FailOn): boolean {
  switch (failOn) {
    case 'live':
      return status === 'live' || (severity === 'error' && status !== 'dead');
    case 'pair':
      return severity === 'error' && COMPLETE.has(rule);
    case 'error':
      return severity === 'error';
    case 'warning':
      return severity !== 'notice';
    case 'notice':
      return true;
  }
}
