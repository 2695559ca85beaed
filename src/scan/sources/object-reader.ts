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

export type ObjectType = 'blob' | 'commit' | 'tag' | 'tree';

export interface GitObject {
  /** Hex. */
  readonly id: string;
  readonly type: ObjectType;
  /** Bytes. */
  readonly size: number;
}

/** Receives objects in the order in which they were asked for. */
export interface ObjectVisitor {
  /** The bytes [start, end) are the object, or one window of it; they are overwritten after the call. */
  content(object: GitObject, bytes: Buffer, start: number, end: number, window: Window): void;
  /** After the last window of each object. */
  done(object: GitObject): void;
  /** An archive too large to be opened: it is shown in windows. */
  tooLarge(object: GitObject): void;
  missing(id: string): void;
}

const FIRST_CAPACITY = 2 ** 20;
const LEAST_ROOM = 2 ** 16;
const LF = 10;

/**
 * Takes the output of `git cat-file --batch` apart, in one buffer that is used again and again. An object up to
 * WHOLE bytes (an archive: LARGEST_ARCHIVE) is shown in one piece, a larger one in windows.
 */
export class ObjectReader {
  readonly #visitor: ObjectVisitor;
  #bytes = Buffer.allocUnsafeSlow(FIRST_CAPACITY);
  #begin = 0;
  #end = 0;
  /** The object whose bytes begin at `#begin`; undefined: a header is next. */
  #object: GitObject | undefined;
  #window: Window = ENTIRE;
  #mode: 'undecided' | 'whole' | 'windows' = 'undecided';

  constructor(visitor: ObjectVisitor) {
    this.#visitor = visitor;
  }

  /** Where the next bytes go: at least 64 KB, to be followed by `filled`. */
  room(): { readonly bytes: Buffer; readonly start: number; readonly length: number } {
    const needed = this.#needed();
    if (this.#begin + needed > this.#bytes.length || this.#bytes.length - this.#end < LEAST_ROOM)
      this.#makeRoom(Math.max(needed, this.#end - this.#begin + LEAST_ROOM));
    return { bytes: this.#bytes, start: this.#end, length: this.#bytes.length - this.#end };
  }

  filled(length: number): void {
    this.#end += length;
    while (this.#step()) {
      // Each step takes one header, object or window away.
    }
  }

  push(chunk: Buffer): void {
    for (let at = 0; at < chunk.length; ) {
      const { bytes, start, length } = this.room();
      const copied = chunk.copy(bytes, start, at, at + length);
      this.filled(copied);
      at += copied;
    }
  }

  /** True when nothing is half read: the output ended where an answer ends. */
  get complete(): boolean {
    return this.#object === undefined && this.#begin === this.#end;
  }

  /** How many bytes must be held from `#begin` on before a step can be taken. */
  #needed(): number {
    if (this.#object === undefined) return 0;
    if (this.#mode === 'whole') return this.#object.size + 1;
    return this.#mode === 'windows' ? WINDOW + 1 : 0;
  }

  #makeRoom(capacity: number): void {
    const kept = this.#end - this.#begin;
    const slack = capacity + LEAST_ROOM;
    // A buffer that a large object needed is given back with the next one.
    const fits = slack <= this.#bytes.length && (this.#bytes.length <= 2 * WHOLE || slack > WHOLE);
    const next = fits ? this.#bytes : Buffer.allocUnsafeSlow(Math.max(FIRST_CAPACITY, slack));
    this.#bytes.copy(next, 0, this.#begin, this.#end);
    this.#bytes = next;
    this.#begin = 0;
    this.#end = kept;
  }

  #step(): boolean {
    const object = this.#object;
    if (object === undefined) return this.#header();
    if (this.#mode === 'undecided') this.#mode = this.#decide(object);
    return this.#mode === 'whole' ? this.#whole(object) : this.#nextWindow(object);
  }

  /** `ID TYPE SIZE`, `ID missing` or, for an abbreviation, `ID ambiguous`. */
  #header(): boolean {
    const stop = this.#bytes.indexOf(LF, this.#begin);
    if (stop === -1 || stop >= this.#end) return false;
    const [id = '', type, size] = this.#bytes.toString('latin1', this.#begin, stop).split(' ');
    this.#begin = stop + 1;
    if (size === undefined) this.#visitor.missing(id);
    else {
      this.#object = { id, type: objectType(type), size: Number(size) };
      this.#mode = this.#object.size <= WHOLE ? 'whole' : 'undecided';
      this.#window = ENTIRE;
    }
    return true;
  }

  #decide(object: GitObject): 'undecided' | 'whole' | 'windows' {
    if (this.#end - this.#begin < 512) return 'undecided';
    if (!isArchive(this.#bytes, this.#begin, this.#end)) return 'windows';
    if (object.size <= LARGEST_ARCHIVE) return 'whole';
    if (isPacked(this.#bytes, this.#begin, this.#end)) this.#visitor.tooLarge(object);
    return 'windows';
  }

  #whole(object: GitObject): boolean {
    const stop = this.#begin + object.size;
    if (this.#end <= stop) return false;
    this.#visitor.content(object, this.#bytes, this.#begin, stop, ENTIRE);
    this.#finish(object, stop + 1);
    return true;
  }

  #nextWindow(object: GitObject): boolean {
    const remaining = object.size - this.#window.offset;
    if (remaining <= WINDOW) {
      const stop = this.#begin + remaining;
      if (this.#end <= stop) return false;
      this.#visitor.content(object, this.#bytes, this.#begin, stop, { ...this.#window, more: false });
      this.#finish(object, stop + 1);
      return true;
    }
    if (this.#mode === 'undecided' || this.#end - this.#begin < WINDOW) return false;
    const stop = this.#begin + WINDOW;
    this.#visitor.content(object, this.#bytes, this.#begin, stop, { ...this.#window, more: true });
    this.#window = follow(this.#window, this.#bytes, this.#begin, stop - OVERLAP);
    this.#begin = stop - OVERLAP;
    return true;
  }

  #finish(object: GitObject, next: number): void {
    this.#object = undefined;
    this.#begin = next;
    this.#visitor.done(object);
  }
}

function objectType(word: string | undefined): ObjectType {
  return word === 'commit' || word === 'tag' || word === 'tree' ? word : 'blob';
}
