import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { accountId, type Region, region } from '../../aws/names.js';
import { CONFIGURATION_PATH } from '../../config/load.js';
import { Failure } from '../../failure.js';
import {
  type Found,
  type FoundAccount,
  type FoundPortal,
  firstFile,
  foundInConfig,
} from '../../init/first-file.js';
import { parseConfigFile } from '../../laptop/config-file.js';
import { readHomeFiles } from '../../laptop/home-files.js';
import { projectRoot } from '../../laptop/project.js';
import { printable } from '../../printable.js';
import { fileDiff, replaceFile } from '../../stories/change-files.js';
import { organizationAccounts } from '../../stories/organization-accounts.js';
import { type Arguments, type Command, EXIT, type ExitCode, type Terminal } from '../command.js';
import { namesGiven, ROLE_NAME } from './template-options.js';

export const initCommand: Command = {
  name: 'init',
  operands: '[OPTIONS]',
  mostOperands: 0,
  about: `Begins ${CONFIGURATION_PATH} for a team that has none: an environment for each
account. The accounts come from the options, from the profiles of ~/.aws/config
(the default), from the access portal of IAM Identity Center, or from the
organization.

The file is shown first, and nothing is written without --write. What is not
known is a marked blank, which no command takes for a value.`,
  options: [
    { name: 'write', says: 'write the file' },
    {
      name: 'from',
      value: 'SOURCE',
      says: 'config (~/.aws/config), portal (after `aws sso login`), organization (with credentials in AWS_ACCESS_KEY_ID, …)',
    },
    {
      name: 'environment',
      value: 'NAME=ACCOUNT',
      many: true,
      says: 'an environment; with it no other source is looked at',
    },
    { name: 'region', value: 'REGION', says: 'where the source does not say one' },
    { name: 'role', value: 'NAME', says: 'role that jobs enter (default: github-deploy)' },
    { name: 'json', says: 'print the file, and whether it was written, as JSON' },
  ],
  examples: [
    ['aws-temp-creds init', 'what would the file be, from your profiles?'],
    [
      'aws-temp-creds init --environment dev=111111111111 --environment production=222222222222 --region eu-west-1 --write',
      'write it from answers',
    ],
    [
      'aws sso login --sso-session acme && aws-temp-creds init --from portal',
      'all accounts that you may enter',
    ],
  ],
  more: `Exit codes:
  0  the file is written, and complete
  1  a file was shown; or it is written, and has blanks for you to fill in
  2  wrong use, or there is a file already`,
  run: runInit,
};

async function runInit(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const root = projectRoot(terminal.cwd);
  if (existsSync(join(root, CONFIGURATION_PATH))) {
    throw new Failure('wrong-input', {
      what: `There is a ${CONFIGURATION_PATH} already; init only begins one.`,
      write: 'aws-temp-creds migrate   # adds the environments of workflows that hand out stored keys',
    });
  }
  const place = regionGiven(given);
  const found = await lookedFor(given, terminal, place);
  const role = namesGiven(given, 'role', ROLE_NAME, 'the name of a role')[0] ?? 'github-deploy';
  const text = firstFile(found, { region: place, role });
  if (text === undefined) throw nothingFound(given);
  const writes = given.has('write');
  if (writes) replaceFile(join(root, CONFIGURATION_PATH), text);
  const blanks = text.split('\n').filter(line => line.includes('FILL IN')).length;
  if (given.has('json'))
    terminal.print(
      `${JSON.stringify({ version: 1, path: CONFIGURATION_PATH, written: writes, blanks, text }, undefined, 2)}\n`,
    );
  else
    terminal.print(writes ? `Wrote ${CONFIGURATION_PATH}\n` : fileDiff(CONFIGURATION_PATH, undefined, text));
  if (blanks > 0)
    terminal.say(
      `${blanks} ${blanks === 1 ? 'line is' : 'lines are'} to fill in: ${CONFIGURATION_PATH}, FILL IN\n`,
    );
  terminal.say('Next: aws-temp-creds migrate, and aws-temp-creds template roles\n');
  return writes && blanks === 0 ? EXIT.clean : EXIT.found;
}

async function lookedFor(given: Arguments, terminal: Terminal, place: Region | undefined): Promise<Found> {
  const answers = given.values('environment');
  const source = given.value('from') ?? 'config';
  if (!['config', 'portal', 'organization'].includes(source))
    throw new Failure('wrong-input', {
      what: `--from must be config, portal or organization, not ${printable(source, 80)}.`,
    });
  if (answers.length > 0 && given.has('from'))
    throw new Failure('wrong-input', { what: '--environment and --from exclude each other.' });
  if (answers.length > 0) return { accounts: answers.map(answer), portal: undefined };
  const { config } = readHomeFiles(terminal.variables);
  const ofConfig = foundInConfig(parseConfigFile(config.text ?? ''));
  if (source === 'config') return ofConfig;
  if (source === 'organization') {
    const accounts = await organizationAccounts(
      terminal.variables,
      place ?? ofConfig.portal?.region ?? ('us-east-1' as Region),
      terminal.signal,
    );
    return { accounts, portal: ofConfig.portal };
  }
  if (ofConfig.portal === undefined) {
    throw new Failure('wrong-input', {
      what: `${printable(config.path)} names no access portal.`,
      write: 'aws configure sso-session\naws sso login --sso-session NAME',
    });
  }
  return { accounts: await portalAccounts(ofConfig.portal, terminal), portal: ofConfig.portal };
}

/** What the portal offers to the person who is signed on: the first permission set of an account is told. */
async function portalAccounts(
  { startUrl, region: home, session }: FoundPortal,
  { variables }: Terminal,
): Promise<readonly FoundAccount[]> {
  const { offeredAccounts } = await import(/* bundle: sign-on */ '../../laptop/renew.js');
  const portal = { startUrl, region: home, session, renewable: true };
  const offered = await offeredAccounts({ kind: 'portal', name: session ?? startUrl, portal }, variables);
  return offered.map(({ account, name, permissionSets }) => ({
    called: name === '' ? account : name,
    account,
    region: undefined,
    permissionSet: permissionSets[0],
  }));
}

/** @throws Failure `wrong-input` for what is not NAME=ACCOUNT */
function answer(text: string): FoundAccount {
  const [, called = '', id = ''] = /^([A-Za-z0-9][\w-]{0,63})=(\d{12})$/.exec(text) ?? [];
  const account = accountId(id);
  if (account !== undefined) return { called, account, region: undefined, permissionSet: undefined };
  throw new Failure('wrong-input', {
    what: `--environment must be NAME=ACCOUNT with the 12 digits of the account, not ${printable(text, 80)}.`,
    write: '--environment production=111111111111',
  });
}

function regionGiven(given: Arguments): Region | undefined {
  const text = given.value('region');
  const place = text === undefined ? undefined : region(text);
  if (text === undefined || place !== undefined) return place;
  throw new Failure('wrong-input', {
    what: `--region must be the code of a Region, such as eu-west-1, not ${printable(text, 80)}.`,
  });
}

function nothingFound(given: Arguments): Failure {
  const source = given.value('from') ?? 'config';
  const where = {
    config: 'The profiles of ~/.aws/config name',
    portal: 'The access portal offers',
    organization: 'The organization shows',
  }[source];
  return new Failure('wrong-input', {
    what: `${where} no account, so there is nothing to begin with.`,
    write: 'aws-temp-creds init --environment production=111111111111 --region eu-west-1',
  });
}
