import type { Command, Option } from './command.js';

/** What the list of commands says of one. */
export interface Listed {
  readonly name: string;
  readonly says: string;
}

const WIDTH = 78;

export function generalHelp(commands: readonly Listed[], version: string): string {
  const widest = Math.max(...commands.map(({ name }) => name.length));
  return `aws-temp-creds ${version}: no AWS key in the repository, short-lived credentials in the job

Usage:
  aws-temp-creds COMMAND [OPTIONS]

Commands:
${commands.map(({ name, says }) => `  ${name.padEnd(widest)}  ${says}`).join('\n')}

Options:
  --help, -h     this text; after a command, how that is used
  --version      the version

Start with:
  aws-temp-creds scan            is there an AWS key in this repository?
  aws-temp-creds scan --history  was there ever one?
`;
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
