import {
  closeSync,
  constants,
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
  LARGEST_ARCHIVE,
  OVERLAP,
  WHOLE,
  WINDOW,
  type Window,
} from './content.js';
import { isSystemError } from './system-error.js';
import { TOO_LARGE } from './unread.js';

/** Receives a file's bytes [start, end), whole or window by window; they are overwritten after the call. */
export type FileVisitor = (bytes: Buffer, start: number, end: number, window: Window) => void;

export type FileOutcome =
  | { readonly kind: 'read' | 'link'; readonly bytes: number }
  | { readonly kind: 'absent' | 'folder' }
  /** `harmless`: nothing that could be read as a file. */
  | { readonly kind: 'unread'; readonly why: string; readonly harmless: boolean };

const FIRST_CAPACITY = 2 ** 20;

/**
 * Neither follows a link at the end of the path nor waits for the other end of a FIFO. Windows has neither flag: there
 * the kind of the file is asked for first.
 */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const ASK_FIRST = constants.O_NOFOLLOW === undefined || process.platform === 'win32';

/** Reads files one after the other through one buffer. */
export class FileReader {
  #bytes = Buffer.allocUnsafeSlow(FIRST_CAPACITY);

  /** Reads one file; of a symbolic link the text of its target. Throws only what `visit` throws. */
  read(path: PathLike, visit: FileVisitor): FileOutcome {
    let file: number | undefined;
    try {
      if (ASK_FIRST && lstatSync(path).isSymbolicLink()) return this.#link(path, visit);
      file = openSync(path, FLAGS);
      return this.#small(file, visit) ?? this.#any(file, visit);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      return error.code === 'ELOOP' || error.code === 'EMLINK'
        ? this.#link(path, visit)
        : failed(error, path);
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }

  /**
   * Reads a file that fits the buffer in one go, without asking what it is: most are such. Reading at a position fails
   * for FIFOs and sockets. What ends with a page may have been cut by an error, or be a device, or go on behind what
   * was asked for, which is whole pages: undefined.
   */
  #small(file: number, visit: FileVisitor): FileOutcome | undefined {
    const bytes = readStart(file, this.#bytes);
    if (bytes % PAGE === 0) return undefined;
    visit(this.#bytes, 0, bytes, ENTIRE);
    return { kind: 'read', bytes };
  }

  #any(file: number, visit: FileVisitor): FileOutcome {
    const stats = fstatSync(file);
    if (stats.isFile()) return this.#open(file, stats, visit);
    return stats.isDirectory() ? { kind: 'folder' } : special(stats);
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
    if (size >= WHOLE && isArchive(this.#bytes, 0, end)) return this.#archive(file, size, end, visit);
    while (end === limit && limit < WHOLE) {
      // It grew while it was read, or its size is not what the system says.
      limit = Math.min(2 * limit + FIRST_CAPACITY, WHOLE);
      end = this.#fill(file, end, limit);
    }
    if (end === limit) return { kind: 'read', bytes: this.#windows(file, end, visit) };
    visit(this.#bytes, 0, end, ENTIRE);
    return { kind: 'read', bytes: end };
  }

  #archive(file: number, size: number, held: number, visit: FileVisitor): FileOutcome {
    if (size > LARGEST_ARCHIVE) return { kind: 'unread', why: TOO_LARGE, harmless: true };
    const end = this.#fill(file, held, size);
    visit(this.#bytes, 0, end, ENTIRE);
    this.#bytes = Buffer.allocUnsafeSlow(FIRST_CAPACITY);
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

/** The smallest page of any system: what a system reads at a time. */
const PAGE = 4096;

/** @returns how much of the file's beginning was read; 0 when it cannot be */
function readStart(file: number, bytes: Buffer): number {
  try {
    // However large the buffer has become: what goes on behind this is read once more.
    return readSync(file, bytes, 0, FIRST_CAPACITY, 0);
  } catch {
    return 0;
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
