import type { StsError } from '../aws/errors.js';
import { type AccountId, parseRoleArn, type RoleArn } from '../aws/names.js';
import type { Target } from '../credentials/target.js';
import { type Explanation, Failure } from '../failure.js';
import { type Claims, hasImmutableSubject } from '../github/claims.js';
import { printable } from '../printable.js';
import { claimLines } from './claims-table.js';
import { trustPolicyFor } from './trust-policy.js';

/** What is known of a call that did not succeed. */
export interface RefusedCall {
  readonly target: Target;
  /** The role that was asked for: the target's, or the hub role in front of it. */
  readonly role: RoleArn;
  /** Of the token that asked; undefined: a session of another role asked. */
  readonly claims: Claims | undefined;
  /** ARN of that session, where it is known. */
  readonly source: string | undefined;
  readonly attempts: number;
}

type Advice = Omit<Explanation, 'what'>;

/**
 * Explains a refusal: who asked (the claims), the likely cause, and the trust-policy statement that would admit
 * exactly this job. AWS gives one answer for a missing role, a wrong subject and a wrong audience, so the causes are
 * named in the order in which they happen.
 */
export function refusalOf(error: StsError, call: RefusedCall, cause: unknown): Failure {
  const request = error.requestId === undefined ? '' : ` (request ID ${printable(error.requestId, 80)})`;
  const what = `AWS refused ${call.role} for ${call.target.name}: ${printable(error.code)}: ${printable(error.message)}${request}`;
  return new Failure('refused', { what, ...adviceFor(error, call) }, { cause });
}

/** STS gave no usable answer until patience ended. */
export function unreachableSts(error: StsError, call: RefusedCall, cause: unknown): Failure {
  const times = call.attempts === 1 ? 'once' : `${call.attempts} times`;
  return new Failure(
    'unreachable',
    {
      what: `AWS STS in ${call.target.region} gave no credentials for ${call.target.name}; it was asked ${times}.`,
      why:
        error.code === 'AbortError'
          ? 'No answer came before the time was up (input `timeout`).'
          : `The last answer was ${printable(error.code)}: ${printable(error.message, 300)}`,
      likely:
        'AWS throttles or has trouble, or the runner reaches the internet only through a proxy that is not named.',
      write:
        'Run the job again. If this stays: name the proxy in HTTPS_PROXY or in `http-proxy`; see https://health.aws.amazon.com.',
    },
    { cause },
  );
}

function adviceFor(error: StsError, call: RefusedCall): Advice {
  const known = ADVICE.find(({ code, text }) => error.code.startsWith(code) && text.test(error.message));
  if (known !== undefined) return known.advice(call);
  return call.claims === undefined ? chainRefused(call) : trustRefused(call, call.claims);
}

/** What is said for an error code (and text); the first row that fits counts. */
const ADVICE: ReadonlyArray<{
  readonly code: string;
  readonly text: RegExp;
  readonly advice: (call: RefusedCall) => Advice;
}> = [
  { code: 'InvalidIdentityToken', text: /No OpenIDConnect provider/i, advice: noProvider },
  { code: 'InvalidIdentityToken', text: /audience/i, advice: wrongAudience },
  { code: 'ValidationError', text: /DurationSeconds/i, advice: tooLong },
  { code: 'RegionDisabled', text: /./, advice: regionDisabled },
  { code: 'PackedPolicyTooLarge', text: /./, advice: policyTooLarge },
  { code: 'MalformedPolicyDocument', text: /./, advice: malformedPolicy },
  { code: 'ExpiredToken', text: /./, advice: expired },
];

function trustRefused(call: RefusedCall, claims: Claims): Advice {
  return {
    why: `The token of this job says\n${indented(claimLines(claims))}\nand the role does not exist, or its trust policy does not admit this.`,
    likely: likelyCause(claims),
    write: `Let the trust policy of ${call.role} have this statement, which admits exactly this job:\n${trustPolicyFor(claims, call.role, accountOf(call.role, call))}`,
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

function chainRefused(call: RefusedCall): Advice {
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

function noProvider(call: RefusedCall): Advice {
  const issuer = call.claims?.issuer ?? 'https://token.actions.githubusercontent.com';
  const account = accountOf(call.role, call);
  return {
    why: `Account ${account} has no OIDC identity provider for ${printable(issuer)}.`,
    likely:
      'The provider was made in another account: each account that a job enters directly needs its own.',
    write: `aws iam create-open-id-connect-provider --url ${printable(issuer)} --client-id-list ${printable(call.target.audience)}`,
  };
}

function wrongAudience(call: RefusedCall): Advice {
  return {
    why: `The token is for the audience ${printable(call.target.audience)}, which the identity provider in account ${accountOf(call.role, call)} does not have.`,
    likely: 'The provider was made with another client ID than the audience that is asked for.',
    write: `Add ${printable(call.target.audience)} to the client IDs of the provider, or name its client ID as \`audience\`.`,
  };
}

function tooLong(call: RefusedCall): Advice {
  return {
    why: `A session of ${call.target.duration} s was asked for.`,
    likely: "The role's maximum session duration is shorter; it is 1h unless somebody raised it.",
    write: `aws iam update-role --role-name ${call.role.split('/').at(-1)} --max-session-duration ${call.target.duration}\nor ask for less. With \`export: profiles\` credentials are renewed, and 1h is enough for a deploy of any length.`,
  };
}

function regionDisabled(call: RefusedCall): Advice {
  return {
    why: `STS is not active in ${call.target.region} for account ${accountOf(call.role, call)}.`,
    likely: 'The Region is an opt-in Region, and the account has not opted in.',
    write: 'Enable the Region in the account (AWS Account Management), or name another one.',
  };
}

function policyTooLarge(): Advice {
  return {
    why: 'The session policies and tags together are larger than what a session can carry in packed form.',
    likely: 'The inline session policy is long.',
    write:
      'Move statements into a managed policy and name it in `managed-policies` (`managed-session-policies`).',
  };
}

function malformedPolicy(): Advice {
  return {
    likely: 'The session policy is JSON, but not a policy: an element is misspelt, or it has a Principal.',
    write:
      'Check it: aws accessanalyzer validate-policy --policy-type IDENTITY_POLICY --policy-document file://policy.json',
  };
}

function expired(call: RefusedCall): Advice {
  return call.claims === undefined
    ? {
        why: 'The credentials that the chain starts from have expired.',
        likely: 'They were obtained long before this step.',
        write:
          'Obtain them in the step before this one, or name the hub role as `via` in the configuration file.',
      }
    : {
        why: 'AWS took three fresh tokens of this job for expired.',
        likely: 'The clock of the runner, or of a GitHub Enterprise Server, is wrong.',
        write: 'Set the clock (NTP) of the machine that issues the tokens.',
      };
}

function accountOf(role: RoleArn, call: RefusedCall): AccountId {
  return parseRoleArn(role)?.account ?? call.target.account;
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}
