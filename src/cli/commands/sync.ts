import { Failure } from '../../failure.js';
import { type ConfigSection, isReadByAll, parseConfigFile, settingsOf } from '../../laptop/config-file.js';
import { copiesIn, copyName, endedCopies, withCopy, withoutCopies } from '../../laptop/copied-keys.js';
import { type Current, currentCredentials } from '../../laptop/current-credentials.js';
import { readHomeFiles, withHomeLock, writeHomeFile } from '../../laptop/home-files.js';
import { type SignOnProfile, signOnProfile, signsOn } from '../../laptop/sign-on-profile.js';
import { printable } from '../../printable.js';
import { type Arguments, type Command, EXIT, type ExitCode, type Terminal } from '../command.js';

export const syncCommand: Command = {
  name: 'sync',
  operands: '[PROFILE[:NAME]…] [OPTIONS]',
  mostOperands: Number.POSITIVE_INFINITY,
  about: `Copies temporary keys of sign-on profiles into ~/.aws/credentials, for tools that
know nothing else. A copy does not renew itself: call this again when it has
ended. Where a tool knows credential_process, \`profiles --process\` is better.

The keys of profile dev go into profile dev-keys, or into NAME: keys of the same
name as the sign-on profile would hide that from CDK and other tools. Only what
this command wrote is ever replaced or removed, and copies that have ended are
removed each time.`,
  options: [
    { name: 'all', says: 'every profile that signs on' },
    { name: 'clean', says: 'remove the copies: those of the profiles named, or all' },
    { name: 'json', says: 'print what was copied as JSON' },
  ],
  examples: [
    ['aws-temp-creds sync dev', 'keys of dev, as profile dev-keys'],
    ['aws-temp-creds sync dev:legacy prod:legacy-prod', 'under other names'],
    ['aws-temp-creds sync --clean', 'leave none behind'],
  ],
  more: `Exit codes:
  0  copied, or cleaned
  1  a session has ended, or a permission set is not yours
  2  wrong use, no such profile, a name is taken, or no answer from AWS`,
  run: runSync,
};

/** One copy to be made. */
interface Wish {
  readonly from: string;
  readonly name: string;
}

interface Copied extends Wish {
  readonly current: Current;
  readonly profile: SignOnProfile;
}

async function runSync(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { variables } = terminal;
  const { config } = readHomeFiles(variables);
  const sections = parseConfigFile(config.text ?? '');
  const wishes = wishesOf(given, sections);
  if (given.has('clean')) return clean(given, wishes, terminal);
  const load = () => import(/* bundle: sign-on */ '../../laptop/renew.js');
  const profiles = wishes.map(wish => ({
    ...wish,
    profile: signOnProfile(sections, wish.from, config.path),
  }));
  const results = await Promise.allSettled(
    profiles.map(
      async (wish): Promise<Copied> => ({
        ...wish,
        current: await currentCredentials(wish.profile, variables, load),
      }),
    ),
  );
  const copied = results.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []));
  await withHomeLock('credentials', () => write(copied, terminal));
  tell(copied, given, terminal);
  const failures = results.flatMap(result => (result.status === 'rejected' ? [result.reason] : []));
  const [first, ...others] = failures;
  for (const failure of others)
    terminal.say(`aws-temp-creds sync: ${failure instanceof Error ? failure.message : String(failure)}\n`);
  if (first !== undefined) throw first;
  return EXIT.clean;
}

/** Reads again with the lock: somebody may have written since. */
function write(copied: readonly Copied[], { variables }: Terminal): void {
  const { path, text } = readHomeFiles(variables).credentials;
  const ended = endedCopies(text ?? '', new Date()).map(({ name }) => name);
  const kept = withoutCopies(
    text,
    ended.filter(name => !copied.some(copy => copy.name === name)),
  );
  const after = copied.reduce<string | undefined>(
    (rest, { name, from, current, profile }) =>
      withCopy(rest, path, name, from, current.stored, profile.region),
    kept,
  );
  if (after !== text) writeHomeFile(path, after);
}

function tell(copied: readonly Copied[], given: Arguments, terminal: Terminal): void {
  for (const { current } of copied)
    if (current.warning !== undefined) terminal.say(`aws-temp-creds: ${current.warning}\n`);
  const rows = copied.map(({ name, from, current }) => ({
    profile: name,
    from,
    expiration: current.stored.credentials.expiration.toISOString(),
  }));
  if (given.has('json')) terminal.print(`${JSON.stringify({ version: 1, copied: rows }, null, 2)}\n`);
  else
    for (const { profile, from, expiration } of rows)
      terminal.print(`${profile}: keys of ${from}, valid until ${expiration}\n`);
}

async function clean(given: Arguments, wishes: readonly Wish[], terminal: Terminal): Promise<ExitCode> {
  const removed = await withHomeLock('credentials', () => {
    const { path, text } = readHomeFiles(terminal.variables).credentials;
    const names = copiesIn(text ?? '')
      .filter(
        copy =>
          given.operands.length === 0 ||
          wishes.some(wish => [wish.from, wish.name].includes(copy.name) || wish.from === copy.from),
      )
      .map(({ name }) => name);
    const after = withoutCopies(text, names);
    if (after !== text) writeHomeFile(path, after);
    return names;
  });
  if (given.has('json')) terminal.print(`${JSON.stringify({ version: 1, removed }, null, 2)}\n`);
  else terminal.print(removed.length === 0 ? 'There are no copies.\n' : `Removed: ${removed.join(', ')}\n`);
  return EXIT.clean;
}

/** @throws Failure `wrong-input` */
function wishesOf(given: Arguments, sections: readonly ConfigSection[]): readonly Wish[] {
  const names = given.has('all') ? signOnNames(sections) : [];
  const wishes = [...names, ...given.operands].map((operand): Wish => {
    const at = given.operands.includes(operand) ? operand.lastIndexOf(':') : -1;
    const from = at < 0 ? operand : operand.slice(0, at);
    return { from, name: at < 0 ? copyName(from) : operand.slice(at + 1) };
  });
  if (wishes.length === 0 && !given.has('clean')) {
    throw new Failure('wrong-input', {
      what: given.has('all') ? 'No profile signs on.' : 'Name a profile, or give --all.',
      write: 'aws-temp-creds sync dev',
    });
  }
  const odd = wishes.find(({ name }) => !isReadByAll(name));
  const twice = wishes.find(({ name }, index) => wishes.findIndex(wish => wish.name === name) !== index);
  if (odd === undefined && twice === undefined) return wishes;
  throw new Failure('wrong-input', {
    what:
      odd === undefined
        ? `Two copies would be called ${printable(twice?.name ?? '', 100)}.`
        : `${printable(odd.name, 100) || '""'} is no name that every AWS tool reads.`,
    write: 'aws-temp-creds sync dev:dev-copy',
  });
}

function signOnNames(sections: readonly ConfigSection[]): readonly string[] {
  const names = sections.filter(({ kind }) => kind === 'profile').map(({ name }) => name);
  return [...new Set(names)].filter(name => {
    const settings = settingsOf(sections, 'profile', name);
    return settings !== undefined && signsOn(settings) && isReadByAll(name);
  });
}
