import { randomBytes } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { roleCache } from '../credentials/cache.js';
import { errorCode, makePrivateFolder, writePrivateFile } from '../credentials/private-file.js';
import type { AssumedRole } from '../credentials/target.js';
import { Failure } from '../failure.js';
import { refuseUnsafeFolder } from './folder-trust.js';
import { cacheFolder, cacheKey, formatJobFile, jobFilePath, type Programs } from './job-file.js';
import { jobFolder } from './job-folder.js';
import { configPath, credentialsPath, type ProfilesPlan, profileContents } from './profiles.js';
import { WINDOWS_STARTER, WINDOWS_STARTER_TEXT } from './quoting.js';

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
      what: "Profiles need the runner's temporary folder, and RUNNER_TEMP is not set.",
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
    // First of all, for it is the mark that lets the post step remove what a cancelled step leaves behind.
    writePrivateFile(jobFilePath(folder), formatJobFile(job));
    makePrivateFolder(cacheFolder(folder));
    // Beside keys nobody asks our process, whose cache this is.
    for (const role of job.use === 'beside keys' ? [] : assumed) {
      roleCache(cacheFolder(folder), cacheKey(job, role.target.name, 'deploy')).write(role, obtained);
    }
    writePrivateFile(configPath(folder), contents.config);
    if (contents.credentials !== undefined) writePrivateFile(credentialsPath(folder), contents.credentials);
    if (process.platform === 'win32') writePrivateFile(join(folder, WINDOWS_STARTER), WINDOWS_STARTER_TEXT);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Makes the folder that the runner mounts, as the runner would: for container actions it is a home folder, be they root
 * or not. What is there already must be a real folder that nobody else can change.
 */
function createFolder(folder: string): void {
  const parent = dirname(folder);
  refuseUnsafeFolder(dirname(parent), 'shared');
  try {
    mkdirSync(parent, { mode: 0o755 });
    chmodSync(parent, 0o755);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  refuseUnsafeFolder(parent, 'strictly');
  makePrivateFolder(folder);
}

/**
 * Whether profiles can be kept safely below RUNNER_TEMP; asked before anything else is.
 *
 * @throws Failure `wrong-configuration` when others own or may change the folders
 */
export function refuseUnsafePlace(folder: string): void {
  const parent = dirname(folder);
  try {
    refuseUnsafeFolder(dirname(parent), 'shared');
    refuseUnsafeFolder(parent, 'strictly');
  } catch (error) {
    // What is not there yet will be made.
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

/** How the removal of a job's folder ended; it is never an error. */
export type Removal = 'removed' | 'absent' | 'not ours' | 'failed';

/**
 * Removes the folder, if it is one that writeProfiles made below this RUNNER_TEMP; no link is followed to it.
 *
 * @param folder of the step's own seal, or of a later step's profiles
 */
export function removeProfiles(folder: string, temporary: string): Removal {
  try {
    if (!lstatSync(folder).isDirectory()) return 'not ours';
    const name = basename(folder);
    const expected = join(realpathSync(temporary), SHARED_WITH_CONTAINERS, name);
    if (!FOLDER_NAME.test(name) || realpathSync(folder) !== expected) return 'not ours';
    if (jobFolder(folder) === undefined) return 'not ours';
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    return 'removed';
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? 'absent' : 'failed';
  }
}
