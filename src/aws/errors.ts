/**
 * What an error of an STS call means for the caller.
 * - `passing`: network, 5xx, throttling, an unreadable answer: the same call may pass later
 * - `stale-token`: a call with a new OIDC token may pass
 * - `final`: AWS understood the request and said no
 */
export type StsErrorKind = 'passing' | 'stale-token' | 'final';

/** The parts of an error that are shown; `code` is AWS's name for it, or Node's for a network error. */
export interface StsError {
  readonly kind: StsErrorKind;
  readonly code: string;
  readonly message: string;
  readonly requestId: string | undefined;
}

/** Throttling goes by several names, all with status 400 or 429 (AWS SDK, service error classification). */
const PASSING = new Set([
  'BandwidthLimitExceeded',
  'EC2ThrottledException',
  'LimitExceededException',
  'PriorRequestNotComplete',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'RequestTimeout',
  'RequestTimeoutException',
  'InternalFailure',
  'ServiceUnavailable',
  // STS could not reach GitHub's issuer to verify the token; the only one that STS itself calls retryable.
  'IDPCommunicationError',
  'IDPCommunicationErrorException',
  'IncompleteAnswer',
]);

/** Errors about the token itself. With a new one the call may pass, for tokens live for five minutes only. */
const STALE_TOKEN = new Set([
  'InvalidIdentityToken',
  'InvalidIdentityTokenException',
  'ExpiredToken',
  'ExpiredTokenException',
]);

/** Texts under the code InvalidIdentityToken that no new token changes. */
const SETTLED = /No OpenIDConnect provider found|Incorrect token audience|is not a valid audience/i;

/** A JWT: validation errors repeat the values that were sent, and whoever answers in place of STS may repeat anything. */
const TOKEN = /eyJ[\w-]+\.[\w-]+\.[\w-]*/g;

/**
 * Classifies what an STS client threw. Names are compared, not classes: a bundle may hold a class twice.
 */
export function stsError(error: unknown): StsError {
  const code = textOf(error, 'name') ?? 'Unknown';
  const message = (textOf(error, 'message') ?? String(error)).replace(TOKEN, '<token>');
  const metadata = fieldOf(error, '$metadata');
  const status = fieldOf(metadata, 'httpStatusCode');
  const requestId = textOf(metadata, 'requestId');
  const answered = typeof status === 'number' && fieldOf(error, '$fault') !== undefined;
  if (PASSING.has(code) || (typeof status === 'number' && (status >= 500 || status === 429))) {
    return { kind: 'passing', code, message, requestId };
  }
  if (STALE_TOKEN.has(code)) {
    return { kind: SETTLED.test(message) ? 'final' : 'stale-token', code, message, requestId };
  }
  if (answered) return { kind: 'final', code, message, requestId };
  // No understandable answer of AWS: a network error, or rubbish from something in between.
  return { kind: 'passing', code: textOf(error, 'code') ?? code, message, requestId };
}

function fieldOf(from: unknown, key: string): unknown {
  if (typeof from !== 'object' || from === null || !(key in from)) return undefined;
  return Reflect.get(from, key);
}

function textOf(from: unknown, key: string): string | undefined {
  const value = fieldOf(from, key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
