import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { runStep } from './support/bundle.js';
import { type CheckoutOptions, checkoutOf } from './support/checkout.js';
import { GitServer } from './support/git-server.js';
import { describeJob, describePullRequest, type GitHubJob } from './support/github-job.js';
import type { JobOptions, StepOptions } from './support/job.js';
import { bareEnvironment } from './support/program.js';
import type { Repository } from './support/repository.js';
import { planted, Repositories } from './support/scanning.js';
import { removeFolder, scratchFolder } from './support/scratch.js';

const repositories = new Repositories();
const folders: string[] = [];
const servers: GitServer[] = [];
afterAll(async () => {
  for (const server of servers) server.close();
  await repositories.remove();
  await Promise.all(folders.map(removeFolder));
});

const KEY = planted('gate, ranges');
const SECRETS = [KEY.key.accessKeyId, KEY.key.secretAccessKey];
/** A remote that is gone. */
const NOWHERE = 'file:///nowhere/at/all';
const NONE = '0'.repeat(40);

async function checkout(origin: Repository, revision: string, options: CheckoutOptions = {}) {
  return repositories.keep(await checkoutOf(origin, revision, options));
}

/** Runs the scan-only action in a checkout; its server is the file system. */
function scanIn({ path }: Repository, job: GitHubJob, event: object, options: JobOptions & StepOptions = {}) {
  const env = { GITHUB_SERVER_URL: 'file:///', ...options.env };
  return runStep({
    bundle: 'scan',
    job,
    event: { ...event },
    workspace: path,
    secrets: SECRETS,
    ...options,
    env,
  });
}

function push(before: string, after: string, more: object = {}) {
  return { before, after, created: before === NONE, forced: false, ...more };
}

/** A branch on which a key was added and removed again. */
async function addedThenRemoved(): Promise<{ origin: Repository; before: string; after: string }> {
  const origin = await repositories.create();
  const before = await origin.head();
  await origin.branch('topic');
  await origin.commit('leak', { '.env': KEY.text });
  const after = await origin.commit('unleak', { '.env': null });
  return { origin, before, after };
}

const TOPIC = { ref: 'refs/heads/topic' };

describe('a range that cannot be had is not taken for clean', () => {
  const gone = { remote: NOWHERE };

  test.each([
    ['a remote that is gone', gone],
    ['a remote on another server', { remote: 'https://github.example/acme/shop' }],
  ])('of a pull request: %s', async (_, options) => {
    const { origin, before, after } = await addedThenRemoved();
    const clone = await checkout(origin, after, options);
    const job = describePullRequest(7, { sha: after });
    const pull_request = {
      number: 7,
      head: { sha: after, repo: { full_name: job.repository } },
      base: { sha: before },
    };
    const { exitCode, summary, stdout } = await scanIn(clone, job, { pull_request });
    expect(exitCode).toBe(1);
    expect(summary).toContain('**incomplete**');
    expect(stdout).toContain('with: { fetch-depth: 0 }');
  });

  test('of a push', async () => {
    const { origin, before, after } = await addedThenRemoved();
    const clone = await checkout(origin, after, gone);
    const { exitCode, stdout } = await scanIn(
      clone,
      describeJob({ ...TOPIC, sha: after }),
      push(before, after),
    );
    expect(exitCode).toBe(1);
    expect(stdout).toContain('incomplete');
  });

  test('of pull_request_target, whose checkout is the base: its tree is no answer', async () => {
    const { origin, before, after } = await addedThenRemoved();
    const clone = await checkout(origin, before, gone);
    const job = { ...describePullRequest(7, { sha: before }), event: 'pull_request_target' };
    const pull_request = { number: 7, head: { sha: after, repo: null }, base: { sha: before } };
    const { exitCode, summary } = await scanIn(clone, job, { pull_request });
    expect(exitCode).toBe(1);
    expect(summary).toContain('in what could be read of the changes of pull request 7');
  });

  test('of an event whose file cannot be read', async () => {
    const { origin, after } = await addedThenRemoved();
    const clone = await checkout(origin, after, { depth: 0 });
    const job = describePullRequest(7, { sha: after });
    const env = { GITHUB_EVENT_PATH: join(clone.path, 'gone.json') };
    const { exitCode, stdout } = await scanIn(clone, job, {}, { env });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('event file');
  });

  test('of a history that is cut', async () => {
    const { origin, after } = await addedThenRemoved();
    const clone = await checkout(origin, after);
    const job = describeJob({ event: 'schedule', sha: after });
    const { exitCode, stdout } = await scanIn(clone, job, {}, { inputs: { scan: 'history' } });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('with: { fetch-depth: 0 }');
  });

  test('in a folder without git', async () => {
    const folder = await scratchFolder('plain');
    folders.push(folder);
    await writeFile(join(folder, 'a.txt'), 'x\n');
    const after = 'a'.repeat(40);
    const { exitCode, stdout } = await runStep({
      bundle: 'scan',
      job: describeJob({ ...TOPIC, sha: after }),
      event: push('b'.repeat(40), after),
      workspace: folder,
    });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('incomplete');
  });
});

describe('no ordinary push is red for it', () => {
  test('one commit on what was there before: its tree is more than it brings', async () => {
    const origin = await repositories.create();
    const before = await origin.head();
    const after = await origin.commit('more', { 'b.txt': 'b\n' });
    const clone = await checkout(origin, after, { remote: NOWHERE });
    const job = describeJob({ ...TOPIC, sha: after });
    expect((await scanIn(clone, job, push(before, after))).exitCode).toBe(0);
    const leak = await origin.commit('leak', { '.env': KEY.text });
    const leaky = await checkout(origin, leak, { remote: NOWHERE });
    expect((await scanIn(leaky, job, push(after, leak))).outputs['findings']).toBe('1');
  });

  test('a forced push whose former commits are lost: what the branch has beyond the default branch', async () => {
    const { origin, after } = await addedThenRemoved();
    const clone = await checkout(origin, after);
    const lost = push('c'.repeat(40), after, { forced: true });
    const { exitCode, annotations } = await scanIn(clone, describeJob({ ...TOPIC, sha: after }), lost);
    expect(exitCode).toBe(1);
    expect(annotations[0]?.message).toMatch(/\.env:1:19 in commit /);
  });

  test('the same of the default branch itself: all of its history', async () => {
    const { origin, after } = await addedThenRemoved();
    await origin.git('branch', '--force', 'main', after);
    const clone = await checkout(origin, after);
    const lost = push('c'.repeat(40), after, { forced: true });
    const { outputs } = await scanIn(clone, describeJob({ sha: after }), lost);
    expect(outputs['findings']).toBe('1');
  });

  test('with persist-credentials: false the token fetches, and stands on no command line', async () => {
    const { origin, before, after } = await addedThenRemoved();
    const token = `ghs_${'abc123XYZ'.repeat(4)}`;
    const server = await GitServer.start(origin, { path: '/acme/shop', token });
    servers.push(server);
    const clone = await checkout(origin, after, { remote: `${server.origin}/acme/shop` });
    const job = describeJob({ ...TOPIC, sha: after });
    const { folder, lines } = await listeningGit();
    const env = {
      GITHUB_SERVER_URL: server.origin,
      PATH: [folder, bareEnvironment()['PATH'] ?? ''].join(delimiter),
    };
    const run = await scanIn(clone, job, push(before, after), { inputs: { token }, env });
    expect(run.annotations[0]?.message).toMatch(/in commit /);
    const said = await lines();
    expect(said).toContain('fetch');
    for (const form of [token, Buffer.from(`x-access-token:${token}`).toString('base64')]) {
      expect(said).not.toContain(form);
      expect(run.summary).not.toContain(form);
    }
    const without = await scanIn(clone, job, push(before, after), { inputs: { token: 'wrong' }, env });
    expect(without.exitCode).toBe(1);
    expect(without.outputs['findings']).toBe('0');
  });
});

/** A git that tells how it was called, and does what it is told. */
async function listeningGit(): Promise<{ folder: string; lines(): Promise<string> }> {
  const folder = await scratchFolder('listening');
  folders.push(folder);
  const log = join(folder, 'log');
  const path = (bareEnvironment()['PATH'] ?? '').split(delimiter);
  await mkdir(folder, { recursive: true });
  const script = `#!/bin/sh\necho "$*" >> '${log}'\nPATH='${path.join(delimiter)}'\nexec git "$@"\n`;
  await writeFile(join(folder, 'git'), script);
  await chmod(join(folder, 'git'), 0o755);
  return { folder, lines: () => readFile(log, 'utf8') };
}

describe('a pull request that changes its target', () => {
  /** `topic` goes to `feature`, which has a key already, and then to `main`, to which it brings it. */
  async function retargeted() {
    const origin = await repositories.create();
    const main = await origin.head();
    await origin.branch('feature');
    const feature = await origin.commit('leak', { '.env': KEY.text });
    await origin.branch('topic');
    const head = await origin.commit('work', { 'b.txt': 'b\n' });
    await origin.checkout('feature');
    const merge = await origin.merge('topic');
    await origin.git('reset', '--quiet', '--hard', feature);
    await origin.git('update-ref', 'refs/pull/7/merge', merge);
    return { origin, main, feature, head, merge };
  }

  function pullRequest(head: string, base: { ref: string; sha: string }, repository: string) {
    return {
      pull_request: { number: 7, head: { ref: 'topic', sha: head, repo: { full_name: repository } }, base },
    };
  }

  test('is scanned against the new one, though the merge is still with the former', async () => {
    const { origin, main, feature, head, merge } = await retargeted();
    const job = describePullRequest(7, { sha: merge });
    for (const depth of [0, 1]) {
      const clone = await checkout(origin, merge, { depth });
      const first = await scanIn(
        clone,
        job,
        pullRequest(head, { ref: 'feature', sha: feature }, job.repository),
      );
      expect([first.exitCode, first.outputs['findings']]).toEqual([0, '0']);
      const second = await scanIn(clone, job, pullRequest(head, { ref: 'main', sha: main }, job.repository));
      expect([second.exitCode, second.outputs['findings']]).toEqual([1, '1']);
    }
  });

  test('a merge commit that its author made is no merge of GitHub’s: both its sides count', async () => {
    const origin = await repositories.create();
    const main = await origin.head();
    await origin.branch('side');
    await origin.commit('leak', { '.env': KEY.text });
    const side = await origin.commit('unleak', { '.env': null });
    await origin.checkout('main');
    await origin.branch('topic');
    const head = await origin.commit('work', { 'b.txt': 'b\n' });
    await origin.git('checkout', '--quiet', side);
    const forged = await origin.merge('topic');
    const clone = await checkout(origin, forged, { depth: 0 });
    const job = describePullRequest(7, { sha: head });
    const { exitCode } = await scanIn(
      clone,
      job,
      pullRequest(head, { ref: 'main', sha: main }, job.repository),
    );
    expect(exitCode).toBe(1);
  });
});

describe('on a push', () => {
  test('the next one is not green while the key is in the tree, and its SARIF holds it', async () => {
    const origin = await repositories.create();
    const before = await origin.head();
    const leak = await origin.commit('leak', { '.env': KEY.text });
    const next = await origin.commit('work', { 'b.txt': 'b\n' });
    for (const [from, to] of [
      [before, leak],
      [leak, next],
    ] as const)
      for (const scan of ['auto', 'changes']) {
        const clone = await checkout(origin, to);
        const inputs = { scan, 'sarif-file': 'keys.sarif' };
        const { exitCode, summary } = await scanIn(clone, describeJob({ sha: to }), push(from, to), {
          inputs,
        });
        expect(exitCode).toBe(1);
        expect(summary).toContain('in the tree and in the commits of the push');
        const log = JSON.parse(await readFile(join(clone.path, 'keys.sarif'), 'utf8'));
        expect(log.runs[0].results).toHaveLength(1);
      }
  });

  test('missing objects of a clone that is not partial are not called a partial clone', async () => {
    const repository = await repositories.create();
    await repository.git('update-index', '--add', '--cacheinfo', `100644,${'a'.repeat(40)},gone.txt`);
    const { stdout } = await scanIn(repository, describeJob({ event: 'schedule' }), {});
    expect(stdout).toContain('which is damaged');
    expect(stdout).not.toContain('partial clone');
  });
});

test('what a pull request says of itself is read: title, text, and the name of its branch', async () => {
  const origin = await repositories.create();
  const before = await origin.head();
  await origin.branch('topic');
  const after = await origin.commit('work', { 'b.txt': 'b\n' });
  const clone = await checkout(origin, after, { depth: 0 });
  const job = describePullRequest(7, { sha: after });
  const texts = [
    { title: `use ${KEY.id}`, body: 'x', ref: 'topic', found: 'title of the pull request' },
    { title: 'x', body: `first\n\n${KEY.text}`, ref: 'topic', found: 'text of the pull request, line 3' },
    { title: 'x', body: null, ref: `key/${KEY.id}`, found: 'name of refs/heads/key/' },
  ];
  for (const { title, body, ref, found } of texts) {
    const head = { ref, sha: after, repo: { full_name: job.repository } };
    const pull_request = { number: 7, title, body, head, base: { ref: 'main', sha: before } };
    const { exitCode, annotations } = await scanIn(clone, job, { pull_request });
    expect(exitCode).toBe(1);
    expect(annotations[0]?.message).toContain(found);
  }
});
