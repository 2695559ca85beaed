import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Job, Variables } from '../github/job.js';
import type { Runner } from '../github/runner.js';
import type { Changes } from './environment.js';
import { seal, unseal } from './seal.js';

/** Names of the state that the post step reads. */
const STATE = { folder: 'restore-folder', sealed: 'restore-sealed' } as const;
const FOLDER_PREFIX = 'aws-temp-creds-';
const KEY_FILE = 'key';

/** One variable that was changed: what it was, and how to know later that the change still stands. */
interface Changed {
  readonly name: string;
  readonly before: string;
  /** SHA-256 of the value that was set. */
  readonly after: string;
}

/**
 * Changes environment variables for the later steps, so that the post step can undo it. The restore point is saved
 * first: nothing is ever exported that the post step does not know of.
 */
export function changeEnvironment(runner: Runner, job: Job, current: Variables, changes: Changes): void {
  if (changes.size === 0) return;
  const point = [...changes].map(
    ([name, after]): Changed => ({ name, before: current[name] ?? '', after: digest(after) }),
  );
  const { key, sealed } = seal(JSON.stringify(point));
  // mkdtemp makes the folder with mode 0700; on Windows it inherits the temporary folder's list of users.
  const folder = mkdtempSync(join(job.temporary || tmpdir(), FOLDER_PREFIX));
  writeFileSync(join(folder, KEY_FILE), key, { mode: 0o600, flag: 'wx' });
  runner.saveState(STATE.folder, folder);
  runner.saveState(STATE.sealed, sealed);
  for (const [name, value] of changes) runner.exportVariable(name, value);
}

/**
 * Puts back what changeEnvironment replaced. A variable that a later step has changed again is left alone. Where the
 * restore point is lost, nothing is known of what was there, and nothing is done: variables end with the job anyway.
 *
 * @returns names of the variables that were put back or blanked
 */
export function restoreEnvironment(runner: Runner, current: Variables): readonly string[] {
  const folder = runner.state(STATE.folder);
  const sealed = runner.state(STATE.sealed);
  if (folder === '' || sealed === '' || !basename(folder).startsWith(FOLDER_PREFIX)) return [];
  const text = unseal({ key: readKey(folder), sealed });
  rmSync(folder, { recursive: true, force: true });
  if (text === undefined) return [];
  // What unseals was written by changeEnvironment and by nobody else.
  const point: readonly Changed[] = JSON.parse(text);
  const ours = point.filter(({ name, after }) => digest(current[name] ?? '') === after);
  for (const { name, before } of ours) {
    // What was there was no secret of ours, but it may well be one.
    if (/SECRET|TOKEN|ACCESS_KEY/.test(name) && before !== '') runner.mask(before);
    runner.exportVariable(name, before);
  }
  return ours.map(({ name }) => name);
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
