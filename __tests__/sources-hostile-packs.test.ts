import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { Arena } from '../src/scan/sources/packs/arena.js';
import { keptObjects } from '../src/scan/sources/packs/pack-files.js';
import { PackThreads } from '../src/scan/sources/packs/pack-threads.js';
import { PackWalk } from '../src/scan/sources/packs/pack-walk.js';
import { isSystemError } from '../src/scan/sources/system-error.js';
import { Unpacker } from '../src/scan/sources/unpack.js';
import { forgePack } from './support/forged-pack.js';
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

/** Counts what reading a pack costs. */
class CountingUnpacker extends Unpacker {
  inflated = 0;
  applied = 0;

  override inflate(from: number, size: number, to: number, room: number): number {
    this.inflated++;
    return super.inflate(from, size, to, room);
  }

  override applyDelta(...sizes: Parameters<Unpacker['applyDelta']>): number {
    this.applied++;
    return super.applyDelta(...sizes);
  }
}

interface Reading {
  readonly seen: number;
  readonly left: number;
  readonly inflated: number;
  readonly applied: number;
}

/** @returns how many objects were read, how many left, and how many steps that took */
function read(repository: Repository): Reading {
  const found = keptObjects(join(repository.path, '.git/objects'), 'sha1');
  const unpacker = new CountingUnpacker();
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
  const { inflated, applied } = unpacker;
  return { ...counts, inflated, applied };
}

describe('hundreds of thousands of deltas to one object', () => {
  test('are each inflated and applied once', async () => {
    const repository = await repositories.create();
    forgePack(repository, 100, 400_000);
    expect(read(repository)).toEqual({ seen: 400_001, left: 0, inflated: 400_001, applied: 400_000 });
  });

  test('are left with it', async () => {
    const repository = await repositories.create();
    forgePack(repository, 25 * 2 ** 20, 400_000);
    expect(read(repository)).toMatchObject({ seen: 0, left: 400_001 });
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
    const stopped = new AbortController();
    const { unread, counts } = await scanHistory(repository.path, {
      signal: stopped.signal,
      progress: ({ objects }) => {
        if (objects > 0) stopped.abort();
      },
    });
    expect(stopped.signal.aborted).toBe(true);
    expect(counts.objects).toBeLessThan(deltas);
    expect(unread.some(({ incomplete }) => incomplete)).toBe(true);
  });
});
