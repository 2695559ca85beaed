import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Laptop, laptop } from './support/laptop.js';
import { nodePath, ROOT, runProgram } from './support/program.js';

const posix = process.platform === 'win32' ? describe.skip : describe;

posix('the package that npm gets', () => {
  let mine: Laptop;
  let root: string;
  beforeAll(async () => {
    mine = await laptop();
    const packed = spawnSync(
      'npm',
      ['pack', '--ignore-scripts', '--silent', '--pack-destination', mine.home],
      {
        cwd: ROOT,
        encoding: 'utf8',
      },
    );
    expect(packed.stderr).toBe('');
    const [tarball = ''] = (await readdir(mine.home)).filter(name => name.endsWith('.tgz'));
    expect(spawnSync('tar', ['-xzf', join(mine.home, tarball), '-C', mine.home]).status).toBe(0);
    root = mine.path('package');
  });
  afterAll(() => mine.remove());

  const run = (args: readonly string[]) =>
    runProgram({
      command: nodePath('20'),
      args: [join(root, 'dist/cli/index.js'), ...args],
      env: mine.environment(),
      cwd: mine.repository,
    });

  test('says its version, and works as it was unpacked', async () => {
    const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
    expect((await run(['--version'])).stdout).toBe(`${version}\n`);
    expect((await run(['profiles', '--print'])).stdout).toContain('[profile dev]');
    expect((await run(['profiles', '--cdk-plugin'])).stdout).toBe(
      `${join(root, 'dist/cdk-plugin/index.js')}\n`,
    );
  });

  test('has what runs and its licences, and nothing of the workshop', async () => {
    const names = (await readdir(root)).sort();
    expect(names).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'dist', 'package.json', 'schema']));
    for (const name of ['src', '__tests__', 'node_modules', 'e2e']) expect(names).not.toContain(name);
    expect(await readdir(join(root, 'dist'))).toContain('licenses.txt');
  });

  test('names where it is made, so that npm can prove it', async () => {
    const { repository, publishConfig } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    expect(repository.url).toBe('git+https://github.com/org/aws-temp-creds.git');
    expect(publishConfig).toEqual({ access: 'public', provenance: true });
  });
});
