import type { ObjectType } from '../object-reader.js';
import { EntryOffsets, NONE, sortByOffset } from './entry-offsets.js';
import type { PackIndex } from './pack-index.js';

/**
 * The entries of a pack in the order in which they are stored, and which is a delta to which; in memory that threads
 * share. Entries go by their number in that order.
 */
export interface PackLayout {
  /** Of the pack file. */
  readonly path: string;
  readonly idLength: number;
  readonly count: number;
  /** Where the name of each entry's object is in the index. */
  readonly names: Int32Array;
  /** Where each entry begins, and after the last where that one ends. */
  readonly offsets: Float64Array;
  /** How many bytes each header has. */
  readonly headers: Uint8Array;
  /** Of each entry's own data, inflated. */
  readonly sizes: Uint32Array;
  /** What an entry is when it is no delta, as in the pack: 1 commit, 2 tree, 3 blob, 4 tag. */
  readonly types: Uint8Array;
  /** The first delta to each entry, and the next one to the same; -1 for none. */
  readonly firstDelta: Int32Array;
  readonly nextDelta: Int32Array;
  /** How many entries hang on each, itself included. */
  readonly weights: Int32Array;
  /** Entries that are no deltas; those that take long first. */
  readonly roots: Int32Array;
  /** How many roots were taken. */
  readonly taken: Int32Array;
}

export const TYPES: readonly (ObjectType | undefined)[] = [undefined, 'commit', 'tree', 'blob', 'tag'];

const OFFSET_DELTA = 6;
const REFERENCE_DELTA = 7;

/** As a base: NONE is that of what is no delta, this that of an entry that cannot be put together here. */
const APART = -2;

/** Trees of so many entries, or of objects of so many bytes, are taken first: none is begun when all others have ended. */
const HEAVY = 64;
const LARGE = 2 ** 20;

/** Gives the bytes of a pack from an offset on, many at a time, until it is called again. */
export type ReadAt = (offset: number) => Buffer;

/** Bytes that a pack begins with: the signature, the version and the number of objects. */
export const PACK_HEADER = 12;

/** No header is longer: a size and an offset of ten bytes each, or a size and a name. */
const LONGEST_HEADER = 48;
/** What is larger is not told apart: it is read elsewhere. */
const LARGEST_SIZE = 2 ** 32 - 1;

/**
 * Reads the headers of all entries (gitformat-pack(5), "Object entry").
 *
 * @param end where the last entry ends: the trailing checksum
 * @returns the layout, and the entries that are no part of any tree of deltas: their base is unknown, or stored later;
 *   undefined when entries do not follow each other in the pack, as the index has them
 */
export function layOut(
  path: string,
  { count, offsets, searchName }: PackIndex,
  idLength: number,
  end: number,
  readAt: ReadAt,
): { readonly layout: PackLayout; readonly apart: readonly number[] } | undefined {
  const layout = emptyLayout(path, count, idLength);
  sortByOffset(offsets, layout);
  layout.offsets[count] = end;
  if (!follow(layout.offsets)) return undefined;
  const entries = new EntryOffsets(layout.offsets, count);
  const named = (id: Buffer) => {
    const name = searchName(id);
    return name === NONE ? NONE : entries.at(offsets[name] ?? NONE);
  };
  const bases = readHeaders(layout, readAt, entries, named);
  const { roots, apart } = hang(layout, bases);
  return { layout: { ...layout, roots }, apart };
}

function emptyLayout(path: string, count: number, idLength: number): PackLayout {
  const shared = (bytes: number) => new SharedArrayBuffer(bytes);
  return {
    path,
    idLength,
    count,
    names: new Int32Array(shared(count * 4)),
    offsets: new Float64Array(shared((count + 1) * 8)),
    headers: new Uint8Array(shared(count)),
    sizes: new Uint32Array(shared(count * 4)),
    types: new Uint8Array(shared(count)),
    firstDelta: new Int32Array(shared(count * 4)).fill(NONE),
    nextDelta: new Int32Array(shared(count * 4)).fill(NONE),
    weights: new Int32Array(shared(count * 4)).fill(1),
    roots: new Int32Array(shared(0)),
    taken: new Int32Array(shared(4)),
  };
}

/** Whether each begins behind the one before, the first behind the pack's own header. */
function follow(offsets: Float64Array): boolean {
  return offsets.every((offset, entry) => offset > (offsets[entry - 1] ?? PACK_HEADER - 1));
}

/** @returns the base of each entry: NONE for what is no delta, APART for one that is not known */
function readHeaders(
  layout: PackLayout,
  readAt: ReadAt,
  entries: EntryOffsets,
  named: (id: Buffer) => number,
): Int32Array {
  const { count, offsets, idLength } = layout;
  const bases = new Int32Array(count);
  const header = new EntryHeader();
  let window: Buffer = Buffer.alloc(0);
  let start = 0;
  for (let entry = 0; entry < count; entry++) {
    const offset = offsets[entry] ?? 0;
    if (offset + LONGEST_HEADER > start + window.length) {
      start = offset;
      window = readAt(offset);
    }
    header.read(window, offset - start);
    layout.sizes[entry] = Math.min(header.size, LARGEST_SIZE);
    let { end } = header;
    let base = NONE;
    if (header.type === OFFSET_DELTA) base = entries.at(offset - header.back);
    else if (header.type === REFERENCE_DELTA) {
      end += idLength;
      base = named(window.subarray(header.end, end));
    } else layout.types[entry] = header.type;
    layout.headers[entry] = end - (offset - start);
    const isKnown = base !== NONE || TYPES[layout.types[entry] ?? 0] !== undefined;
    bases[entry] = isKnown ? base : APART;
  }
  return bases;
}

/** What an entry begins with: one object for all, for there may be millions. */
class EntryHeader {
  type = 0;
  size = 0;
  /** How far before the entry the base of an offset delta begins. */
  back = 0;
  /** Where in the bytes the header ends, but for the name of a base. */
  end = 0;

  read(bytes: Buffer, start: number): void {
    let at = start;
    let byte = bytes[at++] ?? 0;
    this.type = (byte >> 4) & 7;
    this.size = byte & 15;
    for (let scale = 16; byte >= 0x80 && at < start + 10; scale *= 128) {
      byte = bytes[at++] ?? 0;
      this.size += (byte & 0x7f) * scale;
    }
    this.back = 0;
    if (this.type === OFFSET_DELTA) {
      byte = bytes[at++] ?? 0;
      this.back = byte & 0x7f;
      for (const most = at + 9; byte >= 0x80 && at < most; ) {
        byte = bytes[at++] ?? 0;
        this.back = (this.back + 1) * 128 + (byte & 0x7f);
      }
    }
    this.end = at;
  }
}

/** Hangs the deltas on their bases. @returns the entries that are no deltas, and those that hang on none of them */
function hang(
  layout: PackLayout,
  bases: Int32Array,
): { readonly roots: Int32Array; readonly apart: readonly number[] } {
  const { count, firstDelta, nextDelta, weights } = layout;
  const apart: number[] = [];
  const isApart = new Uint8Array(count);
  for (let entry = 0; entry < count; entry++) {
    const base = bases[entry] ?? APART;
    // git stores bases first, but for whole objects that a fetch completes its pack with: so no chain leads to itself.
    const isLater = base >= entry && bases[base] !== NONE;
    if (base === APART || isLater || (base >= 0 && isApart[base] === 1)) {
      isApart[entry] = 1;
      apart.push(entry);
    }
  }
  for (let entry = count - 1; entry >= 0; entry--) {
    const base = bases[entry] ?? APART;
    if (base < 0 || isApart[entry] === 1) continue;
    weights[base] = (weights[base] ?? 0) + (weights[entry] ?? 0);
    nextDelta[entry] = firstDelta[base] ?? NONE;
    firstDelta[base] = entry;
  }
  return { roots: rootsOf(bases, layout), apart };
}

function rootsOf(bases: Int32Array, { weights, sizes }: PackLayout): Int32Array {
  const heavy: number[] = [];
  const light: number[] = [];
  bases.forEach((base, entry) => {
    if (base !== NONE) return;
    const isHeavy = (weights[entry] ?? 0) >= HEAVY || (sizes[entry] ?? 0) >= LARGE;
    (isHeavy ? heavy : light).push(entry);
  });
  const roots = new Int32Array(new SharedArrayBuffer((heavy.length + light.length) * 4));
  roots.set(heavy);
  roots.set(light, heavy.length);
  return roots;
}
