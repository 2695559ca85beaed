import { isGitHub, issuerKind, providerName } from './issuer.js';
import { issuerOf, type WebIdentityRequest } from './request.js';
import { parseSubject, subjectText } from './subject.js';

/** Whom a statement is to admit: exactly the tokens with one of these subjects. */
export interface TrustGrant {
  /** The issuer's URL, or its name as IAM has it. */
  readonly issuer: string;
  /** Of the role, and so of the identity provider. */
  readonly account: string;
  readonly partition: string;
  readonly audience: string;
  /** Literal, of one repository or several. */
  readonly subjects: readonly string[];
  /** IDs of their repositories, which no other repository ever has; empty: none are known. */
  readonly repositoryIds: readonly string[];
}

/** A statement of a trust policy, as JSON has it. */
export interface TrustStatement {
  readonly Effect: 'Allow';
  readonly Principal: { readonly Federated: string };
  readonly Action: 'sts:AssumeRoleWithWebIdentity';
  readonly Condition: { readonly StringEquals: Readonly<Record<string, string | readonly string[]>> };
}

export function providerArn(grant: Pick<TrustGrant, 'issuer' | 'account' | 'partition'>): string {
  return `arn:${grant.partition}:iam::${grant.account}:oidc-provider/${providerName(grant.issuer)}`;
}

/** The statement that IAM takes and that admits these subjects and no others. */
export function statementFor(grant: TrustGrant): TrustStatement {
  const provider = providerName(grant.issuer);
  const key = (claim: string) => `${provider}:${claim}`;
  // GitHub Enterprise Server's IDs are no condition keys.
  const ids = isGitHub(provider) && issuerKind(provider) !== 'server' ? grant.repositoryIds : [];
  return {
    Effect: 'Allow',
    Principal: { Federated: providerArn(grant) },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: {
        [key('aud')]: literal(grant.audience),
        [key('sub')]: oneOrMore(grant.subjects.map(literal)),
        ...(ids.length > 0 && { [key('repository_id')]: oneOrMore(ids.map(literal)) }),
      },
    },
  };
}

/**
 * What admits exactly the job that a token is of.
 *
 * @param bothForms also the other form of the subject, old or immutable, for a repository that changes over; both are
 *   of the same repository, which its ID holds fast
 * @returns undefined when the token or the account says too little
 */
export function grantFor(request: WebIdentityRequest, bothForms: boolean): TrustGrant | undefined {
  const { payload, account, partition = 'aws' } = request;
  const subject = payload.get('sub');
  const audience = [payload.get('azp') ?? payload.get('aud')].flat()[0];
  const issuer = issuerOf(request);
  if (account === undefined || issuer === '' || typeof subject !== 'string' || typeof audience !== 'string')
    return undefined;
  if (subject === '' || audience === '') return undefined;
  const id = payload.get('repository_id');
  const repositoryIds =
    (typeof id === 'string' || typeof id === 'number') && isGitHub(issuer) ? [String(id)] : [];
  const other = bothForms ? otherForm(request, subject) : undefined;
  const subjects = other === undefined ? [subject] : [subject, other];
  return { issuer, account, partition, audience, subjects, repositoryIds };
}

/** The same job's subject in the form that it does not have now; undefined: it has none, or the IDs are not known. */
export function otherForm(
  { payload }: Pick<WebIdentityRequest, 'payload'>,
  subject: string,
): string | undefined {
  const parsed = parseSubject(subject);
  if (parsed === undefined) return undefined;
  if (parsed.ids !== undefined) return subjectText({ ...parsed, ids: undefined }, parsed.context);
  const owner = payload.get('repository_owner_id');
  const repository = payload.get('repository_id');
  if (owner === undefined || repository === undefined) return undefined;
  return subjectText(
    { ...parsed, ids: { owner: String(owner), repository: String(repository) } },
    parsed.context,
  );
}

/**
 * JSON as IAM takes it: characters beyond Latin-1 as escapes (IAM refuses them in a policy), and those that do not
 * show, so that what is pasted is what is seen.
 */
export function policyJson(value: object): string {
  return JSON.stringify(value, undefined, 2).replace(
    /[\u007f-\u00a0\u00ad\u0100-\uffff]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** `${` would begin a policy variable, and a branch can be called so; `${$}` is the character itself. */
function literal(text: string): string {
  return text.replace(/\$(?=\{)/g, '${$}');
}

function oneOrMore(texts: readonly string[]): string | readonly string[] {
  const [first = '', ...more] = new Set(texts);
  return more.length === 0 ? first : [first, ...more];
}
