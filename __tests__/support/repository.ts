import { mkdir } from 'node:fs/promises';
import { devNull } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bareEnvironment, runProgram, type Variables } from './program.js';
import { removeFolder, scratchFolder } from './scratch.js';
import { type Files, writeFiles } from './working-files.js';

export interface RepositoryOptions {
  /** Default `sha1`. */
  readonly objectFormat?: 'sha1' | 'sha256';
  /** Default `main`. */
  readonly branch?: string;
  readonly bare?: boolean;
}

export interface CloneOptions {
  readonly depth?: number;
  /** A partial clone: `blob:none`, `tree:0`, … */
  readonly filter?: string;
  readonly branch?: string;
  readonly bare?: boolean;
  /** Leaves the tree unchecked out. */
  readonly noCheckout?: boolean;
}

/** Who commits; the time is the commit's own, a minute after the one before. */
const IDENTITY: Variables = {
  GIT_AUTHOR_NAME: 'Ann Author',
  GIT_AUTHOR_EMAIL: 'ann@example.com',
  GIT_COMMITTER_NAME: 'Ann Author',
  GIT_COMMITTER_EMAIL: 'ann@example.com',
};

/** Settings of every command: nothing of the user's own configuration, and what tests of clones need. */
const SETTINGS: Readonly<Record<string, string>> = {
  'commit.gpgsign': 'false',
  'core.autocrlf': 'false',
  'core.hooksPath': devNull,
  'gc.auto': '0',
  'maintenance.auto': 'false',
  'protocol.file.allow': 'always',
  'advice.detachedHead': 'false',
};

const EPOCH = Date.UTC(2026, 0, 1) / 1000;

/** Makes an empty repository in a new folder, which `remove` removes. */
export async function createRepository(options: RepositoryOptions = {}): Promise<Repository> {
  const { objectFormat = 'sha1', branch = 'main', bare = false } = options;
  const repository = new Repository(await scratchFolder('repository'));
  const kind = bare ? ['--bare'] : [];
  await repository.git(
    'init',
    '--quiet',
    `--object-format=${objectFormat}`,
    `--initial-branch=${branch}`,
    ...kind,
  );
  return repository;
}

/** A real git repository. Its commands see nothing of the user's or the system's configuration. */
export class Repository {
  readonly path: string;
  #commits = 0;

  constructor(path: string) {
    this.path = path;
  }

  /** Runs git here. @returns stdout without its last newline @throws with stderr when git fails */
  async git(...args: string[]): Promise<string> {
    return (await this.#run(args)).replace(/\n$/, '');
  }

  /** Writes (or deletes) files in the working tree. */
  async write(files: Files): Promise<void> {
    await writeFiles(this.path, files);
  }

  /** Writes files and commits everything. @returns the commit's id */
  async commit(message: string, files: Files = {}): Promise<string> {
    await this.write(files);
    await this.git('add', '--all', '--force');
    await this.#run(['commit', '--quiet', '--allow-empty', '--cleanup=verbatim', '--file=-'], message);
    return this.head();
  }

  /** Commits a file under a path that the file system may not take: any bytes but NUL. @returns the commit's id */
  async commitPath(
    message: string,
    path: string | Uint8Array,
    content: string | Uint8Array,
  ): Promise<string> {
    const blob = (await this.#run(['hash-object', '-w', '--stdin'], content)).trim();
    const entry = Buffer.concat([Buffer.from(`100644 ${blob}\t`), Buffer.from(path), Buffer.from([0])]);
    await this.#run(['update-index', '-z', '--index-info'], entry);
    await this.#run(['commit', '--quiet', '--cleanup=verbatim', '--file=-'], message);
    return this.head();
  }

  /** Moves a file and commits that. @returns the commit's id */
  async rename(from: string, to: string): Promise<string> {
    await mkdir(dirname(join(this.path, to)), { recursive: true });
    await this.git('mv', from, to);
    await this.#run(['commit', '--quiet', `--message=rename ${from} to ${to}`]);
    return this.head();
  }

  /** Begins a branch here and checks it out. */
  async branch(name: string, start = 'HEAD'): Promise<void> {
    await this.git('checkout', '--quiet', '-b', name, start);
  }

  async checkout(revision: string): Promise<void> {
    await this.git('checkout', '--quiet', revision);
  }

  /**
   * Merges a branch with a merge commit. With `files`, these are put into the merge commit itself ("evil merge"),
   * which also settles conflicts in them. @returns the commit's id
   */
  async merge(branch: string, files: Files = {}): Promise<string> {
    await this.#run(['merge', '--quiet', '--no-ff', '--no-commit', branch]).catch(() => '');
    return this.commit(`merge ${branch}`, files);
  }

  /** Tags HEAD; with a message the tag is an object of its own. */
  async tag(name: string, message?: string): Promise<void> {
    if (message === undefined) await this.git('tag', name);
    else await this.#run(['tag', '--annotate', '--cleanup=verbatim', '--file=-', name], message);
  }

  head(): Promise<string> {
    return this.git('rev-parse', 'HEAD');
  }

  /** Gives the repository an `origin`: a new bare repository that holds all its branches and tags. */
  async addOrigin(): Promise<Repository> {
    const objectFormat =
      (await this.git('rev-parse', '--show-object-format')) === 'sha256' ? 'sha256' : 'sha1';
    const origin = await createRepository({ bare: true, objectFormat });
    await origin.#allowAnyFetch();
    await this.git('remote', 'add', 'origin', origin.url);
    await this.push();
    return origin;
  }

  /** Pushes all branches and tags to `origin`. */
  async push(): Promise<void> {
    await this.git('push', '--quiet', '--force', '--all', 'origin');
    await this.git('push', '--quiet', '--force', '--tags', 'origin');
  }

  /** Its address: through it clones are made as over a network, so that depth and filter count. */
  get url(): string {
    return pathToFileURL(this.path).href;
  }

  async clone({ depth, filter, branch, bare, noCheckout }: CloneOptions = {}): Promise<Repository> {
    await this.#allowAnyFetch();
    const copy = new Repository(await scratchFolder('clone'));
    const options = [
      ...(depth === undefined ? [] : [`--depth=${depth}`]),
      ...(filter === undefined ? [] : [`--filter=${filter}`]),
      ...(branch === undefined ? [] : [`--branch=${branch}`]),
      ...(bare === true ? ['--bare'] : []),
      ...(noCheckout === true ? ['--no-checkout'] : []),
    ];
    await copy.git('clone', '--quiet', ...options, this.url, '.');
    return copy;
  }

  remove(): Promise<void> {
    return removeFolder(this.path);
  }

  /** What GitHub's servers allow: single objects, and clones that leave some out. */
  async #allowAnyFetch(): Promise<void> {
    await this.git('config', 'uploadpack.allowFilter', 'true');
    await this.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  }

  async #run(args: readonly string[], stdin: string | Uint8Array = ''): Promise<string> {
    const date = `${EPOCH + 60 * this.#commits++} +0000`;
    const env = { ...gitEnvironment(), ...IDENTITY, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const ended = await runProgram({
      command: 'git',
      args: [...settings, ...args],
      env,
      cwd: this.path,
      stdin,
    });
    if (ended.exitCode !== 0) throw new Error(`git ${args.join(' ')}: ${ended.stderr || ended.stdout}`);
    return ended.stdout;
  }
}

/** An environment in which git finds no configuration but the repository's own. */
export function gitEnvironment(): Variables {
  return {
    ...bareEnvironment(),
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    HOME: devNull,
    LC_ALL: 'C',
  };
}
