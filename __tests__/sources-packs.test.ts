import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { GitObject } from '../src/scan/sources/object-reader.js';
import { Arena, SPARE } from '../src/scan/sources/packs/arena.js';
import { type KeptObjects, keptObjects } from '../src/scan/sources/packs/pack-files.js';
import { PackWalk } from '../src/scan/sources/packs/pack-walk.js';
import { FIRST_FREE, Unpacker } from '../src/scan/sources/unpack.js';
import type { Repository } from './support/repository.js';
import { idsOf, planted, Repositories, scanHistory } from './support/scanning.js';

const repositories = new Repositories();
afterAll(() => repositories.remove());

/** Versions of files that share most of their lines, so that git stores deltas of deltas. */
async function versions(repository: Repository, count: number): Promise<void> {
  const lines = Array.from(
    { length: 300 },
    (_, at) => `line ${at} ${createHash('md5').update(`${at}`).digest('hex')}`,
  );
  for (let version = 0; version < count; version++) {
    lines[(version * 37) % 300] = `changed in ${version}`;
    lines.splice((version * 53) % 300, 1, `new in ${version}`, `and one more in ${version}`);
    const text = lines.join('\n');
    await repository.commit(`version ${version}`, {
      'a/b.txt': text,
      [`a/c${version % 5}.txt`]: `${version}\n${text}`,
      'empty.txt': '',
    });
  }
  await repository.tag(`v${count}`, 'a tag of some words');
}

function kept(repository: Repository, format: 'sha1' | 'sha256' = 'sha1'): KeptObjects | undefined {
  return keptObjects(join(repository.path, '.git/objects'), format);
}

/** Reads all packs. @returns the names of all objects whose content is what their name says, and what was left */
function readAll({ packs }: KeptObjects, format: 'sha1' | 'sha256' = 'sha1', memory = 2 ** 26) {
  const right: string[] = [];
  const wrong: string[] = [];
  const left: number[] = [];
  for (const layout of packs) {
    const unpacker = new Unpacker();
    const walk = new PackWalk(layout, unpacker, new Arena(unpacker, memory), {
      content({ id, type, size }: GitObject, bytes, start, end) {
        const hash = createHash(format).update(`${type} ${size}\0`).update(bytes.subarray(start, end));
        (hash.digest('hex') === id ? right : wrong).push(id);
      },
      done: () => undefined,
    });
    for (const root of layout.roots) for (const _ of walk.tree(root));
    walk.close();
    left.push(...walk.left);
  }
  return { right: right.sort(), wrong, left };
}

async function allObjects(repository: Repository): Promise<string[]> {
  const list = await repository.git('cat-file', '--batch-all-objects', '--batch-check=%(objectname)');
  return list.split('\n').sort();
}

describe('every object of a pack is put together as git has it', () => {
  test.each([
    ['deltas by offset', []],
    ['deltas by name', ['-c', 'repack.useDeltaBaseOffset=false']],
    ['long chains', ['-c', 'pack.depth=200', '-c', 'pack.window=50']],
    ['without deltas, stored', ['-c', 'core.compression=0', '-c', 'pack.depth=0']],
  ])('%s', async (_, settings) => {
    const repository = await repositories.create();
    await versions(repository, 40);
    await repository.git(...settings, 'repack', '-a', '-d', '-f', '-q');
    const found = kept(repository);
    expect(found?.others).toEqual([]);
    expect(readAll(found ?? { packs: [], others: [] })).toEqual({
      right: await allObjects(repository),
      wrong: [],
      left: [],
    });
  });

  test('names of SHA-256, several packs, and loose objects beside them', async () => {
    const repository = await repositories.create({ objectFormat: 'sha256' });
    await versions(repository, 8);
    await repository.git('repack', '-d', '-q');
    await repository.commit('more', { 'more.txt': 'in a second pack\n' });
    await repository.git('repack', '-d', '-q');
    await repository.commit('loose', { 'loose.txt': 'loose\n' });
    const found = kept(repository, 'sha256');
    expect(found?.packs).toHaveLength(2);
    const { right, wrong, left } = readAll(found ?? { packs: [], others: [] }, 'sha256');
    expect([...right, ...(found?.others ?? [])].sort()).toEqual(await allObjects(repository));
    expect({ wrong, left }).toEqual({ wrong: [], left: [] });
  });

  test('deltas to objects that a fetch completed its pack with', async () => {
    const origin = await repositories.create();
    await versions(origin, 6);
    const clone = repositories.keep(await origin.clone({ noCheckout: true }));
    await versions(origin, 12);
    await clone.git('-c', 'fetch.unpackLimit=1', 'fetch', '-q', 'origin');
    const found = kept(clone);
    expect(found?.others).toEqual([]);
    const { right, wrong, left } = readAll(found ?? { packs: [], others: [] });
    expect({ wrong, left }).toEqual({ wrong: [], left: [] });
    expect([...new Set(right)]).toEqual(await allObjects(clone));
  });

  test('what does not fit the memory is left, with all that hangs on it, and is scanned nevertheless', async () => {
    const repository = await repositories.create();
    const { id, text } = planted('beyond the memory');
    const large = Array.from({ length: 2_200_000 }, (_, at) => `line ${at}`);
    await repository.commit('large', { 'large.txt': large.join('\n') });
    await repository.commit('larger', { 'large.txt': `${large.join('\n')}\n${text}` });
    await repository.git('repack', '-a', '-d', '-f', '-q');
    const { left } = readAll(kept(repository) ?? { packs: [], others: [] });
    expect(left).toHaveLength(2);
    const result = await scanHistory(repository.path);
    expect(idsOf(result)).toEqual([id]);
    expect(result.unread).toEqual([]);
  });

  test('what needs more memory than there is while others wait is left, nothing is lost', async () => {
    const repository = await repositories.create();
    await versions(repository, 30);
    await repository.git('repack', '-a', '-d', '-f', '-q');
    const found = kept(repository) ?? { packs: [], others: [] };
    const { right, wrong, left } = readAll(found, 'sha1', 120_000);
    expect(wrong).toEqual([]);
    expect(left.length).toBeGreaterThan(0);
    expect(right.length + left.length).toBe((await allObjects(repository)).length);
  });
});

test('a piece of memory has room for what it was taken for, and is taken again', () => {
  const unpacker = new Unpacker();
  const arena = new Arena(unpacker, 2 ** 26);
  let end = FIRST_FREE;
  for (let size = 0; size < 200_000; size = Math.ceil(size * 1.07) + 1) {
    const address = arena.take(size);
    expect(address).toBe(end);
    arena.free(end, size);
    expect(arena.take(size)).toBe(end);
    const next = arena.take(size) ?? 0;
    expect(next - end).toBeGreaterThanOrEqual(size + SPARE);
    expect(next - end).toBeLessThanOrEqual(Math.max(4096, (size + SPARE) * 1.26));
    end = next + (next - end);
  }
  expect(unpacker.bytes.length).toBeGreaterThanOrEqual(end);
});

describe('what is not understood is left to git', () => {
  test('an index of the first version, and objects of another repository', async () => {
    const repository = await repositories.create();
    await versions(repository, 3);
    await repository.git('-c', 'pack.indexVersion=1', 'repack', '-a', '-d', '-q');
    expect(kept(repository)).toBeUndefined();
    const borrower = await repositories.create();
    await borrower.write({ '.git/objects/info/alternates': `${repository.path}/.git/objects\n` });
    expect(kept(borrower)).toBeUndefined();
  });

  test('a pack without its index', async () => {
    const repository = await repositories.create();
    await versions(repository, 3);
    await repository.git('repack', '-a', '-d', '-q');
    const folder = join(repository.path, '.git/objects/pack');
    for (const name of readdirSync(folder))
      if (name.endsWith('.idx')) rmSync(join(folder, name), { force: true });
    expect(kept(repository)).toBeUndefined();
  });

  test('damaged bytes: no object is shown that is not what its name says, and the scan does not pass', async () => {
    const repository = await repositories.create();
    await versions(repository, 20);
    await repository.git('repack', '-a', '-d', '-f', '-q');
    const folder = join(repository.path, '.git/objects/pack');
    const pack = join(folder, readdirSync(folder).find(name => name.endsWith('.pack')) ?? '');
    const whole = readFileSync(pack);
    const count = (await allObjects(repository)).length;
    for (let at = 12; at < whole.length - 20; at += Math.ceil(whole.length / 60)) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      rmSync(pack, { force: true });
      writeFileSync(pack, damaged);
      const found = kept(repository);
      if (found === undefined) continue;
      const { right, wrong, left } = readAll(found);
      expect({ at, wrong }).toEqual({ at, wrong: [] });
      expect(right.length + left.length + found.others.length).toBe(count);
    }
    expect(statSync(pack).size).toBe(whole.length);
    const { unread } = await scanHistory(repository.path);
    expect(unread.some(({ incomplete }) => incomplete)).toBe(true);
  });
});
