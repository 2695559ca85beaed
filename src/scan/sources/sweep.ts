import { FileThreads } from './file-threads.js';
import { FlaggedFiles, type FlaggedPart } from './flagged-files.js';
import { type Pace, pause } from './pace.js';
import { PathGroup } from './path-group.js';
import type { TreePath } from './paths.js';
import type { TreeFiles } from './tree-files.js';

/** After so many shares other things get their turn. */
const SHARES_BETWEEN_PAUSES = 8;

/**
 * Goes through many files of a tree, with other threads where there are many: most hold nothing, and only those that
 * do are looked at again, here and in their order.
 */
export class Sweep<T> {
  readonly #files: TreeFiles;
  readonly #pace: Pace;
  readonly #onAbsent: (file: TreePath, of: T) => void;
  readonly #here: FlaggedFiles;
  #threads: FileThreads | undefined;
  #group = new PathGroup();
  #owners: T[] = [];

  /**
   * @param many whether there are files enough for threads to be worth their start
   * @param onAbsent called for files that are not there, with what they were added with
   */
  constructor(files: TreeFiles, pace: Pace, many: boolean, onAbsent: (file: TreePath, of: T) => void) {
    this.#files = files;
    this.#pace = pace;
    this.#onAbsent = onAbsent;
    this.#here = new FlaggedFiles(files.root);
    if (many) this.#threads = new FileThreads(files.root);
  }

  /** When true, `scan` comes before the next `add`. */
  get isFull(): boolean {
    return this.#group.isFull;
  }

  /** @param path of a file, from the root */
  add(path: Buffer, of: T): void {
    this.#group.add(path);
    this.#owners.push(of);
  }

  /** Scans all that was added. */
  async scan(): Promise<void> {
    const [group, owners] = [this.#group, this.#owners];
    this.#group = new PathGroup();
    this.#owners = [];
    if (group.isFull) this.#threads ??= new FileThreads(this.#files.root);
    this.#threads?.show(group);
    await this.#lookHere(group);
    if (this.#pace.signal?.aborted) return;
    const part = this.#here.part();
    const parts = (await this.#threads?.parts(group.length - part.taken)) ?? [];
    this.#take([part, ...parts], group, owners);
  }

  close(): void {
    this.#threads?.close();
  }

  async #lookHere(group: PathGroup): Promise<void> {
    let shares = 0;
    for (let share = group.take(); share !== undefined; share = group.take()) {
      this.#here.look(group, share);
      shares += 1;
      if (shares % SHARES_BETWEEN_PAUSES === 0) await pause(this.#pace, this.#files.inspection);
      if (this.#pace.signal?.aborted) group.abandon();
    }
  }

  #take(parts: readonly FlaggedPart[], group: PathGroup, owners: readonly T[]): void {
    const { inspection, root } = this.#files;
    for (const { files, bytes } of parts) {
      inspection.files += files;
      inspection.bytes += bytes;
    }
    const inOrder = (numbers: readonly number[]) => [...numbers].sort((one, other) => one - other);
    const absent = parts.flatMap(part => part.absent);
    for (const index of inOrder(parts.flatMap(part => part.flagged)))
      if (this.#files.scan(group.path(index, root)) === 'absent') absent.push(index);
    for (const index of inOrder(absent)) {
      const owner = owners[index];
      if (owner !== undefined) this.#onAbsent(group.path(index, root), owner);
    }
  }
}
