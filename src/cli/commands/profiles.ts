import type { Configuration } from '../../config/configuration.js';
import { Failure } from '../../failure.js';
import { withAllAccounts } from '../../laptop/all-accounts.js';
import { blockOwner } from '../../laptop/block-owner.js';
import { readHomeFiles, withHomeLock, writeHomeFile } from '../../laptop/home-files.js';
import { type PeopleProfiles, peopleProfiles } from '../../laptop/people-profiles.js';
import {
  type FileTexts,
  type ProfilesChange,
  planBlock,
  planRemoval,
  type Wanted,
} from '../../laptop/profiles-plan.js';
import {
  type GivenWish,
  installedBeside,
  optionsOf,
  type ProfilesWish,
  processCommand,
  wishOf,
} from '../../laptop/profiles-wish.js';
import { loadProject } from '../../laptop/project.js';
import { showDiff } from '../../laptop/show-diff.js';
import { readText } from '../../laptop/text.js';
import { printable } from '../../printable.js';
import { type Arguments, type Command, EXIT, type ExitCode, type Terminal } from '../command.js';

export const profilesCommand: Command = {
  name: 'profiles',
  operands: '[OPTIONS]',
  mostOperands: 0,
  about: `Writes a sign-on profile for every environment and permission set of the
configuration file into ~/.aws/config (or the file that AWS_CONFIG_FILE names),
with the [sso-session] that they share. Afterwards \`aws --profile dev …\`, CDK,
Terraform and every SDK sign on by way of the access portal: no key is kept.

Without an option the change is shown as a diff, and nothing is written. What
is written stands between two comments; every other byte of the file stays. A
setting that you add to one of these profiles (output, cli_pager, …) is kept.`,
  options: [
    { name: 'diff', says: 'show what would change (the default)' },
    { name: 'write', says: 'change the file' },
    { name: 'print', says: 'print the block alone' },
    { name: 'remove', says: 'take the block out again; with --diff, show it only' },
    {
      name: 'process',
      says: 'profiles for tools that know neither SSO nor `aws login`: each starts aws-temp-creds, and has the sign-on profile NAME-sso behind it',
    },
    {
      name: 'prefix',
      value: 'TEXT',
      says: 'what each name begins with, for several repositories on one laptop',
    },
    {
      name: 'all-accounts',
      says: 'also a profile for everything else that the portal offers you (sign on first)',
    },
    {
      name: 'name',
      value: 'TEMPLATE',
      says: 'with --all-accounts, how those are called: {account}, {account-id}, {permission-set} (default: {account}.{permission-set})',
    },
    { name: 'region', value: 'REGION', says: 'with --all-accounts, the Region of those profiles' },
    { name: 'config', value: 'FILE', says: 'configuration file (default: .github/aws-temp-creds.yml)' },
    {
      name: 'cdk-plugin',
      says: 'only print the path to set CDK_PLUGIN to, for `cdk deploy --all` over several accounts',
    },
    { name: 'json', says: 'print what changes as JSON' },
  ],
  examples: [
    ['aws-temp-creds profiles', 'what would change?'],
    ['aws-temp-creds profiles --write && aws sso login --sso-session acme', 'begin'],
    ['aws-temp-creds profiles --write --process', 'for tools that know only keys or credential_process'],
    [
      'aws-temp-creds profiles --all-accounts',
      'everything that you may enter, with names of your own choice',
    ],
    ['aws-temp-creds profiles --remove', 'leave no trace'],
  ],
  more: `Options that decide what is made are remembered in the block; remove it to start
anew.

Exit codes:
  0  nothing to change, or it was written
  1  a diff; with --write, something is left for you to do
  2  wrong use, or a name is taken`,
  run: runProfiles,
};

type Mode = 'diff' | 'write' | 'print' | 'remove';

/** What is to be told of a change. */
interface Told {
  readonly mode: Mode;
  readonly path: string;
  readonly change: ProfilesChange;
  /** Undefined: the block is taken out. */
  readonly people: PeopleProfiles | undefined;
}

async function runProfiles(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const mode = modeOf(given);
  if (given.has('cdk-plugin')) {
    terminal.print(`${installedBeside(process.argv[1] ?? '', 'cdk-plugin')}\n`);
    return EXIT.clean;
  }
  const project = await loadProject(terminal.cwd, given.value('config'));
  const owner = blockOwner(project.root, project.named);
  const plan = async (files: FileTexts): Promise<Omit<Told, 'mode'>> => {
    const { path } = files.config;
    if (given.has('remove')) return { path, change: planRemoval(files, owner), people: undefined };
    const wish = wishOf(givenWish(given), files.config.text ?? '', owner);
    const people = await peopleOf(project.configuration, wish, terminal);
    return { path, change: planBlock(files, owner, wanted(people, wish)), people };
  };
  const writes = mode === 'write' || mode === 'remove';
  const told = writes
    ? await withHomeLock('config', async () => {
        const done = await plan(readHomeFiles(terminal.variables));
        const { before, after } = done.change;
        if (after !== before) writeHomeFile(done.path, after);
        return done;
      })
    : await plan(readHomeFiles(terminal.variables));
  return tell({ ...told, mode }, given.has('json'), terminal);
}

function givenWish(given: Arguments): GivenWish {
  return {
    prefix: given.value('prefix'),
    process: given.has('process'),
    allAccounts: given.has('all-accounts'),
    name: given.value('name'),
    region: given.value('region'),
  };
}

async function peopleOf(
  configuration: Configuration,
  { prefix, allAccounts }: ProfilesWish,
  { variables }: Terminal,
): Promise<PeopleProfiles> {
  const people = peopleProfiles(configuration, prefix);
  if (allAccounts === undefined) return people;
  const { session, startUrl, region } = people.sso;
  const { offeredAccounts } = await import(/* bundle: sign-on */ '../../laptop/renew.js');
  const offered = await offeredAccounts(
    { kind: 'portal', name: session, portal: { session, startUrl, region, renewable: true } },
    variables,
  ).catch((error: unknown) => {
    // A refusal would end with 1, which here means that there is a diff.
    throw error instanceof Failure ? new Failure('unreachable', error.explanation, { cause: error }) : error;
  });
  return withAllAccounts(people, offered, allAccounts, prefix);
}

/** @throws Failure `wrong-input` for options that exclude each other */
function modeOf(given: Arguments): Mode {
  const [first = 'diff', second] = (['print', 'diff', 'write', 'remove'] as const).filter(name =>
    given.has(name),
  );
  if (second === undefined || (second === 'remove' && first !== 'print')) {
    return first;
  }
  throw new Failure('wrong-input', {
    what: `--${first} and --${second} exclude each other.`,
    write: 'aws-temp-creds profiles --diff\naws-temp-creds profiles --write',
  });
}

function wanted({ sso, profiles }: PeopleProfiles, wish: ProfilesWish): Wanted {
  return {
    sso,
    profiles,
    options: optionsOf(wish),
    processOf: wish.process ? processCommand(process.argv[1] ?? '', process.platform) : undefined,
  };
}

function tell(told: Told, asJson: boolean, terminal: Terminal): ExitCode {
  const { mode, change, people } = told;
  for (const line of notices(told)) terminal.say(`aws-temp-creds: ${line}\n`);
  if (asJson) terminal.print(`${JSON.stringify(jsonOf(told), null, 2)}\n`);
  else if (mode === 'print') terminal.print(readText(change.block));
  else if (mode === 'diff') terminal.print(showDiff(told.path, change.before, change.after));
  else terminal.print(`${written(told).join('\n')}\n`);
  if (mode === 'print') return EXIT.clean;
  if (mode === 'diff') return change.before === change.after ? EXIT.clean : EXIT.found;
  return change.left.length > 0 && people !== undefined ? EXIT.found : EXIT.clean;
}

function notices({ change, people }: Told): readonly string[] {
  const without = people?.without ?? [];
  return [
    ...(without.length === 0
      ? []
      : [`no profile for ${without.join(', ')}: the configuration file names no permission-set there.`]),
    ...change.notices,
    ...change.left,
  ];
}

function written({ path, change, people, mode }: Told): readonly string[] {
  const file = printable(path);
  if (change.before === change.after) return [`Nothing to change in ${file}.`];
  if (mode === 'remove' || people === undefined) {
    return [change.after === undefined ? `Removed ${file}, which was ours alone.` : `Removed from ${file}.`];
  }
  return [
    `Wrote ${change.names.length} profile${change.names.length === 1 ? '' : 's'} to ${file}: ${change.names.join(', ')}`,
    `Sign on: aws sso login --sso-session ${people.sso.session}`,
  ];
}

function jsonOf({ mode, path, change }: Told) {
  return {
    version: 1,
    file: path,
    changed: change.before !== change.after,
    written: (mode === 'write' || mode === 'remove') && change.before !== change.after,
    profiles: change.names,
    block: readText(change.block),
    diff: showDiff(path, change.before, change.after),
    notices: change.notices,
    left: change.left,
  };
}
