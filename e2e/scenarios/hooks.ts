import { equal, match, notEqual } from 'node:assert/strict';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { plantedKey } from '../../__tests__/support/credentials.js';
import {
  bareEnvironment,
  type Ended,
  nodePath,
  runProgram,
  type Variables,
} from '../../__tests__/support/program.js';
import { outputOf } from '../command.js';
import { pythonFolder } from '../parts.js';
import { unpackAction } from '../release.js';
import type { Scenario, Stage } from '../scenario.js';
import { withFolder } from '../workspace.js';

/** The hooks of `examples/hooks`, run by the managers of hooks that they are written for. */
export const hookScenarios: readonly Scenario[] = (['pre-commit', 'husky', 'lefthook'] as const).map(
  manager => ({
    name: `hooks-${manager}`,
    promise: `the hooks for ${manager} refuse a commit with a key, a push of one, and what else they are asked about`,
    parts: ['hooks'],
    play: stage => withFolder('hooks', folder => new Desk(folder, stage, manager).play()),
  }),
);

type Manager = 'pre-commit' | 'husky' | 'lefthook';

const { accessKeyId, secretAccessKey } = plantedKey('hooks');
const LEAK = `AWS_ACCESS_KEY_ID=${accessKeyId}\nAWS_SECRET_ACCESS_KEY=${secretAccessKey}\n`;

/** Somebody's repository, with the hooks in it and a remote beside it. */
class Desk {
  readonly #folder: string;
  readonly #stage: Stage;
  readonly #manager: Manager;
  readonly #repository: string;
  readonly #env: Variables;

  constructor(folder: string, stage: Stage, manager: Manager) {
    this.#folder = folder;
    this.#stage = stage;
    this.#manager = manager;
    this.#repository = join(folder, 'repository');
    const modules = join(stage.folders.hooks, 'node_modules');
    const programs = [pythonFolder(stage.folders.hooks), dirname(nodePath('24')), join(modules, '.bin')];
    const config = join(folder, 'gitconfig');
    writeFileSync(
      config,
      '[user]\n\tname = Ann\n\temail = ann@example.com\n[protocol "file"]\n\tallow = always\n[init]\n\tdefaultBranch = main\n',
    );
    this.#env = {
      ...bareEnvironment(),
      PATH: [...programs, bareEnvironment()['PATH'] ?? ''].join(delimiter),
      HOME: folder,
      PRE_COMMIT_HOME: join(folder, 'pre-commit'),
      GIT_CONFIG_GLOBAL: config,
      GIT_CONFIG_NOSYSTEM: '1',
    };
  }

  async play(): Promise<void> {
    await this.#begin();
    await this.#must('git', 'commit', '--message=begin');
    await this.#must('git', 'push', '--quiet', 'origin', 'main');
    this.#write('prod.env', LEAK);
    await this.#must('git', 'add', '--all');
    await this.#refused('git', 'commit', '--message=leak');
    await this.#must('git', 'commit', '--no-verify', '--message=leak');
    for (const command of ALL_FILES[this.#manager]) await this.#refused(...command);
    await this.#must('git', 'rm', '--quiet', 'prod.env');
    await this.#must('git', 'commit', '--no-verify', '--message=unleak');
    for (const command of BETWEEN[this.#manager]) await this.#refused(...command);
    await this.#refused('git', 'push', 'origin', 'main');
    await this.#refused('git', 'push', 'origin', 'main:other');
    await this.#must('git', 'reset', '--quiet', '--hard', 'origin/main');
    this.#write('a.txt', 'a\n');
    await this.#must('git', 'add', '--all');
    await this.#must('git', 'commit', '--message=work');
    await this.#must('git', 'push', '--quiet', 'origin', 'main', 'main:gone');
    await this.#must('git', 'push', '--quiet', 'origin', ':gone');
  }

  /** The example as it stands, but for where the tool comes from: this repository. */
  async #begin(): Promise<void> {
    const action = await unpackAction(this.#stage.root, join(this.#folder, 'release'));
    mkdirSync(this.#repository);
    cpSync(join(this.#stage.root, 'examples/hooks'), this.#repository, { recursive: true });
    await this.#must('git', 'init', '--quiet');
    await this.#must('git', 'init', '--quiet', '--bare', join(this.#folder, 'origin.git'));
    await this.#must('git', 'remote', 'add', 'origin', join(this.#folder, 'origin.git'));
    this.#write('.gitignore', 'node_modules\n');
    if (this.#manager === 'pre-commit') await this.#installPreCommit(action);
    else await this.#installModules(action);
    await this.#must('git', 'add', '--all');
  }

  async #installPreCommit(action: string): Promise<void> {
    const tool = ['-C', action];
    await this.#must('git', ...tool, 'init', '--quiet');
    await this.#must('git', ...tool, 'add', '--all', '--force');
    await this.#must('git', ...tool, 'commit', '--quiet', '--message=release');
    await this.#must('git', ...tool, 'tag', 'v1.0.0');
    const config = readFileSync(join(this.#repository, '.pre-commit-config.yaml'), 'utf8');
    this.#write(
      '.pre-commit-config.yaml',
      config.replace('https://github.com/org/aws-temp-creds', `file://${action}`),
    );
    await this.#must('pre-commit', 'install');
  }

  async #installModules(action: string): Promise<void> {
    const modules = join(this.#repository, 'node_modules');
    cpSync(join(this.#stage.folders.hooks, 'node_modules'), modules, { recursive: true });
    const program = join(action, 'dist/cli/index.js');
    chmodSync(program, 0o755);
    symlinkSync(program, join(modules, '.bin/aws-temp-creds'));
    await this.#must(
      'npx',
      '--no-install',
      ...(this.#manager === 'husky' ? ['husky'] : ['lefthook', 'install']),
    );
  }

  #write(path: string, text: string): void {
    writeFileSync(join(this.#repository, path), text);
  }

  async #must(command: string, ...args: string[]): Promise<void> {
    const ended = await this.#run(command, args);
    equal(ended.exitCode, 0, `${command} ${args.join(' ')}:\n${outputOf(ended)}`);
  }

  /** By the scan, which says so, and not for another reason. */
  async #refused(command: string, ...args: string[]): Promise<void> {
    const ended = await this.#run(command, args);
    const output = outputOf(ended);
    notEqual(ended.exitCode, 0, `${command} ${args.join(' ')}:\n${output}`);
    match(output, /prod\.env:1:19/, `${command} ${args.join(' ')}`);
  }

  #run(command: string, args: readonly string[]): Promise<Ended> {
    const cwd = existsSync(this.#repository) ? this.#repository : this.#folder;
    return runProgram({ command, args, cwd, env: this.#env, milliseconds: 300_000 });
  }
}

type Commands = Readonly<Record<Manager, readonly (readonly [string, ...string[]])[]>>;

/** How each is asked about all files, with nothing staged. */
const ALL_FILES: Commands = {
  'pre-commit': [['pre-commit', 'run', '--all-files']],
  lefthook: [['npx', '--no-install', 'lefthook', 'run', 'pre-commit', '--all-files']],
  husky: [],
};

/** How each is asked about commits. */
const BETWEEN: Commands = {
  'pre-commit': [['pre-commit', 'run', '--from-ref', 'origin/main', '--to-ref', 'HEAD']],
  lefthook: [],
  husky: [],
};
