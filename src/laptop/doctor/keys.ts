import type { ConfigSection } from '../config-file.js';
import { endedCopies } from '../copied-keys.js';
import { blocksOf } from '../managed-block.js';
import { readText } from '../text.js';
import type { Ailment } from './finding.js';
import type { Machine } from './machine.js';

/** Long-lived keys in the two files and in the environment, and copies that have ended. */
export function keyAilments(machine: Machine): readonly Ailment[] {
  const { files, config, credentials, variables, now } = machine;
  return [
    ...staticKeys(credentials, files.credentials.path, ageOf(machine)),
    ...staticKeys(config, files.config.path, ''),
    ...ofEnvironment(variables),
    ...endedCopies(files.credentials.text ?? '', now).map(
      ({ name, line }): Ailment => ({
        rule: 'ended-copy',
        severity: 'warning',
        what: `${files.credentials.path}:${line}: the copied keys of [${name}] have ended.`,
        why: 'Tools that use them are refused.',
        fix: `aws-temp-creds sync --clean ${name}`,
      }),
    ),
  ];
}

function ageOf({ credentialsChanged, now }: Machine): string {
  if (credentialsChanged === undefined) return '';
  const days = Math.floor((now.getTime() - credentialsChanged.getTime()) / 86_400_000);
  return days < 1 ? ' The file was changed today.' : ` The file was last changed ${days} days ago.`;
}

function staticKeys(sections: readonly ConfigSection[], path: string, age: string): readonly Ailment[] {
  return sections.flatMap((section): readonly Ailment[] => {
    const value = (key: string) => section.settings.find(setting => setting.key === key)?.value;
    const id = value('aws_access_key_id');
    if (!id || value('aws_session_token') || section.kind === 'other') return [];
    const name = readText(section.name);
    return [
      {
        rule: 'static-key',
        severity: 'error',
        what: `${path}:${section.line}: [${name}] holds a key that never ends (${shownKey(id)}).${age}`,
        why: 'Whoever reads this file once can act as you until somebody notices.',
        fix: wayOut(id, name, path),
      },
    ];
  });
}

/** The first and last four letters: enough to find it, too little to use it. */
function shownKey(id: string): string {
  return id.length > 12 ? `${id.slice(0, 4)}…${id.slice(-4)}` : '…';
}

function wayOut(id: string, name: string, path: string): string {
  const key = /^[A-Z0-9]{16,128}$/.test(id) ? `${id.slice(0, 4)}…${id.slice(-4)}` : 'THE-KEY-ID';
  return [
    'aws-temp-creds profiles --write    # a profile that signs on, in the repository of your team; try it first',
    `aws iam update-access-key --access-key-id ${key} --status Inactive --profile ${name}    # its whole ID stands in the file`,
    `# after a week without complaints: aws iam delete-access-key, with another identity; then remove [${name}] from ${path}`,
  ].join('\n');
}

function ofEnvironment(variables: Machine['variables']): readonly Ailment[] {
  const { AWS_ACCESS_KEY_ID: id, AWS_SESSION_TOKEN: token, AWS_PROFILE: profile } = variables;
  const found: Ailment[] = [];
  if (id && !token) {
    found.push({
      rule: 'static-key-in-environment',
      severity: 'error',
      what: `AWS_ACCESS_KEY_ID (${shownKey(id)}) is set without AWS_SESSION_TOKEN: a key that never ends.`,
      why: 'Every program that this shell starts has it.',
      fix: 'unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY    # and remove it where it is set',
    });
  }
  if (id && profile) {
    found.push({
      rule: 'keys-beside-profile',
      severity: 'warning',
      what: `AWS_ACCESS_KEY_ID is set, and AWS_PROFILE (${profile}) too.`,
      why: 'Tools disagree on who counts: CDK and the SDKs take the keys, the AWS CLI takes the profile when it is named on its command line.',
      fix: 'unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN',
    });
  }
  return found;
}

/** Keys of the credentials file that have the name of a profile which signs on. */
export function shadows({ config, credentials, files }: Machine): readonly Ailment[] {
  const ours = blocksOf(files.credentials.text ?? '');
  return credentials
    .filter(({ start }) => !ours.some(block => start >= block.start && start < block.end))
    .filter(({ settings }) => settings.some(({ key }) => key === 'aws_access_key_id'))
    .filter(({ name }) =>
      config.some(
        profile =>
          profile.kind === 'profile' &&
          profile.name === name &&
          profile.settings.some(({ key }) => ['sso_session', 'sso_start_url', 'login_session'].includes(key)),
      ),
    )
    .map(({ name, line }) => ({
      rule: 'hidden-profile',
      severity: 'warning',
      what: `${files.credentials.path}:${line}: [${readText(name)}] holds keys, and a profile of that name signs on.`,
      why: 'CDK and the SDK for JavaScript use the keys, the AWS CLI signs on: the same command acts as two.',
      fix: `Remove [${readText(name)}] from ${files.credentials.path}, or rename it there.`,
    }));
}
