import type { IamRole } from '../../aws/iam.js';
import type { Environment } from '../../config/configuration.js';
import { printable } from '../../printable.js';
import { demandsOn, gitHubProvidersOf } from '../../trust/asked.js';
import { type Entrant, entrantsOf } from '../../trust/entrants.js';
import type { LintFinding, LintRule } from '../../trust/finding.js';
import { isGitHub } from '../../trust/issuer.js';
import { lint } from '../../trust/lint.js';
import { isPolicy, readTrustPolicy, type TrustPolicy } from '../../trust/policy.js';
import { parseSubject } from '../../trust/subject.js';
import type { AccountFacts } from '../facts.js';
import type { AuditFinding } from '../finding.js';
import type { RuleName } from '../rules.js';
import { found } from './found.js';
import { shellWord } from './ways-out.js';

/** Who may enter a role from GitHub; a row of the report. */
export interface TrustRow {
  readonly account: string;
  readonly role: string;
  readonly entrants: readonly Entrant[];
}

export interface TrustJudgment {
  readonly rows: readonly TrustRow[];
  readonly findings: readonly AuditFinding[];
}

/** What each rule of the lint is to an audit; several of one kind are one finding of a role. */
const KINDS: Readonly<Record<LintRule, RuleName | undefined>> = {
  'open-to-all': 'trust-open',
  'owner-prefix': 'trust-open',
  'no-subject': 'trust-open',
  'for-all-values': 'trust-open',
  'open-principal': 'trust-open',
  'any-caller-of-workflow': 'trust-wide',
  'branch-prefix-collision': 'trust-wide',
  'if-exists': 'trust-wide',
  'mutable-workflow-ref': 'trust-wide',
  'no-audience': 'trust-wide',
  'org-wide': 'trust-wide',
  'pull-request': 'trust-wide',
  'repo-prefix': 'trust-wide',
  'repo-wide': 'trust-wide',
  'letter-case': 'trust-broken',
  malformed: 'trust-broken',
  'over-quota': 'trust-broken',
  'provider-of-another-account': 'trust-broken',
  'provider-spelling': 'trust-broken',
  'several-providers': 'trust-broken',
  'unknown-key': 'trust-broken',
  'wildcard-under-exact-operator': 'trust-broken',
  'old-form-left': 'trust-immutable',
  // Told with `trust-immutable`, where it makes a difference.
  'names-without-ids': undefined,
};

/** Looks at every role of an account that trusts GitHub, and at the providers. */
export function judgeTrusts(environments: readonly Environment[], facts: AccountFacts): TrustJudgment {
  const { account, roles } = facts;
  const rows: TrustRow[] = [];
  const findings: AuditFinding[] = [];
  for (const role of roles?.roles ?? []) {
    const policy = readTrustPolicy(role.trust);
    if (!isPolicy(policy)) findings.push(...unread(role, account));
    if (!isPolicy(policy) || !policy.statements.some(statement => gitHubProvidersOf(statement).length > 0))
      continue;
    rows.push({ account, role: role.arn, entrants: entrantsOf(policy) });
    const environment = environments.find(({ role: arn }) => arn === role.arn)?.name;
    const place = { account, role: role.arn, ...(environment !== undefined && { environment }) };
    findings.push(...judgeRole(role, policy, account, place));
  }
  return { rows, findings: [...findings, ...judgeProviders(facts)] };
}

/** A trust that this version cannot read, and that may be one of GitHub's. */
function unread({ name, arn, trust }: IamRole, account: string): readonly AuditFinding[] {
  if (trust !== '' && !/oidc-provider|WebIdentity/i.test(trust)) return [];
  return [
    found('trust-broken', {
      what: `The trust policy of ${name} in account ${account} cannot be read, so it is not known who may enter from GitHub.`,
      fix: `aws iam get-role --role-name ${shellWord(name)}`,
      account,
      role: arn,
    }),
  ];
}

type Place = Pick<AuditFinding, 'account' | 'role' | 'environment'>;

function judgeRole(
  role: IamRole,
  policy: TrustPolicy,
  account: string,
  place: Place,
): readonly AuditFinding[] {
  const kinds = new Map<RuleName, LintFinding[]>();
  for (const one of lint(policy, { account })) {
    const kind = KINDS[one.rule];
    if (kind !== undefined) kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
  }
  const breaks = breaksWithIds(policy);
  const findings = [...kinds].map(([kind, all]) =>
    found(kind, {
      what: `${role.name} in account ${account}: ${all.map(({ rule, what }) => `${what} (${rule})`).join(' ')}`,
      fix: all.map(({ write }) => write).join('\n'),
      ...place,
    }),
  );
  if (breaks.length > 0 && !kinds.has('trust-immutable'))
    findings.push(
      found('trust-immutable', {
        what: `${role.name} in account ${account} names ${breaks.map(subject => printable(subject, 200)).join(', ')} without IDs: once the repository's subject gets IDs (a rename, a transfer, or the organization's setting), no job gets in any more.`,
        fix: 'Trust both forms before: aws-temp-creds template roles --both-forms, or aws-temp-creds explain --role for this one.',
        ...place,
      }),
    );
  return findings;
}

/** Exact subjects in the old form, whose repository has no statement with the new one. */
function breaksWithIds(policy: TrustPolicy): readonly string[] {
  const subjects = policy.statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(statement =>
      gitHubProvidersOf(statement).flatMap(provider =>
        demandsOn(statement, provider, 'sub').flatMap(({ values }) => values.map(({ text }) => text)),
      ),
    );
  const withIds = subjects.filter(text => /^repo:[^/:]*@[^/:]*\/[^:]*@/.test(text));
  const isCovered = (owner: string, repository: string) =>
    withIds.some(text => text.startsWith(`repo:${owner}@`) && text.includes(`/${repository}@`));
  return subjects.filter(text => {
    const subject = parseSubject(text.replace(/\*/g, 'x'));
    return (
      subject !== undefined && subject.ids === undefined && !isCovered(subject.owner, subject.repository)
    );
  });
}

const AUDIENCES = ['sts.amazonaws.com', 'sts.amazonaws.com.cn'];

function judgeProviders({ account, providers, roles }: AccountFacts): readonly AuditFinding[] {
  const gitHub = (providers ?? []).filter(({ url }) => isGitHub(url));
  return gitHub.flatMap(({ arn, url, audiences }): readonly AuditFinding[] => {
    const trusted = roles === undefined || roles.roles.some(({ trust }) => trust.includes(arn));
    const foreign = audiences.filter(audience => !AUDIENCES.includes(audience));
    return [
      ...(trusted
        ? []
        : [
            found('provider-unused', {
              what: `No role of account ${account} trusts the identity provider ${printable(url, 200)}.`,
              fix: `aws iam delete-open-id-connect-provider --open-id-connect-provider-arn ${shellWord(arn)}`,
              account,
            }),
          ]),
      ...foreign.map(audience =>
        found('provider-audience', {
          what: `The identity provider ${printable(url, 200)} of account ${account} takes tokens for ${printable(audience, 200)}, which is not AWS's audience.`,
          fix: `aws iam remove-client-id-from-open-id-connect-provider --open-id-connect-provider-arn ${shellWord(arn)} --client-id ${shellWord(audience)}`,
          account,
        }),
      ),
    ];
  });
}
