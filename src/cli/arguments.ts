import { parseArgs } from 'node:util';
import { nearest } from '../config/nearest.js';
import { printable } from '../printable.js';
import type { Arguments, Command, Option } from './command.js';

/** The arguments of a command, or everything that is wrong with them. */
export type ParsedArguments =
  | { readonly kind: 'given'; readonly given: Arguments }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly faults: readonly string[] };

/** Reads a command line against what the command takes; all faults are found at once. */
export function parseArguments(words: readonly string[], command: Command): ParsedArguments {
  const { own: argv, program } = dividedWords(words, command);
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: {
      ...Object.fromEntries(
        command.options.map(({ name, value }) => [
          name,
          { type: value === undefined ? 'boolean' : 'string' } as const,
        ]),
      ),
      help: { type: 'boolean', short: 'h' },
    },
  });
  const operands: string[] = [];
  const values = new Map<string, string[]>();
  const faults: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    if (token.name === 'help') return { kind: 'help' };
    const option = command.options.find(({ name }) => name === token.name);
    const fault =
      option === undefined ? unknown(token.rawName, command) : misused(option, token.value, values);
    if (fault === undefined) values.set(token.name, [...(values.get(token.name) ?? []), token.value ?? '']);
    else faults.push(fault);
  }
  const surplus = operands.slice(command.mostOperands);
  if (surplus.length > 0) faults.push(`too many arguments: ${surplus.map(shown).join(' ')}`);
  return faults.length > 0
    ? { kind: 'wrong', faults }
    : { kind: 'given', given: readArguments(operands, values, program) };
}

/** Of the words of another program none is ours, neither an operand nor --help. */
function dividedWords(words: readonly string[], { running }: Command) {
  const end = running === undefined ? -1 : words.indexOf('--');
  return end < 0 ? { own: words, program: [] } : { own: words.slice(0, end), program: words.slice(end + 1) };
}

function readArguments(
  operands: readonly string[],
  values: ReadonlyMap<string, readonly string[]>,
  command: readonly string[],
): Arguments {
  return {
    operands,
    command,
    has: name => values.has(name),
    value: name => values.get(name)?.at(-1),
    values: name => values.get(name) ?? [],
  };
}

function unknown(rawName: string, { options }: Command): string {
  const names = [...options.map(({ name }) => name), 'help'];
  const meant = nearest(rawName.replace(/^-+/, ''), names);
  return `there is no option ${shown(rawName)}${meant === undefined ? '' : `; did you mean --${meant}?`}`;
}

function misused(
  { name, value, many }: Option,
  given: string | undefined,
  values: ReadonlyMap<string, unknown>,
): string | undefined {
  if (value === undefined && given !== undefined) return `--${name} takes no value`;
  if (value !== undefined && (given === undefined || given === ''))
    return `--${name} needs a value: --${name} ${value}`;
  // `--sarif --json`: the next option was taken for the value.
  if (given?.startsWith('--')) return `--${name} needs a value, and ${shown(given)} looks like an option`;
  return values.has(name) && !many && value !== undefined ? `--${name} is given twice` : undefined;
}

function shown(text: string): string {
  return printable(text, 80);
}
