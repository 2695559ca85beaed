import { nearest } from '../config/nearest.js';
import { explained, Failure } from '../failure.js';
import { printable } from '../printable.js';
import { parseArguments } from './arguments.js';
import { type Command, EXIT, type ExitCode, type Terminal } from './command.js';
import { COMMANDS, commandNamed, familyOf } from './commands.js';

/** Runs one command line, without the program's own name. */
export async function runCommandLine(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [first, ...rest] = argv;
  if (first === '--version') {
    terminal.print(`${terminal.version}\n`);
    return EXIT.clean;
  }
  if (first === undefined) {
    terminal.say((await helpTexts()).generalHelp(COMMANDS, terminal.version));
    return EXIT.wrong;
  }
  if (first === '--help' || first === '-h' || first === 'help') return help(rest, terminal);
  const named = commandNamed(argv, COMMANDS);
  if (named !== undefined) return runCommand(await named.row.load(), named.rest, terminal);
  const family = familyOf(first, COMMANDS);
  if (family.length === 0) return unknownCommand(first, terminal);
  const asksForHelp = rest[0] === '--help' || rest[0] === '-h';
  if (asksForHelp || rest[0] === undefined) {
    const text = (await helpTexts()).familyHelp(first, family);
    if (asksForHelp) terminal.print(text);
    else terminal.say(text);
    return asksForHelp ? EXIT.clean : EXIT.wrong;
  }
  return unknownCommand(`${first} ${rest[0]}`, terminal);
}

async function help(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [first] = words;
  const { commandHelp, familyHelp, generalHelp } = await helpTexts();
  const named = commandNamed(words, COMMANDS);
  const family = first === undefined ? [] : familyOf(first, COMMANDS);
  if (named !== undefined) terminal.print(commandHelp(await named.row.load()));
  else if (first === undefined) terminal.print(generalHelp(COMMANDS, terminal.version));
  else if (family.length > 0) terminal.print(familyHelp(first, family));
  else return unknownCommand(first, terminal);
  return EXIT.clean;
}

/** Loaded only now: a call that goes well needs none of it. */
function helpTexts() {
  return import(/* bundle: help */ './help.js');
}

function unknownCommand(given: string, terminal: Terminal): ExitCode {
  const meant = nearest(
    given,
    COMMANDS.map(({ name }) => name),
  );
  const what = given.startsWith('-') ? 'option' : 'command';
  terminal.say(
    `aws-temp-creds: there is no ${what} ${printable(given, 80)}${meant === undefined ? '' : `; did you mean ${meant}?`}\n` +
      'Try: aws-temp-creds --help\n',
  );
  return EXIT.wrong;
}

async function runCommand(command: Command, argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const parsed = parseArguments(argv, command);
  if (parsed.kind === 'help') {
    terminal.print((await helpTexts()).commandHelp(command));
    return EXIT.clean;
  }
  if (parsed.kind === 'wrong') {
    const lines = parsed.faults.map(fault => `aws-temp-creds ${command.name}: ${fault}\n`);
    terminal.say(`${lines.join('')}Try: aws-temp-creds ${command.name} --help\n`);
    return command.running?.failed ?? EXIT.wrong;
  }
  try {
    return await command.run(parsed.given, terminal);
  } catch (error) {
    terminal.say(`aws-temp-creds ${command.name}: ${failureText(error)}\n`);
    if (command.running !== undefined) return command.running.failed;
    return error instanceof Failure && error.code === 'refused' ? EXIT.found : EXIT.wrong;
  }
}

function failureText(error: unknown): string {
  if (error instanceof Failure) return explained(error);
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `failed for a reason that it does not know: ${printable(text, 500)}`;
}
