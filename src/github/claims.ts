/** The claims of a GitHub OIDC token that decide about admission (docs.github.com, OIDC reference). */
export interface Claims {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
  readonly repository: string | undefined;
  readonly repositoryId: string | undefined;
  readonly ownerId: string | undefined;
  readonly ref: string | undefined;
  readonly environment: string | undefined;
  readonly eventName: string | undefined;
  readonly workflowRef: string | undefined;
  readonly jobWorkflowRef: string | undefined;
  readonly actor: string | undefined;
  /** Everything that the token says, by claim. */
  readonly payload: ReadonlyMap<string, unknown>;
}

/**
 * Decodes the claims of a token without verifying it: AWS does that, we only show them.
 *
 * @param token a JWT (RFC 7519)
 * @returns undefined when the text is no JWT with issuer and subject
 */
export function decodeClaims(token: string): Claims | undefined {
  const [, payload, signature, more] = token.split('.');
  if (payload === undefined || signature === undefined || more !== undefined) return undefined;
  const claims = parseObject(Buffer.from(payload, 'base64url').toString('utf8'));
  if (claims === undefined) return undefined;
  const text = (name: string) => {
    const value = claims.get(name);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  };
  const audience = claims.get('aud');
  const issuer = text('iss');
  const subject = text('sub');
  if (issuer === undefined || subject === undefined) return undefined;
  return {
    issuer,
    subject,
    audience: Array.isArray(audience) ? audience.join(', ') : (text('aud') ?? ''),
    repository: text('repository'),
    repositoryId: text('repository_id'),
    ownerId: text('repository_owner_id'),
    ref: text('ref'),
    environment: text('environment'),
    eventName: text('event_name'),
    workflowRef: text('workflow_ref'),
    jobWorkflowRef: text('job_workflow_ref'),
    actor: text('actor'),
    payload: claims,
  };
}

function parseObject(text: string): ReadonlyMap<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether the subject has GitHub's immutable form `repo:OWNER@ID/NAME@ID:…`: the default for repositories created,
 * renamed or transferred since 15 July 2026 (docs.github.com, OIDC reference).
 */
export function hasImmutableSubject(claims: Pick<Claims, 'subject'>): boolean {
  return /^repo:[^/:]+@\d+\/[^/:]+@\d+:/.test(claims.subject);
}
