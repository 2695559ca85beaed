import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { markdownTable } from '../e2e/pairs/table.js';
import { accountId } from '../src/aws/names.js';
import { readConfiguration } from '../src/config/file.js';
import { statementFor } from '../src/trust/statement.js';
import { type Block, blocksOf, filesIn, linksOf, pages, textOf, yamlOf } from './support/documents.js';
import { GITHUB_ISSUER } from './support/issuer.js';
import { ROOT } from './support/program.js';
import { jobsWithoutToken, lintWorkflow, unknownNames, Workflow } from './support/workflow-lint.js';

const blocks = pages().flatMap(blocksOf);
const yaml = blocks.filter(({ language }) => language === 'yaml' || language === 'yml');

/** A block is a whole workflow, the steps of one, a configuration file, or some other program's. */
function kindOf({ text }: Block): 'workflow' | 'steps' | 'configuration' | 'other' {
  const value = yamlOf(text);
  if (Array.isArray(value)) return value.some(item => v.is(StepLike, item)) ? 'steps' : 'other';
  if (!v.is(v.looseObject({}), value)) return 'other';
  // Other CI systems have jobs, too.
  if ('jobs' in value) return 'on' in value ? 'workflow' : 'other';
  const ours = ['environments', 'scan', 'sso'];
  return Object.keys(value).every(key => ours.includes(key)) ? 'configuration' : 'other';
}

const StepLike = v.union([v.looseObject({ uses: v.string() }), v.looseObject({ run: v.string() })]);

function ofKind(kind: ReturnType<typeof kindOf>): Block[] {
  return yaml.filter(block => kindOf(block) === kind);
}

/** Steps as a whole workflow, so that they can be judged as one. */
function asWorkflow(steps: string): string {
  const permissions = 'permissions:\n      contents: read\n      id-token: write';
  const body = steps.replace(/^(?=.)/gm, '      ');
  return `on: push\njobs:\n  job:\n    runs-on: ubuntu-latest\n    ${permissions}\n    steps:\n${body}`;
}

async function faultsIn(workflow: string): Promise<string[]> {
  const parsed = v.parse(Workflow, yamlOf(workflow));
  return [
    ...(await lintWorkflow(workflow)),
    ...unknownNames(parsed, workflow),
    ...jobsWithoutToken(parsed).map(name => `job ${name} asks for credentials without id-token: write`),
  ];
}

const named = (list: readonly Block[]) => list.map(block => [block.place, block] as const);

describe('what the documentation shows works', () => {
  test.each(named(ofKind('workflow')))('the workflow at %s', async (_, { text }) => {
    expect(await faultsIn(text)).toEqual([]);
  });

  const steps = ofKind('steps');
  if (steps.length > 0) {
    test.each(named(steps))('the steps at %s', async (_, { text }) => {
      expect(await faultsIn(asWorkflow(text))).toEqual([]);
    });
  }

  test.each(named(ofKind('configuration')))('the configuration at %s', (_, { text }) => {
    const { environments, scan } = readConfiguration(text, 'documentation', () => '{"Statement":[]}');
    expect(environments.length + scan.allow.length).toBeGreaterThan(0);
  });

  test('every other YAML block is YAML, every JSON block JSON', () => {
    for (const { text } of ofKind('other')) yamlOf(text);
    for (const { text } of blocks.filter(({ language }) => language === 'json')) JSON.parse(text);
  });

  const examples = filesIn('examples', '.yml', '.yaml').filter(path => path.includes('workflows/'));
  if (examples.length > 0) {
    test.each(examples)('%s', async path => {
      expect(await faultsIn(textOf(path))).toEqual([]);
    });
  }

  test('the trust policy of the README is the one that a refusal would print', () => {
    const account = accountId('111111111111');
    const shown = blocksOf('README.md').find(({ language }) => language === 'json');
    if (account === undefined || shown === undefined) throw new Error('there is no policy');
    const printed = statementFor({
      issuer: GITHUB_ISSUER,
      account,
      partition: 'aws',
      audience: 'sts.amazonaws.com',
      subjects: ['repo:acme/shop:environment:production'],
      repositoryIds: [],
    });
    expect(JSON.parse(shown.text)).toEqual(printed);
  });
});

describe('the pages', () => {
  test('have the table of pairs of steps that is tested with real tools', () => {
    const [, shown = ''] =
      /<!-- pairs -->\n([\s\S]*?)<!-- \/pairs -->/.exec(textOf('docs/several-steps.md')) ?? [];
    expect(shown).toBe(markdownTable());
  });

  test('link to files that exist', () => {
    const dead = pages().flatMap(page =>
      linksOf(page)
        .filter(target => !existsSync(join(ROOT, target)))
        .map(target => `${page}: ${target}`),
    );
    expect(dead).toEqual([]);
  });

  test('name only scripts that package.json has', () => {
    const { scripts } = v.parse(
      v.object({ scripts: v.record(v.string(), v.string()) }),
      JSON.parse(textOf('package.json')),
    );
    const used = pages().flatMap(page => [...textOf(page).matchAll(/npm run ([\w:-]+)/g)]);
    expect(used.map(([, name = '']) => name).filter(name => !(name in scripts))).toEqual([]);
  });

  test('explain messages that the code has', () => {
    const source = filesIn('src', '.ts').map(textOf).join('\n');
    const headings = [...textOf('docs/troubleshooting.md').matchAll(/^### (.+)$/gm)]
      .map(([, heading = '']) => heading)
      .filter(heading => !NOT_OURS.includes(heading));
    const missing = headings.filter(heading =>
      heading.split('…').some(part => !source.includes(quoted(part.trim()))),
    );
    expect(headings.length).toBeGreaterThan(15);
    expect(missing).toEqual([]);
  });
});

/** Headings that are no messages of ours. */
const NOT_OURS = [
  'ExpiredToken, in the middle of a deploy',
  'The wrong Region, or the wrong account',
  'A proxy is not used, or is used where it should not be',
  '*** everywhere in the log',
];

/** A part of a message without the punctuation beside its variable parts. */
function quoted(part: string): string {
  return part.replace(/^[:,.]|[:,]$/g, '').trim();
}
