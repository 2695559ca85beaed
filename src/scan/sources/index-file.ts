import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { PathGroup, PLACES_OF_PATH } from './path-group.js';
import { FLAGS } from './small-file.js';

/**
 * git's index, read as it is on disk (https://git-scm.com/docs/index-format): asking git for the list takes longer than
 * reading a third of the files that it names.
 */
export interface IndexFile {
  /** The files, in the order of their paths. What stands before a path begins with the name of its object. */
  readonly files: PathGroup;
  readonly submodules: readonly string[];
  /** @param lead what stands before a path. @returns the name of the object that the index has for it */
  readonly idOf: (lead: Buffer) => string;
}

/**
 * @param path of the index
 * @param prefix of the paths that are wanted, with `/` at its end; '' for all
 * @returns undefined when there is none, or when it is of a kind that is left to git: version 4, split or sparse,
 * damaged, or very large
 */
export function readIndexFile(path: string, prefix: string): IndexFile | undefined {
  const text = readShared(path);
  if (text === undefined) return undefined;
  const bytes = Buffer.from(text);
  if (bytes.length < HEADER || bytes.toString('latin1', 0, 4) !== 'DIRC') return undefined;
  const version = bytes.readUInt32BE(4);
  if (version !== 2 && version !== 3) return undefined;
  // What kind of names the repository has is in its configuration; that the file ends where it must tells it as well.
  for (const idLength of [20, 32]) {
    const entries = new Entries(bytes, idLength, Buffer.from(prefix));
    const end = entries.read(bytes.readUInt32BE(8));
    if (end !== undefined && endsBehind(bytes, end, idLength)) return entries.asFile(text);
  }
  return undefined;
}

/** An index of this many bytes names about a million files. */
const LARGEST = 2 ** 27;

function readShared(path: string): SharedArrayBuffer | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, FLAGS);
    const stats = fstatSync(file);
    if (!stats.isFile() || stats.size > LARGEST) return undefined;
    const text = new SharedArrayBuffer(stats.size);
    const bytes = Buffer.from(text);
    let end = 0;
    for (let count = -1; count !== 0 && end < bytes.length; end += count)
      count = readSync(file, bytes, end, bytes.length - end, null);
    return end === bytes.length ? text : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

const HEADER = 12;
/** Of an entry: times, device, inode, then its mode, owner and size, and the name of its object. */
const MODE_AT = 24;
const ID_AT = 40;

/** A commit, of a submodule: `160000`; a folder, of a sparse index: `040000`. */
const COMMIT = 0o16;
const FOLDER = 0o04;

const EXTENDED = 0x4000;
const STAGE = 0x3000;
/** The flags hold a path's length where it is shorter than this. */
const LONG_PATH = 0xfff;

/** The entries of one index, as far as they were read. */
class Entries {
  readonly #bytes: Buffer;
  readonly #idLength: number;
  readonly #prefix: Buffer;
  readonly #submodules: string[] = [];
  #places: Int32Array = new Int32Array(0);
  #count = 0;
  #unmerged: Buffer = Buffer.alloc(0);

  constructor(bytes: Buffer, idLength: number, prefix: Buffer) {
    this.#bytes = bytes;
    this.#idLength = idLength;
    this.#prefix = prefix;
  }

  /** @returns where the last entry ends, or undefined when there is one that cannot be */
  read(count: number): number | undefined {
    const bytes = this.#bytes;
    const flagsAt = ID_AT + this.#idLength;
    if (count * (flagsAt + 4) > bytes.length) return undefined;
    this.#places = new Int32Array(new SharedArrayBuffer(Math.max(4, 4 * PLACES_OF_PATH * count)));
    let at = HEADER;
    for (let entry = 0; entry < count; entry++) {
      const kind = (bytes[at + MODE_AT + 2] ?? 0) >> 4;
      if (kind === FOLDER) return undefined;
      const flags = ((bytes[at + flagsAt] ?? 0) << 8) | (bytes[at + flagsAt + 1] ?? 0);
      const path = at + flagsAt + ((flags & EXTENDED) === 0 ? 2 : 4);
      const length = flags & LONG_PATH;
      const end = length < LONG_PATH ? path + length : bytes.indexOf(0, path);
      if (length === 0 || end < path || end >= bytes.length || bytes[end] !== 0) return undefined;
      if (this.#isWanted(path, end, (flags & STAGE) !== 0)) this.#add(kind, at + ID_AT, path, end);
      // Up to eight NULs behind it, so that it has a multiple of eight bytes.
      at += (end - at + 8) & ~7;
    }
    return at;
  }

  /** An unmerged path has up to three entries, and is one file. */
  #isWanted(path: number, end: number, unmerged: boolean): boolean {
    const prefix = this.#prefix;
    if (prefix.length > 0 && prefix.compare(this.#bytes, path, Math.min(end, path + prefix.length)) !== 0)
      return false;
    if (!unmerged) return true;
    const bytes = this.#bytes.subarray(path, end);
    if (bytes.equals(this.#unmerged)) return false;
    this.#unmerged = bytes;
    return true;
  }

  #add(kind: number, id: number, path: number, end: number): void {
    if (kind === COMMIT) {
      this.#submodules.push(this.#bytes.toString('utf8', path, end));
      return;
    }
    const place = PLACES_OF_PATH * this.#count;
    this.#places[place] = id;
    this.#places[place + 1] = path;
    this.#places[place + 2] = end;
    this.#count += 1;
  }

  asFile(text: SharedArrayBuffer): IndexFile {
    return {
      files: PathGroup.of(text, this.#places, this.#count),
      submodules: this.#submodules,
      idOf: lead => lead.toString('hex', 0, this.#idLength),
    };
  }
}

/**
 * Behind the entries come extensions, each with its name and length, then a digest of all, which git does not check
 * either. A name in lower case is of one that changes what the entries mean.
 */
function endsBehind(bytes: Buffer, entries: number, idLength: number): boolean {
  const end = bytes.length - idLength;
  let at = entries;
  while (at + 8 <= end) {
    const first = bytes[at] ?? 0;
    if (first < 0x41 || first > 0x5a) return false;
    at += 8 + bytes.readUInt32BE(at + 4);
  }
  return at === end;
}
