import { closeSync, fstatSync, ftruncateSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../credentials/private-file.js';
import { Failure } from '../failure.js';
import { printable } from '../printable.js';
import type { Job, Variables } from './job.js';

/** The runner's files that a step hands over by (docs.github.com, workflow commands). */
const FILES = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_STATE'] as const;

/** Bytes that a hand-over writes at the most for a handful of environments. */
const PROBE = 16 * 1024;

/**
 * Refuses to obtain what could only be printed: where one of the files is not named, the toolkit prints the value as a
 * command of the runner's.
 *
 * @throws Failure `wrong-input` where this process is no step of a job
 */
export function refuseWithoutRunner(variables: Variables): void {
  const missing = FILES.filter(name => !variables[name]);
  if (missing.length === 0) return;
  throw new Failure('wrong-input', {
    what: 'This is no step of a GitHub Actions job: its credentials could not be handed to anybody.',
    why: `The runner names the files for that in variables, and ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not set.`,
    likely: 'The action is started by hand, or by a tool that cleans the environment.',
    write: 'Use it as a step of a workflow.',
  });
}

/**
 * Makes sure that what a step obtains can be handed over, before it obtains anything: something is written to each
 * of its files and taken back, and a file of some size goes into its temporary folder.
 *
 * @throws Failure `unwritable` when a disk is full or somebody else owns a file
 */
export function checkRunnerFiles(job: Job, variables: Variables): void {
  for (const name of FILES) {
    const path = variables[name];
    if (path) attempt(name, path, () => appendLine(path));
  }
  if (job.temporary !== '') attempt('RUNNER_TEMP', job.temporary, () => writeProbe(job.temporary));
}

/** Nothing of it stays: other readers of these files than the runner's do not pass over an empty line. */
function appendLine(path: string): void {
  const file = openSync(path, 'a');
  try {
    const { size } = fstatSync(file);
    writeSync(file, '\n');
    ftruncateSync(file, size);
  } finally {
    closeSync(file);
  }
}

function writeProbe(folder: string): void {
  const path = join(folder, `aws-temp-creds-probe-${process.pid}-${process.hrtime.bigint()}`);
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, Buffer.alloc(PROBE));
  } finally {
    closeSync(file);
    unlinkSync(path);
  }
}

function attempt(name: string, path: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw unwritable(name, path, error);
  }
}

/** What hinders writing, by the system's code. */
const CAUSES: Readonly<Record<string, readonly [why: string, write: string]>> = {
  ENOSPC: [
    'no space is left on the disk',
    'Free some space on the runner (df -h), or clean up its work folder.',
  ],
  EDQUOT: [
    'the quota of the disk is used up',
    'Free some space, or raise the quota of the user that the runner works as.',
  ],
  EROFS: ['the file system is read-only', 'Mount the work folder of the runner so that it can be written.'],
  EACCES: [
    'this user may not write there',
    'Let the runner and its folders belong to one user; a container job or sudo may have left files of root (chown -R).',
  ],
  EPERM: [
    'this user may not write there',
    'Let the runner and its folders belong to one user; a container job or sudo may have left files of root (chown -R).',
  ],
  ENOENT: ['it is not there', 'A step removed it; let none empty the folder of the runner.'],
};

function unwritable(name: string, path: string, error: unknown): Failure {
  const code = errorCode(error) ?? 'unknown';
  const [why, write] = CAUSES[code] ?? [
    printable(error instanceof Error ? error.message : String(error), 300),
    'Look at the runner: its own folders must be writable.',
  ];
  return new Failure(
    'unwritable',
    {
      what: `What the runner gives a step to hand over by cannot be written: ${name}. Nothing was sent to GitHub or AWS.`,
      why: `${printable(path, 300)}: ${why} (${code}).`,
      likely: 'The runner is self-hosted, and its disk is full or its folders belong to another user.',
      write,
    },
    { cause: error },
  );
}
