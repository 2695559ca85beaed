import type { Severity } from '../finding.js';
import type { AuditResult } from '../judge.js';
import { SEVERITIES } from '../rules.js';

/** `2 errors, 1 warning`; `nothing found`. */
export function countWords(findings: readonly { readonly severity: Severity }[]): string {
  const parts = SEVERITIES.map(severity => ({
    severity,
    count: findings.filter(finding => finding.severity === severity).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => plural(count, severity));
  return parts.length === 0 ? 'nothing found' : parts.join(', ');
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** What was looked at, in one line. */
export function scopeWords({ facts }: AuditResult): string {
  const { organization, identityCenter, accounts } = facts;
  const parts = [
    ...(organization ? [`the organization (${plural(organization.accounts.length, 'account')})`] : []),
    ...(identityCenter ? [`Identity Center (${plural(identityCenter.accounts.size, 'account')})`] : []),
    ...(accounts.size > 0 ? [`IAM of ${plural(accounts.size, 'account')}`] : []),
  ];
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}

/** The one line that tells how it went. */
export function headline(result: AuditResult): string {
  const { findings, gaps } = result;
  if (gaps.length > 0)
    return `Incomplete: ${plural(gaps.length, 'part')} could not be looked at; ${countWords(findings)}`;
  return findings.length === 0
    ? 'Pipeline, organization and people tell the same story, and no static key is left'
    : countWords(findings);
}
