/** Limits of AssumeRoleWithWebIdentity and AssumeRole (STS API reference: Policy, PolicyArns). */
export const MOST_MANAGED_POLICIES = 10;
export const MOST_POLICY_CHARACTERS = 2_048;

/** A session policy ready to send, or what is wrong with it. */
export type SessionPolicy = { readonly policy: string } | { readonly fault: string };

/**
 * @param text JSON text as a user wrote it
 * @returns the policy minified (white space counts against STS's limit), or the fault
 */
export function minifyPolicy(text: string): SessionPolicy {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return { fault: 'is not JSON' };
  }
  if (typeof document !== 'object' || document === null || !('Statement' in document)) {
    return { fault: 'is JSON, but not a policy: it has no "Statement"' };
  }
  const policy = JSON.stringify(document);
  // STS takes the characters that XML can carry up to U+00FF; anything else comes back as MalformedPolicyDocument.
  if (/[^\t\n\r\u0020-\u00ff]/.test(policy))
    return { fault: 'holds characters that STS does not take (beyond U+00FF)' };
  return { policy };
}

/** What is wrong with the session policies of one target taken together. */
export function sessionPolicyFaults(
  policy: string | undefined,
  managed: readonly string[],
  account: string,
): readonly string[] {
  const faults: string[] = [];
  const characters = (policy?.length ?? 0) + managed.join('').length;
  if (characters > MOST_POLICY_CHARACTERS) {
    faults.push(
      `session policies have ${characters} characters together; STS takes ${MOST_POLICY_CHARACTERS}`,
    );
  }
  if (managed.length > MOST_MANAGED_POLICIES) {
    faults.push(`${managed.length} managed session policies; STS takes ${MOST_MANAGED_POLICIES}`);
  }
  for (const arn of managed) {
    const owner = /^arn:aws(?:-[a-z-]+)?:iam::(\d{12}|aws):policy\/[\w+=,.@/-]+$/.exec(arn)?.[1];
    if (owner === undefined) faults.push(`"${arn}" is not the ARN of a managed policy`);
    else if (owner !== 'aws' && owner !== account) {
      faults.push(
        `"${arn}" is in account ${owner}; a session policy must be AWS's own or in the role's account ${account}`,
      );
    }
  }
  return faults;
}
