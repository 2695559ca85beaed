import { relative, sep } from 'node:path';

/** Files that somebody named, or folders with all that is in them; to be found among the paths of a repository. */
export class NamedPaths {
  readonly #names: ReadonlyMap<string, string> | undefined;
  readonly #met = new Set<string>();

  /**
   * @param workTree absolute, by its real path
   * @param names absolute; undefined: everything is named
   */
  constructor(workTree: string, names: readonly string[] | undefined) {
    this.#names = names && new Map(names.map(name => [relative(workTree, name).split(sep).join('/'), name]));
  }

  /** @param path in the repository, with `/` */
  has(path: string): boolean {
    if (this.#names === undefined) return true;
    const within = enclosing(path).filter(name => this.#names?.has(name));
    for (const name of within) this.#met.add(name);
    return within.length > 0;
  }

  /** Those of the names that no path met, as they were given. */
  get unmet(): readonly string[] {
    return [...(this.#names ?? [])].filter(([name]) => !this.#met.has(name)).map(([, given]) => given);
  }
}

/** A path, and the folders that it is in: `a/b`, `a`, ``. */
function enclosing(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/')).concat('');
}
