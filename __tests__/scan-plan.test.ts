import { describe, expect, test } from '@jest/globals';
import { describeJob, type Job } from '../src/github/job.js';
import { planScan, type ScanInput } from '../src/scan/plan.js';

const name = (digit: string) => digit.repeat(40);
const [BASE, HEAD, NONE] = [name('b'), name('a'), name('0')];

function job(eventName: string, payload: object, ref = 'refs/heads/topic'): Job {
  const variables = {
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: eventName,
    GITHUB_REF: ref,
    GITHUB_REPOSITORY: 'o/r',
  };
  return describeJob(variables, { repository: { default_branch: 'main' }, ...payload });
}

const pullRequest = {
  pull_request: { number: 7, base: { sha: BASE }, head: { sha: HEAD, repo: { full_name: 'o/r' } } },
};
const push = (before: string, after = HEAD) => ({ before, after, forced: false });
const auto = (from: Job, beforeCredentials = false) => planScan(from, 'auto', { beforeCredentials });

describe('auto scans what the event brings', () => {
  test('a pull request: the merge that is checked out, beyond its base, judged by the base', () => {
    expect(auto(job('pull_request', pullRequest))).toEqual({
      mode: 'changes',
      range: { head: undefined, bases: [{ revision: BASE }], mergeOf: HEAD },
      judge: BASE,
      why: 'the changes of pull request 7',
    });
  });

  test('pull_request_target: the head by its name, for the checkout is the base', () => {
    expect(auto(job('pull_request_target', pullRequest))).toMatchObject({
      mode: 'changes',
      range: { head: HEAD, bases: [{ revision: BASE }] },
      judge: BASE,
    });
  });

  test('a merge group', () => {
    expect(auto(job('merge_group', { merge_group: { base_sha: BASE, head_sha: HEAD } }))).toMatchObject({
      mode: 'changes',
      range: { head: HEAD, bases: [{ revision: BASE }] },
      judge: BASE,
    });
  });

  test.each([
    ['a push', push(BASE), 'refs/heads/topic', [{ revision: BASE }]],
    ['a forced push', { ...push(BASE), forced: true }, 'refs/heads/topic', [{ revision: BASE }]],
    ['a new branch', push(NONE), 'refs/heads/topic', [{ branch: 'main' }]],
    ['a new tag', push(NONE), 'refs/tags/v1', [{ branch: 'main' }]],
    ['the first push', push(NONE), 'refs/heads/main', []],
  ])('%s', (_, payload, ref, bases) => {
    const plan = auto(job('push', payload, ref));
    expect(plan).toMatchObject({ mode: 'changes', range: { head: HEAD, bases } });
    expect(plan).not.toHaveProperty('judge');
  });

  test.each([
    ['a deleted branch', 'push', push(BASE, NONE)],
    ['a schedule', 'schedule', {}],
    ['a run by hand', 'workflow_dispatch', {}],
    ['an event without its payload', 'pull_request', {}],
    ['a laptop', '', {}],
  ])('%s has no changes: the tree', (_, eventName, payload) => {
    const plan = auto(job(eventName, payload));
    expect(plan).toMatchObject({ mode: 'tree' });
    expect(plan).not.toHaveProperty('range');
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
        judge: BASE,
        why: `as asked: ${input}`,
      });
  });

  test('changes are changes, but the tree where an event has none', () => {
    expect(asked('changes', job('push', push(BASE)))).toMatchObject({ mode: 'changes' });
    expect(asked('changes', job('schedule', {}))).toMatchObject({ mode: 'tree' });
  });

  test('off is off', () => {
    expect(asked('off', job('push', push(BASE)))).toBeUndefined();
  });
});
