import type { TrustStatement } from './sts-policy-document.js';
import { listOf } from './sts-policy-document.js';
import { Refusal } from './sts-refusal.js';

/** GitHub's issuers that IAM knows as shared by everybody; an own server is not among them. */
const SHARED = /:oidc-provider\/(token\.actions\.(?:githubusercontent\.com(?:\/[^/]+)?|[^./]+\.ghe\.com))$/;

/**
 * What IAM demands of a statement that trusts GitHub: a condition on `sub` or `job_workflow_ref` that is not scoped to
 * all, under one of three operators. (The text is quoted from real accounts; not retroactive, so only when a role is
 * made or changed.) A list in which one value narrows is taken, even beside `*`.
 */
export function checkSharedIssuer(statement: TrustStatement): void {
  if (statement.Effect !== 'Allow' || statement.Principal === '*') return;
  for (const arn of listOf(statement.Principal.Federated)) {
    const provider = SHARED.exec(arn)?.[1];
    if (provider !== undefined && !isScoped(statement, provider)) {
      throw new Refusal(
        'MalformedPolicyDocument',
        400,
        `Trust policy with trusted principal ${arn} must evaluate, using StringEquals, StringLike or StringEqualsIgnoreCase, ${provider}:sub or ${provider}:job_workflow_ref which is not scoped to all`,
      );
    }
  }
}

function isScoped({ Condition = {} }: TrustStatement, provider: string): boolean {
  const keys = [`${provider}:sub`, `${provider}:job_workflow_ref`].map(key => key.toLowerCase());
  return Object.entries(Condition).some(
    ([operator, conditions]) =>
      ['StringEquals', 'StringLike', 'StringEqualsIgnoreCase'].includes(operator) &&
      Object.entries(conditions).some(
        ([key, values]) =>
          keys.includes(key.toLowerCase()) && listOf(values).some(value => !/^\*+$/.test(String(value))),
      ),
  );
}

const DOMAIN = /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/i;
const PROVIDER = /^arn:aws[a-z-]*:iam::\d{12}:(?:oidc|saml)-provider\/\S+$/;

/** Further refusals of IAM for trust policies, as it words them. */
export function checkTrust(statements: readonly TrustStatement[]): void {
  const malformed = (text: string) => new Refusal('MalformedPolicyDocument', 400, text);
  for (const statement of statements) {
    const actions = listOf(statement.Action);
    if (actions.some(action => !/^sts:/i.test(action)))
      throw malformed('AssumeRole policy may only specify STS AssumeRole actions.');
    const federated = statement.Principal === '*' ? [] : listOf(statement.Principal.Federated);
    if (federated.some(name => !DOMAIN.test(name) && !PROVIDER.test(name)))
      throw malformed('Federated principals must be valid domain names or SAML metadata ARNs');
    checkSharedIssuer(statement);
  }
  const sids = statements.flatMap(({ Sid }) => (Sid ? [Sid] : []));
  if (new Set(sids).size < sids.length)
    throw malformed('Statement IDs (SID) in a single policy must be unique.');
}
