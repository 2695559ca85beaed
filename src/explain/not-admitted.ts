import { type Claims, hasImmutableSubject } from '../github/claims.js';
import { printable } from '../printable.js';
import { type Advice, accountOf, type RefusedCall } from './refused-call.js';
import { trustPolicyFor } from './trust-policy.js';

/**
 * What is said when AWS does not admit a token, and says no more than that: it gives one answer for a missing role, a
 * wrong account and a trust policy that does not fit, so the causes are named in the order in which they happen, as what
 * they are: likely, not proven.
 */
export function notAdmitted(call: RefusedCall, claims: Claims): Advice {
  return {
    why: 'The trust policy of the role does not admit this token, or there is no such role in that account: AWS gives the same answer for both.',
    likely: `${likelyCause(claims)} Not proven: it is the most frequent cause for such a token. Otherwise the role is missing, misspelt, or in another account than its ARN says; or it was made moments ago, and AWS needs some seconds to know it everywhere (\`retry-refusals: 30s\` waits).`,
    write: `Let the trust policy of ${call.role} have this statement, which admits exactly this job:\n${trustPolicyFor(claims, call.role, accountOf(call))}`,
  };
}

/** The most frequent reason why a token with such claims is not admitted. */
function likelyCause(claims: Claims): string {
  const [, context = ''] = /^repo:[^:]+:(.*)$/.exec(claims.subject) ?? [];
  if (hasImmutableSubject(claims)) {
    return (
      'The trust policy has the old form of the subject (repo:owner/name:…). Repositories created, renamed or ' +
      'transferred since 15 July 2026 have IDs in it (repo:owner@id/name@id:…).'
    );
  }
  if (context.startsWith('environment:')) {
    return (
      'The trust policy names a branch (…:ref:refs/heads/…). A job with `environment:` has that environment as its ' +
      'subject instead; upper and lower case count.'
    );
  }
  if (context === 'pull_request') {
    return 'Jobs of pull requests have the subject …:pull_request, whatever the branch. Deploy from a branch or an environment; for reading use a role of its own.';
  }
  if (context.startsWith('ref:')) {
    return 'The trust policy names an environment, and the job has no `environment:`; or it names another branch, or another spelling (upper and lower case count).';
  }
  return 'The organization or the repository has a customised subject, and the trust policy has the default one.';
}

/** What is said when a role that was asked for by another role's session did not admit it. */
export function chainRefused(call: RefusedCall): Advice {
  const source = call.source ?? 'the credentials of the earlier step';
  const tags = Object.keys(call.target.chain?.tags ?? {});
  return {
    why: `The role was asked for by ${printable(source)}.`,
    likely:
      tags.length > 0
        ? `The trust policy does not admit that role, or not with the session tags ${printable(tags.join(', '))}.`
        : 'The trust policy of the role does not admit that role, or its own permissions lack sts:AssumeRole.',
    write: `In the trust policy of ${call.role}, admit the role above as Principal.AWS with sts:AssumeRole${tags.length > 0 ? ' and sts:TagSession' : ''};\nand in that role's permissions, allow sts:AssumeRole on ${call.role}.`,
  };
}
