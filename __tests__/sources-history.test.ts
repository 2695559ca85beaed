import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, describe, expect, test } from '@jest/globals';
import { withhold } from '../src/scan/report/withhold.js';
import { tipsOf } from '../src/scan/sources/tips.js';
import type { Repository } from './support/repository.js';
import { idsOf, planted, Repositories, scanChanges, scanHistory, scanTree } from './support/scanning.js';

const repositories = new Repositories();
afterAll(() => repositories.remove());

describe('every object that git holds is scanned', () => {
  test('a stash, an amended commit, a commit that was reset away, a dropped tag', async () => {
    const repository = await repositories.create();
    const [stashed, amended, reset, tag] = ['stash', 'amend', 'reset', 'tag'].map(seed => planted(seed));
    await repository.write({ 'src/a.txt': stashed?.text ?? '' });
    await repository.git('stash', '--quiet');
    await repository.commit('add', { '.env': amended?.text ?? '' });
    await repository.write({ '.env': 'clean\n' });
    await repository.git('commit', '--quiet', '--amend', '--all', '--message=clean');
    await repository.commit('add', { 'other.env': reset?.text ?? '' });
    await repository.tag('v1', tag?.text);
    await repository.git('tag', '--delete', 'v1');
    await repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    await repository.git('reflog', 'expire', '--expire=now', '--all');
    const result = await scanHistory(repository.path);
    expect(idsOf(result)).toEqual([stashed, amended, reset, tag].map(key => key?.id ?? '').sort());
    expect(result).toMatchObject({ mode: 'history', unread: [], notes: [] });
  });

  test('what HEAD still holds is placed in it, the rest at the first commit that had it', async () => {
    const repository = await repositories.create();
    const [standing, removed] = [planted('standing'), planted('removed')];
    const first = await repository.commit('leak', { 'a/.env': removed.text });
    await repository.commit('change', { 'a/.env': `# one more line\n${removed.text}` });
    await repository.commit('remove', { 'a/.env': null, 'b/.env': standing.text });
    await repository.rename('b/.env', 'c/.env');
    const { findings } = await scanHistory(repository.path);
    expect(findings).toMatchObject([
      { accessKeyId: standing.id, place: { kind: 'file', path: 'c/.env', line: 1 } },
      {
        accessKeyId: removed.id,
        place: { kind: 'commit', path: 'a/.env', commit: first, line: 1 },
        alsoAt: [{ kind: 'commit', path: 'a/.env', line: 2 }],
      },
    ]);
  });

  test('names of branches and lightweight tags, which no report shows', async () => {
    const repository = await repositories.create();
    const [branch, tag] = [planted('branch'), planted('tag')];
    await repository.git('branch', `fix/${branch.id}-leak`);
    await repository.git('tag', `before-${tag.id}`);
    await repository.git('pack-refs', '--all');
    const result = await scanHistory(repository.path);
    expect(result.findings).toMatchObject([
      { accessKeyId: branch.id, place: { kind: 'ref-name', path: `refs/heads/fix/${branch.id}-leak` } },
      { accessKeyId: tag.id, place: { kind: 'ref-name', path: `refs/tags/before-${tag.id}` } },
    ]);
    expect(JSON.stringify(withhold(result))).not.toMatch(new RegExp(`${branch.id}|${tag.id}`));
    expect(idsOf(await scanTree(repository.path))).toEqual([]);
  });

  test('messages, names in trees, packed and in an alternate', async () => {
    const repository = await repositories.create();
    const [message, name, inAlternate] = ['message', 'name', 'alternate'].map(seed => planted(seed));
    const commit = await repository.commit(`say\n\n${message?.text}`, { [`k/${name?.id}`]: 'x\n' });
    await repository.commit('clean', { [`k/${name?.id}`]: null });
    await repository.git('gc', '--quiet');
    const borrower = await repositories.create();
    await borrower.write({ '.git/objects/info/alternates': `${repository.path}/.git/objects\n` });
    await borrower.commit('own', { '.env': inAlternate?.text ?? '' });
    const { findings } = await scanHistory(repository.path);
    expect(findings).toMatchObject([
      { accessKeyId: message?.id, place: { kind: 'commit-message', commit, line: 3 } },
      { accessKeyId: name?.id, place: { kind: 'path-name', path: `k/${name?.id}`, commit } },
    ]);
    expect(idsOf(await scanHistory(borrower.path))).toHaveLength(3);
  });

  test('a file that held nothing but a secret is understood by its name', async () => {
    const repository = await repositories.create();
    const { key } = planted('by its name');
    const commit = await repository.commit('add', { 'k/aws_secret_access_key': `${key.secretAccessKey}\n` });
    await repository.commit('remove', { 'k/aws_secret_access_key': null });
    const { findings } = await scanHistory(repository.path);
    expect(findings).toMatchObject([{ place: { kind: 'commit', path: 'k/aws_secret_access_key', commit } }]);
  });

  test('objects that the tips of an earlier scan reach are not read again', async () => {
    const repository = await repositories.create();
    const [old, fresh] = [planted('old'), planted('fresh')];
    await repository.commit('old', { '.env': old.text });
    await repository.commit('clean', { '.env': null });
    const tips = await tipsOf(repository.path, { variables: process.env });
    expect(tips).toEqual([await repository.head()]);
    await repository.commit('fresh', { 'new.env': fresh.text });
    await repository.commit('clean', { 'new.env': null });
    const scannedTips = [...tips, '1234567890'.repeat(4)];
    const result = await scanHistory(repository.path, { scannedTips });
    expect(idsOf(result)).toEqual([fresh.id]);
    // A commit each, the root tree and the blob of the first; the tree of the second is that of the tip.
    expect(result.counts.objects).toBe(4);
    expect(result.unread).toEqual([]);
  });

  test('a repository without any commit, and one of SHA-256', async () => {
    const empty = await repositories.create();
    await empty.git('checkout', '--quiet', '--orphan', 'fresh');
    expect((await scanHistory(empty.path)).findings).toEqual([]);
    const sha256 = await repositories.create({ objectFormat: 'sha256' });
    const key = planted('sha256 history');
    await sha256.commit('add', { '.env': key.text });
    await sha256.commit('remove', { '.env': null });
    expect(idsOf(await scanHistory(sha256.path))).toEqual([key.id]);
  });
});

describe('a repository with many objects', () => {
  test('is read by threads, to the same end, and says how far it is', async () => {
    const repository = await repositories.create();
    const keys = Array.from({ length: 5 }, (_, index) => planted(`many ${index}`));
    await importBlobs(
      repository,
      index => keys[index / 2500]?.text ?? `content ${index}\n`.repeat(50),
      12_000,
    );
    const steps: number[] = [];
    const result = await scanHistory(repository.path, { progress: ({ objects }) => steps.push(objects) });
    expect(idsOf(result)).toEqual(keys.map(({ id }) => id).sort());
    expect(result.unread).toEqual([]);
    expect(result.counts.objects).toBeGreaterThan(12_000);
    expect(steps.length).toBeGreaterThan(0);
  });

  test('that is stopped on the way is incomplete', async () => {
    const repository = await repositories.create();
    await importBlobs(repository, index => `content ${index}\n`.repeat(50), 12_000);
    const controller = new AbortController();
    const progress = () => controller.abort();
    const { unread } = await scanHistory(repository.path, { progress, signal: controller.signal });
    expect(unread.some(({ incomplete }) => incomplete)).toBe(true);
  });
});

describe('a broken repository is incomplete, never clean', () => {
  test('an object that cannot be read', async () => {
    const repository = await repositories.create();
    await repository.commit('add', { '.env': planted('broken').text });
    const blob = await repository.git('rev-parse', 'HEAD:.env');
    await repository.write({ [`.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`]: 'rubbish' });
    const { unread } = await scanHistory(repository.path);
    expect(unread.some(({ incomplete }) => incomplete)).toBe(true);
    const changes = await scanChanges(repository.path);
    expect(changes.unread.some(({ incomplete }) => incomplete)).toBe(true);
  });

  test('an index that cannot be read: all files of the folder, and that is said', async () => {
    const repository = await repositories.create();
    const key = planted('no index');
    await repository.write({ '.env': key.text, '.git/index': 'rubbish' });
    const result = await scanTree(repository.path);
    expect(idsOf(result)).toEqual([key.id]);
    expect(result.notes.join()).toContain('git cannot read this repository');
  });
});

/** Writes blobs that nothing refers to, through one process. */
async function importBlobs(
  repository: Repository,
  content: (index: number) => string,
  count: number,
): Promise<void> {
  const child = spawn('git', ['fast-import', '--quiet'], {
    cwd: repository.path,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  for (let index = 0; index < count; index++) {
    const text = content(index);
    child.stdin.write(`blob\ndata ${Buffer.byteLength(text)}\n${text}\n`);
  }
  child.stdin.end();
  await once(child, 'close');
}
