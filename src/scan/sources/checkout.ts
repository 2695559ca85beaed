import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Variables } from '../../github/job.js';
import { Fetcher, type FetchPolicy } from './fetch.js';
import { findGit, type Git } from './git.js';
import { type ObjectStore, openObjectStore } from './object-store.js';
import { findHome, findRemote } from './remote.js';
import { findRepository, type Repository } from './repository.js';
import { hasCommits, resolveRevision } from './revisions.js';

export interface CheckoutOptions {
  readonly variables: Variables;
  /** Folder for temporary files; undefined: the system's. */
  readonly temporary?: string;
  /** Undefined: nothing is fetched. */
  readonly fetch?: FetchPolicy;
}

/** A folder with what git can tell of it. What costs anything is opened when it is first needed. */
export class Checkout {
  readonly git: Git | undefined;
  readonly repository: Repository | undefined;
  readonly #options: CheckoutOptions;
  #store: Promise<ObjectStore> | undefined;
  #fetcher: Promise<Fetcher | undefined> | undefined;
  #homeFetcher: Promise<Fetcher | undefined> | undefined;

  constructor(folder: string, options: CheckoutOptions) {
    this.#options = options;
    this.git = findGit(options.variables, folder);
    this.repository = this.git && findRepository(this.git, folder);
  }

  store(repository: Repository): Promise<ObjectStore> {
    this.#store ??= openObjectStore(repository, this.#options.temporary ?? '');
    return this.#store;
  }

  /** Undefined where nothing may be fetched. */
  fetcher(repository: Repository): Promise<Fetcher | undefined> {
    this.#fetcher ??= this.#openFetcher(repository, findRemote);
    return this.#fetcher;
  }

  /** The same, but of the job's own repository, whatever was checked out. */
  homeFetcher(repository: Repository): Promise<Fetcher | undefined> {
    this.#homeFetcher ??= this.#openFetcher(repository, findHome);
    return this.#homeFetcher;
  }

  async close(): Promise<void> {
    (await this.#store)?.close();
  }

  async #openFetcher(repository: Repository, find: typeof findRemote): Promise<Fetcher | undefined> {
    const policy = this.#options.fetch;
    const remote = policy && (await find(repository, policy));
    if (policy === undefined || remote === undefined) return undefined;
    const store = await this.store(repository);
    await rememberHead(repository, store);
    return new Fetcher(store, remote, policy);
  }
}

/** Lets a fetch say what the checkout has, so that the server sends only what is new. */
async function rememberHead(repository: Repository, store: ObjectStore): Promise<void> {
  const head = await resolveRevision(repository, 'HEAD');
  if (head === undefined || !(await hasCommits(store, [head]))) return;
  mkdirSync(join(store.folder, 'refs/scan'), { recursive: true });
  writeFileSync(join(store.folder, 'refs/scan/checkout'), `${head}\n`);
}
