import { explain, Failure } from '../failure.js';
import { printable } from '../printable.js';
import { parseArguments } from './arguments.js';
import { type Command, EXIT, type ExitCode, type Terminal } from './command.js';
import { commandHelp, generalHelp, type Listed } from './help.js';
import { nearest } from './nearest.js';

interface Row extends Listed {
  load(): Promise<Command>;
}

/** The commands, each loaded only when it is called. */
const COMMANDS: readonly Row[] = [
  {
    name: 'scan',
    says: 'find static AWS keys in a repository, in files, or in standard input',
    load: async () => (await import(/* webpackMode: "eager" */ './commands/scan.js')).scanCommand,
  },
];

/** Runs one command line, without the program's own name. */
export async function runCommandLine(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [first, ...rest] = argv;
  if (first === '--version') {
    terminal.print(`${terminal.version}\n`);
    return EXIT.clean;
  }
  if (first === undefined) {
    terminal.say(generalHelp(COMMANDS, terminal.version));
    return EXIT.wrong;
  }
  if (first === '--help' || first === '-h' || first === 'help') return help(rest[0], terminal);
  const row = COMMANDS.find(({ name }) => name === first);
  return row === undefined ? unknownCommand(first, terminal) : runCommand(await row.load(), rest, terminal);
}

async function help(name: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const row = COMMANDS.find(command => command.name === name);
  if (name !== undefined && row === undefined) return unknownCommand(name, terminal);
  terminal.print(row === undefined ? generalHelp(COMMANDS, terminal.version) : commandHelp(await row.load()));
  return EXIT.clean;
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
    terminal.print(commandHelp(command));
    return EXIT.clean;
  }
  if (parsed.kind === 'wrong') {
    const lines = parsed.faults.map(fault => `aws-temp-creds ${command.name}: ${fault}\n`);
    terminal.say(`${lines.join('')}Try: aws-temp-creds ${command.name} --help\n`);
    return EXIT.wrong;
  }
  try {
    return await command.run(parsed.given, terminal);
  } catch (error) {
    terminal.say(`aws-temp-creds ${command.name}: ${failureText(error)}\n`);
    return error instanceof Failure && error.code === 'refused' ? EXIT.found : EXIT.wrong;
  }
}

function failureText(error: unknown): string {
  if (error instanceof Failure) return explain(error.explanation);
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `failed for a reason that it does not know: ${printable(text, 500)}`;
}
