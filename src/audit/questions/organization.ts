import type { OrganizationsReader } from '../../aws/organizations.js';
import type { Asking } from '../asking.js';
import type { OrganizationFacts } from '../facts.js';

/**
 * Asks Organizations for the accounts. All of them, for only so can those be counted that no environment names; where
 * that is refused, those of the file one by one.
 *
 * @param named account IDs of the file
 */
export async function askOrganization(
  reader: OrganizationsReader,
  named: readonly string[],
  asking: Asking,
): Promise<OrganizationFacts | undefined> {
  const managementAccount = await asking.value({
    part: 'the management account of the organization',
    action: 'organizations:DescribeOrganization',
    ask: () => reader.managementAccount(),
  });
  const all = await asking.ask({
    part: 'the accounts of the organization',
    action: 'organizations:ListAccounts',
    ask: () => reader.accounts(),
  });
  if (all.kind === 'told') return { managementAccount, accounts: all.value, all: true };
  const told = await Promise.all(
    named.map(id =>
      asking.ask({
        part: `account ${id} in the organization`,
        action: 'organizations:DescribeAccount',
        absent: ['AccountNotFoundException'],
        ask: () => reader.account(id),
      }),
    ),
  );
  if (told.some(({ kind }) => kind === 'unknown')) return undefined;
  const accounts = told.flatMap(one => (one.kind === 'told' && one.value !== undefined ? [one.value] : []));
  return { managementAccount, accounts, all: false };
}
