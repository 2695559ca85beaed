import { Failure } from '../../failure.js';
import { settingsOf } from '../config-file.js';
import { blocksOf } from '../managed-block.js';
import { peopleProfiles } from '../people-profiles.js';
import { wishOf } from '../profiles-wish.js';
import { signsOn } from '../sign-on-profile.js';
import { readText } from '../text.js';
import type { Ailment } from './finding.js';
import type { Machine } from './machine.js';

/** What stands around the profiles: variables, tools, files, the clock, the team's configuration file. */
export function surroundingAilments(machine: Machine): readonly Ailment[] {
  return [...ofVariables(machine), ...ofTools(machine), ...ofFiles(machine), ...ofConfiguration(machine)];
}

function ofVariables({ variables, config, credentials }: Machine): readonly Ailment[] {
  const found: Ailment[] = [];
  for (const variable of ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'] as const) {
    const name = variables[variable];
    if (name === undefined) continue;
    const known = [...config, ...credentials].some(
      section => section.kind === 'profile' && readText(section.name) === name,
    );
    if (known) continue;
    found.push({
      rule: 'unknown-profile',
      severity: 'error',
      what: `${variable} names ${name === '' ? 'no profile: it is empty' : `the profile ${name}, which is not there`}.`,
      why: 'The AWS CLI and boto3 stop; other tools go on as somebody else.',
      fix: `unset ${variable}`,
    });
  }
  const region = variables['AWS_REGION'] || variables['AWS_DEFAULT_REGION'];
  const others = config.filter(({ kind, settings }) => {
    const own = settings.find(({ key }) => key === 'region')?.value;
    return kind === 'profile' && region && own && own !== region;
  });
  if (region && others.length > 0) {
    const names = others.slice(0, 5).map(({ name }) => readText(name));
    found.push({
      rule: 'region-variable',
      severity: 'warning',
      what: `${variables['AWS_REGION'] ? 'AWS_REGION' : 'AWS_DEFAULT_REGION'} is ${region}, and beats the region of: ${names.join(', ')}${others.length > 5 ? ', …' : ''}.`,
      why: 'A deploy with such a profile goes into the wrong Region.',
      fix: 'unset AWS_REGION AWS_DEFAULT_REGION    # and remove it from your shell profile',
    });
  }
  return found;
}

function ofTools({ awsVersion, cdkVersion, config, project }: Machine): readonly Ailment[] {
  const found: Ailment[] = [];
  const signs = config.some(
    ({ kind, settings }) =>
      kind === 'profile' && signsOn(new Map(settings.map(({ key, value }) => [key, value]))),
  );
  if (signs || project?.configuration.sso !== undefined) found.push(...ofCli(awsVersion));
  if (cdkVersion === '3.0.0') {
    found.push({
      rule: 'cdk-3',
      severity: 'error',
      what: 'aws-cdk is 3.0.0 here.',
      why: 'That version was published by accident in 2025 and is older than every current 2.x.',
      fix: 'npm install --save-dev aws-cdk@2',
    });
  }
  return found;
}

const INSTALL = 'https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html';

function ofCli(version: string | undefined): readonly Ailment[] {
  if (version === undefined) {
    return [
      {
        rule: 'no-cli',
        severity: 'warning',
        what: 'There is no AWS CLI on PATH.',
        why: 'Signing on (`aws sso login`) needs version 2.',
        fix: INSTALL,
      },
    ];
  }
  const [, major = '0', minor = '0'] = /aws-cli\/(\d+)\.(\d+)/.exec(version) ?? [];
  if (Number(major) >= 2 && (Number(major) > 2 || Number(minor) >= 9)) return [];
  const isOne = Number(major) < 2;
  return [
    {
      rule: 'old-cli',
      severity: 'warning',
      what: `The AWS CLI on PATH is ${/aws-cli\/[\d.]+/.exec(version)?.[0] ?? 'of an unknown version'}.`,
      why: isOne
        ? 'Version 1 has neither `aws sso login` nor `aws login`, and is in maintenance mode since July 2026.'
        : 'Before 2.9 it does not know [sso-session].',
      fix: INSTALL,
    },
  ];
}

function ofFiles({ open, future, platform }: Machine): readonly Ailment[] {
  const found = open.map(
    ({ path, mode }): Ailment => ({
      rule: 'open-file',
      severity: 'warning',
      what: `${path} may be read by others (mode ${mode.toString(8).padStart(4, '0')}).`,
      why: 'It holds credentials, or what they are made from.',
      fix: 'aws-temp-creds doctor --fix    # chmod 600',
    }),
  );
  const [first] = future;
  if (first === undefined) return found;
  return [
    ...found,
    {
      rule: 'clock',
      severity: 'warning',
      what: `${first} was written later than this machine's clock says it is now.`,
      why: 'With a clock that is wrong by more than five minutes AWS refuses every signed request, and sessions seem to last.',
      fix:
        platform === 'win32'
          ? 'w32tm /resync'
          : platform === 'darwin'
            ? 'sudo sntp -sS time.apple.com'
            : 'timedatectl set-ntp true',
    },
  ];
}

/** The profiles that the team's file makes, against those that are there. */
function ofConfiguration({ project, owner, files, config }: Machine): readonly Ailment[] {
  if (project === undefined || owner === undefined || project.configuration.sso === undefined) return [];
  const text = files.config.text ?? '';
  const fix = 'aws-temp-creds profiles    # shows the difference; then: aws-temp-creds profiles --write';
  try {
    const nothing = {
      prefix: undefined,
      process: false,
      allAccounts: false,
      name: undefined,
      region: undefined,
    };
    const { prefix } = wishOf(nothing, text, owner);
    const { profiles } = peopleProfiles(project.configuration, prefix);
    const wrong = profiles.filter(profile => {
      const plain = settingsOf(config, 'profile', profile.name);
      const settings = plain?.has('credential_process')
        ? settingsOf(config, 'profile', `${profile.name}-sso`)
        : plain;
      return (
        settings?.get('sso_account_id') !== profile.account ||
        settings.get('sso_role_name') !== profile.permissionSet ||
        settings.get('region') !== profile.region
      );
    });
    if (wrong.length === 0) return [];
    const has = blocksOf(text).some(block => block.owner === owner);
    const names = wrong.map(({ name }) => name).join(', ');
    return [
      {
        rule: has ? 'profiles-differ' : 'no-profiles',
        severity: 'warning',
        what: `${project.configuration.path} makes profiles that ${files.config.path} ${has ? 'has otherwise' : 'does not have'}: ${names}.`,
        why: 'You would work in another account, with another permission set or Region than your team.',
        fix,
      },
    ];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return [
      {
        rule: 'configuration',
        severity: 'error',
        what: error.message,
        why: error.explanation.why ?? '',
        fix,
      },
    ];
  }
}

/** A block of ours whose marks are damaged; everything else is judged without it. */
export function damagedBlocks({ files }: Machine): readonly Ailment[] {
  return [files.config, files.credentials].flatMap(({ path, text }): readonly Ailment[] => {
    try {
      blocksOf(text ?? '');
      return [];
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return [
        {
          rule: 'damaged-block',
          severity: 'error',
          what: `${path}: ${error.message}`,
          why: error.explanation.why ?? '',
          fix: error.explanation.write ?? '',
        },
      ];
    }
  });
}
