import { type TreePath, treePath } from './paths.js';

/** A group in the memory that it is made of, as it can be sent to other threads. */
export interface GroupMemory {
  readonly text: SharedArrayBuffer;
  readonly places: SharedArrayBuffer;
  /** One number: the first path that nobody has taken. */
  readonly taken: SharedArrayBuffer;
  readonly length: number;
}

/** A few paths of a group, by their numbers. */
export interface Share {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
}

/** Bytes of entries in one group, and how many: enough for nearly all repositories to be one group. */
const MOST_BYTES = 2 ** 23;
const MOST_PATHS = 2 ** 16;
const LONGEST_ENTRY = 2 ** 15;

/** Taken at a time: few enough for all threads to end together, and many enough to be worth the taking. */
const PATHS_OF_SHARE = 4;

/** Numbers for each path: where its entry, it and the entry's end are in the text. */
export const PLACES_OF_PATH = 3;

/**
 * Paths of files, in memory that threads share: each takes a few of them at a time until none is left. A path may
 * stand at the end of a longer entry, as git lists it.
 */
export class PathGroup {
  readonly #text: Buffer;
  readonly #places: Int32Array;
  readonly #taken: Int32Array;
  #length: number;
  #end = 0;

  /** @param memory of a group that another thread made; else an empty one is made */
  constructor(memory?: GroupMemory) {
    this.#text = Buffer.from(memory?.text ?? new SharedArrayBuffer(MOST_BYTES));
    this.#places = new Int32Array(memory?.places ?? new SharedArrayBuffer(MOST_PATHS * PLACES_OF_PATH * 4));
    this.#taken = new Int32Array(memory?.taken ?? new SharedArrayBuffer(4));
    this.#length = memory?.length ?? 0;
  }

  /**
   * A group of paths that are in memory already.
   *
   * @param places of each path, in memory that is shared
   */
  static of(text: SharedArrayBuffer, places: Int32Array, length: number): PathGroup {
    return new PathGroup({ text, places: sharedBuffer(places), taken: new SharedArrayBuffer(4), length });
  }

  get length(): number {
    return this.#length;
  }

  get memory(): GroupMemory {
    return {
      text: sharedBuffer(this.#text),
      places: sharedBuffer(this.#places),
      taken: sharedBuffer(this.#taken),
      length: this.#length,
    };
  }

  /** Whether there may be no room for another path. */
  get isFull(): boolean {
    return this.#length === MOST_PATHS || this.#end + LONGEST_ENTRY > MOST_BYTES;
  }

  /**
   * Adds an entry before any thread takes one. What is longer than any system's paths is cut, and will not be found.
   *
   * @param bytes hold the entry [start, end), and in it the path from `path` on
   */
  add(bytes: Buffer, start: number, path: number, end: number): void {
    if (this.isFull) throw new RangeError('no room for another path');
    const stop = this.#end + bytes.copy(this.#text, this.#end, start, Math.min(end, start + LONGEST_ENTRY));
    const at = PLACES_OF_PATH * this.#length;
    this.#places[at] = this.#end;
    this.#places[at + 1] = this.#end + path - start;
    this.#places[at + 2] = stop;
    this.#end = stop;
    this.#length += 1;
  }

  /** With `/`; bytes that are not UTF-8 are shown as U+FFFD. */
  text(index: number): string {
    const place = PLACES_OF_PATH * index + 1;
    return this.#text.toString('utf8', this.#places[place], this.#places[place + 1]);
  }

  /** In bytes. */
  sizeOf(index: number): number {
    const place = PLACES_OF_PATH * index + 1;
    return (this.#places[place + 1] ?? 0) - (this.#places[place] ?? 0);
  }

  /** @param root absolute folder that the path starts from */
  path(index: number, root: string): TreePath {
    const place = PLACES_OF_PATH * index + 1;
    // A copy, for the system's calls take no shared memory.
    return treePath(root, Buffer.from(this.#text.subarray(this.#places[place], this.#places[place + 1])));
  }

  /** What stands in the entry before the path. */
  lead(index: number): Buffer {
    const place = PLACES_OF_PATH * index;
    return this.#text.subarray(this.#places[place], this.#places[place + 1]);
  }

  /** Takes the next few paths, for whoever calls. @returns undefined when none is left */
  take(): Share | undefined {
    const first = Atomics.add(this.#taken, 0, PATHS_OF_SHARE);
    if (first >= this.#length) return undefined;
    return { first, end: Math.min(first + PATHS_OF_SHARE, this.#length) };
  }

  /** How many paths were taken, by whomever. */
  get taken(): number {
    return Math.min(Atomics.load(this.#taken, 0), this.#length);
  }

  /** Leaves the rest to nobody. @returns how many were taken before, by whomever */
  abandon(): number {
    return Math.min(Atomics.exchange(this.#taken, 0, this.#length), this.#length);
  }
}

function sharedBuffer({ buffer }: ArrayBufferView): SharedArrayBuffer {
  if (buffer instanceof SharedArrayBuffer) return buffer;
  throw new TypeError('the memory of a group is not shared');
}
