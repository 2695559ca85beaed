import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { accessKeyId, accountInKeyId, plantedKey, randomCredentials } from './support/credentials.js';
import { createRepository, type Repository } from './support/repository.js';

const made: Repository[] = [];
const keep = (repository: Repository) => {
  made.push(repository);
  return repository;
};
afterEach(async () => {
  await Promise.all(made.splice(0).map(repository => repository.remove()));
});

describe('a repository', () => {
  test('is the same to the byte whenever it is built the same way', async () => {
    const build = async () => {
      const repository = keep(await createRepository());
      await repository.commit('one', { 'a.txt': 'one\n', 'dir/b.bin': new Uint8Array([0, 255]) });
      return repository.commit('two\n', { 'a.txt': null, 'run.sh': { program: '#!/bin/sh\n' } });
    };
    expect(await build()).toBe(await build());
  });

  test('knows nothing of the configuration of whoever runs the test', async () => {
    const repository = keep(await createRepository());
    await repository.commit('one');
    expect(await repository.git('log', '-1', '--format=%an <%ae> %aI')).toMatch(
      /^Ann Author <ann@example\.com> 2026-01-01T/,
    );
    const origins = await repository.git('config', '--list', '--show-origin');
    expect(origins.split('\n').filter(line => !/^(command line|file:\.git\/config)/.test(line))).toEqual([]);
  });

  test('has branches, merges with changes of their own, renames, tags', async () => {
    const repository = keep(await createRepository());
    await repository.commit('base', { 'a.txt': 'base' });
    await repository.branch('feature');
    await repository.commit('there', { 'a.txt': 'there' });
    await repository.checkout('main');
    await repository.commit('here', { 'a.txt': 'here' });
    const merge = await repository.merge('feature', { 'a.txt': 'both', 'only-in-merge.txt': 'x' });
    await repository.rename('a.txt', 'b/a.txt');
    await repository.tag('v1', 'first\nrelease');
    expect((await repository.git('rev-parse', `${merge}^@`)).split('\n')).toHaveLength(2);
    expect(await repository.git('ls-files')).toBe('b/a.txt\nonly-in-merge.txt');
    expect(await repository.git('cat-file', '-p', 'v1')).toContain('first\nrelease');
  });

  test('can hold paths that file systems may not', async () => {
    const repository = keep(await createRepository());
    await repository.commitPath('odd', Buffer.from([0x61, 0xff, 0x0a, 0x3a, 0x3a]), 'text');
    expect(await repository.git('ls-tree', 'HEAD')).toContain('"a\\377\\n::"');
  });

  test('can be cloned shallow and partially, in both object formats', async () => {
    for (const objectFormat of ['sha1', 'sha256'] as const) {
      const repository = keep(await createRepository({ objectFormat }));
      await repository.commit('one', { 'a.txt': 'one' });
      const head = await repository.commit('two', { 'a.txt': 'two' });
      const origin = keep(await repository.addOrigin());
      const shallow = keep(await origin.clone({ depth: 1 }));
      const partial = keep(await origin.clone({ filter: 'blob:none', noCheckout: true }));
      expect(head).toHaveLength(objectFormat === 'sha1' ? 40 : 64);
      expect(await shallow.git('rev-list', '--count', 'HEAD')).toBe('1');
      expect(await readFile(join(shallow.path, 'a.txt'), 'utf8')).toBe('two');
      expect(
        (await partial.git('rev-list', '--objects', '--missing=print', 'HEAD')).match(/^\?/gm),
      ).toHaveLength(2);
    }
  });
});

describe('made-up credentials', () => {
  test('are structurally valid and carry their account', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 999_999_999_999n), value => {
        const account = String(value).padStart(12, '0');
        const id = accessKeyId('ASIA', account);
        expect(id).toMatch(/^ASIA[Q-Z2-7][A-Z2-7]{15}$/);
        expect(accountInKeyId(id)).toBe(account);
      }),
    );
  });

  test('are decided by the seed alone', () => {
    expect(plantedKey('a')).toEqual(plantedKey('a'));
    expect(plantedKey('a')).not.toEqual(plantedKey('b'));
    expect(plantedKey('a').secretAccessKey).toMatch(/^[A-Za-z0-9/+]{40}$/);
    expect(
      randomCredentials('a').sessionToken.startsWith(Buffer.from('!\n\torigin_ec').toString('base64')),
    ).toBe(true);
    expect(randomCredentials().accessKeyId).not.toBe(randomCredentials().accessKeyId);
  });
});
