import { ENTIRE } from '../content.js';
import type { GitObject, ObjectType } from '../object-reader.js';
import type { Unpacker } from '../unpack.js';
import type { Arena } from './arena.js';
import { PackBytes } from './pack-bytes.js';
import { indexPath, readName } from './pack-index.js';
import { type PackLayout, TYPES } from './pack-layout.js';

/** Receives the objects of a pack, each whole. */
export interface PackVisitor {
  /** The bytes [start, end) are the object; they are overwritten after the call. */
  content(object: GitObject, bytes: Buffer, start: number, end: number, window: typeof ENTIRE): void;
  done(object: GitObject): void;
}

/** An object whose name is made when it is asked for: for most of them nobody does. */
class PackedObject implements GitObject {
  readonly #layout: PackLayout;
  readonly #entry: number;
  readonly type: ObjectType;
  readonly size: number;

  constructor(layout: PackLayout, entry: number, type: ObjectType, size: number) {
    this.#layout = layout;
    this.#entry = entry;
    this.type = type;
    this.size = size;
  }

  get id(): string {
    return nameOf(this.#layout, this.#entry);
  }
}

/** The name of an entry's object, in hex. */
export function nameOf({ path, names, idLength }: PackLayout, entry: number): string {
  return readName(indexPath(path), names[entry] ?? 0, idLength);
}

/** An object in memory, and the deltas to it that are still to come, the first at the end: off it, none has to move up. */
interface Base {
  readonly address: number;
  readonly size: number;
  readonly type: ObjectType;
  readonly deltas: number[];
}

/**
 * Reads the objects of a pack: each entry is inflated once, and each delta is applied to its base while that is in
 * memory, for what hangs on an entry is read right after it.
 */
export class PackWalk {
  readonly #layout: PackLayout;
  readonly #visitor: PackVisitor;
  readonly #unpacker: Unpacker;
  readonly #arena: Arena;
  readonly #packed: PackBytes;
  /** Entries that could not be read here: too large, or damaged. */
  readonly left: number[] = [];

  constructor(layout: PackLayout, unpacker: Unpacker, arena: Arena, visitor: PackVisitor) {
    this.#layout = layout;
    this.#unpacker = unpacker;
    this.#arena = arena;
    this.#visitor = visitor;
    this.#packed = new PackBytes(layout.path, unpacker, arena);
  }

  close(): void {
    this.#packed.close();
  }

  /** Reads an entry that is no delta, and all that hangs on it. Yields behind each entry. */
  *tree(root: number): Generator<undefined> {
    const open: Base[] = [];
    const type = TYPES[this.#layout.types[root] ?? 0];
    const first = type === undefined ? undefined : this.#whole(root, type);
    if (first === undefined) this.#leave(root);
    else open.push(first);
    yield;
    for (let base = open.pop(); base !== undefined; base = open.pop()) {
      const entry = base.deltas.pop();
      const next = entry === undefined ? undefined : this.#delta(entry, base);
      // Its last delta made, a base is needed no more: so the memory held is that of few objects, however long the chain.
      if (base.deltas.length > 0) open.push(base);
      else this.#arena.free(base.address, base.size);
      if (next !== undefined) open.push(next);
      else if (entry !== undefined) this.#leave(entry);
      yield;
    }
  }

  /** @returns the entry's object, looked at, or undefined when it could not be read */
  #whole(entry: number, type: ObjectType): Base | undefined {
    const size = this.#layout.sizes[entry] ?? 0;
    const address = this.#inflate(entry, size);
    return address === undefined ? undefined : this.#look(entry, type, address, size);
  }

  /** The same for an entry that is a delta to `base`. */
  #delta(entry: number, base: Base): Base | undefined {
    const deltaSize = this.#layout.sizes[entry] ?? 0;
    const delta = this.#inflate(entry, deltaSize);
    if (delta === undefined) return undefined;
    const size = resultSizeOf(this.#unpacker.bytes, delta, delta + deltaSize);
    const address = size > LARGEST ? undefined : this.#arena.take(size);
    if (address !== undefined) {
      const written = this.#unpacker.applyDelta(base.address, base.size, delta, deltaSize, address, size);
      if (written === size) {
        this.#arena.free(delta, deltaSize);
        return this.#look(entry, base.type, address, size);
      }
      this.#arena.free(address, size);
    }
    this.#arena.free(delta, deltaSize);
    return undefined;
  }

  #look(entry: number, type: ObjectType, address: number, size: number): Base {
    const object = new PackedObject(this.#layout, entry, type, size);
    this.#visitor.content(object, this.#unpacker.bytes, address, address + size, ENTIRE);
    this.#visitor.done(object);
    return { address, size, type, deltas: this.#deltasOf(entry) };
  }

  /** @returns where an entry's own data is, or undefined when it is too large or damaged */
  #inflate(entry: number, size: number): number | undefined {
    const { offsets, headers } = this.#layout;
    const start = (offsets[entry] ?? 0) + (headers[entry] ?? 0);
    const length = (offsets[entry + 1] ?? 0) - start;
    if (size > LARGEST || length > LARGEST || length <= 0) return undefined;
    const input = this.#packed.at(start, length);
    if (input === undefined) return undefined;
    const output = this.#arena.take(size);
    const written = output === undefined ? -1 : this.#unpacker.inflate(input.address, length, output, size);
    input.release();
    if (output === undefined || written === size) return output;
    this.#arena.free(output, size);
    return undefined;
  }

  /** To be taken from the end: those on which the least hangs first, and in the order in which they are stored. */
  #deltasOf(entry: number): number[] {
    const { firstDelta, nextDelta, weights } = this.#layout;
    const deltas: number[] = [];
    for (let delta = firstDelta[entry] ?? -1; delta >= 0; delta = nextDelta[delta] ?? -1) deltas.push(delta);
    return deltas.length < 2
      ? deltas
      : deltas.sort((one, other) => (weights[other] ?? 0) - (weights[one] ?? 0) || other - one);
  }

  #leave(entry: number): void {
    const open = [entry];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      this.left.push(next);
      for (const delta of this.#deltasOf(next)) open.push(delta);
    }
  }
}

/** Larger objects are left to git, which shows them in windows: so the memory needed is bounded. */
const LARGEST = 24 * 2 ** 20;

/** The second of the two sizes that a delta begins with (gitformat-pack(5), "Deltified representation"). */
function resultSizeOf(bytes: Buffer, start: number, end: number): number {
  let at = start;
  while (at < end && (bytes[at] ?? 0) >= 0x80) at++;
  at++;
  let size = 0;
  for (let scale = 1; at < end && scale < 2 ** 42; scale *= 128) {
    const byte = bytes[at++] ?? 0;
    size += (byte & 0x7f) * scale;
    if (byte < 0x80) break;
  }
  return size;
}
