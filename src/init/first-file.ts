import { type AccountId, accountId, parseRoleArn, type Region, region } from '../aws/names.js';
import { ENVIRONMENT_NAME } from '../config/environment-name.js';
import type { ConfigSection } from '../laptop/config-file.js';
import { type NewEnvironment, withEnvironments } from '../migrate/configuration-text.js';

/** An account that the first configuration file is to have as an environment. */
export interface FoundAccount {
  /** What it is called: of a profile, of the organization, or as it was given. */
  readonly called: string;
  readonly account: AccountId;
  /** Undefined: not known. */
  readonly region: Region | undefined;
  readonly permissionSet: string | undefined;
}

export interface FoundPortal {
  readonly startUrl: string;
  readonly region: Region;
  /** Undefined: the portal's name. */
  readonly session: string | undefined;
}

export interface Found {
  readonly accounts: readonly FoundAccount[];
  readonly portal: FoundPortal | undefined;
}

/** How the file is to be, where what was found does not say. */
export interface FirstFileWish {
  readonly region: Region | undefined;
  readonly role: string;
}

/** Accounts and portal of the profiles in `~/.aws/config`: the first profile of an account names it. */
export function foundInConfig(sections: readonly ConfigSection[]): Found {
  const setting = (section: ConfigSection | undefined, key: string) =>
    section?.settings.find(one => one.key === key)?.value || undefined;
  const sessions = sections.filter(({ kind }) => kind === 'sso-session');
  const profiles = sections.filter(({ kind }) => kind === 'profile');
  const accounts = profiles.flatMap((profile): FoundAccount[] => {
    const account =
      accountId(setting(profile, 'sso_account_id') ?? '') ??
      parseRoleArn(setting(profile, 'role_arn') ?? '')?.account;
    if (account === undefined) return [];
    const permissionSet = setting(profile, 'sso_role_name');
    return [
      { called: profile.name, account, region: region(setting(profile, 'region') ?? ''), permissionSet },
    ];
  });
  const portals = [...sessions, ...profiles].flatMap((section): FoundPortal[] => {
    const startUrl = setting(section, 'sso_start_url');
    const home = region(setting(section, 'sso_region') ?? '');
    if (startUrl === undefined || !/^https:\/\/\S+$/.test(startUrl) || home === undefined) return [];
    return [{ startUrl, region: home, session: section.kind === 'sso-session' ? section.name : undefined }];
  });
  return { accounts, portal: portals[0] };
}

/**
 * The text of a team's first configuration file: an environment for each account, in the order found; what is not known
 * is left blank, and marked.
 *
 * @returns undefined where no account was found
 */
export function firstFile({ accounts, portal }: Found, wish: FirstFileWish): string | undefined {
  const seen = new Set<AccountId>();
  const names = new Set<string>();
  const environments = accounts
    .filter(({ account }) => !seen.has(account) && seen.add(account))
    .map(one => environmentOf(one, names, wish));
  const text = withEnvironments(undefined, environments);
  if (text === undefined) return undefined;
  const [head = '', ...rest] = text.split('\n');
  return [head, ...portalLines(portal), ...rest].join('\n');
}

function environmentOf(found: FoundAccount, names: Set<string>, wish: FirstFileWish): NewEnvironment {
  const name = ownName(found.called, names);
  return {
    name,
    gitHubEnvironment: name,
    account: found.account,
    region: found.region ?? wish.region,
    role: undefined,
    roleText: wish.role,
    duration: undefined,
    permissionSet: found.permissionSet,
  };
}

function ownName(called: string, names: Set<string>): string {
  const base = called
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^[-_]+|-+$/g, '')
    .slice(0, 60);
  const usable = ENVIRONMENT_NAME.test(base) ? base : 'account';
  let name = usable;
  for (let count = 2; names.has(name); count++) name = `${usable}-${count}`;
  names.add(name);
  return name;
}

function portalLines(portal: FoundPortal | undefined): readonly string[] {
  if (portal === undefined) return [];
  const { startUrl, region: home, session } = portal;
  return [
    'sso:',
    `  start-url: ${/[\s#]/.test(startUrl) ? JSON.stringify(startUrl) : startUrl}`,
    `  region: ${home}`,
    ...(session !== undefined && /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(session)
      ? [`  session: ${session}`]
      : []),
  ];
}
