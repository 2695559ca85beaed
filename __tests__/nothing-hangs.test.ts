import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfiguration } from '../src/config/file.js';
import { Failure } from '../src/failure.js';
import { checkCiFile } from '../src/scan/ci-files/check-ci-file.js';
import { inlineAllowance } from '../src/scan/inline.js';
import { runCli } from './support/bundle.js';
import { bundlePath, nodePath } from './support/program.js';
import { createRepository, type Repository } from './support/repository.js';
import { planted } from './support/scanning.js';

let repository: Repository;

beforeAll(async () => {
  repository = await createRepository();
  await repository.commit('begin', { 'README.md': 'shop\n' });
});
afterAll(() => repository.remove());

const posix = process.platform === 'win32' ? describe.skip : describe;

posix('what nobody may wait for ends the scan at once, and not as clean', () => {
  const fifo = (path: string) => execFileSync('mkfifo', [path]);
  const endless = (path: string) => symlinkSync('/dev/zero', path);

  test.each([
    ['a FIFO as configuration', '.github/aws-temp-creds.yml', fifo, []],
    ['a FIFO as baseline', '.github/aws-temp-creds-baseline.json', fifo, []],
    ['a FIFO as packed-refs', '.git/packed-refs', fifo, ['--history']],
    ['a FIFO as a list of shallow commits', '.git/shallow', fifo, ['--history']],
    ['a device as a branch', '.git/refs/heads/endless', endless, ['--history']],
    ['a FIFO as attributes', '.gitattributes', fifo, ['--staged']],
    ['a FIFO as a list of alternates', '.git/objects/info/alternates', fifo, ['--history']],
  ] as const)('%s', async (_, path, make, options) => {
    const file = join(repository.path, path);
    mkdirSync(join(file, '..'), { recursive: true });
    make(file);
    try {
      const { exitCode, stderr } = await runCli(['scan', ...options], { cwd: repository.path });
      expect({ exitCode, stderr }).toEqual({
        exitCode: 2,
        stderr: expect.stringMatching(/regular file|could read/),
      });
    } finally {
      rmSync(file);
    }
  });

  test('a FIFO in place of the configuration of git', async () => {
    const other = await createRepository();
    await other.commit('begin', { 'README.md': 'shop\n' });
    rmSync(join(other.path, '.git/config'));
    fifo(join(other.path, '.git/config'));
    const { exitCode, stderr } = await runCli(['scan', '--history'], { cwd: other.path });
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining('.git/config') });
    await other.remove();
  });

  test('standard input from which nothing comes: it says that it waits, and Ctrl-C ends it', async () => {
    const child = spawn(nodePath('20'), [bundlePath('cli'), 'scan', '-'], { cwd: repository.path });
    const [said] = await once(child.stderr, 'data');
    expect(String(said)).toContain('Waiting for standard input');
    child.kill('SIGINT');
    // What it had read until then is reported; the rest was not.
    expect(await once(child, 'close')).toEqual([2, null]);
  });
});

describe('texts made to be slow', () => {
  test('a comment of quotes', () => {
    expect(inlineAllowance(`x # aws-temp-creds:allow ${'"'.repeat(3000)}x`)?.kind).toBe('own');
    expect(inlineAllowance(`x # aws-temp-creds:allow why ${' *'.repeat(1900)}`)?.reason).toBe('why');
  });

  test.each(['[', '{a: ', '- ', '? ', '&a ', '*a '])('a workflow of %j again and again is said', unit => {
    const { unread } = checkCiFile('.github/workflows/a.yml', Buffer.from(`aws: ${unit.repeat(40_000)}`));
    expect(unread).toMatchObject([{ why: expect.stringContaining('CI file: ') }]);
  });

  test.each([
    ['wrong entries', `scan:\n  allow:\n${'    - { path: [] }\n'.repeat(5000)}`],
    ['anchors', `a: ${'&a '.repeat(20_000)}`],
    ['the same key', 'a: 1\n'.repeat(5000)],
  ])('a configuration with thousands of faults lists fifty: %s', (_, text) => {
    const lines = linesOfFailure(text);
    expect(lines.length).toBeLessThanOrEqual(51);
    expect(lines.at(-1)).toMatch(/^and \d+ more$/);
  });

  test('a configuration that is nested without an end is refused', () => {
    expect(linesOfFailure('['.repeat(50_000)).join()).toContain('nested deeper');
  });

  test('a fault shows no key that stands in the file', () => {
    const { id, text } = planted('in a fault');
    const shown = linesOfFailure(`${id}: x\nsso: "${text.replaceAll('\n', ' ')}"\n`).join('\n');
    expect(shown).not.toContain(id);
  });
});

function linesOfFailure(text: string): string[] {
  try {
    readConfiguration(text, 'c.yml', () => undefined);
    return [];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return (error.explanation.why ?? '').split('\n');
  }
}

test('a configuration larger than a megabyte is refused', async () => {
  const other = await createRepository();
  await other.commit('begin', { 'README.md': 'shop\n' });
  mkdirSync(join(other.path, '.github'));
  writeFileSync(join(other.path, '.github/aws-temp-creds.yml'), `# ${'x'.repeat(2 ** 20)}\n`);
  const { exitCode, stderr } = await runCli(['scan'], { cwd: other.path });
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining('larger than 1 MiB') });
  await other.remove();
});
