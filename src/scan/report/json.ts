import type { Finding, ScanResult } from '../finding.js';
import { RULES } from '../rules.js';
import { countBySeverity, isIncomplete } from './words.js';

/**
 * The JSON report. Fields are added, never renamed or given another meaning, without a new `version`; values of
 * findings are in none of them. Documented in docs/scan.md.
 *
 * @param result without values
 */
export function jsonReport(result: ScanResult, toolVersion: string): string {
  const { mode, scope, counts, findings, allowed, unread, notes } = result;
  const report = {
    version: 1,
    tool: { name: 'aws-temp-creds', version: toolVersion },
    mode,
    scope,
    complete: !isIncomplete(result),
    counts: { ...countBySeverity(findings), allowed: allowed.length, ...counts },
    findings: findings.map(jsonFinding),
    allowed: allowed.map(jsonFinding),
    unread,
    notes,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function jsonFinding(finding: Finding) {
  const { rule, severity, redacted, fingerprint, place, alsoAt, account, layers, reason } = finding;
  const { status, statusDetail, replacement, proposed, allowed } = finding;
  return {
    rule,
    title: RULES[rule].title,
    severity,
    shown: redacted,
    fingerprint,
    place,
    account,
    layers,
    reason,
    status,
    statusDetail,
    replacement,
    proposed,
    allowed,
    alsoAt,
  };
}
