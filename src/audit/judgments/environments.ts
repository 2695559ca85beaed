import { printable } from '../../printable.js';
import { contextOf, parseSubject } from '../../trust/subject.js';
import type { AuditFinding } from '../finding.js';
import type { GitHubEnvironment } from '../questions/github.js';
import { found } from './found.js';
import type { TrustRow } from './trusts.js';

/** An environment of a repository that roles trust. */
export interface TrustedEnvironment {
  /** `owner/name` */
  readonly repository: string;
  readonly environment: string;
  readonly role: string;
  readonly account: string;
}

/** The environments that the roles name, as far as a subject names exactly one. */
export function trustedEnvironments(rows: readonly TrustRow[]): readonly TrustedEnvironment[] {
  return rows.flatMap(({ account, role, entrants }) =>
    entrants.flatMap(({ subject }) => {
      const parsed = subject === undefined ? undefined : parseSubject(subject);
      const context = parsed && contextOf(parsed.context);
      if (parsed === undefined || context?.kind !== 'environment' || /[*?]/.test(subject ?? '')) return [];
      return [
        {
          repository: `${parsed.owner}/${parsed.repository}`,
          environment: decoded(context.name),
          role,
          account,
        },
      ];
    }),
  );
}

/** GitHub percent-encodes `:` in the name of an environment within a subject. */
function decoded(name: string): string {
  return name.replace(/%3A/gi, ':');
}

/**
 * A role that trusts an environment is as open as the environment: without reviewers and without a rule for branches
 * whoever may push any branch may enter.
 */
export function judgeGitHubEnvironments(
  trusted: readonly TrustedEnvironment[],
  repository: string,
  environments: readonly GitHubEnvironment[],
): readonly AuditFinding[] {
  const own = trusted.filter(one => one.repository.toLowerCase() === repository.toLowerCase());
  const names = [...new Set(own.map(({ environment }) => environment.toLowerCase()))];
  return names.flatMap((lower): readonly AuditFinding[] => {
    const [first] = own.filter(({ environment }) => environment.toLowerCase() === lower);
    if (first === undefined) return [];
    const { environment: name, role, account } = first;
    const there = environments.find(one => one.name.toLowerCase() === lower);
    const roles = own.filter(({ environment }) => environment.toLowerCase() === lower).length;
    const shown = printable(name, 100);
    const settings = `Under Settings, Environments, ${shown} of ${printable(repository, 200)}: name the branches that may deploy, or require reviewers.`;
    const about = `${shown} of ${printable(repository, 200)}, which ${roles === 1 ? `the role ${role} trusts` : `${roles} roles trust`}`;
    if (there === undefined)
      return [
        found('environment-absent', {
          what: `There is no GitHub environment ${about}: the first job that names it makes it, without any protection.`,
          fix: settings,
          account,
          role,
        }),
      ];
    if (there.reviewers || there.branches) return [];
    return [
      found('environment-open', {
        what: `The GitHub environment ${about}, has no reviewers and no rule for branches: whoever may push a branch may enter.`,
        fix: settings,
        account,
        role,
      }),
    ];
  });
}
