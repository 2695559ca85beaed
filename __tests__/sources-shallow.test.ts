import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { scan } from '../src/scan/scan.js';
import type { RangeRequest } from '../src/scan/scan-request.js';
import type { CheckoutOptions } from '../src/scan/sources/checkout.js';
import { beforeJudge } from '../src/scan/sources/read-at-revision.js';
import { createRepository, type Repository } from './support/repository.js';
import { idsOf, planted, Repositories, scanChanges, scanHistory, scanTree } from './support/scanning.js';

const repositories = new Repositories();
afterAll(() => repositories.remove());

const fetch = { serverUrl: 'file:///', milliseconds: 30_000, bytes: 100e6 };

/** Of a range that could not be had. */
const LACKING = expect.objectContaining({ what: 'the changes', incomplete: true });

const ON_GITHUB = { ...process.env, GITHUB_ACTIONS: 'true' };

/** What actions/checkout does by default: one commit, of one ref, on a detached HEAD. */
async function checkout(origin: Repository, revision: string): Promise<Repository> {
  const { path } = origin;
  const clone = repositories.keep(await createRepository());
  await origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  await clone.git('remote', 'add', 'origin', `file://${path}`);
  await clone.git('fetch', '--quiet', '--no-tags', '--depth=1', 'origin', revision);
  await clone.git('checkout', '--quiet', '--force', '--detach', 'FETCH_HEAD');
  return clone;
}

interface PullRequest {
  readonly origin: Repository;
  readonly base: string;
  readonly head: string;
  readonly merge: string;
  readonly removed: ReturnType<typeof planted>;
  readonly earlier: ReturnType<typeof planted>;
}

/** A pull request of 60 commits, one of which adds a key that the next one removes; the base has moved on since. */
async function pullRequest(): Promise<PullRequest> {
  const origin = await repositories.create();
  const [removed, earlier] = [planted('removed in the request'), planted('old sin')];
  await origin.commit('old sin', { 'old.env': earlier.text });
  await origin.commit('undo', { 'old.env': null });
  await origin.branch('topic');
  await origin.commit('leak', { '.env': removed.text });
  await origin.commit('unleak', { '.env': null });
  for (let index = 0; index < 58; index++) await origin.commit(`work ${index}`, { 'work.txt': `${index}\n` });
  const head = await origin.head();
  await origin.checkout('main');
  const base = await origin.commit('moved on', {
    'main.txt': 'x\n',
    '.github/aws-temp-creds.yml': 'scan: {}\n',
  });
  const merge = await origin.merge('topic');
  await origin.git('update-ref', 'refs/pull/1/merge', merge);
  await origin.git('reset', '--quiet', '--hard', base);
  return { origin, base, head, merge, removed, earlier };
}

let request: PullRequest;
beforeAll(async () => {
  request = await pullRequest();
});

describe('with the default depth of actions/checkout', () => {
  test('the commits of a pull request are fetched, and no others are blamed', async () => {
    const { origin, base, head, merge, removed } = request;
    const clone = await checkout(origin, 'refs/pull/1/merge');
    expect(await clone.head()).toBe(merge);
    const range: RangeRequest = {
      head: undefined,
      bases: [{ revision: base }],
      merge: { commit: merge, of: head, into: 'main' },
    };
    const result = await scanChanges(clone.path, '', { range, fetch });
    expect(result).toMatchObject({ mode: 'changes', unread: [], notes: [] });
    expect(result.findings).toMatchObject([
      { accessKeyId: removed.id, place: { kind: 'commit', path: '.env' } },
    ]);
    expect(await clone.git('rev-list', '--count', 'HEAD')).toBe('1');
  });

  test('without leave to fetch the tree is scanned, which is no answer, and the log says what to write', async () => {
    const { origin, base, head, merge } = request;
    const clone = await checkout(origin, merge);
    const key = planted('in the tree');
    writeFileSync(join(clone.path, 'work.txt'), key.text);
    const range: RangeRequest = {
      head: undefined,
      bases: [{ revision: base }],
      merge: { commit: merge, of: head, into: 'main' },
    };
    const result = await scanChanges(clone.path, '', { range, variables: ON_GITHUB });
    expect(result).toMatchObject({ mode: 'tree', unread: [LACKING] });
    expect(idsOf(result)).toEqual([key.id]);
    expect(result.notes.join('\n')).toContain('fetch-depth: 0');
  });

  test('a remote on another server is not asked', async () => {
    const { origin, base, merge } = request;
    const clone = await checkout(origin, merge);
    const result = await scanChanges(clone.path, base, {
      fetch: { ...fetch, serverUrl: 'https://github.com' },
    });
    expect(result).toMatchObject({ mode: 'tree' });
  });

  test('a remote that answers nothing leads to the tree, which is no answer', async () => {
    const { origin, base, merge } = request;
    const clone = await checkout(origin, merge);
    await clone.git('remote', 'set-url', 'origin', 'file:///nowhere/at/all');
    expect(await scanChanges(clone.path, base, { fetch })).toMatchObject({
      mode: 'tree',
      unread: [LACKING],
    });
  });

  test('the commits of a push are fetched', async () => {
    const origin = await repositories.create();
    const before = await origin.commit('before', { 'b.txt': 'b\n' });
    const key = planted('pushed and removed');
    const leak = await origin.commit('leak', { '.env': key.text });
    await origin.commit('unleak', { '.env': null });
    const clone = await checkout(origin, 'refs/heads/main');
    const result = await scanChanges(clone.path, before, { fetch });
    expect(result.findings).toMatchObject([{ accessKeyId: key.id, place: { kind: 'commit', commit: leak } }]);
  });

  test('a commit that the server has lost leads to the tree, which is no answer', async () => {
    const origin = await repositories.create();
    const clone = await checkout(origin, 'refs/heads/main');
    const result = await scanChanges(clone.path, '1234567890'.repeat(4), { fetch, variables: ON_GITHUB });
    expect(result).toMatchObject({ mode: 'tree', unread: [LACKING] });
    expect(result.notes.join()).toContain('fetch-depth: 0');
  });

  test('a new branch is compared with the default branch, which is fetched by its name', async () => {
    const origin = await repositories.create();
    await origin.branch('topic');
    const key = planted('on a new branch');
    await origin.commit('add', { '.env': key.text });
    await origin.checkout('main');
    await origin.commit('meanwhile', { 'm.txt': planted('of the default branch').text });
    const clone = await checkout(origin, 'refs/heads/topic');
    const range: RangeRequest = { head: undefined, bases: [{ branch: 'main' }] };
    const result = await scan({ folder: clone.path, mode: 'changes', range, variables: process.env, fetch });
    expect(result).toMatchObject({ mode: 'changes', notes: [] });
    expect(idsOf(result)).toEqual([key.id]);
  });

  test("the base branch's file is fetched, alone", async () => {
    const { origin, base, head } = request;
    const clone = await checkout(origin, head);
    const options = { variables: process.env, fetch };
    const path = '.github/aws-temp-creds.yml';
    const at = (revision: string, wanted: string, access: CheckoutOptions = options) =>
      beforeJudge(clone.path, { kind: 'revision', revision }, access, async (ruling, read) => [
        ruling.kind,
        String(await read(wanted)),
      ]);
    expect(await at(base, path)).toEqual(['commit', 'scan: {}\n']);
    expect(await at(base, 'none.yml')).toEqual(['commit', 'undefined']);
    expect(await at(base, path, { variables: process.env })).toEqual(['nobody', 'undefined']);
    expect(await at('HEAD', 'work.txt')).toEqual(['commit', '57\n']);
  });

  test('the history of a shallow clone is not all, so the scan is incomplete', async () => {
    const { origin, head } = request;
    const clone = await checkout(origin, head);
    const result = await scanHistory(clone.path, { variables: ON_GITHUB });
    expect(result).toMatchObject({ mode: 'history', findings: [], unread: [{ incomplete: true }] });
    expect(result.notes.join()).toContain('fetch-depth: 0');
  });
});

describe('with the tree as well', () => {
  test('before credentials both the tree and the changes are scanned', async () => {
    const repository = await repositories.create();
    const [old, between] = [planted('old in tree'), planted('in between')];
    await repository.commit('old', { 'old.env': old.text });
    await repository.commit('leak', { '.env': between.text });
    await repository.commit('unleak', { '.env': null });
    const range: RangeRequest = { head: undefined, bases: [{ revision: 'HEAD~2' }] };
    const result = await scanTree(repository.path, { range });
    expect(result.mode).toBe('tree');
    expect(result.findings).toMatchObject([
      { accessKeyId: old.id, place: { kind: 'file' } },
      { accessKeyId: between.id, place: { kind: 'commit' } },
    ]);
  });
});
