import { randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { roleCache } from '../credentials/cache.js';
import { errorCode, readIfThere, writePrivateFile } from '../credentials/private-file.js';
import type { AssumedRole } from '../credentials/target.js';
import { Failure } from '../failure.js';
import { printable } from '../printable.js';
import {
  cacheFolder,
  cacheKey,
  formatJobFile,
  jobFilePath,
  type Programs,
  parseJobFile,
} from './job-file.js';
import { configPath, credentialsPath, type ProfilesPlan, profileContents } from './profiles.js';

/**
 * The runner mounts this folder of RUNNER_TEMP as HOME into container actions, and rewrites variables that begin with
 * its path (actions/runner, ContainerActionHandler.cs). It need not exist before the first container action.
 */
const SHARED_WITH_CONTAINERS = '_github_home';
const FOLDER_NAME = /^aws-temp-creds-[0-9a-f]{32}$/;

/**
 * A new name for the folder of this step; nothing is created yet.
 *
 * @param temporary RUNNER_TEMP
 * @throws Failure `wrong-input` when there is no RUNNER_TEMP
 */
export function newProfileFolder(temporary: string): string {
  if (temporary === '') {
    throw new Failure('wrong-input', {
      what: "`export: profiles` needs the runner's temporary folder, and RUNNER_TEMP is not set.",
      why: 'The profiles live in a folder of their own there, which the runner empties when the job ends.',
      write: 'Run this on a GitHub Actions runner, or write `export: env`.',
    });
  }
  return join(temporary, SHARED_WITH_CONTAINERS, `aws-temp-creds-${randomBytes(16).toString('hex')}`);
}

/**
 * The programs that profiles start, found beside the bundle that is running.
 *
 * @param entry absolute path of `dist/<surface>/index.js`
 */
export function programsBeside(entry: string, node: string): Programs {
  const dist = dirname(dirname(entry));
  return {
    node,
    credentialProcess: join(dist, 'credential-process', 'index.js'),
    cdkPlugin: join(dist, 'cdk-plugin', 'index.js'),
  };
}

/**
 * Creates the folder with everything in it. What main already obtained seeds the cache, so that the first tool need
 * not ask again.
 *
 * @param obtained when the credentials were asked for
 * @throws what the file system throws; then nothing of the folder is left
 */
export function writeProfiles(plan: ProfilesPlan, assumed: readonly AssumedRole[], obtained: Date): void {
  const { folder, job } = plan;
  const contents = profileContents(plan, assumed, process.platform);
  createFolder(folder);
  try {
    mkdirSync(cacheFolder(folder), { mode: 0o700 });
    for (const role of assumed) {
      roleCache(cacheFolder(folder), cacheKey(job, role.target.name, 'deploy')).write(role, obtained);
    }
    writePrivateFile(configPath(folder), contents.config);
    if (contents.credentials !== undefined) writePrivateFile(credentialsPath(folder), contents.credentials);
    writePrivateFile(jobFilePath(folder), formatJobFile(job));
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Both levels are created here or are real folders: no link that an earlier step planted is followed. */
function createFolder(folder: string): void {
  const parent = dirname(folder);
  try {
    mkdirSync(parent);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    if (!lstatSync(parent).isDirectory()) {
      throw new Failure('wrong-configuration', {
        what: `${printable(parent)} is not a folder.`,
        why: 'Profiles are written there, and a link could lead them anywhere.',
        likely: 'An earlier step put a link or a file in its place.',
        write: "Leave the runner's temporary folder to the runner.",
      });
    }
  }
  mkdirSync(folder, { mode: 0o700 });
}

/** How the removal of a job's folder ended; it is never an error. */
export type Removal = 'removed' | 'absent' | 'not ours' | 'failed';

/**
 * Removes the folder, if it is one that writeProfiles made below this RUNNER_TEMP: the post step knows its path only
 * from a state file, which other steps can write.
 */
export function removeProfiles(folder: string, temporary: string): Removal {
  try {
    if (!lstatSync(folder).isDirectory()) return 'not ours';
    const name = basename(folder);
    const expected = join(realpathSync(temporary), SHARED_WITH_CONTAINERS, name);
    if (!FOLDER_NAME.test(name) || realpathSync(folder) !== expected) return 'not ours';
    if (parseJobFile(readIfThere(jobFilePath(folder)))?.folder !== name) return 'not ours';
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    return 'removed';
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? 'absent' : 'failed';
  }
}
