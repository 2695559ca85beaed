import type { Environment, People } from '../../config/configuration.js';
import { printable } from '../../printable.js';
import type { HeldSet, Holder } from '../facts.js';
import type { AuditFinding } from '../finding.js';
import { found } from './found.js';
import { shownUser, type UserNames } from './ways-out.js';

/** Do those hold a permission set who are to, and nobody else? */
export function judgeHolders(
  { name: set, holders }: HeldSet,
  { groups, isOpen }: People & { readonly isOpen: boolean },
  { name: environment, account }: Pick<Environment, 'name' | 'account'>,
  names: UserNames,
): readonly AuditFinding[] {
  if (holders === undefined) return [];
  const place = { environment, account };
  const where = `${set} in account ${account} (environment ${environment})`;
  const single = holders
    .filter(({ kind }) => kind === 'user')
    .map(user => judgeUser(user, where, place, names));
  const there = holders.filter(({ kind }) => kind === 'group');
  // A group without a name may be any of those that are missing.
  const nameless = there.some(({ name }) => name === undefined);
  const missing = groups
    .filter(group => !nameless && !there.some(({ name }) => name === group))
    .map(group =>
      found('group-missing', {
        what: `The group ${shownUser(group, names)} does not hold ${where}.`,
        fix: 'Deploy what aws-temp-creds template people prints, or assign it in the console of Identity Center.',
        ...place,
      }),
    );
  const more = there
    .filter(({ name }) => !isOpen && name !== undefined && !groups.includes(name))
    .map(({ name = '' }) =>
      found('group-unexpected', {
        what: `The group ${shownUser(name, names)} holds ${where}, and the file does not name it.`,
        fix: `Remove the assignment, or add the group to environments.${environment}.`,
        ...place,
      }),
    );
  return [...single, ...missing, ...more];
}

/** Users are shown by their ID, unless names are asked for: they are e-mail addresses in most directories. */
function judgeUser(
  { id, name, disabled, status }: Holder,
  where: string,
  place: { readonly environment: string; readonly account: string },
  names: UserNames,
): AuditFinding {
  const user = names === 'shown' && name !== undefined ? printable(name, 80) : id;
  return disabled
    ? found('user-disabled', {
        what: `The disabled user ${printable(user, 80)} still holds ${where}.`,
        fix: 'Remove the assignment: it is alive again as soon as somebody enables the user.',
        ...place,
      })
    : found('user-assigned', {
        what: `The single user ${printable(user, 80)}${stateText(status)} holds ${where}, not through a group.`,
        fix: 'Put the user into a group that holds it, and remove the assignment: who leaves a team then loses it, too.',
        ...place,
      });
}

/** A state that is new is told as it came. */
function stateText(status: string | undefined): string {
  return status === undefined || status === 'ENABLED' ? '' : ` (${printable(status, 40)})`;
}
