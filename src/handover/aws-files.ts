import { readFileSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { errorCode } from '../credentials/private-file.js';
import { Failure } from '../failure.js';
import type { Variables } from '../github/job.js';
import { printable } from '../printable.js';
import { type JobFolder, jobFolders } from './job-folder.js';
import { profileNames, type SplitFile, splitFile } from './profile-file.js';

/** A file of profiles as the AWS tools of this job would read it now. */
export interface AwsFile extends SplitFile {
  readonly path: string;
  /** The whole file; undefined: there is no such file. */
  readonly content: Buffer | undefined;
  /** False: there is no such file, or it is a copy of ours. */
  readonly isTheirs: boolean;
}

/** What profiles the job has before ours. */
export interface AwsFiles {
  readonly config: AwsFile;
  readonly credentials: AwsFile;
  /** The folder that an earlier step of this job handed over by, when the configuration file is in it. */
  readonly outer: JobFolder | undefined;
  /** Paths of the two files before the first of our steps. */
  readonly before: { readonly config: string; readonly credentials: string };
}

/** Bytes; more is no file of profiles. */
const LARGEST = 4 * 1024 * 1024;

/**
 * Reads the user's two files where the variables, or else the home folder, say that they are.
 *
 * @throws Failure `wrong-configuration` when one is there but cannot be read: its profiles would silently disappear
 */
export function readAwsFiles(variables: Variables, home: string): AwsFiles {
  const [outer] = jobFolders(variables);
  const config = readAwsFile('config', 'AWS_CONFIG_FILE', variables, home, outer);
  const credentials = readAwsFile('credentials', 'AWS_SHARED_CREDENTIALS_FILE', variables, home, outer);
  const before = outer?.job.before ?? { config: config.path, credentials: credentials.path };
  return { config, credentials, outer, before };
}

/** Whether the user has a default profile, in either file: it then stays the one that is called so. */
export function hasOwnDefault({ config, credentials }: AwsFiles): boolean {
  return [config, credentials].some(({ theirs }) => profileNames(theirs.toString('utf8')).has('default'));
}

function readAwsFile(
  name: string,
  variable: string,
  variables: Variables,
  home: string,
  outer: JobFolder | undefined,
): AwsFile {
  const named = variables[variable]?.replace(/^~(?=[/\\])/, () => home);
  const path = resolve(named || join(home, '.aws', name));
  const content = readContent(name, variable, path);
  const isCopy = outer !== undefined && path.startsWith(outer.path + sep);
  const ours = new Set(isCopy ? outer.job.profiles : []);
  return {
    path,
    content,
    isTheirs: content !== undefined && !isCopy,
    ...splitFile(content ?? Buffer.alloc(0), ours),
  };
}

function readContent(name: string, variable: string, path: string): Buffer | undefined {
  try {
    const status = statSync(path);
    // A pipe or a device would block, or never end.
    if (!status.isFile()) throw new Error('it is not a regular file');
    if (status.size > LARGEST) throw new Error(`it has ${status.size} bytes`);
    return readFileSync(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined;
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
