import { NO_ACCOUNT } from '../aws/names.js';
import type { Failure, FailureCode } from '../failure.js';
import type { Purpose } from '../handover/job-file.js';
import { printable } from '../printable.js';
import type { CachedCredentials } from './cache.js';

/** What one start of the credential process is asked for. */
export interface ProcessRequest {
  /** Absolute path of the job's folder. */
  readonly folder: string;
  readonly environment: string;
  readonly purpose: Purpose;
}

/** @returns undefined when the arguments are not `FOLDER ENVIRONMENT [read]` */
export function parseProcessRequest(args: readonly string[]): ProcessRequest | undefined {
  const [folder, environment, purpose = 'deploy', ...more] = args;
  if (!folder || !environment || more.length > 0) return undefined;
  return purpose === 'deploy' || purpose === 'read' ? { folder, environment, purpose } : undefined;
}

/** The arguments that parseProcessRequest reads; without `deploy`, which is understood. */
export function processArguments({ folder, environment, purpose }: ProcessRequest): readonly string[] {
  return purpose === 'read' ? [folder, environment, purpose] : [folder, environment];
}

/** The answer that the AWS tools read (AWS SDKs and Tools Reference Guide, process credential provider). */
export function processAnswer({ credentials, account }: CachedCredentials): string {
  return JSON.stringify({
    Version: 1,
    AccessKeyId: credentials.accessKeyId,
    SecretAccessKey: credentials.secretAccessKey,
    SessionToken: credentials.sessionToken,
    Expiration: credentials.expiration.toISOString(),
    ...(account !== NO_ACCOUNT && { AccountId: account }),
  });
}

/** A failure as one line, with everything that a refusal explains: the tools show no more of it, if any. */
export function failureLine(error: unknown): string {
  if (!isFailure(error)) {
    return printable(`unexpected failure: ${error instanceof Error ? error.message : String(error)}`, 1000);
  }
  const { what, why, likely, write } = error.explanation;
  const parts = [
    what,
    why && `Why: ${why}`,
    likely && `Likely mistake: ${likely}`,
    write && `What to do: ${write}`,
  ].filter(part => part !== undefined);
  return printable(parts.join(' | ').replace(/\s+/g, ' '), 5000);
}

/**
 * Whether every process of the job would fail like that. One that cannot ask for tokens may be alone in it: others may
 * have the variables that it lacks.
 */
export function isEverybodysFailure(error: unknown): boolean {
  return isFailure(error) && error.code !== 'no-identity-token';
}

/** By name: what is loaded for a renewal is a bundle of its own, with a class of its own. */
function isFailure(error: unknown): error is Failure {
  return error instanceof Error && error.name === 'Failure' && 'explanation' in error;
}

/** Whether a failure can come from a request token that GitHub no longer honours. */
export function concernsToken(code: FailureCode): boolean {
  return code === 'no-identity-token' || code === 'unreachable';
}
