/** An answer of STS that says no: the error's code, the HTTP status and the text, as the real service words them. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly status: number;

  constructor(code: string, status: number, message: string) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** Refusals whose text does not depend on the request. Statuses are those of the SDK's error schemas. */
const FIXED = {
  'malformed-policy': ['MalformedPolicyDocument', 400, 'Syntax errors in policy.'],
  'malformed-json': ['MalformedPolicyDocument', 400, 'This policy contains invalid Json'],
  'no-jwt': [
    'InvalidIdentityToken',
    400,
    'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
  ],
  'wrong-audience': ['InvalidIdentityToken', 400, 'Incorrect token audience'],
  'no-verification-key': [
    'InvalidIdentityToken',
    400,
    "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements",
  ],
  'bad-token-signature': ['InvalidIdentityToken', 400, 'Token signature invalid'],
  'identity-provider-unreachable': [
    'IDPCommunicationError',
    400,
    'The request could not be fulfilled because the identity provider (IDP) that was asked to verify the incoming identity token could not be reached.',
  ],
  'claim-rejected': [
    'IDPRejectedClaim',
    403,
    'The identity provider (IdP) reported that authentication failed.',
  ],
  'web-identity-denied': ['AccessDenied', 403, 'Not authorized to perform sts:AssumeRoleWithWebIdentity'],
  'wrong-arn': ['ValidationError', 400, 'Request ARN is invalid'],
  'over-role-maximum': [
    'ValidationError',
    400,
    'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
  ],
  'over-chaining-maximum': [
    'ValidationError',
    400,
    'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
  ],
  'too-many-arns': ['LimitExceeded', 400, 'Number of policy ARNs exceeds the limit of 10.'],
  'no-signature': ['MissingAuthenticationToken', 403, 'Request is missing Authentication Token'],
  'unknown-key': ['InvalidClientTokenId', 403, 'The security token included in the request is invalid.'],
  'expired-key': ['ExpiredToken', 403, 'The security token included in the request is expired'],
  'bad-signature': [
    'SignatureDoesNotMatch',
    403,
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
  ],
  throttled: ['Throttling', 400, 'Rate exceeded'],
  unavailable: ['ServiceUnavailable', 503, 'Service is unavailable'],
  'internal-failure': ['InternalFailure', 500, 'An internal error has occurred.'],
} as const satisfies Record<string, readonly [string, number, string]>;

export type FixedRefusal = keyof typeof FIXED;

export function refusal(kind: FixedRefusal): Refusal {
  const [code, status, message] = FIXED[kind];
  return new Refusal(code, status, message);
}

export function isFixedRefusal(text: string): text is FixedRefusal {
  return Object.hasOwn(FIXED, text);
}
