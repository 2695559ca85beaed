import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { markdownTable } from '../e2e/pairs/table.js';
import { kindOf as kindOfError } from '../src/aws/errors.js';
import { accountId } from '../src/aws/names.js';
import { readConfiguration } from '../src/config/file.js';
import { STS_ADVICE } from '../src/explain/sts-advice.js';
import { explained, Failure } from '../src/failure.js';
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

/** Texts of AWS for AssumeRoleWithWebIdentity, by their codes. */
const AWS_SAYS: ReadonlyArray<readonly [code: string, message: string]> = [
  ['AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity'],
  [
    'AccessDenied',
    'User: x is not authorized to perform: sts:AssumeRole on resource: y with an explicit deny in a service control policy: arn:aws:organizations::1:policy/p',
  ],
  [
    'InvalidIdentityToken',
    'No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com',
  ],
  ['InvalidIdentityToken', 'Incorrect token audience'],
  ['InvalidIdentityToken', 'Missing a required claim: aud'],
  ['InvalidIdentityToken', 'The target role ARN is not present in the roles claim of the identity token'],
  [
    'InvalidIdentityToken',
    "Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements",
  ],
  ['InvalidIdentityToken', "OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint"],
  ['ExpiredTokenException', 'Token expired: current date/time 1 must be before the expiration date/time 0'],
  ['ValidationError', 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.'],
  [
    'ValidationError',
    'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
  ],
  [
    'RegionDisabledException',
    'STS is not activated in this region for account:111111111111. Your account administrator can activate STS in this region using the IAM Console.',
  ],
  ['PackedPolicyTooLarge', 'Packed policy consumes 120% of allotted space, please use smaller policy.'],
];

describe('the troubleshooting page', () => {
  const page = textOf('docs/troubleshooting.md');
  const ids = [...page.matchAll(/<a id="([\w-]+)"><\/a>/g)].map(([, id = '']) => id);
  const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

  /** The names in a union of texts. */
  const namesIn = (path: string) =>
    [...textOf(path).matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(([, name = '']) => name);

  test('has a place for every failure and every cause, which their texts lead to', () => {
    const wanted = [...namesIn('src/failure.ts'), ...namesIn('src/explain/cause.ts')];
    expect(wanted.length).toBeGreaterThan(35);
    expect(wanted.filter(name => !ids.includes(name))).toEqual([]);
    expect(ids.filter(id => !wanted.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    const failure = new Failure('refused', { what: 'x', page: 'fork' });
    expect(explained(failure)).toMatch(/docs\/troubleshooting\.md#fork$/);
    expect(explained(new Failure('wrong-input', { what: 'x' }))).toMatch(/#wrong-input$/);
  });

  test('leads to places that it has', () => {
    const targets = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, target = '']) => target);
    expect(targets.length).toBeGreaterThan(10);
    expect(targets.filter(target => !ids.includes(target) && !headings.includes(target))).toEqual([]);
  });

  const rows = [...page.matchAll(/^\| `(.+?)` +\| /gm)].map(([, message = '']) => message);

  test.each(AWS_SAYS)('knows what AWS says: %s', (code, message) => {
    const fits = rows.filter(row =>
      new RegExp(row.split('…').map(escaped).join('.*')).test(`${code}: ${message}`),
    );
    expect(fits).toHaveLength(1);
    const known =
      STS_ADVICE.some(({ code: name, text }) => name.test(code) && text.test(message)) ||
      /explicit deny/.test(message) ||
      kindOfError(code, message, 400) === 'passing';
    expect([message, known]).toEqual([message, code !== 'AccessDenied' || /explicit deny/.test(message)]);
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

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
