/** The rules of the lint, by their stable names. */
export type LintRule =
  | 'any-caller-of-workflow'
  | 'branch-prefix-collision'
  | 'for-all-values'
  | 'if-exists'
  | 'letter-case'
  | 'malformed'
  | 'mutable-workflow-ref'
  | 'names-without-ids'
  | 'no-audience'
  | 'no-subject'
  | 'old-form-left'
  | 'open-principal'
  | 'open-to-all'
  | 'org-wide'
  | 'over-quota'
  | 'owner-prefix'
  | 'provider-of-another-account'
  | 'provider-spelling'
  | 'pull-request'
  | 'repo-prefix'
  | 'repo-wide'
  | 'several-providers'
  | 'unknown-key'
  | 'wildcard-under-exact-operator';

/**
 * - `error`: strangers may enter, AWS refuses the policy, or a part of it can never do what it says
 * - `warning`: more may enter than a deploy role should let in
 * - `notice`: it does what it says, and could be held faster
 */
export type LintSeverity = 'error' | 'warning' | 'notice';

/** Something that is wrong with a trust policy. */
export interface LintFinding {
  readonly rule: LintRule;
  readonly severity: LintSeverity;
  /** The statement's place, from 0; undefined: the policy as a whole. */
  readonly statement: number | undefined;
  /** One or two sentences: what it admits, or does not do. */
  readonly what: string;
  /** The lines to write instead. */
  readonly write: string;
}

const SEVERITIES: Readonly<Record<LintRule, LintSeverity>> = {
  'any-caller-of-workflow': 'warning',
  'branch-prefix-collision': 'warning',
  'for-all-values': 'error',
  'if-exists': 'warning',
  'letter-case': 'error',
  malformed: 'error',
  'mutable-workflow-ref': 'warning',
  'names-without-ids': 'notice',
  'no-audience': 'warning',
  'no-subject': 'error',
  'old-form-left': 'warning',
  'open-principal': 'warning',
  'open-to-all': 'error',
  'org-wide': 'warning',
  'over-quota': 'warning',
  'owner-prefix': 'error',
  'provider-of-another-account': 'error',
  'provider-spelling': 'error',
  'pull-request': 'warning',
  'repo-prefix': 'warning',
  'repo-wide': 'warning',
  'several-providers': 'warning',
  'unknown-key': 'error',
  'wildcard-under-exact-operator': 'error',
};

export function finding(
  rule: LintRule,
  statement: number | undefined,
  what: string,
  write: string,
): LintFinding {
  return { rule, severity: SEVERITIES[rule], statement, what, write };
}
