import { describe, expect, test } from '@jest/globals';
import { describeJob, type Job } from '../src/github/job.js';
import { planScan, type ScanInput } from '../src/scan/plan.js';

const name = (digit: string) => digit.repeat(40);
const [BASE, HEAD, MERGE, NONE] = [name('b'), name('a'), name('c'), name('0')];
const AT_BASE = { kind: 'revision', revision: BASE };

function job(eventName: string, payload: object, ref = 'refs/heads/topic'): Job {
  const variables = {
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: eventName,
    GITHUB_REF: ref,
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_SHA: MERGE,
  };
  return describeJob(variables, { repository: { default_branch: 'main' }, ...payload });
}

const pullRequest = {
  pull_request: {
    number: 7,
    base: { sha: BASE, ref: 'main' },
    head: { sha: HEAD, repo: { full_name: 'o/r' } },
  },
};
const push = (before: string, after = HEAD) => ({ before, after, forced: false });
const auto = (from: Job, beforeCredentials = false) => planScan(from, 'auto', { beforeCredentials });

describe('auto scans what the event brings', () => {
  test('a pull request: the merge that is checked out, beyond its base, judged by the base', () => {
    expect(auto(job('pull_request', pullRequest))).toEqual({
      mode: 'changes',
      range: {
        head: undefined,
        bases: [{ revision: BASE }],
        merge: { commit: MERGE, of: HEAD, into: 'main' },
        what: 'the changes of pull request 7',
      },
      judge: AT_BASE,
      why: 'the changes of pull request 7',
    });
  });

  test('pull_request_target: the head by its name, for the checkout is the base', () => {
    expect(auto(job('pull_request_target', pullRequest))).toMatchObject({
      mode: 'changes',
      range: { head: HEAD, bases: [{ revision: BASE }] },
      judge: AT_BASE,
    });
  });

  test('a merge group', () => {
    expect(auto(job('merge_group', { merge_group: { base_sha: BASE, head_sha: HEAD } }))).toMatchObject({
      mode: 'changes',
      range: { head: HEAD, bases: [{ revision: BASE }] },
      judge: AT_BASE,
    });
  });

  const beyond = [{ branch: 'main' }];
  test.each([
    ['a push', push(BASE), 'refs/heads/topic', [{ revision: BASE, otherwise: beyond }]],
    [
      'a forced push',
      { ...push(BASE), forced: true },
      'refs/heads/topic',
      [{ revision: BASE, otherwise: beyond }],
    ],
    ['a push of the default branch', push(BASE), 'refs/heads/main', [{ revision: BASE, otherwise: [] }]],
    ['a new branch', push(NONE), 'refs/heads/topic', beyond],
    ['a new tag', push(NONE), 'refs/tags/v1', beyond],
    ['the first push', push(NONE), 'refs/heads/main', []],
  ])('%s, and the tree', (_, payload, ref, bases) => {
    expect(auto(job('push', payload, ref))).toMatchObject({ mode: 'tree', range: { head: HEAD, bases } });
  });

  test.each([
    ['a deleted branch', 'push', push(BASE, NONE)],
    ['a schedule', 'schedule', {}],
    ['a run by hand', 'workflow_dispatch', {}],
    ['a laptop', '', {}],
  ])('%s has no changes: the tree', (_, eventName, payload) => {
    const plan = auto(job(eventName, payload));
    expect(plan).toMatchObject({ mode: 'tree' });
    expect(plan).not.toHaveProperty('range');
    expect(plan).not.toHaveProperty('lacking');
  });

  test.each(['pull_request', 'pull_request_target', 'pull_request_review_comment', 'merge_group', 'push'])(
    'the event %s without its payload has changes that nobody knows',
    eventName => {
      const without = job(eventName, { repository: {} });
      expect(auto(without)).toMatchObject({ lacking: expect.stringContaining('event file') });
    },
  );

  test('a push that does not say what was before may bring all that the default branch has not', () => {
    const beyondMain = { range: { head: undefined, bases: beyond } };
    expect(auto(job('push', {}))).toMatchObject(beyondMain);
    expect(auto(job('push', {}, 'refs/heads/main'))).toMatchObject({ range: { bases: [] } });
  });

  test('before credentials the tree always, and the changes with it', () => {
    const range = { bases: [{ revision: BASE }] };
    expect(auto(job('pull_request', pullRequest), true)).toMatchObject({ mode: 'tree', range });
    expect(auto(job('push', push(BASE)), true)).toMatchObject({ mode: 'tree', range });
  });
});

describe('what is asked for is done', () => {
  const asked = (input: ScanInput, from: Job) => planScan(from, input, { beforeCredentials: true });

  test('tree and history know no range, and are judged by the base of a pull request', () => {
    for (const input of ['tree', 'history'] as const)
      expect(asked(input, job('pull_request', pullRequest))).toEqual({
        mode: input,
        judge: AT_BASE,
        why: `as asked: ${input}`,
      });
  });

  test('changes are changes, but the tree where an event has none', () => {
    expect(asked('changes', job('push', push(BASE)))).toMatchObject({ mode: 'changes' });
    const sarif = { beforeCredentials: false, sarif: true };
    expect(planScan(job('push', push(BASE)), 'changes', sarif)).toMatchObject({ mode: 'tree' });
    expect(planScan(job('pull_request', pullRequest), 'changes', sarif)).toMatchObject({ mode: 'changes' });
    expect(asked('changes', job('schedule', {}))).toMatchObject({ mode: 'tree' });
  });

  test('off is off', () => {
    expect(asked('off', job('push', push(BASE)))).toBeUndefined();
  });
});

describe('whose allow list rules', () => {
  const own = (from: Job) => auto(from)?.judge;
  const ofCommit = { kind: 'own-or-default', own: MERGE, defaultBranch: 'main' };

  test.each(['pull_request', 'pull_request_target', 'pull_request_review', 'merge_group'])(
    'nobody’s on %s where the base is not known',
    eventName => expect(own(job(eventName, {}))).toMatchObject({ kind: 'nobody' }),
  );

  test.each([
    ['push', true],
    ['schedule', true],
    ['workflow_dispatch', false],
  ])('on %s that of the commit that it is about, also on a branch of one’s own', (eventName, unasked) => {
    expect(own(job(eventName, {}))).toEqual({ ...ofCommit, unasked, byMembers: true });
  });

  test.each(['workflow_run', 'issue_comment', 'repository_dispatch', 'check_suite', 'deployment', 'other'])(
    'on %s that of its commit only on the default branch',
    eventName => {
      expect(own(job(eventName, {}, 'refs/heads/main'))).toEqual({
        ...ofCommit,
        unasked: false,
        byMembers: false,
      });
      expect(own(job(eventName, {}))).toEqual({
        ...ofCommit,
        own: undefined,
        unasked: false,
        byMembers: false,
      });
    },
  );

  test('on a laptop that of what is scanned', () => expect(own(job('', {}))).toBeUndefined());
});
