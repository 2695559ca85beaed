import { afterAll, describe, expect, test } from '@jest/globals';
import { runStep } from './support/bundle.js';
import { checkoutOf } from './support/checkout.js';
import { GitServer } from './support/git-server.js';
import { describeJob, describePullRequest, type GitHubJob } from './support/github-job.js';
import type { JobOptions, StepOptions } from './support/job.js';
import type { Repository } from './support/repository.js';
import { planted, Repositories } from './support/scanning.js';
import { startSts } from './support/sts.js';

const repositories = new Repositories();
afterAll(() => repositories.remove());

const KEY = planted('gate, allow list');
const SECRETS = [KEY.key.accessKeyId, KEY.key.secretAccessKey];
const [ID = '', SECRET = ''] = SECRETS;
const CONFIG = '.github/aws-temp-creds.yml';
const TRUST_ME = 'scan:\n  allow:\n    - path: "**"\n      reason: trust me\n';

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

/** A default branch, and the head of a pull request that allows its own leak; checked out is what `of` names. */
async function heads(of: 'main' | 'head') {
  const origin = await repositories.create();
  const main = await origin.head();
  await origin.branch('topic');
  const head = await origin.commit('leak', { '.env': KEY.text, [CONFIG]: TRUST_ME });
  const clone = repositories.keep(await checkoutOf(origin, of === 'main' ? main : head));
  return { origin, main, head, clone };
}

const UNTRUSTED = [
  'workflow_run',
  'issue_comment',
  'repository_dispatch',
  'check_suite',
  'workflow_dispatch',
];

describe('a head that was checked out by hand', () => {
  test.each(UNTRUSTED)('does not allow its own leak on %s: the default branch’s list rules', async event => {
    const { main, clone } = await heads('head');
    const { exitCode, annotations } = await scanIn(clone, describeJob({ event, sha: main }), {});
    expect(exitCode).toBe(1);
    expect(annotations[0]?.message).toContain('does not count: trust me');
  });

  test.each(['deployment', 'deployment_status'])('neither on %s of that head', async event => {
    const { head, clone } = await heads('head');
    const job = describeJob({ event, sha: head, ref: 'refs/heads/topic' });
    expect((await scanIn(clone, job, {})).exitCode).toBe(1);
  });

  test('is allowed what the default branch allows', async () => {
    const { origin, clone } = await heads('head');
    await origin.checkout('main');
    const main = await origin.commit('allow', { [CONFIG]: TRUST_ME.replace('trust me', 'a vector') });
    const { exitCode, summary } = await scanIn(clone, describeJob({ event: 'workflow_run', sha: main }), {});
    expect(exitCode).toBe(0);
    expect(summary).toContain('a vector');
  });

  test('nothing is allowed where the default branch cannot be read, and the log says why', async () => {
    const { main, clone } = await heads('head');
    await clone.git('remote', 'remove', 'origin');
    const { exitCode, stdout } = await scanIn(clone, describeJob({ event: 'workflow_run', sha: main }), {});
    expect(exitCode).toBe(1);
    expect(stdout).toContain('Nothing is allowed');
    expect(stdout).toContain('with: { fetch-depth: 0 }');
  });

  test('of a fork, what that calls its default branch is not asked', async () => {
    const { origin, main, head } = await heads('head');
    const fork = repositories.keep(await origin.clone());
    await fork.git('checkout', '--quiet', '-B', 'main', head);
    const home = await GitServer.start(origin, { path: '/acme/shop' });
    try {
      const clone = repositories.keep(
        await checkoutOf(fork, 'refs/heads/main', { remote: `${home.origin}/mallory/shop` }),
      );
      await clone.git('update-ref', 'refs/remotes/origin/main', head);
      const job = describeJob({ event: 'workflow_run', sha: main });
      const env = { GITHUB_SERVER_URL: home.origin };
      const { exitCode, annotations } = await scanIn(clone, job, {}, { env });
      expect(exitCode).toBe(1);
      expect(annotations[0]?.message).toContain('does not count: trust me');
    } finally {
      home.close();
    }
  });
});

describe('a commit of the branch that the event is about', () => {
  test.each([
    ['push', 'refs/heads/main'],
    ['push', 'refs/heads/topic'],
    ['workflow_dispatch', 'refs/heads/topic'],
    ['schedule', 'refs/heads/main'],
    ['workflow_run', 'refs/heads/main'],
  ])('has its own list on %s of %s', async (event, ref) => {
    const { head, clone } = await heads('head');
    const { exitCode } = await scanIn(
      clone,
      describeJob({ event, sha: head, ref }),
      {},
      {
        inputs: { scan: 'tree' },
      },
    );
    expect(exitCode).toBe(0);
  });

  test('where files of others may be taken into it, the list is that of the commit, not what lies on disk', async () => {
    const { origin, head, clone } = await heads('main');
    await clone.git('fetch', '--quiet', 'origin', head);
    await clone.git('checkout', '--quiet', head, '--', '.');
    const main = await origin.git('rev-parse', 'main');
    const by = async (event: string) =>
      (await scanIn(clone, describeJob({ event, sha: main }), {}, { inputs: { scan: 'tree' } })).exitCode;
    expect([await by('workflow_run'), await by('workflow_dispatch'), await by('push')]).toEqual([1, 1, 0]);
  });

  test('has it also before the tip, and when the default branch has it', async () => {
    const { origin, head, clone } = await heads('head');
    await origin.git('branch', '--force', 'main', head);
    await origin.checkout('main');
    const tip = await origin.commit('later', { 'later.txt': 'x\n' });
    expect((await scanIn(clone, describeJob({ event: 'issue_comment', sha: tip }), {})).exitCode).toBe(0);
  });
});

describe('on a pull request', () => {
  function scanPullRequest(
    repository: Repository,
    base: string,
    head: string,
    options: JobOptions & StepOptions = {},
  ) {
    const job = describePullRequest(7, { sha: head });
    const repo = { full_name: job.repository };
    const pull_request = {
      number: 7,
      head: { ref: 'topic', sha: head, repo },
      base: { ref: 'main', sha: base },
    };
    return scanIn(repository, job, { pull_request }, options);
  }

  test('the list is empty where the event file cannot be read', async () => {
    const { clone, head } = await heads('head');
    const env = { GITHUB_EVENT_PATH: '/gone' };
    const { exitCode, outputs } = await scanIn(clone, describePullRequest(7, { sha: head }), {}, { env });
    expect([exitCode, outputs['findings']]).toEqual([1, '1']);
  });

  test('a comment that stood on an ID does not cover the secret that comes to it', async () => {
    const repository = await repositories.create();
    const line = `id = "${ID}" # aws-temp-creds:allow a vector\n`;
    const base = await repository.commit('id', { 'a.txt': line });
    await repository.branch('topic');
    const head = await repository.commit('secret', { 'a.txt': `${line}secret_access_key = "${SECRET}"\n` });
    const { exitCode, annotations } = await scanPullRequest(repository, base, head);
    expect(exitCode).toBe(1);
    expect(annotations[0]?.message).toContain('does not count: a vector');
  });

  test('a comment that stood on all of it still counts, also for a part', async () => {
    const repository = await repositories.create();
    const line = `id = "${ID}" # aws-temp-creds:allow a vector\n`;
    const base = await repository.commit('pair', { 'a.txt': `${line}secret_access_key = "${SECRET}"\n` });
    await repository.branch('topic');
    const moved = await repository.commit('more', {
      'a.txt': `more\n${line}secret_access_key = "${SECRET}"\n`,
    });
    expect((await scanPullRequest(repository, base, moved)).exitCode).toBe(0);
    const less = await repository.commit('less', { 'a.txt': line });
    expect((await scanPullRequest(repository, base, less)).exitCode).toBe(0);
  });

  test('a file that is allowed in one place is not for that allowed in another', async () => {
    const repository = await repositories.create();
    const base = await repository.commit('fixture', {
      'fixtures/a.env': KEY.text,
      [CONFIG]: TRUST_ME.replace('"**"', 'fixtures/**'),
    });
    for (const [name, change] of [
      ['copied', () => repository.commit('copy', { 'prod/.env': KEY.text })],
      ['moved', () => repository.rename('fixtures/a.env', 'prod/.env')],
    ] as const) {
      await repository.branch(name, base);
      const { exitCode, annotations } = await scanPullRequest(repository, base, await change());
      expect([name, exitCode, annotations[0]?.file]).toEqual([name, 1, 'prod/.env']);
    }
    await repository.branch('gone again', base).catch(() => repository.branch('gone-again', base));
    await repository.commit('copy', { 'prod/.env': KEY.text });
    const head = await repository.commit('remove', { 'prod/.env': null });
    const { annotations } = await scanPullRequest(repository, base, head);
    expect(annotations[0]?.message).toContain('prod/.env:1:19 in commit ');
  });
});

describe('no key is verified where others decide what is found', () => {
  test.each(['workflow_run', 'issue_comment', 'merge_group'])('on %s', async event => {
    const sts = await startSts();
    try {
      const { main, head, clone } = await heads('head');
      const merge_group = { base_sha: main, head_sha: head };
      const options = { inputs: { verify: 'true' }, env: { AWS_ENDPOINT_URL_STS: sts.url } };
      const { stdout } = await scanIn(clone, describeJob({ event, sha: main }), { merge_group }, options);
      expect(stdout).toContain('No key was verified');
      expect(sts.requests).toHaveLength(0);
    } finally {
      await sts.close();
    }
  });
});
