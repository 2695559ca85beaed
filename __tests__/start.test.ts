import { cp, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runCli } from './support/bundle.js';
import { bundlePath, ROOT } from './support/program.js';
import { createRepository, type Repository } from './support/repository.js';
import { removeFolder, scratchFolder } from './support/scratch.js';

/** Says at the end which of Node's modules were loaded. */
const PROBE = `process.on('exit', () => process._rawDebug(process.moduleLoadList.join('\\n')));`;

let folder: string;
let repository: Repository;

beforeAll(async () => {
  folder = await scratchFolder('start');
  repository = await createRepository();
  await repository.commit('begin', { 'README.md': 'shop\n', '.github/workflows/x.yml': 'on: push\n' });
});

afterAll(async () => {
  await repository.remove();
  await removeFolder(folder);
});

describe('the scan of a clean tree', () => {
  test('reads one file: what it does not need stays on the disk', async () => {
    await cp(join(ROOT, 'dist/cli'), join(folder, 'dist/cli'), { recursive: true });
    await cp(join(ROOT, 'dist/package.json'), join(folder, 'dist/package.json'));
    const cli = join(folder, 'dist/cli/index.js');
    const { exitCode, stdout, stderr } = await runCli(['scan'], { bundle: cli, cwd: repository.path });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^No static AWS key found {2}tree: 2 files, /);
  });

  test.each(['assert', 'child_process', 'crypto', 'https', 'perf_hooks', 'tls', 'worker_threads', 'zlib'])(
    'does not load %s of Node',
    async name => {
      const probe = join(folder, 'probe.cjs');
      await writeFile(probe, PROBE);
      const env = { NODE_OPTIONS: `--require ${JSON.stringify(probe)}` };
      const { stderr } = await runCli(['scan'], { env, cwd: repository.path });
      expect(stderr).toContain('NativeModule fs\n');
      expect(stderr).not.toContain(`NativeModule ${name}\n`);
    },
  );

  test('starts with less than 500 KB', async () => {
    const { size } = await stat(bundlePath('cli'));
    expect(size).toBeLessThan(500_000);
  });
});

describe('explain', () => {
  test.each(['crypto', 'http', 'https', 'tls', 'worker_threads', 'zlib'])(
    'does not load %s of Node',
    async name => {
      const probe = join(folder, 'probe.cjs');
      await writeFile(probe, PROBE);
      const env = { NODE_OPTIONS: `--require ${JSON.stringify(probe)}` };
      const args = ['explain', '--claim', 'repository=acme/shop', '--trust-policy', '-', '--json'];
      const { stderr, stdout } = await runCli(args, { env, stdin: '{"Statement":[]}' });
      expect(stdout).toContain('"allowed": false');
      expect(stderr).toContain('NativeModule fs\n');
      expect(stderr).not.toContain(`NativeModule ${name}\n`);
    },
  );
});
