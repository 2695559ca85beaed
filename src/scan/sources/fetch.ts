import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ending, gitProcess } from './git.js';
import type { ObjectStore } from './object-store.js';
import type { Remote, RemotePolicy } from './remote.js';

/** What the one fetch may cost, and from where it may come. */
export interface FetchPolicy extends RemotePolicy {
  /** For all fetches of a scan together. */
  readonly milliseconds: number;
  readonly bytes: number;
}

export const FETCH_BOUNDS = { milliseconds: 90_000, bytes: 512 * 2 ** 20 } as const;

/** Fetches of one scan: they share a time and a size that they may take. */
export class Fetcher {
  readonly #store: ObjectStore;
  readonly #remote: Remote;
  readonly #policy: FetchPolicy;
  readonly #until: number;

  constructor(store: ObjectStore, remote: Remote, policy: FetchPolicy) {
    this.#store = store;
    this.#remote = remote;
    this.#policy = policy;
    this.#until = Date.now() + policy.milliseconds;
  }

  /**
   * Fetches commits and `depth - 1` generations of their ancestors, with all that these hold and the clone lacks.
   *
   * @param wants full names, or a branch's full name with a place for it: `refs/heads/main:refs/scan/main`
   * @returns whether all of it came
   */
  async fetch(wants: readonly string[], depth: number): Promise<boolean> {
    const left = this.#until - Date.now();
    if (left <= 0) return false;
    const { url, protocol, headers } = this.#remote;
    const settings = [
      ['http.followRedirects', 'false'],
      ['http.lowSpeedLimit', '1000'],
      ['http.lowSpeedTime', '20'],
      ['fetch.unpackLimit', '1'],
      ...headers.map(header => [`http.${new URL(url).origin}/.extraheader`, header]),
    ];
    const variables: Record<string, string> = {
      GIT_ALLOW_PROTOCOL: protocol,
      GIT_CONFIG_COUNT: String(settings.length),
    };
    for (const [index, [name = '', value = '']] of settings.entries()) {
      variables[`GIT_CONFIG_KEY_${index}`] = name;
      variables[`GIT_CONFIG_VALUE_${index}`] = value;
    }
    const args = [...FETCH, `--depth=${depth}`, '--', url, ...wants];
    const child = gitProcess({ ...this.#store.writing, variables }, args, ['ignore', 'ignore', 'pipe']);
    const timeout = setTimeout(() => child.kill(), left);
    const watch = setInterval(() => {
      if (sizeOf(join(this.#store.folder, 'objects/pack')) > this.#policy.bytes) child.kill();
    }, 250);
    const { exitCode } = await ending(child);
    clearTimeout(timeout);
    clearInterval(watch);
    return exitCode === 0;
  }
}

const FETCH = [
  'fetch',
  '--quiet',
  '--no-tags',
  '--no-recurse-submodules',
  '--no-write-fetch-head',
  '--no-auto-maintenance',
  '--force',
] as const;

function sizeOf(folder: string): number {
  return readdirSync(folder).reduce(
    (sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}
