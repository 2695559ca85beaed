import type { AccountId, Region } from '../aws/names.js';
import { Failure } from '../failure.js';
import { printable } from '../printable.js';
import { inName, type PeopleProfiles, refuseNames, type SignOnProfile } from './people-profiles.js';

/** An account that the portal offers to a person, and what they may be there. */
export interface OfferedAccount {
  readonly account: AccountId;
  readonly name: string;
  readonly permissionSets: readonly string[];
}

/** How the profiles of all accounts are made. */
export interface AllAccounts {
  /** With the parts of TEMPLATE_PARTS in braces. */
  readonly template: string;
  /** Region of the profiles; undefined: that of an environment in the account, else the portal's. */
  readonly region: Region | undefined;
}

export const NAME_TEMPLATE = '{account}.{permission-set}';
const TEMPLATE_PARTS = ['account', 'account-id', 'permission-set'];

/** @throws Failure `wrong-input` for a template without what tells the profiles apart, or with unknown parts */
export function checkedTemplate(template: string): string {
  const parts = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, part = '']) => part);
  const unknown = parts.find(part => !TEMPLATE_PARTS.includes(part));
  const rest = template.replace(/\{[^{}]*\}/g, '');
  const complete = parts.includes('permission-set') && parts.some(part => part.startsWith('account'));
  if (unknown === undefined && complete && /^[A-Za-z0-9_@+.-]*$/.test(rest)) return template;
  throw new Failure('wrong-input', {
    what: `${printable(template, 100)} cannot be the names of profiles.`,
    why:
      unknown === undefined
        ? 'It needs {permission-set}, and {account} (the name) or {account-id}; between them stand letters, digits and _@+.-'
        : `There is no {${printable(unknown, 50)}}.`,
    write: `--name '${NAME_TEMPLATE}'`,
  });
}

/** The profiles of a configuration, and one for everything else that the portal offers. */
export function withAllAccounts(
  people: PeopleProfiles,
  offered: readonly OfferedAccount[],
  { template, region }: AllAccounts,
  prefix: string,
): PeopleProfiles {
  const { sso, profiles } = people;
  const has = (account: AccountId, set: string) =>
    profiles.some(profile => profile.account === account && profile.permissionSet === set);
  const more = offered.flatMap(({ account, name, permissionSets }) =>
    permissionSets
      .filter(set => !has(account, set))
      .map((set): SignOnProfile => {
        const parts: Readonly<Record<string, string>> = {
          account: inName(name) || account,
          'account-id': account,
          'permission-set': inName(set),
        };
        const filled = template.replace(/\{([^{}]*)\}/g, (_, part: string) => parts[part] ?? '');
        return {
          name: prefix + filled,
          session: sso.session,
          account,
          permissionSet: set,
          region: region ?? profiles.find(profile => profile.account === account)?.region ?? sso.region,
          origin: `${set} in account ${account} (${printable(name, 60)})`,
        };
      }),
  );
  const all = [...profiles, ...more];
  refuseNames(all, sso.session);
  return { ...people, profiles: all };
}
