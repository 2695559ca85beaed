import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { applyPatch, parsePatch } from 'diff';
import { runCli } from './support/bundle.js';
import { removeFolder, scratchFolder } from './support/scratch.js';

const TEXT = `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: aws-actions/configure-aws-credentials@v4
        with:
          aws-access-key-id: \${{ secrets.AWS_ACCESS_KEY_ID }}
          aws-secret-access-key: \${{ secrets.AWS_SECRET_ACCESS_KEY }}
          aws-region: eu-west-1
      - run: aws s3 ls
`;

let folder: string;
const workflow = () => join(folder, '.github/workflows/deploy.yml');

beforeAll(async () => {
  folder = await scratchFolder('migrate');
  await mkdir(join(folder, '.git'));
  await mkdir(join(folder, '.github/workflows'), { recursive: true });
  await writeFile(workflow(), TEXT);
  await chmod(workflow(), 0o640);
});

afterAll(() => removeFolder(folder));

const migrate = (...args: readonly string[]) => runCli(['migrate', ...args], { cwd: folder });

describe('aws-temp-creds migrate', () => {
  test('shows a unified diff and writes nothing; then writes exactly that, once', async () => {
    const shown = await migrate('--account', '111111111111');
    expect(shown.exitCode).toBe(1);
    expect(await readFile(workflow(), 'utf8')).toBe(TEXT);
    const [patch] = parsePatch(shown.stdout);
    if (patch === undefined) throw new Error('there is no diff');
    expect(patch.oldFileName).toBe('a/.github/workflows/deploy.yml');
    expect(shown.stderr).toContain('gh secret delete AWS_ACCESS_KEY_ID');

    const written = await migrate('--account', '111111111111', '--write');
    expect({ ...written, milliseconds: 0 }).toMatchObject({ exitCode: 0 });
    expect(written.stdout).toBe('Changed .github/workflows/deploy.yml\nWrote .github/aws-temp-creds.yml\n');
    expect(await readFile(workflow(), 'utf8')).toBe(applyPatch(TEXT, patch));

    const again = await migrate();
    expect({ exitCode: again.exitCode, stdout: again.stdout, stderr: again.stderr }).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: '',
    });
    const scan = await runCli(['scan', '.github/workflows/deploy.yml'], { cwd: folder });
    expect(scan.exitCode).toBe(0);
  });

  test('tells programs the same', async () => {
    await writeFile(workflow(), TEXT);
    const { stdout, exitCode } = await migrate('--json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      changed: ['.github/workflows/deploy.yml'],
      written: false,
      secrets: ['secrets.AWS_ACCESS_KEY_ID', 'secrets.AWS_SECRET_ACCESS_KEY'],
    });
  });

  test('of one file only that', async () => {
    const { stdout } = await migrate('.github/workflows/deploy.yml');
    expect(stdout).toContain('org/aws-temp-creds@v1');
  });

  test.each([
    [['--account', '12'], /must be 12 digits/],
    [['--region', 'Frankfurt'], /must be the code of a Region/],
    [['nowhere'], /There is no nowhere/],
    [['--diff', '--write'], /exclude each other/],
    [['--wrote'], /did you mean --write/],
  ])('%j is wrong use', async (args, message) => {
    const { exitCode, stdout, stderr } = await migrate(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});
