import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Checkout } from './checkout.js';
import { Fetcher } from './fetch.js';
import type { ObjectStore } from './object-store.js';
import { findHome, findRemote } from './remote.js';
import type { Repository } from './repository.js';
import { hasCommits, resolveRevision } from './revisions.js';

/** What fetches for a checkout, opened when it is first needed; each is undefined where nothing may be fetched. */
export class Fetchers {
  readonly #checkout: Checkout;
  readonly #repository: Repository;
  #own: Promise<Fetcher | undefined> | undefined;
  #home: Promise<Fetcher | undefined> | undefined;

  constructor(checkout: Checkout, repository: Repository) {
    this.#checkout = checkout;
    this.#repository = repository;
  }

  /** From the checkout's own remote. */
  own(): Promise<Fetcher | undefined> {
    this.#own ??= this.#open(findRemote);
    return this.#own;
  }

  /** From the job's own repository, whatever was checked out. */
  home(): Promise<Fetcher | undefined> {
    this.#home ??= this.#open(findHome);
    return this.#home;
  }

  async #open(find: typeof findRemote): Promise<Fetcher | undefined> {
    const policy = this.#checkout.options.fetch;
    const remote = policy && (await find(this.#repository, policy));
    if (policy === undefined || remote === undefined) return undefined;
    const store = await this.#checkout.store(this.#repository);
    await rememberHead(this.#repository, store);
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
