import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { mustRun } from './command.js';

/** A folder of a scenario's own, gone at its end. The name holds a blank, for tools that forget to quote. */
export async function withFolder<T>(name: string, body: (folder: string) => Promise<T>): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `aws-temp-creds ${name}-`)));
  try {
    return await body(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

export interface WorkspaceOptions {
  /** Folder that the repository's files are copied from. */
  readonly from: string;
  /** Further files, by path: their text. */
  readonly files?: Readonly<Record<string, string>>;
  /** node_modules to link; undefined: none. */
  readonly modules?: string;
}

/** A repository as `actions/checkout` leaves it behind. */
export async function makeWorkspace(
  folder: string,
  { from, files = {}, modules }: WorkspaceOptions,
): Promise<void> {
  cpSync(from, folder, { recursive: true });
  for (const [path, text] of Object.entries({ '.gitignore': 'node_modules\ncdk.out\n', ...files }))
    writeFileSync(join(folder, path), text);
  const git = (...args: string[]) => mustRun({ file: 'git', args, cwd: folder, env: gitEnvironment() });
  await git('init', '--quiet', '--initial-branch=main');
  await git('remote', 'add', 'origin', 'https://github.com/acme/shop');
  await git('add', '--all');
  await git('commit', '--quiet', '--message=A project');
  if (modules !== undefined) symlinkSync(modules, join(folder, 'node_modules'), 'junction');
}

function gitEnvironment(): Record<string, string | undefined> {
  const person = { name: 'Octo Cat', email: 'octocat@example.com' };
  return {
    PATH: process.env['PATH'],
    SystemRoot: process.env['SystemRoot'],
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
    GIT_AUTHOR_NAME: person.name,
    GIT_AUTHOR_EMAIL: person.email,
    GIT_COMMITTER_NAME: person.name,
    GIT_COMMITTER_EMAIL: person.email,
  };
}

/** Folder of the Node that actions run on (`using: node24`); the npm package `node` brings it. */
export function nodeFolder(root: string): string {
  return dirname(join(root, 'node_modules', 'node', 'bin', 'node'));
}
