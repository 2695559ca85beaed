import type { SsoConfiguration } from '../config/configuration.js';
import { configHeader } from '../handover/profile-file.js';
import { type ConfigSection, linesOf, parseConfigFile } from './config-file.js';
import type { SignOnProfile } from './people-profiles.js';

/** Settings that are ours in our sections; whatever else stands there was added by somebody, and is kept. */
const OUR_KEYS = new Set([
  'sso_session',
  'sso_account_id',
  'sso_role_name',
  'region',
  'credential_process',
  'sso_start_url',
  'sso_region',
  'sso_registration_scopes',
]);

/** Without this the CLI's device flow is given no refresh token, and each day begins with a browser. */
export const SCOPES = 'sso:account:access';

/** Stands in the session: what the configuration file said when the block was written. */
const RECORDED = '# Region in the configuration file: ';
const INTRODUCTION = '# Written by: aws-temp-creds profiles --write';

/** What a block is made from. */
export interface BlockContent {
  /** Undefined: the session stands elsewhere in the file, and is used as it is. */
  readonly sso: SsoConfiguration | undefined;
  readonly profiles: readonly SignOnProfile[];
  /** Options of the command, which the next call takes over: ` --prefix shop-`. */
  readonly options: string;
  /** Gives the command of a profile that starts our process; undefined: plain sign-on profiles. */
  readonly processOf: ((profile: string) => string) | undefined;
}

/**
 * The lines between a block's two comments. What somebody added to our sections of the block as it was is kept.
 *
 * @param old body of the block as it was; '' when there was none
 */
export function blockBody({ sso, profiles, options, processOf }: BlockContent, old: string): string {
  const before = parseConfigFile(old);
  const kept = (kind: ConfigSection['kind'], name: string) => addedLines(before, kind, name, old);
  const session = sso && [
    `[sso-session ${sso.session}]`,
    `sso_start_url = ${sso.startUrl}`,
    `${RECORDED}${sso.region}`,
    `sso_region = ${changedRegion(before, sso, old) ?? sso.region}`,
    `sso_registration_scopes = ${SCOPES}`,
    ...kept('sso-session', sso.session),
  ];
  const sections = profiles.flatMap(profile => {
    const name = processOf === undefined ? profile.name : `${profile.name}-sso`;
    const signOn = [
      configHeader(name),
      `sso_session = ${profile.session}`,
      `sso_account_id = ${profile.account}`,
      `sso_role_name = ${profile.permissionSet}`,
      `region = ${profile.region}`,
      ...kept('profile', name),
    ];
    const process = processOf && [
      configHeader(profile.name),
      `credential_process = ${processOf(name)}`,
      `region = ${profile.region}`,
      ...kept('profile', profile.name),
    ];
    return process === undefined ? [signOn] : [signOn, process];
  });
  const all = session === undefined ? sections : [session, ...sections];
  return `${INTRODUCTION}${options}\n\n${all.map(lines => `${lines.join('\n')}\n`).join('\n')}`;
}

/** The options that a block was written with; undefined: it does not say. */
export function writtenWith(body: string): readonly string[] | undefined {
  const line = body.split(/\r?\n/).find(text => text.startsWith(INTRODUCTION));
  return line
    ?.slice(INTRODUCTION.length)
    .split(' ')
    .filter(word => word !== '');
}

/** Names of the profiles that a content makes, the sign-on profiles behind process profiles included. */
export function profileNamesOf({
  profiles,
  processOf,
}: Pick<BlockContent, 'profiles' | 'processOf'>): readonly string[] {
  return profiles.flatMap(({ name }) => (processOf === undefined ? [name] : [`${name}-sso`, name]));
}

/**
 * `aws sso login` corrects the Region in the session itself when the portal says that its home is another one (CLI
 * 2.35.13 and later). That stays, as long as the configuration file has not changed since.
 *
 * @returns the corrected Region; undefined: the file's counts
 */
export function changedRegion(
  before: readonly ConfigSection[],
  { session, region }: Pick<SsoConfiguration, 'session' | 'region'>,
  text: string,
): string | undefined {
  const section = before.find(({ kind, name }) => kind === 'sso-session' && name === session);
  if (section === undefined) return undefined;
  const lines = text.slice(section.start, section.end).split(/\r?\n/);
  const recorded = lines.find(line => line.startsWith(RECORDED))?.slice(RECORDED.length);
  const current = section.settings.find(({ key }) => key === 'sso_region')?.value;
  return recorded === region && current !== undefined && current !== region ? current : undefined;
}

/** The lines of one of our sections that are not ours: settings with what is nested in them, and comments. */
function addedLines(
  before: readonly ConfigSection[],
  kind: ConfigSection['kind'],
  name: string,
  text: string,
): readonly string[] {
  return before
    .filter(section => section.kind === kind && section.name === name)
    .flatMap(section => {
      const ours = section.settings.filter(({ key }) => OUR_KEYS.has(key));
      return linesOf(text.slice(section.start, section.end))
        .slice(1)
        .filter(line => {
          const at = section.start + line.start;
          return !ours.some(({ start, end }) => at >= start && at < end) && !isOurComment(line.text);
        })
        .map(line => line.text);
    });
}

function isOurComment(line: string): boolean {
  return line.trim() === '' || line.startsWith(RECORDED) || line.startsWith(INTRODUCTION);
}
