import { printable } from '../../printable.js';
import type { UserKey } from '../facts.js';

/** Whether names that are e-mail addresses are shown; else only their first letter. */
export type UserNames = 'shown' | 'withheld';

/** A name as it may be shown. */
export function shownUser(user: string, names: UserNames): string {
  return names === 'withheld' && user.includes('@') ? `${printable(user.slice(0, 1))}…` : printable(user, 80);
}

/** A word of a command that can be pasted, whatever is in it. */
export function shellWord(text: string): string {
  return /^[\w=,.:/+-]+$/.test(text) ? text : `'${printable(text, 300).replaceAll("'", "'\\''")}'`;
}

/** A user in a command; nothing that is an e-mail address, or no name of a user. */
export function userArgument(user: string): string {
  return /^[\w+=,.-]+$/.test(user) ? user : 'USER';
}

/**
 * The commands that end an access key, in the order in which nothing breaks for good. A user whose name is an e-mail
 * address is looked up by the key, so that the address stands in no report.
 */
export function waysOut({ id: key, user }: Pick<UserKey, 'id' | 'user'>): string {
  const id = shellWord(key);
  const name = /^[\w+=,.-]+$/.test(user)
    ? user
    : `"$(aws iam get-access-key-last-used --access-key-id ${id} --query UserName --output text)"`;
  return [
    '# first deactivate: this can be undone',
    `aws iam update-access-key --user-name ${name} --access-key-id ${id} --status Inactive`,
    '# then watch for a week whether something fails',
    `aws iam get-access-key-last-used --access-key-id ${id}`,
    '# then delete: this cannot be undone',
    `aws iam delete-access-key --user-name ${name} --access-key-id ${id}`,
  ].join('\n');
}
