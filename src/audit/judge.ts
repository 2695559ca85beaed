import type { Configuration } from '../config/configuration.js';
import { printable } from '../printable.js';
import type { AuditFacts } from './facts.js';
import type { AcceptedFinding, AuditFinding, Gap } from './finding.js';
import type { Check } from './gather.js';
import { judgeGitHubEnvironments, trustedEnvironments } from './judgments/environments.js';
import { judgeIdentityCenter } from './judgments/identity-center.js';
import { judgeKeys, type KeysInRepository } from './judgments/keys.js';
import { judgeOrganization } from './judgments/organization.js';
import { judgeParity, type ParityRow } from './judgments/parity.js';
import { judgeTrusts, type TrustRow } from './judgments/trusts.js';
import type { UserNames } from './judgments/ways-out.js';
import type { GitHubEnvironment } from './questions/github.js';
import { isAtLeast, SEVERITIES } from './rules.js';

/** What an audit comes to. */
export interface AuditResult {
  readonly findings: readonly AuditFinding[];
  /** What the file accepts. */
  readonly accepted: readonly AcceptedFinding[];
  readonly gaps: readonly Gap[];
  readonly parity: readonly ParityRow[];
  readonly trusts: readonly TrustRow[];
  readonly facts: AuditFacts;
  /** What no API tells, and where to look instead. */
  readonly notes: readonly string[];
}

/** What the judgments need beside AWS's answers. */
export interface Circumstances {
  readonly checks: ReadonlySet<Check>;
  readonly keys: KeysInRepository;
  /** The repository's environments on GitHub; undefined: not asked, or not known. */
  readonly gitHub:
    | { readonly repository: string; readonly environments: readonly GitHubEnvironment[] }
    | undefined;
  readonly now: Date;
  readonly names: UserNames;
}

/** Judges what was learnt; the file's `audit.allow` then takes out what is accepted. */
export function judgeFacts(
  configuration: Configuration,
  facts: AuditFacts,
  gaps: readonly Gap[],
  { checks, keys, gitHub, now, names }: Circumstances,
): AuditResult {
  const accounts = [...facts.accounts.values()].map(account => ({
    account,
    environments: configuration.environments.filter(one => one.account === account.account),
  }));
  const parity = checks.has('parity')
    ? accounts.map(({ account, environments }) => judgeParity(environments, account))
    : [];
  const trusts = checks.has('trust')
    ? accounts.map(({ account, environments }) => judgeTrusts(environments, account))
    : [];
  const rows = trusts.flatMap(one => one.rows);
  const all = [
    ...(facts.organization ? judgeOrganization(configuration, facts.organization) : []),
    ...(facts.identityCenter ? judgeIdentityCenter(configuration, facts.identityCenter, names) : []),
    ...parity.flatMap(({ findings }) => findings),
    ...trusts.flatMap(({ findings }) => findings),
    ...(gitHub
      ? judgeGitHubEnvironments(trustedEnvironments(rows), gitHub.repository, gitHub.environments)
      : []),
    ...(checks.has('keys') ? accounts.flatMap(({ account }) => judgeKeys(account, keys, now, names)) : []),
  ];
  const { findings, accepted } = accept(distinct(all), configuration, now);
  return {
    findings: findings.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)),
    accepted,
    gaps,
    parity: parity.flatMap(one => one.rows),
    trusts: rows,
    facts,
    notes: notesOf(configuration, checks, rows, gitHub?.repository),
  };
}

const NO_API =
  'Multi-factor authentication and the length of sessions in the portal have no API: look at Settings, Authentication, in the console of Identity Center.';

/** What was not looked at, though nothing was refused. */
function notesOf(
  { sso, path }: Configuration,
  checks: ReadonlySet<Check>,
  rows: readonly TrustRow[],
  asked: string | undefined,
): readonly string[] {
  const others = new Set(trustedEnvironments(rows).map(({ repository }) => repository.toLowerCase()));
  others.delete(asked?.toLowerCase() ?? '');
  const people = sso === undefined ? `${path} has no \`sso\`, so Identity Center was not looked at.` : NO_API;
  return [
    ...(checks.has('people') ? [people] : []),
    ...(checks.has('github') && others.size > 0
      ? [
          `Roles trust GitHub environments of repositories that were not looked at: ${printable([...others].toSorted().join(', '), 400)}. Run the audit there, or with \`--repository\` on a laptop.`,
        ]
      : []),
  ];
}

/** Environments may share an account and a role: what is wrong there is one thing. */
function distinct(findings: readonly AuditFinding[]): readonly AuditFinding[] {
  return [...new Map(findings.map(finding => [`${finding.rule} ${finding.what}`, finding])).values()];
}

function accept(
  findings: readonly AuditFinding[],
  { audit }: Configuration,
  now: Date,
): { findings: readonly AuditFinding[]; accepted: readonly AcceptedFinding[] } {
  const today = now.toISOString().slice(0, 10);
  const entries = audit.allow.filter(({ expires }) => expires === undefined || expires >= today);
  const accepted: AcceptedFinding[] = [];
  const left = findings.filter(finding => {
    const entry = entries.find(
      ({ rule, account, role }) =>
        rule === finding.rule &&
        (account === undefined || account === finding.account) &&
        (role === undefined || isRoleNamed(finding.role, role)),
    );
    if (entry !== undefined) accepted.push({ ...finding, reason: entry.reason });
    return entry === undefined;
  });
  return { findings: left, accepted };
}

/** @param name the role's name, path/name, or ARN */
function isRoleNamed(arn: string | undefined, name: string): boolean {
  return arn !== undefined && (arn === name || arn.endsWith(`:role/${name}`) || arn.endsWith(`/${name}`));
}

/** What the result means for the caller. A partial audit is never clean. */
export function outcomeOf(
  { findings, gaps }: AuditResult,
  failOn: (typeof SEVERITIES)[number] | 'never',
): { readonly failed: boolean; readonly complete: boolean } {
  return {
    failed: failOn !== 'never' && findings.some(({ severity }) => isAtLeast(severity, failOn)),
    complete: gaps.length === 0,
  };
}
