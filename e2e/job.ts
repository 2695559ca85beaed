import { mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { type Job, withJob as withRunnerJob } from '../__tests__/support/job.js';
import { type Ended, nodePath, runProgram, type Variables } from '../__tests__/support/program.js';
import { type Cloud, DEPLOY_JOB } from './cloud/cloud.js';
import { pythonFolder } from './parts.js';
import type { Stage } from './scenario.js';
import { makeWorkspace, withFolder } from './workspace.js';

export interface JobOptions {
  readonly stage: Stage;
  readonly cloud: Cloud;
  /** Folder below `e2e/apps` that the job's repository is made of. */
  readonly app: string;
  /** Whose job it is; default: one that may deploy. */
  readonly identity?: typeof DEPLOY_JOB;
}

/** Runs `body` within a job of its own: a repository that is checked out, a runner's folders, an identity. */
export function withJob<T>(options: JobOptions, body: (job: ToolJob) => Promise<T>): Promise<T> {
  // With a blank in its name, for tools that forget to quote.
  return withFolder('check out', async workspace => {
    const { stage, cloud, app, identity = DEPLOY_JOB } = options;
    const modules = join(stage.folders.npm, 'node_modules');
    const { base: baseSha, head: sha } = await makeWorkspace(workspace, {
      from: join(stage.root, 'e2e/apps', app),
      modules,
    });
    const job = { ...identity, sha, baseSha };
    const { issuer, sts } = cloud;
    const env = { ...cloudVariables(cloud), ...QUIET };
    return await withRunnerJob({ job, services: { issuer, sts }, workspace, env }, runnerJob =>
      body(new ToolJob(runnerJob, stage)),
    );
  });
}

/** What leads every tool to the cloud on loopback, STS included: only the front sees who called what. */
export function cloudVariables({ front }: Cloud): Variables {
  return { ...front.environment, AWS_ENDPOINT_URL_STS: front.url };
}

/** No metadata service, no telemetry, no hint about the version of Node in what a scenario looks at. */
export const QUIET = {
  AWS_EC2_METADATA_DISABLED: 'true',
  CDK_DISABLE_CLI_TELEMETRY: 'true',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
} as const;

/** Variables that a command gets beside the job's; undefined: it does not get the job's. */
export type Changes = Readonly<Record<string, string | undefined>>;

/** A job whose later steps run the ecosystem's tools with nothing but what the action exported. */
export class ToolJob {
  readonly stage: Stage;
  readonly #job: Job;
  readonly #before: Variables;

  constructor(job: Job, stage: Stage) {
    this.#job = job;
    this.#before = job.env;
    this.stage = stage;
  }

  /** The step `uses: org/aws-temp-creds@v1`, which must succeed. */
  async use(inputs: Variables): Promise<void> {
    mustEnd(await this.#job.step({ inputs }));
  }

  /** The job's end, when the runner runs the post step, which must succeed. */
  async finish(): Promise<void> {
    for (const run of await this.#job.post()) mustEnd(run);
  }

  /** What the job's next step has in its environment that its first one had not. */
  get exported(): Variables {
    return Object.fromEntries(
      Object.entries(this.#job.env).filter(([name, value]) => value !== this.#before[name]),
    );
  }

  /** A folder for files of the job. */
  get temp(): string {
    const folder = join(this.#job.folders.scratch, 'tools');
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  /** A `run` step; it may fail. */
  run(command: string, args: readonly string[], changes: Changes = {}): Promise<Ended> {
    const programs = [dirname(nodePath('24')), pythonFolder(this.stage.folders.python)];
    const path = [...programs, this.#job.env['PATH'] ?? ''].join(delimiter);
    const variables = Object.entries({ ...this.#job.env, PATH: path, ...changes });
    const env = Object.fromEntries(
      variables.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
    const cwd = this.#job.folders.workspace;
    return runProgram({ command, args, env, cwd, milliseconds: 300_000 });
  }

  /** `npx cdk …` of the CLI installed under a name. */
  cdk(args: readonly string[], changes: Changes = {}, cli = 'aws-cdk'): Promise<Ended> {
    const program = join(this.stage.folders.npm, 'node_modules', cli, 'bin', 'cdk');
    return this.run(nodePath('24'), [program, ...args, '--no-notices'], changes);
  }

  /** Python of the virtual environment. */
  python(args: readonly string[], changes: Changes = {}): Promise<Ended> {
    return this.run(join(pythonFolder(this.stage.folders.python), 'python'), args, changes);
  }
}

/** Fails with what the step told its user, without the masks, which hold secrets. */
function mustEnd({ exitCode, stdout, stderr }: Ended): void {
  if (exitCode === 0) return;
  const said = stdout.split('\n').filter(line => !/^::(add-mask|debug)::/.test(line));
  const text = said.join('\n').replaceAll('%0A', '\n');
  throw new Error(`the action ended with exit code ${exitCode}:\n${text}${stderr}`);
}
