import { ciSystemOf } from '../ci-files/systems.js';
import { sieveInput } from '../detect/sieve.js';
import type { Finding } from '../finding.js';
import { Inspection } from '../inspection.js';
import { isAttributes } from './encodings.js';
import { FileReader } from './file-reader.js';
import type { PathGroup, Share } from './path-group.js';
import { Folders } from './paths.js';
import { TOO_LARGE, type UnreadReason } from './unread.js';

/** Stands for what is not UTF-8. */
const REPLACEMENT = '\ufffd';

/** What was found in one file, and what of it could not be read. */
export interface FileRemarks {
  /** The number of its path. */
  readonly index: number;
  readonly findings: readonly Finding[];
  readonly unread: readonly UnreadReason[];
}

/** What a thread's part of a group came to; can be sent between threads. */
export interface InspectedPart {
  readonly remarks: readonly FileRemarks[];
  /** Numbers of files that only the thread that reports looks at: of CI systems, in the way, or of odd names. */
  readonly left: readonly number[];
  /** Numbers of files that are not there. */
  readonly absent: readonly number[];
  /** All that were taken. */
  readonly taken: number;
  /** Those that were read, and their bytes. */
  readonly files: number;
  readonly bytes: number;
}

/** Looks for keys in the files of a tree: what each of several threads does. */
export class FileInspector {
  readonly #root: string;
  readonly #reader = new FileReader(sieveInput());
  readonly #folders: Folders;
  #inspection = new Inspection();
  #remarks: FileRemarks[] = [];
  #left: number[] = [];
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
      const path = group.text(index);
      // Of as many characters as bytes, it is ASCII.
      const isOdd = path.length !== group.sizeOf(index) && path.includes(REPLACEMENT);
      if (isOdd || ciSystemOf(path) !== undefined || isAttributes(path)) this.#left.push(index);
      else if (this.#folders.leadsAstray(path)) this.#absent.push(index);
      else this.#file(path, index);
    }
    this.#taken += end - first;
  }

  /** What was looked at since the last part. */
  part(): InspectedPart {
    const part = {
      remarks: this.#remarks,
      left: this.#left,
      absent: this.#absent,
      taken: this.#taken,
      files: this.#files,
      bytes: this.#bytes,
    };
    this.#remarks = [];
    this.#left = [];
    this.#absent = [];
    this.#taken = 0;
    this.#files = 0;
    this.#bytes = 0;
    return part;
  }

  #file(path: string, index: number): void {
    const outcome = this.#reader.read(`${this.#root}/${path}`, (bytes, start, end, window) =>
      this.#inspection.keys(bytes, start, end, window, { kind: 'file', path }),
    );
    switch (outcome.kind) {
      case 'read':
      case 'link':
        this.#files += 1;
        this.#bytes += outcome.bytes;
        if (outcome.unopened) this.#inspection.unread.add(path, TOO_LARGE, 'unopened');
        if (!this.#inspection.isClean) this.#remark(index);
        break;
      case 'unread':
        this.#left.push(index);
        this.#forget();
        break;
      default:
        this.#absent.push(index);
        this.#forget();
    }
  }

  /** What was found before a file could not be read any further is found again, or is none of the next file's. */
  #forget(): void {
    if (!this.#inspection.isClean) this.#inspection = new Inspection(this.#inspection);
  }

  #remark(index: number): void {
    const { found, unread } = this.#inspection;
    this.#remarks.push({ index, findings: found, unread: unread.reasons() });
    this.#inspection = new Inspection(this.#inspection);
  }
}
