import { chmodSync, mkdirSync, readdirSync, readlinkSync, rmSync, statSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createPrivateFile, errorCode, readIfThere } from './private-file.js';

/**
 * A lock between processes that survives its holder's death, on every system that Node runs on (Node has no flock).
 *
 * The lock is a folder of generations: holding it means having created the file `N` (exclusively) when the generation
 * before it had ended. A generation has ended when `N.free` stands beside it, when its process is dead, or when its
 * file was not touched for a while. The highest generation is never removed, except by the holder of a higher one:
 * so nobody can take over a lock that somebody else has already taken over, as happens with a lock file that waiters
 * remove when they find it stale.
 */
export interface Lock {
  release(): void;
}

/** What an attempt to lock ended with. */
export type LockOutcome<T> =
  | { readonly kind: 'locked'; readonly lock: Lock }
  /** While waiting, what the lock was wanted for turned out to be there. */
  | { readonly kind: 'done'; readonly value: T }
  /** The folder cannot be used, or a living holder took longer than anybody should. */
  | { readonly kind: 'unlockable' };

/** All in milliseconds. */
export interface LockTiming {
  /** How often a holder touches its file. */
  readonly heartbeat: number;
  /** A holder that did not touch its file for so long is dead, or as good as dead. */
  readonly lease: number;
  /** How long a living holder is waited for. */
  readonly patience: number;
}

/** The patience is longer than an exchange may take at its default bound. */
const TIMING: LockTiming = { heartbeat: 1_000, lease: 6_000, patience: 90_000 };
const POLL = 20;

/**
 * @param folder of this lock alone; created when it does not exist
 * @param done asked before and during waiting; a value ends it
 */
export async function lockUnless<T>(
  folder: string,
  done: () => T | undefined,
  timing: LockTiming = TIMING,
): Promise<LockOutcome<T>> {
  const start = performance.now();
  const watched = new Watch(timing.lease);
  try {
    if (mkdirSync(folder, { mode: 0o700, recursive: true }) !== undefined) chmodSync(folder, 0o700);
    while (performance.now() - start < timing.patience) {
      const value = done();
      if (value !== undefined) return { kind: 'done', value };
      const generation = latest(folder);
      if (generation === 0 || hasEnded(folder, generation, watched)) {
        const lock = take(folder, generation + 1, timing.heartbeat);
        if (lock !== undefined) return { kind: 'locked', lock };
      } else {
        await delay(POLL * (0.5 + Math.random()));
      }
    }
  } catch {
    // A cache that cannot be locked is still a cache: at worst two processes ask for credentials at the same time.
  }
  return { kind: 'unlockable' };
}

function latest(folder: string): number {
  return Math.max(0, ...readdirSync(folder).flatMap(name => (/^\d{1,15}$/.test(name) ? Number(name) : [])));
}

function hasEnded(folder: string, generation: number, watched: Watch): boolean {
  const path = join(folder, String(generation));
  if (exists(`${path}.free`)) return true;
  return isDead(readIfThere(path)) || watched.isStill(generation, touchedAt(path));
}

/** How long a generation's file has not changed, by this process's own clock: file systems have clocks of their own. */
class Watch {
  readonly #lease: number;
  #seen = '';
  #since = 0;

  constructor(lease: number) {
    this.#lease = lease;
  }

  isStill(generation: number, touched: number | undefined): boolean {
    const state = `${generation} ${touched}`;
    if (state !== this.#seen) {
      this.#seen = state;
      this.#since = performance.now();
    }
    return performance.now() - this.#since > this.#lease;
  }
}

/** @returns undefined when somebody else was faster */
function take(folder: string, generation: number, heartbeat: number): Lock | undefined {
  const path = join(folder, String(generation));
  try {
    createPrivateFile(path, JSON.stringify({ pid: process.pid, place: place() }));
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return undefined;
    throw error;
  }
  if (latest(folder) > generation) {
    // This generation was removed by the holder of a later one while we were about to follow its predecessor.
    rmSync(path, { force: true });
    return undefined;
  }
  removeBefore(folder, generation);
  const beating = setInterval(() => touch(path), heartbeat);
  beating.unref();
  return {
    release: () => {
      clearInterval(beating);
      try {
        createPrivateFile(`${path}.free`, '');
      } catch {
        // The folder is gone, or the next one waits for our process's end.
      }
    },
  };
}

function removeBefore(folder: string, generation: number): void {
  for (const name of readdirSync(folder)) {
    if (Number.parseInt(name, 10) < generation) rmSync(join(folder, name), { force: true });
  }
}

function touch(path: string): void {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch {
    // Removed with its folder, or taken over.
  }
}

function touchedAt(path: string): number | undefined {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return undefined;
  }
}

function exists(path: string): boolean {
  return touchedAt(path) !== undefined;
}

/** Whether the holder is a process of this very machine that no longer runs. A file without content says nothing. */
function isDead(holder: string | undefined): boolean {
  const match = /^\{"pid":(\d{1,10}),"place":"([^"\\]*)"\}$/.exec(holder ?? '');
  const [, pid, where] = match ?? [];
  if (pid === undefined || where !== place()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return errorCode(error) === 'ESRCH';
  }
}

/** Where a process number means the same process: the host, and on Linux the namespace (containers share folders). */
function place(): string {
  return `${hostname().replace(/[^\w.-]/g, '_')} ${processNamespace()}`;
}

function processNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return process.platform;
  }
}
