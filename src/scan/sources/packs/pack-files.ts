import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ObjectFormat } from '../object-store.js';
import { isSystemError } from '../system-error.js';
import { indexPath, readPackIndex } from './pack-index.js';
import { layOut, PACK_HEADER, type PackLayout } from './pack-layout.js';
import { nameOf } from './pack-walk.js';

/** The objects of a repository, by how they are kept. */
export interface KeptObjects {
  readonly packs: readonly PackLayout[];
  /** Names in hex of what git has to be asked for: loose objects, and what of the packs is not understood. */
  readonly others: readonly string[];
}

const WINDOW = 4 * 2 ** 20;

/** Names in hex have two characters for each byte. */
const ID_LENGTH: Readonly<Record<ObjectFormat, number>> = { sha1: 20, sha256: 32 };
const VERSION = 2;

/** Of more objects the layout would take more memory than a scan may. */
const MOST_OBJECTS = 1_500_000;

/**
 * Finds the packs and loose objects of a repository.
 *
 * @param objects its folder of objects
 * @returns undefined when git should be asked instead: other folders take part (alternates), a pack is not understood,
 *   or there are too many objects
 */
export function keptObjects(objects: string, format: ObjectFormat): KeptObjects | undefined {
  try {
    return objectsIn(objects, ID_LENGTH[format]);
  } catch (error) {
    // Whatever is in the way, git has a word for it.
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

/** How many bytes the packs in a folder of objects have; 0 when it cannot be told. */
export function packedBytes(objects: string): number {
  try {
    const folder = join(objects, 'pack');
    const packs = readdirSync(folder).filter(name => name.endsWith('.pack'));
    return packs.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  } catch {
    return 0;
  }
}

function objectsIn(objects: string, idLength: number): KeptObjects | undefined {
  if (existsSync(join(objects, 'info/alternates'))) return undefined;
  const others = [...looseObjects(objects, idLength)];
  const packs: PackLayout[] = [];
  const folder = join(objects, 'pack');
  let count = 0;
  const names = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of names.filter(file => file.endsWith('.pack'))) {
    const found = readLayout(join(folder, name), idLength, MOST_OBJECTS - count);
    if (found === undefined) return undefined;
    count += found.layout.count;
    packs.push(found.layout);
    for (const entry of found.apart) others.push(nameOf(found.layout, entry));
  }
  return { packs, others };
}

function* looseObjects(objects: string, idLength: number): Generator<string> {
  for (const folder of readdirSync(objects).filter(name => /^[0-9a-f]{2}$/.test(name)))
    for (const name of readdirSync(join(objects, folder)))
      if (name.length === 2 * idLength - 2 && /^[0-9a-f]+$/.test(name)) yield folder + name;
}

function readLayout(path: string, idLength: number, most: number): ReturnType<typeof layOut> | undefined {
  // Opening a FIFO would wait for its other end.
  if (!statSync(path).isFile() || !statSync(indexPath(path)).isFile()) return undefined;
  const index = readPackIndex(indexPath(path), idLength, most);
  if (index === undefined) return undefined;
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.allocUnsafeSlow(WINDOW);
    const readAt = (offset: number) => bytes.subarray(0, readSync(file, bytes, 0, WINDOW, offset));
    const header = readAt(0);
    if (header.length < PACK_HEADER) return undefined;
    const isPack = header.toString('latin1', 0, 4) === 'PACK' && header.readUInt32BE(4) === VERSION;
    if (!isPack || header.readUInt32BE(8) !== index.count) return undefined;
    return layOut(path, index, idLength, statSync(path).size - idLength, readAt);
  } finally {
    closeSync(file);
  }
}
