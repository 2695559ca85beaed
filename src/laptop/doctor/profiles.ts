import { SCOPES } from '../block-body.js';
import { type ConfigSection, isReadByAll, type Setting, settingsOf } from '../config-file.js';
import { portalOf } from '../profiles-plan.js';
import { signsOn } from '../sign-on-profile.js';
import { readText } from '../text.js';
import { parseToken } from '../token-file.js';
import type { Ailment } from './finding.js';
import type { Machine } from './machine.js';

/** What is wrong with the profiles and sessions of ~/.aws/config, each by itself. */
export function profileAilments(machine: Machine): readonly Ailment[] {
  const { config, files } = machine;
  const profiles = config.filter(({ kind }) => kind === 'profile');
  const sessions = config.filter(({ kind }) => kind === 'sso-session');
  return [
    ...twice(config, files.config.path),
    ...[...profiles, ...sessions].flatMap(section => droppedName(section, files.config.path)),
    ...config.flatMap(section => comments(section, files.config.path)),
    ...profiles.flatMap(section => ofProfile(section, machine)),
    ...sessions.flatMap(section => ofSession(section, machine)),
  ];
}

function twice(config: readonly ConfigSection[], path: string): readonly Ailment[] {
  const headers = (section: ConfigSection) => `${section.kind} ${section.name}`;
  return config
    .filter((section, index) => config.findIndex(other => headers(other) === headers(section)) !== index)
    .map(({ name, line, kind }) => ({
      rule: 'section-twice',
      severity: 'error',
      what: `${path}:${line}: [${kind === 'other' ? '' : `${kind} `}${readText(name)}] stands there a second time.`,
      why: 'The AWS CLI and boto3 read nothing of the file then; other tools mix both.',
      fix: 'Remove one of the two.',
    }));
}

function droppedName({ kind, name, line }: ConfigSection, path: string): readonly Ailment[] {
  if (isReadByAll(name)) return [];
  return [
    {
      rule: 'name-not-read',
      severity: 'warning',
      what: `${path}:${line}: ${kind === 'profile' ? 'profile' : 'session'} "${readText(name)}" is not read by every tool.`,
      why: 'CDK and the SDK for JavaScript take letters, digits and _@+.%:/- and drop every other name without a word.',
      fix: 'Give it another name.',
    },
  ];
}

/** Settings whose value a comment would become a part of. */
const COMMENTED =
  /^(region|output|sso_|role_arn|source_profile|credential_source|mfa_serial|external_id|login_session)/;

export function commented({ settings }: ConfigSection): readonly Setting[] {
  return settings.filter(({ key, comment }) => comment !== undefined && COMMENTED.test(key));
}

function comments(section: ConfigSection, path: string): readonly Ailment[] {
  return commented(section).map(({ key, comment, line }) => ({
    rule: 'comment-behind-value',
    severity: 'warning',
    what: `${path}:${line}: a comment stands behind ${key}: ${readText(comment ?? '')}`,
    why: 'The AWS CLI and boto3 take it for a part of the value; the SDK for JavaScript does not.',
    fix: 'aws-temp-creds doctor --fix    # puts it on a line of its own',
  }));
}

function ofProfile(section: ConfigSection, machine: Machine): readonly Ailment[] {
  const { config, files, variables } = machine;
  const name = readText(section.name);
  const at = `${files.config.path}:${section.line}: profile ${name}`;
  const settings = new Map(section.settings.map(({ key, value }) => [key, value] as const));
  const found: Ailment[] = [];
  const acts =
    signsOn(settings) ||
    ['role_arn', 'credential_process', 'aws_access_key_id'].some(key => settings.has(key));
  const set = variables['AWS_REGION'] || variables['AWS_DEFAULT_REGION'];
  if (acts && !settings.get('region') && !set) {
    found.push({
      rule: 'no-region',
      severity: 'warning',
      what: `${at} has no region.`,
      why: 'CDK then works in us-east-1, and the AWS CLI stops.',
      fix: `aws configure set region eu-west-1 --profile ${name}`,
    });
  }
  const session = settings.get('sso_session');
  if (session !== undefined && settingsOf(config, 'sso-session', session) === undefined) {
    found.push({
      rule: 'no-session',
      severity: 'error',
      what: `${at} names the session ${session}, and there is no [sso-session ${session}].`,
      why: 'Every tool stops; some say only that sso_region of undefined cannot be read.',
      fix: 'aws-temp-creds profiles --write    # or: aws configure sso-session',
    });
  }
  const url = settings.get('sso_start_url');
  if (url !== undefined && session === undefined) found.push(...oldKind(at, settings, url, machine));
  found.push(...ofProcess(at, settings, machine));
  return found;
}

function oldKind(
  at: string,
  settings: ReadonlyMap<string, string>,
  url: string,
  { tokenOf }: Machine,
): readonly Ailment[] {
  if (!settings.get('sso_region')) return [noRegion(at)];
  const token = tokenOf(url);
  return token === undefined ? [] : wrongRegion(at, token, settings.get('sso_region') ?? '', url);
}

/** A program of ours that is not where the profile says. */
function ofProcess(
  at: string,
  settings: ReadonlyMap<string, string>,
  { exists }: Machine,
): readonly Ailment[] {
  const command = settings.get('credential_process') ?? '';
  const paths = [...command.matchAll(/"([^"]+)"|'([^']+)'/g)].map(([, one, other]) => one ?? other ?? '');
  if (!paths.includes('credentials')) return [];
  const gone = paths.slice(0, 2).find(path => !exists(path));
  if (gone === undefined) return [];
  return [
    {
      rule: 'program-gone',
      severity: 'error',
      what: `${at} starts ${gone}, which is not there.`,
      why: 'Node or aws-temp-creds was moved, updated or removed.',
      fix: 'npm install --global aws-temp-creds && aws-temp-creds profiles --write',
    },
  ];
}

function ofSession(section: ConfigSection, machine: Machine): readonly Ailment[] {
  const { files, tokenOf, now, config } = machine;
  const name = readText(section.name);
  const at = `${files.config.path}:${section.line}: [sso-session ${name}]`;
  const value = (key: string) => section.settings.find(setting => setting.key === key)?.value;
  const url = value('sso_start_url');
  const region = value('sso_region');
  if (!url) {
    return [
      {
        rule: 'no-start-url',
        severity: 'error',
        what: `${at} has no sso_start_url.`,
        why: 'Nobody can sign on.',
        fix: 'aws configure sso-session',
      },
    ];
  }
  if (!region) return [noRegion(at)];
  const found: Ailment[] = [...wrongPlace(at, url, region)];
  if (!value('sso_registration_scopes')?.includes(SCOPES)) {
    found.push({
      rule: 'no-scopes',
      severity: 'warning',
      what: `${at} has no sso_registration_scopes = ${SCOPES}.`,
      why: 'The device flow then gives no refresh token: the session ends after an hour, and each day begins with a browser.',
      fix: 'aws-temp-creds doctor --fix    # adds the line; then sign on again',
    });
  }
  const text = tokenOf(name);
  if (text === undefined) return found;
  const token = parseToken(text, now);
  if (token === undefined || portalOf(String(token.whole['startUrl'] ?? url)) !== portalOf(url)) {
    found.push({
      rule: 'foreign-cache',
      severity: 'warning',
      what: `The cached token of session ${name} ${token === undefined ? 'is no token' : 'is of another portal'}.`,
      why: 'Another tool, or another configuration of this name, wrote it; every tool that uses it is refused.',
      fix: `aws sso logout && aws sso login --sso-session ${name}`,
    });
    return found;
  }
  found.push(...wrongRegion(at, text, region, name));
  const isUsed = config.some(({ settings }) =>
    settings.some(setting => setting.key === 'sso_session' && setting.value === section.name),
  );
  if (isUsed && token.expiresAt <= now && token.renewal === undefined) {
    found.push({
      rule: 'session-ended',
      severity: 'warning',
      what: `The session ${name} ended ${token.expiresAt.toISOString()}, and cannot be renewed.`,
      why: 'It has no refresh token, or its registration has ended.',
      fix: `aws sso login --sso-session ${name}`,
    });
  }
  return found;
}

function noRegion(at: string): Ailment {
  return {
    rule: 'no-sso-region',
    severity: 'error',
    what: `${at} has no sso_region.`,
    why: 'A portal is reached in its home Region only, which is not the Region that you work in.',
    fix: 'aws-temp-creds profiles --write    # or ask who runs IAM Identity Center',
  };
}

function wrongRegion(at: string, text: string, region: string, session: string): readonly Ailment[] {
  const other = /"region"\s*:\s*"([a-z0-9-]+)"/.exec(text)?.[1];
  if (other === undefined || other === region) return [];
  return [
    {
      rule: 'other-sso-region',
      severity: 'warning',
      what: `${at} says ${region}, and the cached token of ${session} is of ${other}.`,
      why: 'A token counts in the home Region of its portal alone; in another one it is "not found or invalid".',
      fix: `Write the Region that is right, then: aws sso login --sso-session ${session}`,
    },
  ];
}

/** Start URLs of the newer kinds name the home Region (awscli customizations/sso/resolve.py). */
function wrongPlace(at: string, url: string, region: string): readonly Ailment[] {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const named =
    /^[\w-]+\.([a-z]{2}(?:-[a-z]+)+-\d)\.portal\.amazonaws\.com(?:\.cn)?$/.exec(host)?.[1] ??
    /^[\w-]+\.portal\.([a-z]{2}(?:-[a-z]+)+-\d)\.app\.aws$/.exec(host)?.[1];
  if (named === undefined || named === region) return [];
  return [
    {
      rule: 'other-sso-region',
      severity: 'error',
      what: `${at} says sso_region = ${region}, and its start URL names ${named}.`,
      why: 'The portal is in another Region; signing on fails, or the tokens are refused.',
      fix: `sso_region = ${named}`,
    },
  ];
}
