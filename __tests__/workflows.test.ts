import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { filesIn, textOf, yamlOf } from './support/documents.js';
import {
  lintWorkflow,
  ownAction,
  unknownNames,
  Workflow,
  type WorkflowStep,
} from './support/workflow-lint.js';

const files = filesIn('.github/workflows', '.yml');

function stepsOf(path: string): WorkflowStep[] {
  return Object.values(v.parse(Workflow, yamlOf(textOf(path))).jobs).flatMap(({ steps }) => steps);
}

describe.each(files)('%s', path => {
  const text = textOf(path);
  const workflow = v.parse(Workflow, yamlOf(text));

  test('is a workflow, and gives our actions only what they take', async () => {
    expect([...(await lintWorkflow(text)), ...unknownNames(workflow, text)]).toEqual([]);
  });

  test('runs only code of a fixed commit, and says which version that is', () => {
    const uses = [...text.matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, value = '']) => value);
    const loose = uses.filter(value => !/^(?:\.\/\S*|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/.test(value));
    expect(loose).toEqual([]);
  });

  test('grants nothing by default, and says for each job what it may', () => {
    expect(workflow.permissions).toEqual({});
    for (const [name, { permissions }] of Object.entries(workflow.jobs)) {
      expect({ name, stated: typeof permissions }).toEqual({ name, stated: 'object' });
    }
  });

  test('leaves no token behind in a checkout', () => {
    const checkouts = stepsOf(path).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const { with: given } of checkouts) expect(given?.['persist-credentials']).toBe(false);
  });

  test('puts no text from outside into a script', () => {
    const scripts = stepsOf(path).flatMap(({ run }) => run ?? []);
    expect(scripts.filter(script => script.includes('${{'))).toEqual([]);
  });
});

test('the same action has the same commit everywhere', () => {
  const commits = new Map<string, Set<string>>();
  for (const { uses = './' } of files.flatMap(stepsOf)) {
    const [action = '', commit = ''] = uses.split('@');
    const repository = action.split('/').slice(0, 2).join('/');
    if (ownAction(uses) === undefined)
      commits.set(repository, (commits.get(repository) ?? new Set()).add(commit));
  }
  expect(commits.size).toBeGreaterThan(3);
  expect([...commits].filter(([, known]) => known.size > 1)).toEqual([]);
});
