import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { errorCode, readIfThere } from '../credentials/private-file.js';
import { Failure } from '../failure.js';
import type { Variables } from '../github/job.js';
import { printable } from '../printable.js';
import { type JobFile, jobFilePath, parseJobFile } from './job-file.js';

/** A file of profiles as the AWS tools of this job would read it now. */
export interface AwsFile {
  readonly path: string;
  /** Undefined: there is no such file. */
  readonly content: Buffer | undefined;
}

/** What profiles the job has before ours. */
export interface AwsFiles {
  readonly config: AwsFile;
  readonly credentials: AwsFile;
  /** The folder that an earlier step of this job handed over by, when the configuration file is in it. */
  readonly outer: OuterFolder | undefined;
}

export interface OuterFolder {
  readonly path: string;
  readonly job: JobFile;
}

/** Bytes; more is no file of profiles. */
const LARGEST = 4 * 1024 * 1024;

/**
 * Reads the user's two files where the variables, or else the home folder, say that they are.
 *
 * @throws Failure `wrong-configuration` when one is there but cannot be read: its profiles would silently disappear
 */
export function readAwsFiles(variables: Variables, home: string): AwsFiles {
  const config = readAwsFile('config', 'AWS_CONFIG_FILE', variables, home);
  const credentials = readAwsFile('credentials', 'AWS_SHARED_CREDENTIALS_FILE', variables, home);
  const path = dirname(config.path);
  const job = parseJobFile(readIfThere(jobFilePath(path)));
  return { config, credentials, outer: job?.folder === basename(path) ? { path, job } : undefined };
}

function readAwsFile(name: string, variable: string, variables: Variables, home: string): AwsFile {
  const named = variables[variable]?.replace(/^~(?=[/\\])/, () => home);
  const path = resolve(named || join(home, '.aws', name));
  try {
    const status = statSync(path);
    // A pipe or a device would block, or never end.
    if (!status.isFile()) throw new Error('it is not a regular file');
    if (status.size > LARGEST) throw new Error(`it has ${status.size} bytes`);
    return { path, content: readFileSync(path) };
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return { path, content: undefined };
    throw new Failure(
      'wrong-configuration',
      {
        what: `The AWS ${name} file ${printable(path)} cannot be read.`,
        why: printable(error instanceof Error ? error.message : String(error)),
        likely: 'Another user wrote it, or it is not a file.',
        write: `Make it readable, remove it, or name another one in ${variable}.`,
      },
      { cause: error },
    );
  }
}
