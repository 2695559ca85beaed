import type { Configuration } from '../../config/configuration.js';
import { printable } from '../../printable.js';
import type { OrganizationFacts } from '../facts.js';
import type { AuditFinding } from '../finding.js';
import { found } from './found.js';

/** Do the accounts of the file exist, are they active, and which accounts does the file not speak of? */
export function judgeOrganization(
  { environments, path }: Configuration,
  { accounts, managementAccount, all }: OrganizationFacts,
): readonly AuditFinding[] {
  const byId = new Map(accounts.map(account => [account.id, account]));
  const findings = environments.flatMap(({ name, account }): readonly AuditFinding[] => {
    const known = byId.get(account);
    if (known === undefined)
      return [
        found('account-unknown', {
          what: `The organization has no account ${account} (environment ${name}).`,
          fix: `Correct environments.${name}.account in ${path}, or remove the environment.`,
          environment: name,
          account,
        }),
      ];
    if (known.state === 'ACTIVE') return [];
    return [
      found('account-inactive', {
        what: `Account ${account}${named(known.name)} is ${printable(known.state ?? 'of unknown state', 40)}, not ACTIVE (environment ${name}).`,
        fix: `Ask who closed it; if it stays so, remove environments.${name} from ${path}.`,
        environment: name,
        account,
      }),
    ];
  });
  const managing = environments.find(({ account }) => account === managementAccount);
  if (managing !== undefined)
    findings.push(
      found('management-account', {
        what: `Environment ${managing.name} is the management account of the organization (${managing.account}).`,
        fix: 'Move what is deployed there to an account of its own: service control policies do not reach the management account.',
        environment: managing.name,
        account: managing.account,
      }),
    );
  return [
    ...findings,
    ...unnamed(
      environments.map(({ account }) => account),
      { accounts, managementAccount, all },
      path,
    ),
  ];
}

/** Accounts that nobody enters any more; a state that is new is none of these. */
const GONE = /^(SUSPENDED|CLOSED|PENDING_CLOSURE)$/;

function unnamed(
  named: readonly string[],
  { accounts, managementAccount, all }: OrganizationFacts,
  path: string,
): readonly AuditFinding[] {
  if (!all) return [];
  const others = accounts.filter(
    ({ id, state }) => !named.includes(id) && id !== managementAccount && !GONE.test(state ?? ''),
  );
  if (others.length === 0) return [];
  return [
    found('accounts-unnamed', {
      what: `${others.length} ${others.length === 1 ? 'account' : 'accounts'} of the organization ${others.length === 1 ? 'stands' : 'stand'} in no environment: this audit says nothing of ${others.length === 1 ? 'it' : 'them'}.`,
      fix: `Name those that pipelines deploy to in ${path}.`,
    }),
  ];
}

function named(name: string | undefined): string {
  return name === undefined ? '' : ` (${printable(name, 60)})`;
}
