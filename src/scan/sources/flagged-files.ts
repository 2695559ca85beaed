import { ciSystemOf } from '../ci-files/systems.js';
import { Inspection } from '../inspection.js';
import { FileReader } from './file-reader.js';
import type { PathGroup, Share } from './path-group.js';
import { Folders, type TreePath } from './paths.js';

/** What a thread's part of a group came to, by the numbers of the paths; can be sent between threads. */
export interface FlaggedPart {
  /** Files that need a closer look: something was found in them, or they are of a CI system, or could not be read. */
  readonly flagged: readonly number[];
  readonly absent: readonly number[];
  /** All that were taken. */
  readonly taken: number;
  /** Files in which nothing was found, and their bytes. */
  readonly files: number;
  readonly bytes: number;
}

/** Picks the few files that hold something out of the many that do not. */
export class FlaggedFiles {
  readonly #root: string;
  readonly #reader = new FileReader();
  readonly #folders: Folders;
  #inspection = new Inspection();
  #flagged: number[] = [];
  #absent: number[] = [];
  #taken = 0;
  #files = 0;
  #bytes = 0;

  /** @param root absolute folder that the paths start from */
  constructor(root: string) {
    this.#root = root;
    this.#folders = new Folders(root);
  }

  look(group: PathGroup, { first, end }: Share): void {
    for (let index = first; index < end; index++) {
      const verdict = this.#file(group.path(index, this.#root));
      if (verdict === 'flagged') this.#flagged.push(index);
      else if (verdict === 'absent') this.#absent.push(index);
    }
    this.#taken += end - first;
  }

  /** What was looked at since the last part. */
  part(): FlaggedPart {
    const part = {
      flagged: this.#flagged,
      absent: this.#absent,
      taken: this.#taken,
      files: this.#files,
      bytes: this.#bytes,
    };
    this.#flagged = [];
    this.#absent = [];
    this.#taken = 0;
    this.#files = 0;
    this.#bytes = 0;
    return part;
  }

  #file({ text: path, location }: TreePath): 'nothing' | 'flagged' | 'absent' {
    if (ciSystemOf(path) !== undefined) return 'flagged';
    if (this.#folders.leadsThroughLink(path)) return 'absent';
    const outcome = this.#reader.read(location, (content, start, end, window) =>
      this.#inspection.keys(content, start, end, window, { kind: 'file', path }),
    );
    switch (outcome.kind) {
      case 'read':
      case 'link':
        break;
      case 'unread':
        return 'flagged';
      default:
        return 'absent';
    }
    if (!this.#inspection.isClean) {
      this.#inspection = new Inspection();
      return 'flagged';
    }
    this.#files += 1;
    this.#bytes += outcome.bytes;
    return 'nothing';
  }
}
