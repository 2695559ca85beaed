import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import type { Repository } from './repository.js';

/** The header of an entry: its type, and how many bytes it has inflated. */
function entryHeader(type: number, size: number): Buffer {
  const bytes = [(type << 4) | (size & 15)];
  for (let rest = Math.floor(size / 16); rest > 0; rest >>= 7) {
    bytes.push((bytes.pop() ?? 0) | 0x80, rest & 0x7f);
  }
  return Buffer.from(bytes);
}

/** A number as the sizes in a delta are written. */
function sizeBytes(size: number): number[] {
  return size < 0x80 ? [size] : [(size & 0x7f) | 0x80, ...sizeBytes(size >> 7)];
}

/**
 * Lays a pack into the repository: a blob, and many deltas to it by name.
 *
 * @param base the blob's size
 * @param result what the deltas make: one byte, or all of the blob
 */
export function forgePack(repository: Repository, base: number, deltas: number, result?: 'whole'): void {
  const blob = Buffer.alloc(base, 'x');
  const id = createHash('sha1').update(`blob ${base}\0`).update(blob).digest();
  const entries = [Buffer.concat([entryHeader(3, base), deflateSync(blob)])];
  const copy = [0xf0, base & 0xff, (base >> 8) & 0xff, base >> 16];
  const made = result === 'whole' ? [...sizeBytes(base), ...copy] : [1, 1, 0x61];
  const delta = Buffer.from([...sizeBytes(base), ...made]);
  const entry = Buffer.concat([entryHeader(7, delta.length), id, deflateSync(delta)]);
  for (let count = 0; count < deltas; count++) entries.push(entry);
  const header = Buffer.from('PACK\0\0\0\x02\0\0\0\0', 'latin1');
  header.writeUInt32BE(entries.length, 8);
  const path = join(repository.path, '.git/objects/pack/pack-forged');
  const content = Buffer.concat([header, ...entries]);
  const checksum = createHash('sha1').update(content).digest();
  writeFileSync(`${path}.pack`, Buffer.concat([content, checksum]));
  writeFileSync(`${path}.idx`, forgeIndex(id, entries, checksum));
}

/** The names of the deltas are made up, and follow that of the blob. */
function forgeIndex(id: Buffer, entries: readonly Buffer[], checksum: Buffer): Buffer {
  const count = entries.length;
  const fanout = Buffer.alloc(1024);
  for (let first = id[0] ?? 0; first < 256; first++)
    fanout.writeUInt32BE(first === 255 ? count : 1, first * 4);
  const names = Buffer.alloc(20 * count, 0xff);
  id.copy(names);
  const offsets = Buffer.alloc(4 * count);
  let offset = 12;
  entries.forEach((entry, name) => {
    if (name > 0) names.writeUInt32BE(name, 20 * name + 16);
    offsets.writeUInt32BE(offset, 4 * name);
    offset += entry.length;
  });
  const magic = Buffer.from([0xff, 0x74, 0x4f, 0x63, 0, 0, 0, 2]);
  const content = Buffer.concat([magic, fanout, names, Buffer.alloc(4 * count), offsets, checksum]);
  return Buffer.concat([content, createHash('sha1').update(content).digest()]);
}
