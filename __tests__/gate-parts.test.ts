import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { parsePushed } from '../src/cli/commands/scan-revisions.js';
import { Failure } from '../src/failure.js';
import { type CommandOptions, runCli } from './support/bundle.js';
import { checkoutOf } from './support/checkout.js';
import { textOf, yamlOf } from './support/documents.js';
import type { Repository } from './support/repository.js';
import { idsOf, planted, Repositories, scanChanges, scanHistory, scanTree } from './support/scanning.js';
import { removeFolder, scratchFolder } from './support/scratch.js';

const repositories = new Repositories();
afterAll(() => repositories.remove());

const KEY = planted('gate, parts');
const SECRETS = [KEY.key.accessKeyId, KEY.key.secretAccessKey];
const NONE = '0'.repeat(40);
const CONFIG = 'scan:\n  allow:\n    - path: gone/**\n      reason: a vector\n';

function scan(
  { path }: Pick<Repository, 'path'>,
  args: readonly string[] = [],
  options: CommandOptions = {},
) {
  return runCli(['scan', ...args], { cwd: path, secrets: SECRETS, ...options });
}

async function leaky(): Promise<Repository> {
  const repository = await repositories.create();
  await repository.commit('leak', { 'src/.env': KEY.text, '.github/aws-temp-creds.yml': CONFIG });
  return repository;
}

describe('a part is not the whole', () => {
  test('only a scan of the whole says of an entry that it can go', async () => {
    const repository = await leaky();
    expect((await scan(repository)).stdout).toContain('it can go');
    expect((await scan(repository, ['src'])).stdout).not.toContain('can go');
    expect((await scan(repository, ['src/.env'])).stdout).not.toContain('can go');
    await repository.git('update-index', '--add', '--cacheinfo', `100644,${'a'.repeat(40)},gone.txt`);
    expect((await scan(repository)).stdout).not.toContain('can go');
  });

  test('without a path, the repository that holds this folder is scanned; with one, that folder', async () => {
    const repository = await leaky();
    mkdirSync(join(repository.path, 'docs'));
    const below = { path: join(repository.path, 'docs') };
    expect((await scan(below)).exitCode).toBe(1);
    const { exitCode, stdout } = await scan(repository, ['src']);
    expect([exitCode, stdout.includes('in src')]).toEqual([1, true]);
    expect((await scan(below, ['.'])).exitCode).toBe(0);
  });

  test.each([['--history'], ['--base', 'HEAD~1'], ['--pushed']])(
    'a path beside %s is refused, unless it is the top folder',
    async (...option) => {
      const repository = await leaky();
      const { exitCode, stderr } = await scan(repository, [...option, 'src']);
      expect(exitCode).toBe(2);
      expect(stderr).toContain('scan a whole repository');
      expect((await scan(repository, [...option, '.'])).exitCode).toBe(1);
    },
  );

  test('a path beside --staged narrows it', async () => {
    const repository = await repositories.create();
    await repository.write({ 'src/.env': KEY.text, 'docs/a.txt': 'a\n' });
    await repository.git('add', '--all');
    expect((await scan(repository, ['--staged', 'docs'])).exitCode).toBe(0);
    expect((await scan(repository, ['--staged', 'src'])).exitCode).toBe(1);
    expect((await scan(repository, ['--staged', 'src/.env', 'docs'])).exitCode).toBe(1);
  });

  test.each([
    [['--history', '--not', 'tpyo'], 'There is no revision tpyo'],
    [['--base', 'tpyo'], 'There is no revision tpyo'],
    [['--sarif', '-', '--json'], 'to standard output together'],
    [['--remote', 'origin'], '--remote means something only with --pushed'],
  ])('%j is wrong use', async (args, said) => {
    const { exitCode, stderr } = await scan(await leaky(), args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(said);
  });

  test.each([['--history'], ['--staged'], ['--base', 'HEAD'], ['--pushed']])(
    '%s outside of a repository is wrong use',
    async (...args) => {
      const folder = await scratchFolder('plain');
      try {
        writeFileSync(join(folder, 'a.txt'), 'a\n');
        const { exitCode, stderr } = await scan({ path: folder }, args);
        expect(exitCode).toBe(2);
        expect(stderr).toContain('in no git repository');
      } finally {
        await removeFolder(folder);
      }
    },
  );

  test('--sarif - prints SARIF, and the report beside it', async () => {
    const { exitCode, stdout, stderr } = await scan(await leaky(), ['--sarif', '-']);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout).runs[0].results).toHaveLength(1);
    expect(stderr).toContain('src/.env:1:19');
  });

  test('a shallow clone without the base, or for the history, answers 2, with what to run', async () => {
    const origin = await repositories.create();
    const base = await origin.head();
    await origin.commit('leak', { '.env': KEY.text });
    await origin.commit('unleak', { '.env': null });
    const head = await origin.commit('more', { 'b.txt': 'b\n' });
    const clone = repositories.keep(await checkoutOf(origin, head));
    for (const args of [['--base', base], ['--base', 'main'], ['--history']]) {
      const { exitCode, stdout, stderr } = await scan(clone, args);
      expect(exitCode).toBe(2);
      expect(stdout + stderr).toContain('git fetch --unshallow origin');
      const inGitLab = await scan(clone, args, { env: { GITLAB_CI: 'true' } });
      expect(inGitLab.stdout + inGitLab.stderr).toContain('GIT_DEPTH: "0"');
    }
    const whole = repositories.keep(await checkoutOf(origin, head, { depth: 0 }));
    expect((await scan(whole, ['--base', 'tpyo'])).stderr).not.toContain('unshallow');
  });

  test('in a job of a pull request, the command does not take its word either', async () => {
    const repository = await leaky();
    const base = await repository.git('rev-parse', 'HEAD~1');
    const allowed = await repository.commit('allow', {
      '.github/aws-temp-creds.yml': CONFIG.replace('gone', 'src'),
    });
    expect((await scan(repository)).exitCode).toBe(0);
    const event = join(repository.path, '.git/event.json');
    writeFileSync(event, JSON.stringify({ pull_request: { base: { sha: base }, head: { sha: allowed } } }));
    const env = { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: event };
    expect((await scan(repository, [], { env })).exitCode).toBe(1);
  });
});

describe('a hook scans what it is asked about', () => {
  test('files by name, as the index has them, whether they are staged or not', async () => {
    const repository = await leaky();
    writeFileSync(join(repository.path, 'src/.env'), 'mended on disk only\n');
    const { exitCode, stdout } = await scan(repository, ['--index', '--', 'src/.env']);
    expect([exitCode, stdout.includes('src/.env:1:19')]).toEqual([1, true]);
    rmSync(join(repository.path, 'src/.env'));
    expect((await scan(repository, ['--index', '--', 'src/.env'])).exitCode).toBe(1);
    expect((await scan(repository, ['--index', '--', 'src/a.txt'])).exitCode).toBe(0);
  });

  test('a file that the index has not, from disk; none of that name is incomplete', async () => {
    const repository = await repositories.create();
    await repository.write({ 'new.env': KEY.text });
    expect((await scan(repository, ['--index', '--', 'new.env'])).exitCode).toBe(1);
    expect((await scan(repository, ['--index', '--', 'gone.env'])).exitCode).toBe(2);
  });

  test('a file whose name is an option', async () => {
    const repository = await repositories.create();
    await repository.commit('odd', { '--help': KEY.text });
    expect(textOf('.pre-commit-hooks.yaml')).toContain('args: ["--"]');
    expect((await scan(repository, ['--index', '--', '--help'])).exitCode).toBe(1);
  });

  test('the commits between two refs, added and removed', async () => {
    const repository = await repositories.create();
    await repository.commit('leak', { '.env': KEY.text });
    await repository.commit('unleak', { '.env': null });
    const env = { PRE_COMMIT: '1', PRE_COMMIT_FROM_REF: 'HEAD~2', PRE_COMMIT_TO_REF: 'HEAD' };
    expect((await scan(repository, ['--index', '--'], { env })).exitCode).toBe(1);
    expect((await scan(repository, ['--index', '--', 'src/a.txt'], { env })).exitCode).toBe(1);
    expect((await scan(repository, ['--index', '--'])).exitCode).toBe(0);
    expect((await scan(repository, ['--pushed'], { env })).exitCode).toBe(1);
  });

  test('the commits that are pushed, to whatever branch, and not what lies on disk', async () => {
    const repository = await repositories.create();
    const origin = repositories.keep(await repository.addOrigin());
    await repository.git('fetch', '--quiet', 'origin');
    const before = await repository.head();
    await repository.commit('leak', { '.env': KEY.text });
    const after = await repository.commit('unleak', { '.env': null });
    const pushed = (stdin: string, ...args: string[]) =>
      scan(repository, ['--pushed', '--remote', 'origin', ...args], { stdin });
    for (const there of [before, NONE, 'd'.repeat(40)])
      expect((await pushed(`refs/heads/main ${after} refs/heads/main ${there}\n`)).exitCode).toBe(1);
    const two = `refs/heads/a ${before} refs/heads/a ${NONE}\nHEAD ${after} refs/heads/b ${NONE}\n`;
    expect((await pushed(two)).exitCode).toBe(1);
    expect((await pushed(`refs/heads/main ${before} refs/heads/main ${NONE}\n`)).exitCode).toBe(0);
    expect((await pushed(`(delete) ${NONE} refs/heads/main ${before}\n`)).exitCode).toBe(0);
    // Nothing on standard input: a manager of hooks may have kept it.
    expect((await pushed('')).exitCode).toBe(1);
    await repository.write({ 'loose.env': KEY.text });
    await repository.git('reset', '--quiet', '--hard', before);
    expect((await pushed('')).exitCode).toBe(0);
    expect((await pushed('what is this\n')).exitCode).toBe(2);
    expect((await pushed(`HEAD ${before} refs/heads/${KEY.id} ${NONE}\n`)).exitCode).toBe(1);
    expect(origin.path).not.toBe('');
  });

  test('what git tells a pre-push hook, and nothing else', () => {
    const [a, b] = ['a'.repeat(40), 'b'.repeat(64)];
    expect(parsePushed(`HEAD~1 ${a} refs/heads/x ${b}\n\n`)).toEqual([
      { local: a, name: 'refs/heads/x', there: b },
    ]);
    for (const text of ['x', `${a} refs/heads/x ${b}`, `HEAD ${a} refs/heads/x y ${b}`])
      expect(() => parsePushed(text)).toThrow(Failure);
  });

  test('what pre-commit reads names files, in one process at a time, and a version that knows all of it', () => {
    const hooks = yamlOf(textOf('.pre-commit-hooks.yaml'));
    expect(hooks).toMatchObject([
      { id: 'aws-temp-creds', require_serial: true, always_run: true, minimum_pre_commit_version: '3.2.0' },
      { id: 'aws-temp-creds-push', stages: ['pre-push'], minimum_pre_commit_version: '3.2.0' },
    ]);
    expect(hooks).not.toHaveProperty('0.pass_filenames');
  });
});

describe('what else git holds is read', () => {
  /** A commit object with the header given, on top of HEAD. */
  async function commitWith(repository: Repository, header: string): Promise<void> {
    const [tree, parent] = [await repository.git('rev-parse', 'HEAD^{tree}'), await repository.head()];
    const who = 'A <a@example.com> 1700000000 +0000';
    const text = `tree ${tree}\nparent ${parent}\nauthor ${who}\ncommitter ${who}\n${header}\n\nmessage\n`;
    const path = join(repository.path, '.git/commit-object');
    writeFileSync(path, text);
    const name = await repository.git('hash-object', '-t', 'commit', '-w', '--literally', path);
    await repository.git('update-ref', 'HEAD', name);
  }

  test.each([
    [
      'gpgsig',
      `gpgsig -----BEGIN PGP SIGNATURE-----\n ${KEY.text.trim().replace('\n', '\n ')}\n -----END PGP SIGNATURE-----`,
    ],
    ['gpgsig-sha256', `gpgsig-sha256 ${KEY.text.trim().replace('\n', '\n ')}`],
    ['a field that no git knows', `note ${KEY.text.trim().replace('\n', '\n ')}`],
  ])('in a commit’s header: %s', async (_, header) => {
    const repository = await repositories.create();
    await commitWith(repository, header);
    for (const result of [await scanChanges(repository.path), await scanHistory(repository.path)])
      expect(result.findings).toMatchObject([{ accessKeyId: KEY.id, place: { kind: 'commit-message' } }]);
  });

  test('a file, or a folder that is no repository, where the index has a submodule', async () => {
    const repository = await repositories.create();
    for (const path of ['file', 'folder', 'lib'])
      await repository.git('update-index', '--add', '--cacheinfo', `160000,${'a'.repeat(40)},${path}`);
    writeFileSync(join(repository.path, 'file'), KEY.text);
    mkdirSync(join(repository.path, 'folder'));
    writeFileSync(join(repository.path, 'folder/.env'), KEY.text);
    mkdirSync(join(repository.path, 'lib/.git'), { recursive: true });
    writeFileSync(join(repository.path, 'lib/.env'), KEY.text);
    const found = (result: { findings: readonly { place: { path?: string } }[] }) =>
      result.findings.map(({ place }) => place.path);
    const result = await scanTree(repository.path);
    expect(found(result)).toEqual(['file', 'folder/.env']);
    expect(result.unread).toMatchObject([{ what: 'lib', incomplete: false }]);
    expect(idsOf(result)).toEqual([KEY.id, KEY.id]);
    await repository.git('update-index', '--index-version', '4');
    expect(found(await scanTree(repository.path))).toEqual(['file', 'folder/.env']);
  });

  test('the name of the branch that is checked out, for what it brings', async () => {
    const repository = await repositories.create();
    await repository.branch(`key/${KEY.id}`);
    await repository.commit('work', { 'b.txt': 'b\n' });
    expect((await scanChanges(repository.path)).findings).toMatchObject([{ place: { kind: 'ref-name' } }]);
  });
});
