import { printable } from '../printable.js';
import { admitsGitHub, demandsOn, gitHubProvidersOf, providersOf } from './asked.js';
import { finding, type LintFinding } from './finding.js';
import { lintConditions } from './lint-conditions.js';
import { lintScope } from './lint-scope.js';
import type { Statement, TrustPolicy } from './policy.js';
import type { TokenPayload } from './request.js';
import { scopeOf } from './scope.js';
import { parseSubject } from './subject.js';

/** What is known beside the policy. */
export interface LintFacts {
  /** The role's account. */
  readonly account?: string | undefined;
  /** What a token that is meant to be admitted says. */
  readonly payload?: TokenPayload | undefined;
}

/**
 * What is wrong with a trust policy, the worst first. It says what the policy does, not what was meant: who may enter
 * that should not, what IAM would refuse, and what can never do what it says.
 */
export function lint(policy: TrustPolicy, facts: LintFacts = {}): LintFinding[] {
  const found = [
    ...policy.faults.map(({ statement, why }) =>
      finding(
        'malformed',
        statement,
        `IAM does not take this: ${printable(why, 300)}.`,
        'Write it as IAM knows it: docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html',
      ),
    ),
    ...policy.statements.flatMap(statement => [
      ...lintPrincipals(statement, facts.account),
      ...lintScope(statement),
      ...lintConditions(statement, facts.payload),
    ]),
    ...lintOldForms(policy),
    ...lintProviders(policy),
    ...lintSize(policy),
  ];
  const order = { error: 0, warning: 1, notice: 2 };
  return found.sort((a, b) => order[a.severity] - order[b.severity]);
}

function lintPrincipals(statement: Statement, account: string | undefined): LintFinding[] {
  const found = providersOf(statement).flatMap(({ arn, provider, account: home, partition }) => {
    const right = provider.replace(/^https?:\/\//, '').replace(/\/+$/, '');
    const misspelt = right !== provider && gitHubProvidersOf(statement).includes(right);
    return [
      ...(misspelt
        ? [
            finding(
              'provider-spelling',
              statement.index,
              `${printable(arn, 300)} is no provider that exists: IAM names one without scheme and without a slash at the end.`,
              `"Federated": "arn:${partition}:iam::${home}:oidc-provider/${right}"`,
            ),
          ]
        : []),
      ...(account !== undefined && home !== account
        ? [
            finding(
              'provider-of-another-account',
              statement.index,
              `The provider is one of account ${home}, and the role is in ${account}. Only a provider of the role's own account counts.`,
              `"Federated": "arn:${partition}:iam::${account}:oidc-provider/${printable(right, 300)}"`,
            ),
          ]
        : []),
    ];
  });
  const everyone =
    statement.effect === 'Allow' && statement.principals?.everyone && coversWebIdentity(statement);
  if (everyone)
    found.push(
      finding(
        'open-principal',
        statement.index,
        'It names everyone: every identity provider of the account, and whoever may call AWS at all.',
        '"Principal": { "Federated": "arn:aws:iam::ACCOUNT:oidc-provider/token.actions.githubusercontent.com" }',
      ),
    );
  return found;
}

function coversWebIdentity({ actions }: Statement): boolean {
  return (
    actions.negated ||
    actions.patterns.some(text => /^(?:\*|sts:(?:\*|AssumeRole(?:\*|WithWebIdentity)))$/i.test(text))
  );
}

/** The old form beside the immutable one of the same subject: whoever takes over the name may enter by it. */
function lintOldForms(policy: TrustPolicy): LintFinding[] {
  const subjects = policy.statements.filter(admitsGitHub).flatMap(statement =>
    gitHubProvidersOf(statement).flatMap(provider =>
      demandsOn(statement, provider, 'sub').flatMap(({ values }) =>
        values.map(({ text }) => ({
          statement,
          text,
          provider,
          // `O@*/R@*` is written for the immutable form as well.
          subject: parseSubject(text.replaceAll('@*', '@0')),
          held: scopeOf(statement, provider).byId,
        })),
      ),
    ),
  );
  return subjects.flatMap(({ statement, text, provider, subject, held }) => {
    if (subject === undefined || subject.ids !== undefined || held) return [];
    const twin = subjects.find(
      ({ subject: other }) =>
        other?.ids !== undefined &&
        other.owner === subject.owner &&
        other.repository === subject.repository &&
        other.context === subject.context,
    );
    if (twin === undefined) return [];
    return [
      finding(
        'old-form-left',
        statement.index,
        `\`${printable(text, 300)}\` is the old form of \`${printable(twin.text, 300)}\`. Whoever takes over the name of the repository may enter by it.`,
        `Remove it once no token has it any more, or hold it fast until then: "StringEquals": { "${provider}:repository_id": "ID" }`,
      ),
    ];
  });
}

function lintProviders(policy: TrustPolicy): LintFinding[] {
  const all = policy.statements.filter(({ effect }) => effect === 'Allow').flatMap(providersOf);
  const arns = [...new Set(all.map(({ arn }) => arn))];
  if (arns.length < 2) return [];
  return [
    finding(
      'several-providers',
      undefined,
      `It trusts ${arns.length} providers: ${printable(arns.join(', '), 600)}. Each has condition keys of its own; those of one do not bind the tokens of another.`,
      'One role for each provider; where one must have several, one statement for each, with its own keys.',
    ),
  ];
}

/** Characters without white space that a trust policy may have unless the account's quota was raised (IAM quotas). */
const QUOTA = 2048;

function lintSize({ size }: TrustPolicy): LintFinding[] {
  if (size <= QUOTA) return [];
  return [
    finding(
      'over-quota',
      undefined,
      `It has ${size} characters; ${QUOTA} are allowed unless the quota of the account was raised (to 4096 at the most).`,
      'Service Quotas, IAM, "Role trust policy length"; or split the role.',
    ),
  ];
}
