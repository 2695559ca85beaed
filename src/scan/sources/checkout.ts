import type { Variables } from '../../github/job.js';
import type { FetchPolicy } from './fetch.js';
import { findGit, type Git } from './git.js';
import { type ObjectStore, openObjectStore } from './object-store.js';
import { findRepository, type Repository } from './repository.js';

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
  readonly options: CheckoutOptions;
  #store: Promise<ObjectStore> | undefined;

  constructor(folder: string, options: CheckoutOptions) {
    this.options = options;
    this.git = findGit(options.variables, folder);
    this.repository = this.git && findRepository(this.git, folder);
  }

  store(repository: Repository): Promise<ObjectStore> {
    this.#store ??= openObjectStore(repository, this.options.temporary ?? '');
    return this.#store;
  }

  async close(): Promise<void> {
    (await this.#store)?.close();
  }
}
