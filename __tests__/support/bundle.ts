import * as v from 'valibot';
import { type Job, type JobOptions, type StepOptions, withJob } from './job.js';
import { leaksInText, secretsOf } from './leaks.js';
import {
  bareEnvironment,
  bundlePath,
  type Ended,
  type NodeVersion,
  nodePath,
  runProgram,
  type Variables,
} from './program.js';
import { filesBelow, type LeftFile, removeFolder, scratchFolder } from './scratch.js';
import type { Services, StepRun } from './step-run.js';

/** Runs one bundle as the only step of a job. @throws when a secret leaked */
export function runStep(options: JobOptions & StepOptions): Promise<StepRun> {
  const { env: _, ...job } = options;
  return withJob(job, running => running.step(options));
}

export interface CommandOptions {
  /** A bundle's name, or the absolute path of any script; default `cli`. */
  readonly bundle?: string;
  readonly stdin?: string | Uint8Array;
  /** Beside PATH and the home folder. */
  readonly env?: Variables;
  /** Default: the home folder. */
  readonly cwd?: string;
  readonly node?: NodeVersion;
  readonly milliseconds?: number;
  /** Values that must not be printed. */
  readonly secrets?: readonly string[];
}

export interface CommandRun extends Ended {
  /** What it left in its home folder. */
  readonly files: readonly LeftFile[];
}

/** Runs the command as on a laptop: no runner, an empty home folder. @throws when it printed a secret */
export async function runCli(args: readonly string[], options: CommandOptions = {}): Promise<CommandRun> {
  const { bundle = 'cli', env, cwd, node = '20', secrets = [], ...rest } = options;
  const home = await scratchFolder('home');
  try {
    const ended = await runProgram({
      ...rest,
      command: nodePath(node),
      args: [bundlePath(bundle), ...args],
      env: { ...bareEnvironment(), HOME: home, USERPROFILE: home, TMPDIR: home, TEMP: home, ...env },
      cwd: cwd ?? home,
    });
    const leaks = leaksInText('the output', `${ended.stdout}\n${ended.stderr}`, secretsOf({}, secrets));
    if (leaks.length > 0) throw new Error(`secrets leaked:\n${leaks.join('\n')}`);
    return { ...ended, files: await filesBelow(home) };
  } finally {
    await removeFolder(home);
  }
}

const Output = v.strictObject({
  Version: v.literal(1),
  AccessKeyId: v.string(),
  SecretAccessKey: v.string(),
  SessionToken: v.string(),
  Expiration: v.pipe(v.string(), v.isoTimestamp()),
  AccountId: v.optional(v.string()),
});

export type ProcessCredentials = v.InferOutput<typeof Output>;

export interface ProcessRun extends Ended {
  /** Undefined: it failed. */
  readonly credentials: ProcessCredentials | undefined;
}

/**
 * Runs the credential process as a tool in a later step does.
 *
 * @throws when a success printed anything but credentials, or a secret stands on stderr
 */
export async function runCredentialProcess(
  job: Job,
  args: readonly string[],
  services: Services,
  options: Pick<CommandOptions, 'bundle' | 'env' | 'node' | 'milliseconds'> = {},
): Promise<ProcessRun> {
  const { bundle = 'credential-process', node = '24', ...rest } = options;
  const ended = await job.run(nodePath(node), [bundlePath(bundle), ...args], rest);
  const leaks = leaksInText('stderr', ended.stderr, secretsOf(services));
  if (leaks.length > 0) throw new Error(`secrets leaked:\n${leaks.join('\n')}`);
  return {
    ...ended,
    credentials: ended.exitCode === 0 ? v.parse(Output, JSON.parse(ended.stdout)) : undefined,
  };
}
