import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { readAuditSettings } from '../src/config/audit-inputs.js';
import { Faults } from '../src/config/fault.js';
import { readInputs } from '../src/config/inputs.js';
import { REFUSED_INPUTS } from '../src/config/refused-inputs.js';
import { rootScanInputs, scanOnlyInputs } from '../src/config/scan-inputs.js';
import { runStep } from './support/bundle.js';
import { declaredBy, filesIn, textOf, yamlOf } from './support/documents.js';
import { describeJob } from './support/github-job.js';
import { ROOT } from './support/program.js';
import { createRepository, type Repository } from './support/repository.js';
import { type RunningServices, startServices } from './support/services.js';
import { gitHubTrust } from './support/sts-account.js';

const Package = v.looseObject({
  version: v.string(),
  license: v.optional(v.string()),
  homepage: v.pipe(v.string(), v.url()),
  repository: v.object({ type: v.literal('git'), url: v.pipe(v.string(), v.url()) }),
  bugs: v.pipe(v.string(), v.url()),
  engines: v.object({ node: v.string() }),
  bin: v.record(v.string(), v.string()),
  dependencies: v.optional(v.record(v.string(), v.string())),
});
const manifest = v.parse(Package, JSON.parse(textOf('package.json')));

const Runs = v.looseObject({
  name: v.string(),
  description: v.string(),
  author: v.string(),
  branding: v.object({ icon: v.string(), color: v.string() }),
  inputs: v.optional(v.record(v.string(), v.looseObject({ description: v.string() }))),
  outputs: v.optional(v.record(v.string(), v.looseObject({ description: v.string() }))),
  runs: v.looseObject({ using: v.literal('node24'), main: v.string(), post: v.optional(v.string()) }),
});

type Reading = (read: (name: string) => string, faults: Faults) => unknown;

/** Where each action reads its inputs, and the inputs that it reads only to refuse them. */
const READINGS: Readonly<Record<string, { readonly read: Reading; readonly refused: readonly string[] }>> = {
  'action.yml': {
    read: (read, faults) => [readInputs(read, {}, faults), rootScanInputs(read, faults)],
    refused: REFUSED_INPUTS.map(({ input }) => input),
  },
  'scan/action.yml': { read: scanOnlyInputs, refused: [] },
  'audit/action.yml': { read: (read, faults) => readAuditSettings(read, faults, undefined), refused: [] },
};

/** The inputs that an action asks the runner for when none is given. */
function inputsReadBy(path: string): string[] {
  const { read, refused } = READINGS[path] ?? { read: () => {}, refused: [] };
  const asked = new Set<string>();
  const ask = (name: string) => {
    asked.add(name);
    return '';
  };
  read(ask, new Faults());
  return [...asked].filter(name => !refused.includes(name)).sort();
}

const ACTIONS = ['action.yml', 'scan/action.yml', 'audit/action.yml'].filter(path =>
  existsSync(join(ROOT, path)),
);

describe.each(ACTIONS)('%s', path => {
  const action = v.parse(Runs, yamlOf(textOf(path)));

  test('starts bundles that are there', () => {
    const folder = path.replace(/[^/]*$/, '');
    for (const bundle of [action.runs.main, action.runs.post ?? action.runs.main]) {
      expect([bundle, existsSync(join(ROOT, folder, bundle))]).toEqual([bundle, true]);
    }
  });

  test('declares the inputs that the code reads, and no others', () => {
    expect([...declaredBy(path).inputs].sort()).toEqual(inputsReadBy(path));
  });

  test('names no static key among its inputs', () => {
    const refused = REFUSED_INPUTS.map(({ input }) => input);
    expect(declaredBy(path).inputs.filter(name => refused.includes(name))).toEqual([]);
  });
});

describe('outputs', () => {
  let services: RunningServices;
  let repository: Repository;
  beforeAll(async () => {
    services = await startServices();
    repository = await createRepository();
    await repository.commit('Begin', { 'README.md': '# Shop\n' });
    services.sts.role('111111111111', {
      name: 'deploy',
      trust: gitHubTrust('111111111111', { subject: 'repo:acme/shop:*' }),
    });
  });
  afterAll(() => Promise.all([services.close(), repository.remove()]));

  test('of the root action are those that it declares, all of them', async () => {
    const run = await runStep({
      services,
      job: describeJob({ sha: await repository.head() }),
      workspace: repository.path,
      inputs: {
        'role-to-assume': 'arn:aws:iam::111111111111:role/deploy',
        'aws-region': 'eu-west-1',
        'output-credentials': 'true',
      },
    });
    expect(run.exitCode).toBe(0);
    expect(Object.keys(run.outputs).sort()).toEqual([...declaredBy('action.yml').outputs].sort());
  });

  test('of the scan are those that it declares, all of them', async () => {
    const run = await runStep({ bundle: 'scan', job: describeJob(), workspace: repository.path });
    expect(Object.keys(run.outputs).sort()).toEqual([...declaredBy('scan/action.yml').outputs].sort());
  });
});

describe('what is generated', () => {
  test.each(['schema.mjs', 'readme.mjs'])('is what %s gives', script => {
    const { status, stderr } = spawnSync(process.execPath, [`scripts/${script}`, '--check'], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('what the marketplace shows', () => {
  test.each(Object.keys(READINGS))('of %s fits into its 125 characters', path => {
    const { description } = v.parse(Runs, yamlOf(textOf(path)));
    expect([...description].length).toBeLessThanOrEqual(125);
  });

  test('where issues are filed asks for what is needed to answer them', () => {
    const forms = filesIn('.github/ISSUE_TEMPLATE', '.yml').filter(path => !path.endsWith('config.yml'));
    expect(forms.length).toBeGreaterThan(1);
    const Form = v.looseObject({
      name: v.string(),
      description: v.string(),
      body: v.array(v.looseObject({ type: v.string(), attributes: v.looseObject({}) })),
    });
    for (const path of forms) expect(v.safeParse(Form, yamlOf(textOf(path))).success).toBe(true);
  });
});

describe('the package', () => {
  test('has the version that the changelog begins with', () => {
    expect(/^## (\S+)/m.exec(textOf('CHANGELOG.md'))?.[1]).toBe(manifest.version);
  });

  test('needs nothing installed beside it', () => {
    expect(manifest.dependencies).toBeUndefined();
    for (const file of Object.values(manifest.bin)) expect(existsSync(join(ROOT, file))).toBe(true);
  });

  test('tells the licence of every package that is in a bundle', () => {
    const notices = textOf('dist/licenses.txt');
    const bundled = bundledPackages();
    expect(bundled).toEqual(expect.arrayContaining(['@actions/core', 'aws4', 'yaml', 'valibot']));
    const missing = bundled.filter(name => !notices.split('\n').includes(name));
    expect(missing).toEqual([]);
  });
});

/** Packages whose modules a bundle names, or of whose main file most of what is theirs alone stands in a bundle. */
function bundledPackages(): string[] {
  const bundles = filesIn('dist', '.js').map(textOf).join('\n');
  const named = [...bundles.matchAll(/MODULE: \.\/node_modules\/((?:@[^/]+\/)?[^/]+)\//g)];
  const lines = new Map(reachablePackages().map(name => [name, longLinesOf(name)] as const));
  const owners = new Map<string, number>();
  for (const own of lines.values()) for (const line of own) owners.set(line, (owners.get(line) ?? 0) + 1);
  const found = [...lines].filter(([, own]) => {
    const unique = [...own].filter(line => owners.get(line) === 1);
    return unique.length > 0 && unique.filter(line => bundles.includes(line)).length > unique.length / 2;
  });
  return [...new Set([...named.map(([, name = '']) => name), ...found.map(([name]) => name)])];
}

const Manifest = v.looseObject({
  main: v.optional(v.string(), 'index.js'),
  dependencies: v.optional(v.record(v.string(), v.string()), {}),
});

function manifestOf(name: string): v.InferOutput<typeof Manifest> {
  return v.parse(Manifest, JSON.parse(textOf(`node_modules/${name}/package.json`)));
}

/** Lines of a package's main file that are long enough to be recognised by. */
function longLinesOf(name: string): Set<string> {
  const { main } = manifestOf(name);
  const file = [main, `${main}.js`, `${main}/index.js`]
    .map(path => join('node_modules', name, path))
    .find(path => /\.[cm]?js$/.test(path) && existsSync(join(ROOT, path)));
  const lines = file === undefined ? [] : textOf(file).split('\n');
  return new Set(
    lines.map(line => line.trim()).filter(line => line.length > 45 && !/^(?:\/\/|\*)/.test(line)),
  );
}

/** What the source imports, and what that depends on. */
function reachablePackages(): string[] {
  const imports = filesIn('src', '.ts').flatMap(path => [
    ...textOf(path).matchAll(/from '((?:@[^/']+\/)?[^./'][^/']*)/g),
  ]);
  const waiting = imports.map(([, name = '']) => name).filter(name => !name.startsWith('node:'));
  const reached = new Set<string>();
  for (const name of waiting) {
    if (reached.has(name) || !existsSync(join(ROOT, 'node_modules', name, 'package.json'))) continue;
    reached.add(name);
    waiting.push(...Object.keys(manifestOf(name).dependencies));
  }
  return [...reached];
}
