import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { TokenRequestVariables } from '../__tests__/support/issuer.js';
import { type Cloud, DEPLOY_JOB } from './cloud/cloud.js';
import { type CommandResult, mustRun, run } from './command.js';
import { pythonFolder } from './parts.js';
import { unpackAction } from './release.js';
import type { Stage } from './scenario.js';
import { makeWorkspace, nodeFolder, withFolder } from './workspace.js';

export interface JobOptions {
  readonly stage: Stage;
  readonly cloud: Cloud;
  /** Folder below `e2e/apps` that the job's repository is made of. */
  readonly app: string;
  /** What the cloud knows the job as. */
  readonly identity?: typeof DEPLOY_JOB;
}

/** Runs `body` within a job of its own: a repository that is checked out, a runner's folders, an identity. */
export function withJob<T>(options: JobOptions, body: (job: Job) => Promise<T>): Promise<T> {
  return withFolder('job', async folder => {
    const { stage, cloud, app, identity = DEPLOY_JOB } = options;
    const paths = {
      workspace: join(folder, 'work', 'shop'),
      temp: join(folder, 'work', '_temp'),
      home: join(folder, 'home'),
      actions: join(folder, 'work', '_actions'),
    };
    for (const path of Object.values(paths)) mkdirSync(path, { recursive: true });
    const modules = join(stage.folders.npm, 'node_modules');
    await makeWorkspace(paths.workspace, { from: join(stage.root, 'e2e/apps', app), modules });
    const action = await unpackAction(stage.root, paths.actions);
    return await body(new Job(paths, action, stage, cloud, await cloud.issuer.grant(identity)));
  });
}

interface JobPaths {
  readonly workspace: string;
  readonly temp: string;
  readonly home: string;
}

/** A job on a runner: its steps share an environment that each may add to. */
export class Job {
  readonly paths: JobPaths;
  /** What actions exported to the later steps. */
  readonly exported: Record<string, string> = {};
  readonly #action: string;
  readonly stage: Stage;
  readonly #cloud: Cloud;
  readonly #token: TokenRequestVariables;
  #state: Record<string, string> = {};

  constructor(paths: JobPaths, action: string, stage: Stage, cloud: Cloud, token: TokenRequestVariables) {
    this.paths = paths;
    this.#action = action;
    this.stage = stage;
    this.#cloud = cloud;
    this.#token = token;
  }

  /** The step `uses: org/aws-temp-creds@v1`, which must succeed. */
  async use(inputs: Readonly<Record<string, string>>): Promise<CommandResult> {
    const names = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
    return await this.#step('main', Object.fromEntries(names));
  }

  /** The action's post step, which the runner runs at the job's end. */
  async finish(): Promise<CommandResult> {
    const state = Object.entries(this.#state).map(([name, value]) => [`STATE_${name}`, value]);
    return await this.#step('post', Object.fromEntries(state));
  }

  async #step(entry: 'main' | 'post', more: Readonly<Record<string, string>>): Promise<CommandResult> {
    const files = {
      GITHUB_ENV: '',
      GITHUB_OUTPUT: '',
      GITHUB_STATE: '',
      GITHUB_PATH: '',
      GITHUB_STEP_SUMMARY: '',
    };
    const commands = Object.fromEntries(
      Object.keys(files).map(name => [name, join(this.paths.temp, `${name.toLowerCase()}_${entry}`)]),
    );
    for (const path of Object.values(commands)) writeFileSync(path, '');
    const result = await mustRun({
      file: join(nodeFolder(this.stage.root), 'node'),
      args: [join(this.#action, 'dist', entry, 'index.js')],
      cwd: this.paths.workspace,
      env: { ...this.environment, ...commands, ...more },
    });
    Object.assign(this.exported, readCommandFile(commands['GITHUB_ENV'] ?? ''));
    this.#state = { ...this.#state, ...readCommandFile(commands['GITHUB_STATE'] ?? '') };
    return result;
  }

  /** A `run` step; it may fail. */
  run(
    file: string,
    args: readonly string[],
    more: Readonly<Record<string, string | undefined>> = {},
  ): Promise<CommandResult> {
    return run({ file, args, cwd: this.paths.workspace, env: { ...this.environment, ...more } });
  }

  /** `npx cdk …`; what it says of itself is turned off. */
  cdk(
    args: readonly string[],
    more: Readonly<Record<string, string | undefined>> = {},
    cli = 'aws-cdk',
  ): Promise<CommandResult> {
    const program = join(this.stage.folders.npm, 'node_modules', cli, 'bin', 'cdk');
    return this.run('node', [program, ...args, '--no-notices'], more);
  }

  /** A program of the virtual environment: `aws`, or `python`. */
  python(
    args: readonly string[],
    more: Readonly<Record<string, string | undefined>> = {},
  ): Promise<CommandResult> {
    return this.run(join(pythonFolder(this.stage.folders.python), 'python'), args, more);
  }

  /** The environment of the job's next step. */
  get environment(): Record<string, string | undefined> {
    const folders = [nodeFolder(this.stage.root), pythonFolder(this.stage.folders.python)];
    return {
      PATH: [...folders, process.env['PATH']].join(delimiter),
      SystemRoot: process.env['SystemRoot'],
      HOME: this.paths.home,
      USERPROFILE: this.paths.home,
      TMPDIR: this.paths.temp,
      RUNNER_TEMP: this.paths.temp,
      RUNNER_OS: 'Linux',
      ...this.#github(),
      ...this.#cloud.front.environment,
      ...this.#token,
      ...QUIET,
      ...this.exported,
    };
  }

  #github(): Record<string, string> {
    const job = DEPLOY_JOB;
    return {
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: this.paths.workspace,
      GITHUB_REPOSITORY: job.repository,
      GITHUB_REPOSITORY_ID: job.repositoryId,
      GITHUB_REPOSITORY_OWNER: job.repository.split('/')[0] ?? '',
      GITHUB_REF: job.ref,
      GITHUB_SHA: job.sha,
      GITHUB_EVENT_NAME: job.event,
      GITHUB_ACTOR: job.actor,
      GITHUB_RUN_ID: job.runId,
      GITHUB_RUN_ATTEMPT: job.runAttempt,
      GITHUB_WORKFLOW: job.workflow,
      GITHUB_JOB: job.name,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_API_URL: 'https://api.github.com',
    };
  }
}

/** No metadata service, no telemetry, no hint about the version of Node in what a scenario looks at. */
export const QUIET = {
  AWS_EC2_METADATA_DISABLED: 'true',
  CDK_DISABLE_CLI_TELEMETRY: 'true',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
} as const;

/** The values that a step wrote to one of the runner's command files: `NAME<<MARK`, lines, `MARK`; or `NAME=VALUE`. */
export function readCommandFile(path: string): Record<string, string> {
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  const values: Record<string, string> = {};
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    const [, name, mark] = /^([^=]+?)<<(.+)$/.exec(line) ?? [];
    if (name !== undefined && mark !== undefined) {
      const end = lines.indexOf(mark);
      values[name] = lines.splice(0, end).join('\n');
      lines.shift();
    } else if (line.includes('='))
      values[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
  }
  return values;
}
