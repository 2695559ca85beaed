import { TROUBLESHOOTING } from './about.js';
import { masked } from './masked.js';

/**
 * The reasons for which a surface stops. Tests and exit codes go by the code, people by the text.
 *
 * - `wrong-input`, `wrong-configuration`: nothing was sent anywhere yet
 * - `no-identity-token`: the job cannot get an OIDC token (permission, fork, Dependabot, expired request token)
 * - `refused`: AWS understood the request and said no; final within one call
 * - `unreachable`: network, 5xx, throttling or rubbish until the time bound; a later run may pass
 * - `wrong-account`: STS's answer is not what was asked for: another account, role or session, or nothing that looks like
 *   credentials
 * - `static-keys`: the scan found static keys
 * - `unwritable`: the runner's own files or folders cannot be written; nothing was sent anywhere yet
 * - `scan-incomplete`: something could not be read, so the scan cannot vouch for the repository
 * - `audit-findings`: the audit found something that `fail-on` counts
 * - `audit-incomplete`: a part of the audit could not be looked at
 * - `internal`: a fault of ours
 */
export type FailureCode =
  | 'wrong-input'
  | 'wrong-configuration'
  | 'no-identity-token'
  | 'refused'
  | 'unreachable'
  | 'wrong-account'
  | 'static-keys'
  | 'unwritable'
  | 'scan-incomplete'
  | 'audit-findings'
  | 'audit-incomplete'
  | 'internal';

/** The four parts of what a user reads; `what` is the error's `message`. */
export interface Explanation {
  /** What failed, in one sentence. */
  readonly what: string;
  /** Why it failed: facts, as observed. May have several lines. */
  readonly why?: string;
  /** The mistake that most often leads here. */
  readonly likely?: string;
  /** What to write instead, ready to paste. May have several lines. */
  readonly write?: string;
  /** Where the troubleshooting page goes on, an anchor of it; undefined: at the failure's code. */
  readonly page?: string;
}

const BRAND = Symbol.for('aws-temp-creds.failure');

/** An expected failure, ready to be shown. Holds no secret in any part; `cause` is never printed. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly [BRAND] = true;
  readonly code: FailureCode;
  readonly explanation: Explanation;

  constructor(code: FailureCode, explanation: Explanation, options?: ErrorOptions) {
    super(explanation.what, options);
    this.code = code;
    this.explanation = explanation;
  }

  /** Bundles load one another, and each has this class: a failure of one is a failure to all. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && BRAND in value;
  }
}

/** The text of a failure as it is shown: the four parts, each under its own heading where it has one; no key in any. */
export function explain({ what, why, likely, write }: Explanation): string {
  const parts = [what];
  if (why !== undefined) parts.push(section('Why', why));
  if (likely !== undefined) parts.push(section('Likely mistake', likely));
  if (write !== undefined) parts.push(section('What to do', write));
  return masked(parts.join('\n\n'));
}

/** The same with the place where the troubleshooting page explains it. */
export function explained({ code, explanation }: Failure): string {
  return `${explain(explanation)}\n\nMore: ${TROUBLESHOOTING}#${explanation.page ?? code}`;
}

function section(title: string, text: string): string {
  return text.includes('\n') ? `${title}:\n${text.replace(/^(?=.)/gm, '  ')}` : `${title}: ${text}`;
}
