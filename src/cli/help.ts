import type { Command, Group, Option, Row } from './command.js';

/** In this order they are told. */
const GROUPS: readonly Group[] = ['Find keys', 'Set up AWS', 'On a laptop', 'Keep watch'];

/** What the list of commands says of one. */
type Listed = Pick<Row, 'name' | 'group' | 'says'>;

const WIDTH = 78;

export function generalHelp(commands: readonly Listed[], version: string): string {
  const groups = GROUPS.map(group => ({ group, rows: commands.filter(row => row.group === group) }));
  const lists = groups
    .filter(({ rows }) => rows.length > 0)
    .map(({ group, rows }) => `${group}:\n${listed(rows, commands)}`);
  return `aws-temp-creds ${version}: no AWS key in the repository, short-lived credentials in the job

Usage:
  aws-temp-creds COMMAND [OPTIONS]

${lists.join('\n\n')}

Options:
  --help, -h     this text; after a command, how that is used
  --version      the version

Start with:
  aws-temp-creds scan            is there an AWS key in this repository?
  aws-temp-creds scan --history  was there ever one?
`;
}

/** What is told of a word that several commands begin with. */
export function familyHelp(word: string, commands: readonly Listed[]): string {
  return `Usage:
  aws-temp-creds ${word} KIND [OPTIONS]

Kinds:
${listed(commands, commands)}

More: aws-temp-creds ${commands[0]?.name ?? word} --help
`;
}

function listed(rows: readonly Listed[], all: readonly Listed[]): string {
  const widest = Math.max(...all.map(({ name }) => name.length));
  return rows.map(({ name, says }) => `  ${name.padEnd(widest)}  ${wrapped(says, widest + 4)}`).join('\n');
}

export function commandHelp({ name, operands, about, options, examples, more }: Command): string {
  const widest = Math.max(...options.map(option => optionUsage(option).length));
  const lines = options.map(
    option => `  ${optionUsage(option).padEnd(widest)}  ${wrapped(option.says, widest + 4)}`,
  );
  const parts = [
    `Usage:\n  aws-temp-creds ${name} ${operands}`,
    about,
    `Options:\n${lines.join('\n')}`,
    `Examples:\n${examples.map(([command, says]) => `  # ${says}\n  ${command}`).join('\n\n')}`,
    ...(more === undefined ? [] : [more]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function optionUsage({ name, value }: Option): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

function wrapped(text: string, indent: number): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= WIDTH - indent)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}
