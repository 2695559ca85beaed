import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { staleReport, writeReport } from '../src/scan/report/write-report.js';
import { runStep } from './support/bundle.js';
import { describeJob } from './support/github-job.js';
import { createRepository, type Repository } from './support/repository.js';
import { removeFolder, scratchFolder } from './support/scratch.js';

let scratch: string;
let folder: string;
let elsewhere: string;

beforeAll(async () => {
  scratch = await scratchFolder('reports');
});
afterAll(() => removeFolder(scratch));

beforeEach(async () => {
  const own = join(scratch, String(Math.random()));
  folder = join(own, 'checkout');
  elsewhere = join(own, 'elsewhere');
  await mkdir(folder, { recursive: true });
  await mkdir(elsewhere);
});

describe('a report', () => {
  test.each(['x.sarif', 'a/b/x.sarif', './a/../x.sarif'])(
    'is written to %s, with its folders',
    async path => {
      writeReport(folder, path, 'text');
      expect(await readFile(join(folder, path), 'utf8')).toBe('text');
    },
  );

  test('goes to an absolute path wherever that is', async () => {
    writeReport(folder, join(elsewhere, 'new/x.sarif'), 'text');
    expect(await readFile(join(elsewhere, 'new/x.sarif'), 'utf8')).toBe('text');
  });

  test('replaces a link at its place, and leaves alone what that leads to', async () => {
    await writeFile(join(elsewhere, 'theirs'), 'theirs');
    await symlink(join(elsewhere, 'theirs'), join(folder, 'x.sarif'));
    writeReport(folder, 'x.sarif', 'text');
    expect(await readFile(join(folder, 'x.sarif'), 'utf8')).toBe('text');
    expect(await readFile(join(elsewhere, 'theirs'), 'utf8')).toBe('theirs');
  });

  describe.each([
    ['relative', (path: string) => path],
    ['absolute', (path: string) => join(folder, path)],
  ])('given by a %s path', (_, given) => {
    test.each([
      ['a link to a folder', () => symlink(elsewhere, join(folder, 'out')), 'out/new/x.sarif'],
      [
        'a link to a folder that is not there yet',
        () => symlink(join(elsewhere, 'new'), join(folder, 'out')),
        'out/x.sarif',
      ],
      [
        'a link further down',
        async () => {
          await mkdir(join(folder, 'a'));
          await symlink(elsewhere, join(folder, 'a/b'));
        },
        'a/b/new/deep/x.sarif',
      ],
    ])('makes no folder through %s', async (_name, make, path) => {
      await make();
      expect(() => writeReport(folder, given(path), 'text')).toThrow(
        expect.objectContaining({ code: 'wrong-input' }),
      );
      expect(await readdir(elsewhere)).toEqual([]);
    });
  });
});

describe('what stood at the place of a report', () => {
  test('is taken away when no report came', async () => {
    await writeFile(join(folder, 'x.sarif'), 'brought');
    staleReport(folder, 'x.sarif')();
    expect(await readdir(folder)).toEqual([]);
  });

  test('is the report when one came', async () => {
    await writeFile(join(folder, 'x.sarif'), 'brought');
    const discard = staleReport(folder, 'x.sarif');
    writeReport(folder, 'x.sarif', 'text');
    discard();
    expect(await readFile(join(folder, 'x.sarif'), 'utf8')).toBe('text');
  });

  test('is left alone where a link leads out', async () => {
    await writeFile(join(elsewhere, 'x.sarif'), 'theirs');
    await symlink(elsewhere, join(folder, 'out'));
    staleReport(folder, 'out/x.sarif')();
    expect(await readdir(elsewhere)).toEqual(['x.sarif']);
  });
});

describe('a report that the repository brought', () => {
  let repository: Repository;
  beforeEach(async () => {
    repository = await createRepository();
    await repository.commit('begin', { 'keys.sarif': '{"runs":[]}\n', 'README.md': 'shop\n' });
  });

  test.each([
    ['scan', 'an input is wrong', { 'fail-on': 'never' }, {}],
    ['scan', 'the configuration is wrong', {}, { '.github/aws-temp-creds.yml': 'x: 1\n' }],
    ['main', 'an input is wrong', { export: 'never' }, {}],
    ['main', 'the configuration is wrong', {}, { '.github/aws-temp-creds.yml': 'x: 1\n' }],
    ['main', 'nothing is scanned', { scan: 'off' }, {}],
  ])('is gone after the action %s when %s', async (bundle, _, inputs, files) => {
    await repository.write(files);
    const job = describeJob({ event: 'workflow_dispatch' });
    const { outputs } = await runStep({
      bundle,
      job,
      workspace: repository.path,
      inputs: { 'sarif-file': 'keys.sarif', ...inputs },
    });
    expect(outputs['sarif-file']).toBe('');
    expect(await readdir(repository.path)).not.toContain('keys.sarif');
    await repository.remove();
  });
});
