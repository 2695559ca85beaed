import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { textOf } from './support/documents.js';
import { removeFolder, scratchFolder } from './support/scratch.js';
import { type Files, writeFiles } from './support/working-files.js';

function run(script: string, argument: string, env: Record<string, string> = {}) {
  return spawnSync(process.execPath, [`scripts/${script}`, argument], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
}

const Request = v.object({
  variables: v.object({
    input: v.object({
      expectedHeadOid: v.string(),
      branch: v.object({ branchName: v.string() }),
      fileChanges: v.object({ additions: v.array(v.object({ path: v.string(), contents: v.string() })) }),
    }),
  }),
});

describe('the commit of rebuilt bundles', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await scratchFolder('rebuilt');
  });
  afterEach(() => removeFolder(folder));

  async function request(files: Files) {
    await writeFiles(folder, files);
    return run('commit-request.mjs', folder, { BRANCH: 'dependabot/npm_and_yarn/x', COMMIT: 'c0ffee' });
  }

  test('holds the files of dist, for the branch as it was when they were built', async () => {
    const { status, stdout } = await request({ 'main/index.js': 'one', 'licenses.txt': 'two' });
    expect(status).toBe(0);
    const { input } = v.parse(Request, JSON.parse(stdout)).variables;
    expect(input.expectedHeadOid).toBe('c0ffee');
    expect(input.branch.branchName).toBe('dependabot/npm_and_yarn/x');
    const files = input.fileChanges.additions.map(({ path, contents }) => [
      path,
      Buffer.from(contents, 'base64').toString('utf8'),
    ]);
    expect(Object.fromEntries(files)).toEqual({ 'dist/main/index.js': 'one', 'dist/licenses.txt': 'two' });
  });

  test.each<[string, Files]>([
    ['a workflow', { '.github/workflows/x.yml': 'on: push' }],
    ['a file that dist never has', { 'main/index.sh': 'x' }],
    ['a folder in a folder', { 'main/deep/index.js': 'x' }],
    ['a symbolic link', { 'main/index.js': { link: '../../../etc/hostname' } }],
    ['nothing', {}],
  ])('takes no folder with %s', async (_, files) => {
    const { status, stdout } = await request(files);
    expect({ failed: status !== 0, stdout }).toEqual({ failed: true, stdout: '' });
  });
});

test('the notes of a release are its section of the changelog', () => {
  const version = /^## (\S+)/m.exec(textOf('CHANGELOG.md'))?.[1] ?? '';
  const { status, stdout } = run('release-notes.mjs', `v${version}`);
  expect(status).toBe(0);
  expect(stdout.length).toBeGreaterThan(40);
  expect(stdout).not.toMatch(/^## /m);
  expect(run('release-notes.mjs', 'v99.0.0').status).toBe(1);
});
