import type { SsoConfiguration } from '../config/configuration.js';
import { Failure } from '../failure.js';
import { printable } from '../printable.js';
import { type BlockContent, blockBody, changedRegion, profileNamesOf } from './block-body.js';
import { type ConfigSection, parseConfigFile } from './config-file.js';
import { blocksOf, blockText, type ManagedBlock, newlineOf, withBlock } from './managed-block.js';
import { readText } from './text.js';

/** What is to become of the AWS configuration file. Texts are Latin-1 of the file's bytes. */
export interface ProfilesChange {
  readonly before: string | undefined;
  /** Undefined: no file. */
  readonly after: string | undefined;
  /** The block as it stands in the file; '' where there is none afterwards. */
  readonly block: string;
  /** Profiles that the block then has. */
  readonly names: readonly string[];
  /** What the user should know; one line each. */
  readonly notices: readonly string[];
  /** What only the user can settle; one line each. */
  readonly left: readonly string[];
}

/** The two files as they are, and where. */
export interface FileTexts {
  readonly config: { readonly path: string; readonly text: string | undefined };
  readonly credentials: { readonly path: string; readonly text: string | undefined };
}

/**
 * Plans the owner's block.
 *
 * @param owner see `blockOwner`
 * @throws Failure `wrong-configuration` when a name is taken elsewhere in the file, or a block is damaged
 */
export function planBlock(files: FileTexts, owner: string, content: Wanted): ProfilesChange {
  const { path, text = '' } = files.config;
  const old = blocksOf(text).find(block => block.owner === owner);
  const others = foreignSections(text, old);
  const names = profileNamesOf(content);
  refuseTaken(names, others, path, text);
  const elsewhere = sessionElsewhere(content.sso, others, path);
  const body = blockBody(
    { ...content, sso: elsewhere === undefined ? content.sso : undefined },
    (old?.body ?? '').replaceAll('\r\n', '\n'),
  );
  const after = withBlock(files.config.text, owner, body);
  const own = changedRegion(parseConfigFile(old?.body ?? ''), content.sso, old?.body ?? '');
  return {
    before: files.config.text,
    after,
    block: blockText(owner, body, newlineOf(after ?? '')),
    names,
    notices: [
      ...(own === undefined ? [] : [regionNotice(content.sso, own)]),
      ...(elsewhere === undefined ? [] : [elsewhere]),
    ],
    left: shadowed(names, files.credentials),
  };
}

/** As a block is made from, with the session that its profiles need. */
export interface Wanted extends BlockContent {
  readonly sso: SsoConfiguration;
}

/**
 * Plans the block's removal. A session that profiles outside it use stays, alone.
 *
 * @throws Failure `wrong-configuration` when a block is damaged
 */
export function planRemoval(files: FileTexts, owner: string): ProfilesChange {
  const { text } = files.config;
  const old = blocksOf(text ?? '').find(block => block.owner === owner);
  const users = old === undefined ? [] : sessionUsers(text ?? '', old);
  const [user] = users;
  const body = user === undefined || old === undefined ? undefined : sessionsAlone(old, users);
  const after = withBlock(text, owner, body);
  return {
    before: text,
    after,
    block: body === undefined ? '' : blockText(owner, body, newlineOf(after ?? '')),
    names: [],
    notices: old === undefined ? [`There is no block of ${printable(owner, 200)} in the file.`] : [],
    left: users.map(
      ({ session, profile }) => `[sso-session ${session}] stays: profile ${printable(profile, 100)} uses it.`,
    ),
  };
}

function foreignSections(text: string, own: ManagedBlock | undefined): readonly ConfigSection[] {
  return parseConfigFile(text).filter(
    ({ start }) => own === undefined || start < own.start || start >= own.end,
  );
}

function refuseTaken(
  names: readonly string[],
  others: readonly ConfigSection[],
  path: string,
  text: string,
): void {
  const taken = others.filter(({ kind, name }) => kind === 'profile' && names.includes(readText(name)));
  if (taken.length === 0) return;
  const list = taken.map(({ name, line, start }) => {
    const block = blocksOf(text).find(one => start >= one.start && start < one.end);
    const whose = block === undefined ? '' : `, in the block of ${printable(block.owner, 200)}`;
    return `line ${line}: [profile ${printable(name, 100)}]${whose}`;
  });
  throw new Failure('wrong-configuration', {
    what: `${printable(path)} has ${taken.map(({ name }) => printable(name, 100)).join(', ')} already, and the configuration file makes ${taken.length === 1 ? 'a profile of that name' : 'profiles of these names'} too.`,
    why: `${list.join('\n')}\nTwo profiles of one name stop the AWS CLI and boto3 altogether. Nothing was written.`,
    likely: 'It was set up by hand before, or another repository has an environment of the same name.',
    write:
      'Remove or rename the one that is there; or keep both:\n  aws-temp-creds profiles --prefix shop- --write',
  });
}

/**
 * @returns a notice when the session stands elsewhere in the file, the same; undefined: it stands nowhere else
 * @throws Failure `wrong-configuration` when it stands there with another portal or Region
 */
function sessionElsewhere(
  sso: SsoConfiguration,
  others: readonly ConfigSection[],
  path: string,
): string | undefined {
  const found = others.find(({ kind, name }) => kind === 'sso-session' && name === sso.session);
  if (found === undefined) return undefined;
  const value = (key: string) => found.settings.find(setting => setting.key === key)?.value ?? '';
  const sameUrl = portalOf(value('sso_start_url')) === portalOf(sso.startUrl);
  if (sameUrl && value('sso_region') === sso.region) {
    const scopes = value('sso_registration_scopes').includes(SCOPE_OF_PORTAL);
    const lacking = scopes
      ? ''
      : '; it lacks `sso_registration_scopes = sso:account:access`, without which nothing is renewed';
    return `[sso-session ${sso.session}] stands in line ${found.line} already and is used as it is${lacking}.`;
  }
  throw new Failure('wrong-configuration', {
    what: `${printable(path)} has another [sso-session ${sso.session}] already, in line ${found.line}.`,
    why: `There: ${printable(value('sso_start_url'), 200)} in ${printable(value('sso_region'), 40)}. In the configuration file: ${printable(sso.startUrl, 200)} in ${sso.region}.`,
    write:
      'Give the session of the configuration file another name (sso.session), or mend what stands there.',
  });
}

const SCOPE_OF_PORTAL = 'sso:account:access';

/** Start URLs that lead to the same portal: `…/start`, `…/start/`, `…/start#/`. */
export function portalOf(startUrl: string): string {
  return startUrl.replace(/\/?(#\/?)?$/, '').toLowerCase();
}

function regionNotice({ session, region }: SsoConfiguration, now: string): string {
  return `\`aws sso login\` changed the Region of [sso-session ${session}] to ${printable(now, 40)}; it stays. The configuration file says ${region}: write sso.region: ${printable(now, 40)} there.`;
}

/** Keys of the same name in the credentials file hide a sign-on profile from the SDK for JavaScript. */
function shadowed(
  names: readonly string[],
  { path, text = '' }: FileTexts['credentials'],
): readonly string[] {
  return parseConfigFile(text, 'credentials')
    .filter(({ name }) => names.includes(readText(name)))
    .map(
      ({ name, line }) =>
        `${printable(path)}:${line} has [${printable(name, 100)}] too: CDK and the SDK for JavaScript use that one instead. Remove it: aws-temp-creds doctor`,
    );
}

interface SessionUser {
  readonly session: string;
  readonly profile: string;
}

function sessionUsers(text: string, old: ManagedBlock): readonly SessionUser[] {
  const own = parseConfigFile(old.body)
    .filter(({ kind }) => kind === 'sso-session')
    .map(({ name }) => name);
  const others = foreignSections(text, old);
  return own.flatMap(session => {
    const user = others.find(({ settings }) =>
      settings.some(({ key, value }) => key === 'sso_session' && value === session),
    );
    return user === undefined ? [] : [{ session, profile: user.name }];
  });
}

function sessionsAlone(old: ManagedBlock, users: readonly SessionUser[]): string {
  const body = old.body.replaceAll('\r\n', '\n');
  const sections = parseConfigFile(body).filter(
    ({ kind, name }) => kind === 'sso-session' && users.some(({ session }) => session === name),
  );
  return sections.map(({ start, end }) => body.slice(start, end)).join('');
}
