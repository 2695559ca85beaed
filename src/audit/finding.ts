import type { RuleName } from './rules.js';

/** How bad a finding is; `fail-on` names the least that fails. */
export type Severity = 'error' | 'warning' | 'notice';

/** One thing that is wrong, and what to do. Texts hold no secret and no e-mail address. */
export interface AuditFinding {
  readonly rule: RuleName;
  readonly severity: Severity;
  /** What is wrong, in one sentence. */
  readonly what: string;
  /** What to do; may have several lines, of which commands can be pasted. */
  readonly fix: string;
  /** Of the configuration file. */
  readonly environment?: string;
  readonly account?: string;
  /** ARN of the role that it is about. */
  readonly role?: string;
}

/** A part of the audit that could not be looked at. What was not looked at is never clean. */
export interface Gap {
  /** What is missing, such as `permission sets of account 111111111111`. */
  readonly part: string;
  /** The IAM action that was asked for, or `GET /…` of GitHub's API. */
  readonly action: string;
  readonly why: string;
  /** What to add, allow or wait for. */
  readonly fix: string;
}

/** A finding that the file accepts, and why. */
export interface AcceptedFinding extends AuditFinding {
  readonly reason: string;
}
