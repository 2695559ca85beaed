import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { NONE } from './entry-offsets.js';

/** What a `.idx` file says of its pack. */
export interface PackIndex {
  readonly count: number;
  /** Where each object begins in the pack, in the order of their names. */
  readonly offsets: Float64Array;
  /** The number of a name among all, in their order; NONE when it is not there. */
  readonly searchName: (id: Buffer) => number;
}

/**
 * Reads one name from a pack's index.
 *
 * @param path of the file
 * @param number of the name, from 0
 * @returns in hex; shorter when the file has become so
 */
export function readName(path: string, number: number, idLength: number): string {
  return readBytes(path, HEADER + FANOUT + number * idLength, idLength).toString('hex');
}

/** The index of a pack stands beside it. */
export function indexPath(pack: string): string {
  return pack.replace(/\.pack$/, '.idx');
}

const MAGIC = 0xff744f63;
const VERSION = 2;
const HEADER = 8;
const FANOUT = 256 * 4;
/** The bit of a four-byte offset that stands for a place in the table of eight-byte ones. */
const IS_FAR = 0x80000000;

/**
 * Reads a pack's index, version 2 (gitformat-pack(5), "Version 2 pack-*.idx files").
 *
 * @param path of the file
 * @param idLength bytes of an object's name: 20, or 32 for SHA-256
 * @param most objects
 * @returns undefined when it is of another version, or not what it should be, or names more objects
 */
export function readPackIndex(path: string, idLength: number, most: number): PackIndex | undefined {
  const head = readBytes(path, 0, HEADER + FANOUT);
  if (head.length < HEADER + FANOUT) return undefined;
  if (head.readUInt32BE(0) !== MAGIC || head.readUInt32BE(4) !== VERSION) return undefined;
  const count = head.readUInt32BE(HEADER + FANOUT - 4);
  if (count > most) return undefined;
  const near = HEADER + FANOUT + count * (idLength + 4);
  // Without the names, which are most of it and seldom needed, and the two checksums at the end. It has no more bytes
  // than this, and what says it has is not what it should be.
  const longest = count * (4 + 8) + 2 * idLength;
  const tables = readBytes(path, near, longest + 1);
  if (tables.length > longest) return undefined;
  const offsets = offsetsIn(tables.subarray(0, Math.max(0, tables.length - 2 * idLength)), count);
  if (offsets === undefined) return undefined;
  let names: Buffer | undefined;
  const searchName = (id: Buffer) => {
    names ??= readBytes(path, HEADER + FANOUT, count * idLength);
    return numberOf(names, count, id);
  };
  return { count, offsets, searchName };
}

/** @param tables four bytes for each name, then eight for each that these are too small for */
function offsetsIn(tables: Buffer, count: number): Float64Array | undefined {
  const far = count * 4;
  if (tables.length < far) return undefined;
  const offsets = new Float64Array(count);
  for (let name = 0; name < count; name++) {
    const offset = tables.readUInt32BE(name * 4);
    const place = far + (offset - IS_FAR) * 8;
    if (offset >= IS_FAR && place + 8 > tables.length) return undefined;
    offsets[name] = offset < IS_FAR ? offset : Number(tables.readBigUInt64BE(place));
  }
  return offsets;
}

/** Where a name is among sorted ones, or NONE. */
function numberOf(names: Buffer, count: number, id: Buffer): number {
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = names.compare(id, 0, id.length, middle * id.length, (middle + 1) * id.length);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return NONE;
}

/** @param length as many as there are, at most */
function readBytes(path: string, start: number, length: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.allocUnsafeSlow(Math.max(0, Math.min(length, fstatSync(file).size - start)));
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, start));
  } finally {
    closeSync(file);
  }
}
