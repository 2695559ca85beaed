import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, test } from '@jest/globals';
import { Arena } from '../src/scan/sources/packs/arena.js';
import { keptObjects } from '../src/scan/sources/packs/pack-files.js';
import { PackThreads } from '../src/scan/sources/packs/pack-threads.js';
import { PackWalk } from '../src/scan/sources/packs/pack-walk.js';
import { isSystemError } from '../src/scan/sources/system-error.js';
import { Unpacker } from '../src/scan/sources/unpack.js';
import type { Repository } from './support/repository.js';
import { idsOf, planted, Repositories, scanHistory } from './support/scanning.js';

const repositories = new Repositories();
afterAll(() => repositories.remove());

/** A repository with one pack of some objects, and where that is. */
async function packed(): Promise<{ readonly repository: Repository; readonly pack: string }> {
  const repository = await repositories.create();
  await repository.commit('more', { 'a.txt': 'one\n', 'b.txt': 'two\n', 'c/d.txt': 'three\n' });
  await repository.git('repack', '-a', '-d', '-q');
  const folder = join(repository.path, '.git/objects/pack');
  return { repository, pack: join(folder, readdirSync(folder).find(name => name.endsWith('.pack')) ?? '') };
}

/** Git makes them read-only. */
function replace(file: string, content: Buffer): void {
  rmSync(file, { force: true });
  writeFileSync(file, content);
}

/** What has been done to a pack is left to git, and git's word on it is passed on. */
async function expectLeftToGit(repository: Repository): Promise<void> {
  expect(keptObjects(join(repository.path, '.git/objects'), 'sha1')).toBeUndefined();
  const { unread } = await scanHistory(repository.path);
  expect(unread.some(({ incomplete }) => incomplete)).toBe(true);
}

describe('a pack that is none', () => {
  test.each([0, 4, 7, 8, 11, 12])('cut off behind %d bytes', async length => {
    const { repository, pack } = await packed();
    replace(pack, readFileSync(pack).subarray(0, length));
    await expectLeftToGit(repository);
  });
});

/** Writes an index anew, with other offsets. @param alter receives them in the order of the names */
function alterOffsets(pack: string, alter: (offsets: number[]) => void, far: readonly bigint[] = []): void {
  const file = pack.replace(/\.pack$/, '.idx');
  const index = readFileSync(file);
  const count = index.readUInt32BE(8 + 255 * 4);
  const start = 8 + 1024 + count * 24;
  const offsets = Array.from({ length: count }, (_, name) => index.readUInt32BE(start + 4 * name));
  alter(offsets);
  offsets.forEach((offset, name) => {
    index.writeUInt32BE(offset, start + 4 * name);
  });
  const table = Buffer.alloc(8 * far.length);
  far.forEach((offset, at) => {
    table.writeBigUInt64BE(offset, 8 * at);
  });
  const content = Buffer.concat([index.subarray(0, start + 4 * count), table, index.subarray(-40, -20)]);
  replace(file, Buffer.concat([content, createHash('sha1').update(content).digest()]));
}

describe('an index that lies', () => {
  test.each([
    ['beyond the pack', 2n ** 33n],
    ['beyond what a file can have', 2n ** 64n - 1n],
  ])('an object %s', async (_, offset) => {
    const { repository, pack } = await packed();
    alterOffsets(pack, offsets => offsets.splice(0, 1, 0x80000000), [offset]);
    await expectLeftToGit(repository);
  });

  test('in the header of the pack, and in its checksum', async () => {
    for (const offset of [0, 11, 'checksum'] as const) {
      const { repository, pack } = await packed();
      const end = readFileSync(pack).length - 20;
      alterOffsets(pack, offsets => offsets.splice(0, 1, offset === 'checksum' ? end : offset));
      await expectLeftToGit(repository);
    }
  });

  test('several objects at one place, among which a search for another would not end soon', async () => {
    const { repository, pack } = await packed();
    alterOffsets(pack, offsets => offsets.fill(offsets[0] ?? 0, 0, 3));
    expect(keptObjects(join(repository.path, '.git/objects'), 'sha1')).toBeUndefined();
  });

  test('far larger than its objects need', async () => {
    const { repository, pack } = await packed();
    const file = pack.replace(/\.pack$/, '.idx');
    replace(file, Buffer.concat([readFileSync(file), Buffer.alloc(100_000)]));
    await expectLeftToGit(repository);
  });
});

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
function forgePack(repository: Repository, base: number, deltas: number, result?: 'whole'): void {
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

/** @returns how many objects were read, and how many left */
function read(repository: Repository): { readonly seen: number; readonly left: number } {
  const found = keptObjects(join(repository.path, '.git/objects'), 'sha1');
  const unpacker = new Unpacker();
  const counts = { seen: 0, left: 0 };
  for (const layout of found?.packs ?? []) {
    const walk = new PackWalk(layout, unpacker, new Arena(unpacker, 2 ** 26), {
      content: () => undefined,
      done: () => {
        counts.seen++;
      },
    });
    for (const root of layout.roots) for (const _ of walk.tree(root));
    walk.close();
    counts.left += walk.left.length;
  }
  return counts;
}

describe('hundreds of thousands of deltas to one object', () => {
  test('are read in a time that is proportional to their number', async () => {
    const repository = await repositories.create();
    forgePack(repository, 100, 400_000);
    const started = performance.now();
    expect(read(repository)).toEqual({ seen: 400_001, left: 0 });
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  test('are left with it', async () => {
    const repository = await repositories.create();
    forgePack(repository, 25 * 2 ** 20, 400_000);
    expect(read(repository)).toEqual({ seen: 0, left: 400_001 });
  });
});

describe('packs that are taken away while they are read, as by `git gc`', () => {
  test('are looked for by git, which finds the objects where they are now', async () => {
    const { id, text } = planted('packed anew');
    const repository = await repositories.create();
    await repository.commit('key', { 'a.txt': text });
    await repository.commit('no key', { 'a.txt': 'none\n' });
    await repository.git('repack', '-a', '-d', '-q');
    const folder = join(repository.path, '.git/objects/pack');
    const before = readdirSync(folder);
    await repository.commit('more', { 'b.txt': 'one\n' });
    // The first progress is told when the packs are laid out.
    let gone = false;
    const progress = () => {
      if (!gone) {
        execFileSync('git', ['repack', '-a', '-d', '-q'], { cwd: repository.path });
        for (const name of before) rmSync(join(folder, name), { force: true });
      }
      gone = true;
    };
    const result = await scanHistory(repository.path, { progress });
    expect(gone).toBe(true);
    expect(idsOf(result)).toEqual([id]);
    expect(result.unread).toEqual([]);
  });

  test('are told of by a thread as what they are: an error of the system', async () => {
    const { repository, pack } = await packed();
    const found = keptObjects(join(repository.path, '.git/objects'), 'sha1');
    rmSync(pack, { force: true });
    const threads = new PackThreads();
    try {
      const shared = () => new Int32Array(new SharedArrayBuffer(8));
      const task = { packs: found?.packs ?? [], progress: shared(), stopped: shared() };
      const failure = await threads.read(task).catch((error: unknown) => error);
      expect(isSystemError(failure)).toBe(true);
    } finally {
      threads.close();
    }
  });
});

describe('one object on which far more hangs than can be read in any time', () => {
  test.each([
    ['on this thread', 100_000],
    ['on others', 300_000],
  ])('is read until the scan is stopped: %s', async (_, deltas) => {
    const repository = await repositories.create();
    forgePack(repository, 300_000, deltas, 'whole');
    const stopped = AbortSignal.timeout(1000);
    const progress: number[] = [];
    const started = performance.now();
    const { unread } = await scanHistory(repository.path, {
      signal: stopped,
      progress: ({ objects }) => progress.push(objects),
    });
    expect(performance.now() - started).toBeLessThan(4000);
    expect(progress.some(objects => objects > 0)).toBe(true);
    expect(unread.some(({ incomplete }) => incomplete)).toBe(true);
  });
});
