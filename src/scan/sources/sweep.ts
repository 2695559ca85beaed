import { FileInspector, type InspectedPart } from './file-inspector.js';
import { FileThreads } from './file-threads.js';
import { type Pace, pause } from './pace.js';
import { PathGroup } from './path-group.js';
import type { TreePath } from './paths.js';
import type { TreeFiles } from './tree-files.js';

/** @param lead what stood before the path in its entry */
type OnAbsent = (file: TreePath, lead: Buffer) => void;

/** For so many files other threads are started in any case. */
const MANY = 2 ** 12;

/** When after so many seconds so many files are left, more threads help after all. */
const PATIENCE = 0.05;
const WORTH_THREADS = 128;

/** After so many shares other things get their turn. */
const SHARES_BETWEEN_PAUSES = 64;

/**
 * Goes through many files of a tree, with other threads where there are many, and reports what they hold in the order
 * of the files.
 */
export class Sweep {
  readonly #files: TreeFiles;
  readonly #pace: Pace;
  readonly #onAbsent: OnAbsent;
  readonly #here: FileInspector;
  #threads: FileThreads | undefined;
  #group = new PathGroup();

  /**
   * @param many whether there are files enough for threads to be worth their start
   * @param onAbsent called for files that are not there
   */
  constructor(files: TreeFiles, pace: Pace, many: boolean, onAbsent: OnAbsent) {
    this.#files = files;
    this.#pace = pace;
    this.#onAbsent = onAbsent;
    this.#here = new FileInspector(files.root);
    if (many) this.#threads = new FileThreads(files.root);
  }

  /** When true, `scan` comes before the next `add`. */
  get isFull(): boolean {
    return this.#group.isFull;
  }

  /** @param bytes hold an entry [start, end), and in it the path of a file, from the root, from `path` on */
  add(bytes: Buffer, start = 0, path = start, end = bytes.length): void {
    this.#group.add(bytes, start, path, end);
  }

  /** Scans all that was added, or what of it was begun before it was stopped. */
  async scan(): Promise<void> {
    const group = this.#group;
    this.#group = new PathGroup();
    await this.scanGroup(group);
  }

  /** Scans the files of a group, or those that were begun before it was stopped. */
  async scanGroup(group: PathGroup): Promise<void> {
    if (group.length > MANY) this.#threads ??= new FileThreads(this.#files.root);
    this.#threads?.show(group);
    const taken = await this.#lookHere(group);
    const part = this.#here.part();
    const parts = (await this.#threads?.parts(taken - part.taken)) ?? [];
    this.#take([part, ...parts], group);
  }

  close(): void {
    this.#threads?.close();
  }

  /** @returns how many files were taken, by all threads */
  async #lookHere(group: PathGroup): Promise<number> {
    const { files, objects, bytes } = this.#files.inspection;
    const start = process.uptime();
    let shares = 0;
    for (let share = group.take(); share !== undefined; share = group.take()) {
      this.#here.look(group, share);
      shares += 1;
      if (shares % SHARES_BETWEEN_PAUSES === 0) {
        await pause(this.#pace, { files: files + group.taken, objects, bytes });
        if (this.#pace.signal?.aborted) return group.abandon();
      }
      if (this.#threads === undefined && process.uptime() - start > PATIENCE) this.#startLate(group);
    }
    return group.length;
  }

  /** Few files may be large. */
  #startLate(group: PathGroup): void {
    if (group.length - group.taken < WORTH_THREADS) return;
    this.#threads = new FileThreads(this.#files.root);
    this.#threads.show(group);
  }

  #take(parts: readonly InspectedPart[], group: PathGroup): void {
    const { inspection, root } = this.#files;
    for (const { files, bytes } of parts) {
      inspection.files += files;
      inspection.bytes += bytes;
    }
    const remarks = new Map(parts.flatMap(part => part.remarks).map(remark => [remark.index, remark]));
    const absent = parts.flatMap(part => part.absent);
    for (const index of inOrder([...remarks.keys(), ...parts.flatMap(part => part.left)])) {
      const remark = remarks.get(index);
      if (remark !== undefined) {
        inspection.add(remark.findings);
        inspection.unread.addAll(remark.unread);
      } else if (this.#files.scan(group.path(index, root)) === 'absent') absent.push(index);
    }
    for (const index of inOrder(absent)) this.#onAbsent(group.path(index, root), group.lead(index));
  }
}

function inOrder(numbers: readonly number[]): number[] {
  return [...numbers].sort((one, other) => one - other);
}
