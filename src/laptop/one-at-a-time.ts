import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Fields } from '../credentials/fields.js';
import { lockUnless } from '../credentials/lock.js';
import { readIfThere, writePrivateFile } from '../credentials/private-file.js';
import { explain, Failure } from '../failure.js';
import { lockFolderOf } from './home-files.js';

/** Renewing one file of a cache. */
export interface Renewing<T> {
  /** The file; its name is the lock's. */
  readonly path: string;
  /** What is there already and suffices; asked before, during and after waiting. */
  readonly settled: () => T | undefined;
  /** Asks, with the lock. */
  readonly renew: () => Promise<T>;
  /** Without the lock nothing may be renewed: what can be done then. */
  readonly unlocked: () => Promise<T>;
}

/**
 * Lets one process renew, while the others wait for what it gets. That includes its failure: nobody asks a service
 * again that has just refused, or did not answer, while they waited.
 */
export async function oneAtATime<T>({ path, settled, renew, unlocked }: Renewing<T>): Promise<T> {
  const asked = Date.now();
  const folder = join(lockFolderOf(), basename(path));
  const note = join(folder, 'failure.json');
  const outcome = await lockUnless<{ readonly value: T } | Failure>(folder, () => {
    const value = settled();
    return value === undefined ? readFailure(note, asked) : { value };
  });
  if (outcome.kind === 'unlockable') return unlocked();
  if (outcome.kind === 'done') {
    if (outcome.value instanceof Failure) throw outcome.value;
    return outcome.value.value;
  }
  try {
    // Whoever held the lock before may have finished between the last look and now.
    const value = settled();
    if (value !== undefined) return value;
    const failure = readFailure(note, asked);
    if (failure !== undefined) throw failure;
    return await renew();
  } catch (error) {
    if (error instanceof Failure) noteFailure(folder, note, error);
    throw error;
  } finally {
    outcome.lock.release();
  }
}

function readFailure(note: string, since: number): Failure | undefined {
  const fields = Fields.parse(readIfThere(note));
  const at = fields?.number('at');
  const what = fields?.text('what');
  if (at === undefined || what === undefined || at < since || at > Date.now()) return undefined;
  const refused = fields?.text('code') === 'refused';
  const write = fields?.text('write');
  return new Failure(refused ? 'refused' : 'unreachable', { what, ...(write !== undefined && { write }) });
}

/** No part of a failure is a secret. */
function noteFailure(folder: string, note: string, { code, explanation }: Failure): void {
  const { write, ...told } = explanation;
  try {
    mkdirSync(folder, { mode: 0o700, recursive: true });
    writePrivateFile(note, JSON.stringify({ at: Date.now(), code, what: explain(told), write }));
  } catch {
    // Then the others ask for themselves.
  }
}
