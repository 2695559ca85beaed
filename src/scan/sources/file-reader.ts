import {
  closeSync,
  fstatSync,
  lstatSync,
  openSync,
  type PathLike,
  readlinkSync,
  readSync,
  type Stats,
} from 'node:fs';
import {
  ENTIRE,
  follow,
  isArchive,
  isPacked,
  LARGEST_ARCHIVE,
  OVERLAP,
  WHOLE,
  WINDOW,
  type Window,
} from './content.js';
import { ASK_FIRST, FLAGS, readSmallFile } from './small-file.js';
import { isSystemError } from './system-error.js';

/** Receives a file's bytes [start, end), whole or window by window; they are overwritten after the call. */
export type FileVisitor = (bytes: Buffer, start: number, end: number, window: Window) => void;

export type FileOutcome =
  /** `unopened`: it is an archive, and too large to be opened. */
  | { readonly kind: 'read' | 'link'; readonly bytes: number; readonly unopened?: true }
  | { readonly kind: 'absent' | 'folder' }
  /** `harmless`: nothing that could be read as a file. */
  | { readonly kind: 'unread'; readonly why: string; readonly harmless: boolean };

const SMALL = 2 ** 20;

/** Reads files one after the other through the same buffers. */
export class FileReader {
  readonly #small: Buffer;
  #bytes: Buffer;

  /** @param small where files that fit it, but for a few, are read; it has whole pages */
  constructor(small: Buffer = Buffer.allocUnsafeSlow(SMALL)) {
    this.#small = small;
    this.#bytes = small;
  }

  /** Reads one file; of a symbolic link the text of its target. Throws only what `visit` throws. */
  read(path: PathLike, visit: FileVisitor): FileOutcome {
    const bytes = readSmallFile(path, this.#small);
    if (bytes === 0) return this.#any(path, visit);
    visit(this.#small, 0, bytes, ENTIRE);
    return { kind: 'read', bytes };
  }

  #any(path: PathLike, visit: FileVisitor): FileOutcome {
    let file: number | undefined;
    try {
      if (ASK_FIRST && lstatSync(path).isSymbolicLink()) return this.#link(path, visit);
      file = openSync(path, FLAGS);
      const stats = fstatSync(file);
      if (stats.isFile()) return this.#open(file, stats, visit);
      return stats.isDirectory() ? { kind: 'folder' } : special(stats);
    } catch (error) {
      if (!isSystemError(error)) {
        if (typeof path === 'string' && path.includes('\0')) return { kind: 'absent' };
        throw error;
      }
      return error.code === 'ELOOP' || error.code === 'EMLINK'
        ? this.#link(path, visit)
        : failed(error, path);
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }

  #link(path: PathLike, visit: FileVisitor): FileOutcome {
    try {
      const target = readlinkSync(path, 'buffer');
      visit(target, 0, target.length, ENTIRE);
      return { kind: 'link', bytes: target.length };
    } catch (error) {
      if (!isSystemError(error)) throw error;
      return failed(error, path);
    }
  }

  #open(file: number, { size }: Stats, visit: FileVisitor): FileOutcome {
    // One byte more than the size: a read that fills less than it was given has met the end.
    let limit = Math.min(size + 1, WHOLE);
    let end = this.#fill(file, 0, limit);
    if (size >= WHOLE && isArchive(this.#bytes, 0, end)) {
      if (size <= LARGEST_ARCHIVE) return this.#archive(file, size, end, visit);
      const unopened = isPacked(this.#bytes, 0, end);
      return { kind: 'read', bytes: this.#windows(file, end, visit), ...(unopened && { unopened }) };
    }
    while (end === limit && limit < WHOLE) {
      // It grew while it was read, or its size is not what the system says.
      limit = Math.min(2 * limit + SMALL, WHOLE);
      end = this.#fill(file, end, limit);
    }
    if (end === limit) return { kind: 'read', bytes: this.#windows(file, end, visit) };
    visit(this.#bytes, 0, end, ENTIRE);
    return { kind: 'read', bytes: end };
  }

  #archive(file: number, size: number, held: number, visit: FileVisitor): FileOutcome {
    const end = this.#fill(file, held, size);
    visit(this.#bytes, 0, end, ENTIRE);
    this.#bytes = this.#small;
    return { kind: 'read', bytes: end };
  }

  /** The first `held` bytes are in the buffer. */
  #windows(file: number, held: number, visit: FileVisitor): number {
    let window: Window = { ...ENTIRE, more: true };
    let start = 0;
    let end = held;
    for (;;) {
      if (end - start < WINDOW) {
        this.#bytes.copyWithin(0, start, end);
        end = this.#fill(file, end - start, WINDOW);
        start = 0;
        if (end < WINDOW) break;
      }
      visit(this.#bytes, start, start + WINDOW, window);
      const next = start + WINDOW - OVERLAP;
      window = follow(window, this.#bytes, start, next);
      start = next;
    }
    visit(this.#bytes, 0, end, { ...window, more: false });
    return window.offset + end;
  }

  /** Reads until the buffer is full up to `limit`, or the file ends. Returns how far it is filled. */
  #fill(file: number, from: number, limit: number): number {
    this.#hold(limit);
    let end = from;
    while (end < limit) {
      const count = readSync(file, this.#bytes, end, limit - end, null);
      if (count === 0) break;
      end += count;
    }
    return end;
  }

  #hold(capacity: number): void {
    if (capacity <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(capacity, WINDOW));
    this.#bytes.copy(larger);
    this.#bytes = larger;
  }
}

function special(stats: Stats): FileOutcome {
  const what = stats.isFIFO() ? 'a FIFO' : stats.isSocket() ? 'a socket' : 'a device';
  return { kind: 'unread', why: `${what}, not a file`, harmless: true };
}

function failed(error: NodeJS.ErrnoException, path: PathLike): FileOutcome {
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return { kind: 'absent' };
    case 'EISDIR':
      return { kind: 'folder' };
    case 'ENXIO':
    case 'EOPNOTSUPP':
    case 'EAGAIN':
      return { kind: 'unread', why: 'a socket or a device, not a file', harmless: true };
    default:
      return atPath(error, path);
  }
}

/** Windows answers EPERM for a folder and UNKNOWN for a socket; other systems mean it. */
function atPath(error: NodeJS.ErrnoException, path: PathLike): FileOutcome {
  if (isFolder(path)) return { kind: 'folder' };
  return { kind: 'unread', why: `it cannot be read (${error.code})`, harmless: false };
}

function isFolder(path: PathLike): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    // Gone, or in a folder that may not be entered.
    return false;
  }
}
