import type { AuditFinding } from '../finding.js';
import { RULES, type RuleName } from '../rules.js';

/** A finding with the severity of its rule. */
export function found(
  rule: RuleName,
  finding: Omit<AuditFinding, 'rule' | 'severity'> & Partial<Pick<AuditFinding, 'severity'>>,
): AuditFinding {
  return { severity: RULES[rule].severity, ...finding, rule };
}
