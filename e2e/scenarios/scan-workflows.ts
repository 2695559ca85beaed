import { deepEqual, equal, match, notDeepEqual, ok } from 'node:assert/strict';
import { plantedKey } from '../../__tests__/support/credentials.js';
import { createRepository, type Repository } from '../../__tests__/support/repository.js';
import { documentedWorkflows, GitHubSide, type Outcome } from '../github-side.js';
import type { Scenario, Stage } from '../scenario.js';

/** The workflows of `docs/scan.md`, as they stand, over what happens to a repository in its life. */
export const scanWorkflowScenarios: readonly Scenario[] = [
  {
    name: 'scan-pull-request',
    promise:
      'the documented check of pull requests sees what a commit takes away again, and a change of the target',
    parts: [],
    play: stage => onGitHub(stage, 0, pullRequests),
  },
  {
    name: 'scan-pushes',
    promise: 'the documented check with alerts stays red, and its alerts open, while a key is in the tree',
    parts: [],
    play: stage => onGitHub(stage, 1, pushes),
  },
  {
    name: 'scan-schedule',
    promise:
      'the documented weekly check finds what only the history holds, and is not green of a shallow clone',
    parts: [],
    play: stage => onGitHub(stage, 2, history),
  },
];

const { accessKeyId, secretAccessKey } = plantedKey('documented workflows');
const LEAK = { 'prod.env': `AWS_ACCESS_KEY_ID=${accessKeyId}\nAWS_SECRET_ACCESS_KEY=${secretAccessKey}\n` };
const REMOVED = { 'prod.env': null };

interface Setting {
  readonly github: GitHubSide;
  /** What everybody pushes to; its commits are made right here. */
  readonly origin: Repository;
  readonly workflow: string;
}

async function onGitHub(
  { root }: Stage,
  index: number,
  body: (setting: Setting) => Promise<void>,
): Promise<void> {
  const origin = await createRepository();
  try {
    await origin.commit('begin', { 'README.md': 'shop\n' });
    const workflow = documentedWorkflows(root, 'docs/scan.md')[index] ?? '';
    await body({ github: new GitHubSide(origin), origin, workflow });
  } finally {
    await origin.remove();
  }
}

function passed({ conclusion, log }: Outcome): void {
  equal(conclusion, 'success', log);
}

function failed({ conclusion, log }: Outcome): void {
  equal(conclusion, 'failure', log);
  ok(!log.includes(secretAccessKey), 'the log shows the secret');
}

async function pullRequests({ github, origin, workflow }: Setting): Promise<void> {
  await origin.branch('feature');
  await origin.commit('clean', { 'a.txt': 'a\n' });
  const request = { head: 'feature', base: 'main', number: 7 };
  passed(await github.pullRequest(workflow, { ...request, action: 'opened' }));
  await origin.checkout('feature');
  await origin.commit('leak', LEAK);
  await origin.commit('unleak', REMOVED);
  failed(await github.pullRequest(workflow, { ...request, action: 'synchronize' }));

  // A branch that builds on one with a key goes to that one first, and then to main.
  await origin.git('checkout', '--quiet', '-b', 'leaky', 'main');
  await origin.commit('leak', LEAK);
  await origin.branch('topic');
  await origin.commit('work', { 'b.txt': 'b\n' });
  const topic = { head: 'topic', number: 8 };
  passed(await github.pullRequest(workflow, { ...topic, base: 'leaky', action: 'opened' }));
  failed(await github.pullRequest(workflow, { ...topic, base: 'main', action: 'edited' }));
}

async function pushes({ github, origin, workflow }: Setting): Promise<void> {
  const before = await origin.head();
  const leak = await origin.commit('leak', LEAK);
  failed(await github.push(workflow, { before, after: leak }));
  const alerts = github.openAlerts;
  notDeepEqual(alerts, []);
  const next = await origin.commit('work', { 'a.txt': 'a\n' });
  failed(await github.push(workflow, { before: leak, after: next }));
  deepEqual(github.openAlerts, alerts);
  const clean = await origin.commit('unleak', REMOVED);
  passed(await github.push(workflow, { before: next, after: clean }));
  deepEqual(github.openAlerts, []);

  // What a forced push throws away is gone from the server: then all of the branch's history counts.
  await origin.git('reset', '--quiet', '--hard', before);
  await origin.commit('leak again', LEAK);
  const forced = await origin.commit('unleak again', REMOVED);
  const outcome = await github.push(workflow, { before: 'd'.repeat(40), after: forced, forced: true });
  failed(outcome);
  match(outcome.log, /prod\.env:1:19 in commit/);
}

async function history({ github, origin, workflow }: Setting): Promise<void> {
  passed(await github.schedule(workflow));
  await origin.commit('leak', LEAK);
  await origin.commit('unleak', REMOVED);
  failed(await github.schedule(workflow));
  const shallow = workflow.replace(/^\s+with:\n\s+fetch-depth: 0\n/m, '');
  ok(shallow !== workflow, 'the workflow says no depth');
  const outcome = await github.schedule(shallow);
  failed(outcome);
  match(outcome.log, /with: \{ fetch-depth: 0 \}/);
}
