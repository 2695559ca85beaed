import { afterAll, describe, expect, test } from '@jest/globals';
import { idsOf, planted, Repositories, scanChanges } from './support/scanning.js';

const repositories = new Repositories();
afterAll(() => repositories.remove());

describe('a range is scanned as objects, so nothing in it hides', () => {
  test('what survives in HEAD is found at its place in the tree', async () => {
    const repository = await repositories.create();
    const key = planted('survives');
    await repository.commit('add', { 'app/.env': `# settings\n${key.text}` });
    const { findings, unread, mode } = await scanChanges(repository.path);
    expect({ mode, unread }).toEqual({ mode: 'changes', unread: [] });
    expect(findings).toMatchObject([
      {
        rule: 'access-key-pair',
        severity: 'error',
        accessKeyId: key.id,
        place: { kind: 'file', path: 'app/.env', line: 2, column: 19, endLine: 2, endColumn: 39 },
      },
    ]);
  });

  test('what an earlier change brought is not of this one', async () => {
    const repository = await repositories.create();
    await repository.commit('add', { '.env': planted('earlier').text });
    await repository.commit('other', { 'b.txt': 'b\n' });
    expect((await scanChanges(repository.path)).findings).toEqual([]);
  });

  test('what was removed again in the range is named with its commit', async () => {
    const repository = await repositories.create();
    const key = planted('removed');
    const added = await repository.commit('add', { '.env': key.text });
    await repository.commit('remove', { '.env': null });
    const { findings } = await scanChanges(repository.path, 'HEAD~2');
    expect(findings).toMatchObject([
      { rule: 'access-key-pair', place: { kind: 'commit', path: '.env', commit: added, line: 1 } },
    ]);
  });

  test('the resolution of a merge (evil merge)', async () => {
    const repository = await repositories.create();
    const base = await repository.head();
    await repository.branch('topic');
    await repository.commit('topic', { 'src/a.txt': 'one\ntopic\n' });
    await repository.checkout('main');
    await repository.commit('main', { 'src/a.txt': 'one\nmain\n' });
    const key = planted('evil');
    await repository.merge('topic', { 'src/a.txt': key.text });
    expect(idsOf(await scanChanges(repository.path, base))).toEqual([key.id]);
  });

  test('a file with the attribute -diff, one in UTF-16, one with NUL bytes', async () => {
    const repository = await repositories.create();
    const [plain, wide, binary] = [planted('attribute'), planted('wide'), planted('nul')];
    await repository.commit('add', {
      '.gitattributes': '* -diff -text\n',
      'data.bin': plain.text,
      'wide.ini': Buffer.from(`\ufeff${wide.text}`, 'utf16le'),
      'nul.dat': Buffer.concat([Buffer.alloc(100), Buffer.from(`\n${binary.text}`), Buffer.alloc(9)]),
    });
    expect(idsOf(await scanChanges(repository.path))).toEqual(
      [plain, wide, binary].map(key => key.id).sort(),
    );
  });

  test('a commit message and a tag message', async () => {
    const repository = await repositories.create();
    const [inCommit, inTag] = [planted('commit message'), planted('tag message')];
    const commit = await repository.commit(`Rotate\n\n${inCommit.text}`, { 'b.txt': 'b\n' });
    await repository.tag('v1', `Release\n\n${inTag.text}`);
    const { findings } = await scanChanges(repository.path, '', {
      range: { head: 'refs/tags/v1', bases: [{ revision: 'HEAD~1' }] },
    });
    expect(findings).toMatchObject([
      { accessKeyId: inCommit.id, place: { kind: 'commit-message', commit, line: 3 } },
      { accessKeyId: inTag.id, place: { kind: 'tag-message', line: 3 } },
    ]);
  });

  test('a file renamed in the commit that adds the key, and a file renamed after it', async () => {
    const repository = await repositories.create();
    const key = planted('rename');
    const lines = Array.from({ length: 50 }, (_, index) => `setting_${index} = ${index}\n`).join('');
    await repository.commit('long', { 'old.ini': lines });
    await repository.git('mv', 'old.ini', 'new.ini');
    await repository.commit('rename and add', { 'new.ini': lines + key.text });
    await repository.rename('new.ini', 'newest.ini');
    const { findings } = await scanChanges(repository.path, 'HEAD~2');
    expect(findings).toMatchObject([
      { accessKeyId: key.id, place: { kind: 'file', path: 'newest.ini', line: 51 } },
    ]);
  });

  test('the name of a file and the name of a folder', async () => {
    const repository = await repositories.create();
    const [file, folder] = [planted('file name'), planted('folder name')];
    await repository.commit('add', {
      [`keys/${file.id}.txt`]: 'x\n',
      [`${folder.id}/x.txt`]: 'y\n',
    });
    const { findings } = await scanChanges(repository.path);
    expect(findings.map(({ place: { kind, path } }) => `${kind} ${path}`).sort()).toEqual(
      [`path-name ${folder.id}`, `path-name keys/${file.id}.txt`].sort(),
    );
  });

  test('an identifier first and its secret in a later commit are one pair, where the secret was added', async () => {
    const repository = await repositories.create();
    const key = planted('two steps');
    const [id = '', secret = ''] = key.text.split(/(?<=\n)/);
    await repository.commit('id', { '.env': `${id}\nAWS_REGION=eu-west-1\n` });
    await repository.commit('secret', { '.env': `${id}\nAWS_REGION=eu-west-1\n${secret}` });
    const { findings } = await scanChanges(repository.path, 'HEAD~2');
    expect(findings).toMatchObject([
      {
        rule: 'access-key-pair',
        place: { kind: 'file', path: '.env', line: 1 },
        alsoAt: [{ kind: 'commit' }],
      },
    ]);
  });

  test('a name that looks like a workflow command, one with a newline, one that is not UTF-8', async () => {
    const repository = await repositories.create();
    const keys = ['percent', 'newline', 'bytes'].map(seed => planted(seed));
    const names = ['a%0A::error::b', 'two\nlines', Buffer.from([0x6c, 0xff, 0xfe, 0x2e, 0x65])];
    for (const [index, name] of names.entries())
      await repository.commitPath('add', name, keys[index]?.text ?? '');
    const { findings } = await scanChanges(repository.path, 'HEAD~3');
    expect(findings.map(({ place }) => place.path).sort()).toEqual([
      'a%0A::error::b',
      'l\ufffd\ufffd.e',
      'two\nlines',
    ]);
    expect(findings.every(({ place }) => place.kind === 'file')).toBe(true);
  });

  test('a repository of SHA-256', async () => {
    const repository = await repositories.create({ objectFormat: 'sha256' });
    const key = planted('sha256');
    await repository.commit('add', { '.env': key.text });
    expect(idsOf(await scanChanges(repository.path))).toEqual([key.id]);
  });
});
