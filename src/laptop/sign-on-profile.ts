import { type AccountId, accountId, type Region, region } from '../aws/names.js';
import { Failure } from '../failure.js';
import { printable } from '../printable.js';
import { type ConfigSection, settingsOf } from './config-file.js';

/** A profile that signs on by way of the access portal. */
export interface PortalProfile {
  readonly kind: 'portal';
  readonly name: string;
  readonly account: AccountId;
  readonly permissionSet: string;
  /** Region to work in. */
  readonly region: string | undefined;
  readonly portal: Portal;
}

/** Where a session is opened, and under which name its files stand. */
export interface Portal {
  /** Undefined: a profile of the old kind, whose token is kept by start URL. */
  readonly session: string | undefined;
  readonly startUrl: string;
  readonly region: Region;
  /** Whether the session asks for the scope without which the device flow gives no refresh token. */
  readonly renewable: boolean;
}

/** A profile of `aws login`. */
export interface LoginProfile {
  readonly kind: 'login';
  readonly name: string;
  /** ARN of who signed in. */
  readonly session: string;
  readonly region: string | undefined;
}

export type SignOnProfile = PortalProfile | LoginProfile;

/** What signing on concerns: the session, whatever is done with it. */
export type PortalSession = Pick<PortalProfile, 'kind' | 'name' | 'portal'>;
export type Signing = PortalSession | LoginProfile;

type Settings = ReadonlyMap<string, string>;

/**
 * The profile of a name, as far as somebody signs on with it. A process profile of ours stands for the sign-on profile
 * behind it, so that it never starts itself.
 *
 * @throws Failure `wrong-configuration` when there is none, or what it says does not suffice
 */
export function signOnProfile(sections: readonly ConfigSection[], name: string, path: string): SignOnProfile {
  const settings = settingsOf(sections, 'profile', name);
  if (settings === undefined) throw unknownProfile(sections, name, path);
  const behind = `${name}-sso`;
  if (settings.has('credential_process') && !signsOn(settings)) {
    const other = settingsOf(sections, 'profile', behind);
    if (other !== undefined && signsOn(other)) return signOnProfile(sections, behind, path);
  }
  const login = settings.get('login_session');
  if (login !== undefined && !settings.has('sso_account_id'))
    return { kind: 'login', name, session: login, region: settings.get('region') };
  if (!signsOn(settings)) throw otherKind(settings, name);
  return portalProfile(sections, settings, name);
}

/** Whether a profile signs on by way of a portal or `aws login`. */
export function signsOn(settings: Settings): boolean {
  return ['sso_session', 'sso_start_url', 'login_session'].some(key => settings.has(key));
}

function portalProfile(sections: readonly ConfigSection[], settings: Settings, name: string): PortalProfile {
  const session = settings.get('sso_session');
  const from = session === undefined ? settings : settingsOf(sections, 'sso-session', session);
  if (from === undefined) {
    throw incomplete(name, `its session ${printable(session ?? '', 100)} has no [sso-session] section`);
  }
  const account = accountId(settings.get('sso_account_id') ?? '');
  const permissionSet = settings.get('sso_role_name');
  const startUrl = from.get('sso_start_url');
  const place = region(from.get('sso_region') ?? '');
  if (account === undefined) throw incomplete(name, 'it has no sso_account_id of 12 digits');
  if (!permissionSet) throw incomplete(name, 'it has no sso_role_name');
  if (!startUrl) throw incomplete(name, 'there is no sso_start_url');
  if (place === undefined) throw incomplete(name, 'there is no sso_region, the home Region of the portal');
  const renewable = session !== undefined && from.has('sso_registration_scopes');
  return {
    kind: 'portal',
    name,
    account,
    permissionSet,
    region: settings.get('region'),
    portal: { session, startUrl, region: place, renewable },
  };
}

function unknownProfile(sections: readonly ConfigSection[], name: string, path: string): Failure {
  const names = sections.filter(({ kind }) => kind === 'profile').map(section => section.name);
  const known = [...new Set(names)].slice(0, 30).map(other => printable(other, 60));
  return new Failure('wrong-configuration', {
    what: `There is no profile ${printable(name, 100)} in ${printable(path)}.`,
    why: known.length === 0 ? 'The file has no profiles, or is not there.' : `It has: ${known.join(', ')}.`,
    write: 'aws-temp-creds profiles --write    # in the repository with the configuration file',
  });
}

function otherKind(settings: Settings, name: string): Failure {
  const why = settings.has('role_arn')
    ? 'It assumes a role with the credentials of another profile; every AWS tool does that by itself.'
    : settings.has('aws_access_key_id')
      ? 'It holds a static key, which nothing renews.'
      : settings.has('credential_process')
        ? 'It starts a program of its own.'
        : 'It has neither sso_session, sso_start_url nor login_session.';
  return new Failure('wrong-configuration', {
    what: `Nobody signs on with the profile ${printable(name, 100)}.`,
    why,
    write: settings.has('aws_access_key_id') ? 'aws-temp-creds doctor' : 'aws-temp-creds profiles --write',
  });
}

function incomplete(name: string, why: string): Failure {
  return new Failure('wrong-configuration', {
    what: `The profile ${printable(name, 100)} cannot sign on: ${why}.`,
    write: 'aws-temp-creds profiles --write',
  });
}

/** How a person opens the session of a profile again. */
export function loginCommand(profile: Signing): string {
  if (profile.kind === 'login') return `aws login --profile ${shellWord(profile.name)}`;
  const { session } = profile.portal;
  return session === undefined
    ? `aws sso login --profile ${shellWord(profile.name)}`
    : `aws sso login --sso-session ${shellWord(session)}`;
}

function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `"${printable(text, 100)}"`;
}
