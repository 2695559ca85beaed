import type { HttpAnswer, NoAnswer } from './send.js';

/**
 * What an error of an STS call means for the caller.
 * - `passing`: network, 5xx, throttling, keys of the issuer that AWS could not fetch, an answer that is none of AWS's:
 *   the same call may pass later
 * - `stale-token`: a call with a new OIDC token may pass
 * - `settling`: AWS said no, as it also does for seconds after a role, a provider or a policy was made or changed
 * - `final`: nothing that time heals
 */
export type StsErrorKind = 'passing' | 'stale-token' | 'settling' | 'final';

/** Who answered: AWS; something else, a proxy or a portal; or nobody. */
export type Answerer =
  | { readonly kind: 'aws'; readonly status: number; readonly requestId: string | undefined }
  | {
      readonly kind: 'other';
      readonly status: number;
      /** The content type; '' when none was named. */
      readonly type: string;
      /** Where the answer leads to; undefined: nowhere. */
      readonly location: string | undefined;
    }
  | { readonly kind: 'nobody'; readonly proxyStatus: number | undefined };

/** A proxy as it may be shown: without its login. */
export interface ShownProxy {
  readonly shown: string;
  readonly variable: string;
  readonly hasLogin: boolean;
}

/** The parts of an error that are shown; `code` is AWS's name for it, or Node's for a network error. */
export interface StsError {
  readonly kind: StsErrorKind;
  readonly code: string;
  readonly message: string;
  readonly answerer: Answerer;
  /** Host that was asked. */
  readonly host: string;
  readonly proxy: ShownProxy | undefined;
}

/** A call to STS that gave no credentials. */
export class StsProblem extends Error {
  override readonly name = 'StsProblem';
  readonly problem: StsError;

  constructor(problem: StsError, options?: ErrorOptions) {
    super(`${problem.code}: ${problem.message}`, options);
    this.problem = problem;
  }
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
  'InternalError',
  'ServiceUnavailable',
  // STS could not reach GitHub's issuer to verify the token; the only one that STS itself calls retryable.
  'IDPCommunicationError',
  'IDPCommunicationErrorException',
]);

/**
 * Texts under InvalidIdentityToken that the same token outlives: STS could not fetch the issuer's keys (many jobs at
 * once, a short outage; aws-actions/configure-aws-credentials#299), or one clock is a second ahead of the other.
 */
const HEALS_BY_WAITING =
  /retrieve verification key|not (?:yet|currently) valid|not valid (?:yet|before|until)|before .{0,40}\bnbf\b|\bnbf\b.{0,40}(?:future|before)|issued in the future|used before/i;

/** Texts under the code InvalidIdentityToken that no new token changes, but somebody in the account does. */
const ABOUT_THE_PROVIDER =
  /No OpenIDConnect provider found|Incorrect token audience|is not a valid audience/i;

/** The same, where nothing that was just made in the account is waited for. */
const SETTLED = /thumbprint|required claim|not present in the roles claim|not a valid JWT/i;

/** What the proxy or the certificate says stays as it is. */
const STAYS = /CERT|SIGNATURE|ISSUER|UNABLE_TO|SELF_SIGNED|ERR_TLS|ERR_SSL|HOSTNAME_MISMATCH/;

/** The kind of a code and text of AWS. */
export function kindOf(code: string, message: string, status: number): StsErrorKind {
  if (PASSING.has(code) || status >= 500 || status === 429 || status === 408) return 'passing';
  if (code.startsWith('InvalidIdentityToken')) {
    if (HEALS_BY_WAITING.test(message)) return 'passing';
    if (ABOUT_THE_PROVIDER.test(message)) return 'settling';
    return SETTLED.test(message) ? 'final' : 'stale-token';
  }
  if (code.startsWith('ExpiredToken')) return 'stale-token';
  if (code.startsWith('AccessDenied') || /MaxSessionDuration/.test(message)) return 'settling';
  return 'final';
}

/** A JWT, or what is left of one: validation errors repeat the values that were sent. */
const TOKEN = /eyJ[\w-]+(?:\.[\w-]*){0,2}/g;

/** Characters of an answer's text that are looked at: the longest texts of AWS have some hundred. */
const LONGEST_TEXT = 2_000;

/** A text of whoever answered, without any token in it. */
export function withoutTokens(text: string): string {
  return text.slice(0, LONGEST_TEXT).replace(TOKEN, '<token>');
}

/** An answer that has no credentials in it, understood. `code` undefined: it is no answer of AWS. */
export function answeredProblem(
  { status, headers }: HttpAnswer,
  said: {
    readonly code: string | undefined;
    readonly message: string;
    readonly requestId: string | undefined;
  },
  host: string,
  proxy: ShownProxy | undefined,
): StsProblem {
  if (said.code !== undefined) {
    const message = withoutTokens(said.message);
    const kind = kindOf(said.code, message, status);
    const answerer = { kind: 'aws', status, requestId: said.requestId } as const;
    return new StsProblem({ kind, code: said.code, message, answerer, host, proxy });
  }
  const type = (headers['content-type'] ?? '').slice(0, 100);
  const location = headers.location?.slice(0, 300);
  return new StsProblem({
    // A proxy that wants a password goes on wanting it.
    kind: status === 407 ? 'final' : 'passing',
    code: `HTTP ${status}`,
    message: `${type || 'no content type'}, which is no answer of AWS`,
    answerer: { kind: 'other', status, type, location },
    host,
    proxy,
  });
}

/** No answer at all, understood. */
export function unansweredProblem(error: NoAnswer): StsProblem {
  const stays = STAYS.test(error.code) || error.status === 407;
  return new StsProblem(
    {
      kind: stays ? 'final' : 'passing',
      code: error.code,
      message: error.message.slice(0, LONGEST_TEXT),
      answerer: { kind: 'nobody', proxyStatus: error.status },
      host: error.host,
      proxy: error.proxy,
    },
    { cause: error },
  );
}
