import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { idsOf, planted, Repositories, scanChanges, scanTree } from './support/scanning.js';

const repositories = new Repositories();
afterAll(() => repositories.remove());

describe('text that a checkout writes in another encoding', () => {
  test('is read as git keeps it, too: what is on disk is nothing that the scan can read', async () => {
    const repository = await repositories.create();
    const { id, text } = planted('EBCDIC on disk');
    await repository.commit('keys', {
      '.gitattributes': '*.env working-tree-encoding=IBM1047\n',
      'a.env': 'nothing',
    });
    // As git would have written it: letters elsewhere.
    const blob = await repository.git(
      '-c',
      'core.attributesFile=/dev/null',
      'hash-object',
      '-w',
      '--no-filters',
      '--',
      await write(repository.path, text),
    );
    await repository.git('update-index', '--cacheinfo', `100644,${blob.trim()},a.env`);
    writeFileSync(join(repository.path, 'a.env'), Buffer.from([0xc1, 0xd2, 0xc9, 0xc1]));
    expect(idsOf(await scanTree(repository.path))).toEqual([id]);
  });

  test('in an encoding that moves letters makes the changes incomplete', async () => {
    const repository = await repositories.create();
    await repository.commit('encoding', { '.gitattributes': '*.env working-tree-encoding=IBM1047\n' });
    const { unread } = await scanChanges(repository.path);
    expect(unread).toMatchObject([{ what: '.gitattributes', incomplete: true }]);
  });

  test('and one of which two bytes make a letter does not', async () => {
    const repository = await repositories.create();
    await repository.commit('encoding', { 'a/.gitattributes': '*.rc working-tree-encoding=UTF-16LE-BOM\n' });
    expect((await scanChanges(repository.path)).unread).toEqual([]);
    expect((await scanTree(repository.path)).unread).toEqual([]);
  });
});

async function write(folder: string, text: string): Promise<string> {
  const path = join(folder, '.git/content');
  writeFileSync(path, text);
  return path;
}
