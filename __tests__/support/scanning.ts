import type { Finding, ScanResult } from '../../src/scan/finding.js';
import { scan } from '../../src/scan/scan.js';
import type { ScanRequest } from '../../src/scan/scan-request.js';
import { plantedKey } from './credentials.js';
import { createRepository, type Repository, type RepositoryOptions } from './repository.js';

export type Key = ReturnType<typeof plantedKey>;

/** A key made from a seed, and a settings file that holds it: the identifier in line 1, the secret in line 2. */
export function planted(seed: string): { readonly id: string; readonly text: string; readonly key: Key } {
  const key = plantedKey(seed);
  const text = `AWS_ACCESS_KEY_ID=${key.accessKeyId}\nAWS_SECRET_ACCESS_KEY=${key.secretAccessKey}\n`;
  return { id: key.accessKeyId, text, key };
}

export function idsOf({ findings }: Pick<ScanResult, 'findings'>): string[] {
  return findings.map(({ accessKeyId = '' }: Finding) => accessKeyId).sort();
}

/** Repositories of one test file; `remove` is for its end. */
export class Repositories {
  readonly #made: Repository[] = [];

  /** A repository with one commit. */
  async create(options: RepositoryOptions = {}): Promise<Repository> {
    const repository = this.keep(await createRepository(options));
    if (options.bare !== true) await repository.commit('begin', { 'src/a.txt': 'one\ntwo\n' });
    return repository;
  }

  keep(repository: Repository): Repository {
    this.#made.push(repository);
    return repository;
  }

  async remove(): Promise<void> {
    await Promise.all(this.#made.map(repository => repository.remove()));
  }
}

export function scanTree(folder: string, request: Partial<ScanRequest> = {}): Promise<ScanResult> {
  return scan({ folder, mode: 'tree', variables: process.env, ...request });
}

/** Scans what HEAD has beyond `base`. */
export function scanChanges(
  folder: string,
  base = 'HEAD~1',
  request: Partial<ScanRequest> = {},
): Promise<ScanResult> {
  const range = { head: undefined, bases: [{ revision: base }] };
  return scan({ folder, mode: 'changes', range, variables: process.env, ...request });
}

export function scanHistory(folder: string, request: Partial<ScanRequest> = {}): Promise<ScanResult> {
  return scan({ folder, mode: 'history', variables: process.env, ...request });
}
