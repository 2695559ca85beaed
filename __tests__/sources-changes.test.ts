import { afterAll, describe, expect, test } from '@jest/globals';
import type { Finding, ScanResult } from '../src/scan/finding.js';
import { scan } from '../src/scan/scan.js';
import type { RangeRequest, ScanRequest } from '../src/scan/scan-request.js';
import { plantedKey } from './support/credentials.js';
import { createRepository, type Repository } from './support/repository.js';

const made: Repository[] = [];
afterAll(() => Promise.all(made.map(repository => repository.remove())));

async function newRepository(): Promise<Repository> {
  const repository = await createRepository();
  made.push(repository);
  await repository.commit('begin', { 'README.md': 'An example.\n', 'src/a.txt': 'one\ntwo\n' });
  return repository;
}

function dotenv({ accessKeyId, secretAccessKey }: ReturnType<typeof plantedKey>): string {
  return `AWS_ACCESS_KEY_ID=${accessKeyId}\nAWS_SECRET_ACCESS_KEY=${secretAccessKey}\n`;
}

function scanChanges(
  repository: Repository,
  range: Partial<RangeRequest> & { readonly base?: string } = {},
  request: Partial<ScanRequest> = {},
): Promise<ScanResult> {
  const { base = 'HEAD~1', head, ...rest } = range;
  return scan({
    folder: repository.path,
    mode: 'changes',
    range: { head, bases: [{ revision: base }], ...rest },
    variables: process.env,
    ...request,
  });
}

const idsOf = (findings: readonly Finding[]) => findings.map(({ accessKeyId }) => accessKeyId);

describe('a range is scanned as objects, so nothing in it hides', () => {
  test('what survives in HEAD is found at its place in the tree', async () => {
    const repository = await newRepository();
    const key = plantedKey('survives');
    await repository.commit('add', { 'app/.env': `# settings\n${dotenv(key)}` });
    const { findings, unread, mode } = await scanChanges(repository);
    expect({ mode, unread }).toEqual({ mode: 'changes', unread: [] });
    expect(findings).toMatchObject([
      {
        rule: 'access-key-pair',
        severity: 'error',
        accessKeyId: key.accessKeyId,
        place: { kind: 'file', path: 'app/.env', line: 2, column: 19, endLine: 2, endColumn: 39 },
      },
    ]);
  });

  test('what an earlier change brought is not of this one', async () => {
    const repository = await newRepository();
    await repository.commit('add', { '.env': dotenv(plantedKey('earlier')) });
    await repository.commit('other', { 'b.txt': 'b\n' });
    expect((await scanChanges(repository)).findings).toEqual([]);
  });

  test('what was removed again in the range is named with its commit', async () => {
    const repository = await newRepository();
    const key = plantedKey('removed');
    const added = await repository.commit('add', { '.env': dotenv(key) });
    await repository.commit('remove', { '.env': null });
    const { findings } = await scanChanges(repository, { base: 'HEAD~2' });
    expect(findings).toMatchObject([
      { rule: 'access-key-pair', place: { kind: 'commit', path: '.env', commit: added, line: 1 } },
    ]);
  });

  test('the resolution of a merge (evil merge)', async () => {
    const repository = await newRepository();
    const base = await repository.head();
    await repository.branch('topic');
    await repository.commit('topic', { 'src/a.txt': 'one\ntopic\n' });
    await repository.checkout('main');
    await repository.commit('main', { 'src/a.txt': 'one\nmain\n' });
    const key = plantedKey('evil');
    await repository.merge('topic', { 'src/a.txt': dotenv(key) });
    const { findings } = await scanChanges(repository, { base });
    expect(idsOf(findings)).toEqual([key.accessKeyId]);
  });

  test('a file with the attribute -diff, one in UTF-16, one with NUL bytes', async () => {
    const repository = await newRepository();
    const [plain, wide, binary] = [plantedKey('attribute'), plantedKey('wide'), plantedKey('nul')];
    await repository.commit('add', {
      '.gitattributes': '* -diff -text\n',
      'data.bin': dotenv(plain),
      'wide.ini': Buffer.from(`\ufeff${dotenv(wide)}`, 'utf16le'),
      'nul.dat': Buffer.concat([Buffer.alloc(100), Buffer.from(`\n${dotenv(binary)}`), Buffer.alloc(9)]),
    });
    const { findings } = await scanChanges(repository);
    expect(idsOf(findings).sort()).toEqual([plain, wide, binary].map(key => key.accessKeyId).sort());
  });

  test('a commit message and a tag message', async () => {
    const repository = await newRepository();
    const [inCommit, inTag] = [plantedKey('commit message'), plantedKey('tag message')];
    const commit = await repository.commit(`Rotate\n\n${dotenv(inCommit)}`, { 'b.txt': 'b\n' });
    await repository.tag('v1', `Release\n\n${dotenv(inTag)}`);
    const { findings } = await scanChanges(repository, { head: 'refs/tags/v1' });
    expect(findings).toMatchObject([
      { accessKeyId: inCommit.accessKeyId, place: { kind: 'commit-message', commit, line: 3 } },
      { accessKeyId: inTag.accessKeyId, place: { kind: 'tag-message', line: 3 } },
    ]);
  });

  test('a file renamed in the commit that adds the key, and a file renamed after it', async () => {
    const repository = await newRepository();
    const key = plantedKey('rename');
    const lines = Array.from({ length: 50 }, (_, index) => `setting_${index} = ${index}\n`).join('');
    await repository.commit('long', { 'old.ini': lines });
    await repository.git('mv', 'old.ini', 'new.ini');
    await repository.commit('rename and add', { 'new.ini': lines + dotenv(key) });
    await repository.rename('new.ini', 'newest.ini');
    const { findings } = await scanChanges(repository, { base: 'HEAD~2' });
    expect(findings).toMatchObject([
      { accessKeyId: key.accessKeyId, place: { kind: 'file', path: 'newest.ini', line: 51 } },
    ]);
  });

  test('the name of a file and the name of a folder', async () => {
    const repository = await newRepository();
    const [file, folder] = [plantedKey('file name'), plantedKey('folder name')];
    await repository.commit('add', {
      [`keys/${file.accessKeyId}.txt`]: 'x\n',
      [`${folder.accessKeyId}/x.txt`]: 'y\n',
    });
    const { findings } = await scanChanges(repository);
    expect(findings.map(({ place: { kind, path } }) => `${kind} ${path}`).sort()).toEqual(
      [`path-name ${folder.accessKeyId}`, `path-name keys/${file.accessKeyId}.txt`].sort(),
    );
  });

  test('an identifier first and its secret in a later commit are one pair, where the secret was added', async () => {
    const repository = await newRepository();
    const key = plantedKey('two steps');
    const [id = '', secret = ''] = dotenv(key).split(/(?<=\n)/);
    await repository.commit('id', { '.env': `${id}\nAWS_REGION=eu-west-1\n` });
    await repository.commit('secret', { '.env': `${id}\nAWS_REGION=eu-west-1\n${secret}` });
    const { findings } = await scanChanges(repository, { base: 'HEAD~2' });
    expect(findings).toMatchObject([
      {
        rule: 'access-key-pair',
        place: { kind: 'file', path: '.env', line: 1 },
        alsoAt: [{ kind: 'commit' }],
      },
    ]);
  });

  test('a name that looks like a workflow command, one with a newline, one that is not UTF-8', async () => {
    const repository = await newRepository();
    const keys = ['percent', 'newline', 'bytes'].map(seed => plantedKey(seed));
    const names = ['a%0A::error::b', 'two\nlines', Buffer.from([0x6c, 0xff, 0xfe, 0x2e, 0x65])];
    for (const [index, name] of names.entries())
      await repository.commitPath('add', name, dotenv(keys[index] ?? plantedKey('none')));
    const { findings } = await scanChanges(repository, { base: 'HEAD~3' });
    expect(findings.map(({ place }) => place.path).sort()).toEqual([
      'a%0A::error::b',
      'l\ufffd\ufffd.e',
      'two\nlines',
    ]);
    expect(findings.every(({ place }) => place.kind === 'file')).toBe(true);
  });

  test('a repository of SHA-256', async () => {
    const repository = await createRepository({ objectFormat: 'sha256' });
    made.push(repository);
    await repository.commit('begin', { 'a.txt': 'a\n' });
    const key = plantedKey('sha256');
    await repository.commit('add', { '.env': dotenv(key) });
    expect(idsOf((await scanChanges(repository)).findings)).toEqual([key.accessKeyId]);
  });
});
