import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdtempSync, readFileSync, realpathSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createPrivateFile } from '../credentials/private-file.js';
import type { Job, Variables } from '../github/job.js';
import type { Runner } from '../github/runner.js';
import type { Changes } from './environment.js';
import { isOurFolder, refuseUnsafeFolder } from './folder-trust.js';
import { jobFolders } from './job-folder.js';
import { newSealKey, seal, unseal } from './seal.js';

/** Names of the state that the post step reads. */
const STATE = { folder: 'restore-folder', sealed: 'restore-sealed' } as const;
const FOLDER_NAME = /^aws-temp-creds-\w{6,}$/;
const KEY_FILE = 'key';

/** One variable that was changed: what it is to be again, and how to know later that the change still stands. */
interface Changed {
  readonly name: string;
  readonly before: string;
  /** SHA-256 of the value that was set. */
  readonly after: string;
}

/** What a step leaves to its post step. */
interface Point {
  /** The folder of the key itself: a seal counts only beside its own key. */
  readonly folder: string;
  /** The folder of profiles that the step made. */
  readonly profiles: string | undefined;
  readonly changed: readonly Changed[];
}

/**
 * Changes the environment of the later steps so that the post step can undo it. What the post step will need is saved
 * first: nothing is ever exported, and no folder made, that it does not know of.
 */
export class RestorePoint {
  readonly #runner: Runner;
  readonly #temporary: string;
  readonly #home: string;
  #key: { readonly folder: string; readonly key: string } | undefined;
  #profiles: string | undefined;
  #changed: readonly Changed[] = [];

  /** @param home in which the AWS tools look for profiles when no variable says where */
  constructor(runner: Runner, job: Job, home: string) {
    this.#runner = runner;
    this.#temporary = placeOf(job);
    this.#home = home;
  }

  /** @throws Failure `wrong-configuration` when what is there to be put back could not be kept safely */
  refuseUnsafePlace(): void {
    refuseUnsafeFolder(this.#temporary, 'shared');
  }

  /** Tells the post step of the profiles' folder, before it is made. */
  keepFolder(profiles: string): void {
    this.#profiles = profiles;
    this.#save();
  }

  /** @throws Failure `wrong-configuration` when RUNNER_TEMP is not safe for what was there before */
  change(current: Variables, changes: Changes): void {
    if (changes.size === 0) return;
    const kept = this.#changed.filter(({ name }) => changes.has(name));
    const others = this.#changed.filter(({ name }) => !changes.has(name));
    const changed = [...changes].flatMap(([name, after]) => {
      const before =
        kept.find(one => one.name === name)?.before ?? current[name] ?? asIfAbsent(name, current, this.#home);
      return before === undefined ? [] : [{ name, before, after: digest(after) }];
    });
    this.#changed = [...others, ...changed];
    this.#save();
    this.changeForGood(changes);
  }

  /** Changes what no post step is to put back. */
  changeForGood(changes: Changes): void {
    for (const [name, value] of changes) this.#runner.exportVariable(name, value);
  }

  /** Changes what later steps must not keep, even if it cannot be put back. */
  changeAnyway(current: Variables, changes: Changes): void {
    try {
      this.change(current, changes);
    } catch {
      this.changeForGood(changes);
    }
  }

  #save(): void {
    this.#key ??= this.#makeKey();
    const { folder, key } = this.#key;
    const point: Point = { folder, profiles: this.#profiles, changed: this.#changed };
    this.#runner.saveState(STATE.folder, folder);
    this.#runner.saveState(STATE.sealed, seal(key, JSON.stringify(point)));
  }

  #makeKey() {
    this.refuseUnsafePlace();
    // On Windows the folder inherits the temporary folder's list of users.
    const folder = mkdtempSync(join(this.#temporary, 'aws-temp-creds-'));
    chmodSync(folder, 0o700);
    const key = newSealKey();
    createPrivateFile(join(folder, KEY_FILE), key);
    return { folder, key };
  }
}

/**
 * What a variable that was not there is put back to: absent it can never be again, and empty breaks the tools where
 * this does not. Undefined: it stays as it is, as does a CDK_PLUGIN of ours, which does nothing by itself, and a Region
 * that no profile of an earlier step is in the way of.
 */
function asIfAbsent(name: string, current: Variables, home: string): string | undefined {
  switch (name) {
    case 'AWS_REGION':
    case 'AWS_DEFAULT_REGION':
      return regionOfEarlierStep(current);
    case 'CDK_PLUGIN':
      return undefined;
    case 'AWS_CONFIG_FILE':
      return join(home, '.aws', 'config');
    case 'AWS_SHARED_CREDENTIALS_FILE':
      return join(home, '.aws', 'credentials');
    // Set where it was not before only because the user's files have a profile of that name.
    case 'AWS_PROFILE':
      return 'default';
    default:
      return '';
  }
}

/** Of its default profile, else of its first one. */
function regionOfEarlierStep(current: Variables): string | undefined {
  const folders = jobFolders(current);
  const { job } = folders.find(folder => folder.job.use === 'by default') ?? folders[0] ?? {};
  return job?.environments[0]?.target.region;
}

/** What the post step is to do; undefined: nothing was changed, or nothing is known of it. */
export interface Restoration {
  readonly profiles: string | undefined;
  /** Puts back what was replaced. A variable that a later step has changed again is left alone. */
  restore(current: Variables): readonly string[];
}

/**
 * Opens what the step sealed, and removes the key. The state is a file that other steps can write, so nothing of it is
 * believed but what the key opens that lies in a folder of ours, and the seal names that folder.
 */
export function openRestoration(runner: Runner, job: Job): Restoration | undefined {
  const folder = runner.state(STATE.folder);
  const sealed = runner.state(STATE.sealed);
  if (folder === '' || sealed === '' || !isKeyFolder(folder, placeOf(job))) return undefined;
  const text = unseal({ key: readKey(folder), sealed });
  if (text === undefined) return undefined;
  // What unseals was written by RestorePoint and by nobody else.
  const point: Point = JSON.parse(text);
  if (point.folder !== folder) return undefined;
  removeKey(folder);
  return { profiles: point.profiles, restore: current => putBack(runner, point.changed, current) };
}

function putBack(runner: Runner, changed: readonly Changed[], current: Variables): readonly string[] {
  const ours = changed.filter(({ name, after }) => digest(current[name] ?? '') === after);
  for (const { name, before } of ours) {
    // What was there was no secret of ours, but it may well be one.
    if (/SECRET|TOKEN|ACCESS_KEY/.test(name) && before !== '') runner.mask(before);
    runner.exportVariable(name, before);
  }
  return ours.map(({ name }) => name);
}

function placeOf({ temporary }: Job): string {
  return temporary || tmpdir();
}

/** Whether it is a folder that RestorePoint could have made: a real one of ours, directly in RUNNER_TEMP. */
function isKeyFolder(folder: string, temporary: string): boolean {
  try {
    return (
      FOLDER_NAME.test(basename(folder)) &&
      isOurFolder(folder) &&
      realpathSync(folder) === join(realpathSync(temporary), basename(folder)) &&
      lstatSync(join(folder, KEY_FILE)).isFile()
    );
  } catch {
    return false;
  }
}

/** The file that was made and the folder around it, and nothing that somebody else has put there. */
function removeKey(folder: string): void {
  try {
    rmSync(join(folder, KEY_FILE), { force: true });
    rmdirSync(folder);
  } catch {
    // The runner empties RUNNER_TEMP at the job's end.
  }
}

function readKey(folder: string): string {
  try {
    return readFileSync(join(folder, KEY_FILE), 'utf8');
  } catch {
    return '';
  }
}

function digest(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}
