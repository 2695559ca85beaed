import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Variables } from './program.js';

/** What a step wrote into the files that the runner gave it. */
export interface Written {
  /** GITHUB_ENV */
  readonly exported: Variables;
  /** GITHUB_OUTPUT */
  readonly outputs: Variables;
  /** GITHUB_STATE */
  readonly state: Variables;
  /** GITHUB_PATH, in order. */
  readonly path: readonly string[];
  /** GITHUB_STEP_SUMMARY */
  readonly summary: string;
}

const FILES = {
  GITHUB_ENV: 'set_env',
  GITHUB_OUTPUT: 'set_output',
  GITHUB_STATE: 'save_state',
  GITHUB_PATH: 'add_path',
  GITHUB_STEP_SUMMARY: 'step_summary',
} as const;

/** Makes a step's files, empty, and gives the variables that name them. */
export async function makeCommandFiles(folder: string, step: number): Promise<Variables> {
  await mkdir(folder, { recursive: true });
  const variables = Object.entries(FILES).map(
    ([variable, name]) => [variable, join(folder, `${name}_${step}`)] as const,
  );
  await Promise.all(variables.map(([, path]) => writeFile(path, '')));
  return Object.fromEntries(variables);
}

/** @throws for a file that the runner would not accept */
export async function readCommandFiles(variables: Variables): Promise<Written> {
  const text = (name: keyof typeof FILES) => readFile(variables[name] ?? '', 'utf8');
  const path = (await text('GITHUB_PATH')).split(/\r?\n/).filter(line => line !== '');
  return {
    exported: parseCommandFile(await text('GITHUB_ENV')),
    outputs: parseCommandFile(await text('GITHUB_OUTPUT')),
    state: parseCommandFile(await text('GITHUB_STATE')),
    path,
    summary: await text('GITHUB_STEP_SUMMARY'),
  };
}

/**
 * `NAME=VALUE` lines, and `NAME<<DELIMITER`, lines of the value, `DELIMITER`; whichever mark comes first decides.
 * Of a name set twice the last value counts. (actions/runner, FileCommandManager.cs)
 */
export function parseCommandFile(text: string): Variables {
  const values: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    if (line === '') continue;
    const [, name, mark, rest = ''] = /^(.*?)(=|<<)(.*)$/s.exec(line) ?? [];
    if (!name || mark === undefined)
      throw new Error(`invalid format of a command file: ${line.slice(0, 40)}`);
    values[name] = mark === '=' ? rest : takeUntil(lines, rest);
  }
  return values;
}

function takeUntil(lines: string[], delimiter: string): string {
  const end = lines.indexOf(delimiter);
  if (end < 0 || delimiter === '') throw new Error(`a command file lacks the closing delimiter ${delimiter}`);
  const value = lines.splice(0, end + 1);
  return value.slice(0, -1).join('\n');
}
