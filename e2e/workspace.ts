import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bareEnvironment } from '../__tests__/support/program.js';
import { mustRun } from './command.js';

/** A folder of a scenario's own, gone at its end. */
export async function withFolder<T>(name: string, body: (folder: string) => Promise<T>): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `aws-temp-creds-${name}-`)));
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

/** The commits of such a repository. */
export interface WorkspaceCommits {
  /** The project as it was. */
  readonly base: string;
  /** With the further files. */
  readonly head: string;
}

/** A repository as `actions/checkout` leaves it behind. */
export async function makeWorkspace(folder: string, options: WorkspaceOptions): Promise<WorkspaceCommits> {
  const { from, files = {}, modules } = options;
  cpSync(from, folder, { recursive: true });
  const write = ([path, text]: readonly [string, string]) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write(['.gitignore', 'node_modules\ncdk.out\n']);
  const env = { ...bareEnvironment(), ...GIT };
  const git = (...args: string[]) => mustRun({ command: 'git', args, cwd: folder, env });
  await git('init', '--quiet', '--initial-branch=main');
  await git('remote', 'add', 'origin', 'https://github.com/acme/shop');
  const commit = async (message: string) => {
    await git('add', '--all');
    await git('commit', '--quiet', '--allow-empty', `--message=${message}`);
    return (await git('rev-parse', 'HEAD')).trim();
  };
  const base = await commit('A project');
  Object.entries(files).forEach(write);
  const head = await commit('What it is to become');
  if (modules !== undefined) symlinkSync(modules, join(folder, 'node_modules'), 'junction');
  return { base, head };
}

/** Nobody's own configuration of git. */
const GIT = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: devNull,
  GIT_AUTHOR_NAME: 'Octo Cat',
  GIT_AUTHOR_EMAIL: 'octocat@example.com',
  GIT_COMMITTER_NAME: 'Octo Cat',
  GIT_COMMITTER_EMAIL: 'octocat@example.com',
} as const;
