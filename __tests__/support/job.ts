import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inputVariables } from './action-metadata.js';
import { makeCommandFiles, readCommandFiles } from './command-files.js';
import { describeJob, type GitHubJob } from './github-job.js';
import { COMMAND_FILES, type JobFolders, makeFolders, WORKFLOW_FILES } from './job-folders.js';
import { assertNoSecretLeaked } from './leaks.js';
import {
  bareEnvironment,
  bundlePath,
  type Ended,
  type NodeVersion,
  nodePath,
  type Program,
  runProgram,
  type Variables,
} from './program.js';
import { eventPayload, runnerVariables } from './runner-environment.js';
import { filesBelow, removeFolder, scratchFolder, watchFiles } from './scratch.js';
import type { Services, StepRun } from './step-run.js';
import { annotationsIn, masksIn, workflowCommands } from './workflow-commands.js';

export interface JobOptions {
  /** Whose job it is; default `describeJob()`. `baseSha` is that of a pull request's base. */
  readonly job?: GitHubJob & { readonly baseSha?: string };
  readonly services?: Services;
  /** Replaces parts of the event's payload. */
  readonly event?: Readonly<Record<string, unknown>>;
  /** Which Node runs actions; default 24. */
  readonly node?: NodeVersion;
  /** `env:` of the job. */
  readonly env?: Variables;
  /** A folder to be the workspace; it is not removed. Default: a new empty one. */
  readonly workspace?: string;
  /** The same for the home folder. */
  readonly home?: string;
  /** Whether the job has `id-token: write`; default: when there is an issuer. */
  readonly idToken?: boolean;
  /** Secrets that the services do not know and that must not leak either. */
  readonly secrets?: readonly string[];
}

export interface StepOptions {
  /** A bundle's name, or the absolute path of any script; default `main`. */
  readonly bundle?: string;
  /** Its post step, a bundle's name or a script; default: `post` after `main`, none after others. */
  readonly post?: string;
  /** `with:` */
  readonly inputs?: Variables;
  /** `env:` of the step. */
  readonly env?: Variables;
  readonly cwd?: string;
  readonly milliseconds?: number;
  readonly interrupt?: NonNullable<Program['interrupt']>;
}

/** A job on a runner: steps run one after the other, and what one exports the next ones have. */
export class Job {
  readonly folders: JobFolders;
  readonly #root: string;
  readonly #node: NodeVersion;
  readonly #options: JobOptions;
  readonly #variables: Variables;
  #exported: Variables = {};
  #path: readonly string[] = [];
  #count = 0;
  readonly #steps: { readonly options: StepOptions; readonly run: StepRun }[] = [];

  private constructor(root: string, folders: JobFolders, variables: Variables, options: JobOptions) {
    this.#root = root;
    this.folders = folders;
    this.#variables = variables;
    this.#options = options;
    this.#node = options.node ?? '24';
  }

  static async start(options: JobOptions = {}): Promise<Job> {
    const {
      job = describeJob(),
      services = {},
      event = {},
      idToken = services.issuer !== undefined,
    } = options;
    const root = await scratchFolder('job');
    const folders = await makeFolders(root, options);
    await writeFile(folders.eventFile, JSON.stringify({ ...eventPayload(job), ...event }));
    const variables = {
      ...bareEnvironment(),
      ...runnerVariables(job, folders),
      ...(services.sts === undefined ? {} : { AWS_ENDPOINT_URL_STS: services.sts.url }),
      ...(idToken ? await services.issuer?.grant(job) : {}),
      ...options.env,
    };
    return new Job(root, folders, variables, options);
  }

  /** The environment of the next step. */
  get env(): Variables {
    const separator = process.platform === 'win32' ? ';' : ':';
    const path = [...this.#path, this.#variables['PATH'] ?? ''].join(separator);
    return { ...this.#variables, ...this.#exported, PATH: path };
  }

  /** Runs a bundle as a step. @throws when a secret leaked */
  async step(options: StepOptions = {}): Promise<StepRun> {
    const run = await this.#run(options.bundle ?? 'main', options, {});
    this.#steps.push({ options, run });
    return run;
  }

  /** Runs the post steps of all steps that have one, the last one's first. @throws when a secret leaked */
  async post(): Promise<StepRun[]> {
    const runs: StepRun[] = [];
    for await (const run of this.posts()) runs.push(run);
    return runs;
  }

  /** The same one by one, to look at the job between them. */
  async *posts(): AsyncGenerator<StepRun> {
    for (const { options: given, run } of this.#steps.toReversed()) {
      // What broke the step off does not break off its post step.
      const { interrupt: _, ...options } = given;
      const bundle = options.post ?? (run.bundle === 'main' ? 'post' : undefined);
      if (bundle !== undefined) yield await this.#run(bundle, options, run.state);
    }
  }

  /** Runs any program as a `run:` step does: in the workspace, with the job's environment. */
  run(
    command: string,
    args: readonly string[],
    options: Pick<Program, 'stdin' | 'milliseconds'> & { env?: Variables } = {},
  ): Promise<Ended> {
    const { env, ...rest } = options;
    return runProgram({ ...rest, command, args, env: { ...this.env, ...env }, cwd: this.folders.workspace });
  }

  /** Removes the job's folders. */
  end(): Promise<void> {
    return removeFolder(this.#root);
  }

  async #run(bundle: string, options: StepOptions, state: Variables): Promise<StepRun> {
    const { inputs = {}, cwd = this.folders.workspace, ...limits } = options;
    const files = await makeCommandFiles(join(this.folders.temp, COMMAND_FILES), this.#count++);
    const env = { ...this.env, ...files, ...(await stepVariables(bundle, options, state)) };
    const { home, scratch, workspace } = this.folders;
    const strayFiles = await watchFiles([home, scratch, workspace]);
    const program = { command: nodePath(this.#node), args: [bundlePath(bundle)], cwd };
    const ended = await runProgram({ ...limits, ...program, env: withoutWarning(env, this.#node) });
    const written = await readCommandFiles(files);
    this.#exported = { ...this.#exported, ...written.exported };
    this.#path = [...written.path.toReversed(), ...this.#path];
    const commands = workflowCommands(`${ended.stdout}\n${ended.stderr}`);
    const run = {
      ...ended,
      ...written,
      bundle,
      inputs,
      env,
      commands,
      annotations: annotationsIn(commands),
      masks: masksIn(commands),
      files: await filesBelow(this.folders.temp, [COMMAND_FILES, WORKFLOW_FILES]),
      strayFiles: await strayFiles(),
    };
    assertNoSecretLeaked(run, this.#options.services ?? {}, this.#options.secrets);
    return run;
  }
}

async function stepVariables(
  bundle: string,
  { inputs = {}, env }: StepOptions,
  state: Variables,
): Promise<Variables> {
  const states = Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]);
  return { ...(await inputVariables(bundle, inputs)), ...env, ...Object.fromEntries(states) };
}

/** A job that is ended whatever happens. */
export async function withJob<T>(options: JobOptions, body: (job: Job) => Promise<T>): Promise<T> {
  const job = await Job.start(options);
  try {
    return await body(job);
  } finally {
    await job.end();
  }
}

/** The SDK warns of its plans for Node 20 on every start, which says nothing about the action. */
function withoutWarning(env: Variables, node: NodeVersion): Variables {
  return node === '20' ? { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', ...env } : env;
}
