import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { IndexEntries, idInListing, isSubmodule } from '../src/scan/sources/index-entries.js';
import { readIndexFile } from '../src/scan/sources/index-file.js';
import { idsOf, planted, Repositories, scanTree } from './support/scanning.js';
import { removeFolder, scratchFolder } from './support/scratch.js';
import { writeFiles } from './support/working-files.js';

const repositories = new Repositories();
afterAll(() => repositories.remove());

type Repository = Awaited<ReturnType<Repositories['create']>>;

const indexOf = (repository: Repository) => join(repository.path, '.git/index');

interface Tracked {
  readonly files: readonly (readonly [path: string, id: string])[];
  readonly submodules: readonly string[];
}

function readHere(index: string, prefix = ''): Tracked | undefined {
  const read = readIndexFile(index, prefix);
  if (read === undefined) return undefined;
  const { files, submodules, idOf } = read;
  return {
    files: Array.from({ length: files.length }, (_, at) => [files.text(at), idOf(files.lead(at))] as const),
    submodules,
  };
}

/** The same as git says it. */
function listedByGit(repository: Repository, prefix = ''): Tracked {
  const args = ['-C', repository.path, 'ls-files', '-z', '--stage', ...(prefix === '' ? [] : ['--', prefix])];
  const files: (readonly [string, string])[] = [];
  const submodules: string[] = [];
  for (const { bytes, start, path, end } of new IndexEntries().in(execFileSync('git', args))) {
    const text = bytes.toString('utf8', path, end);
    if (isSubmodule(bytes, start)) submodules.push(text);
    else files.push([text, idInListing(bytes.subarray(start, path))]);
  }
  return { files, submodules };
}

function update(repository: Repository, ...args: string[]): void {
  execFileSync('git', ['-C', repository.path, 'update-index', ...args]);
}

/** A repository with paths of many lengths, and a submodule. */
async function manyPaths(format: 'sha1' | 'sha256' = 'sha1'): Promise<Repository> {
  const repository = await repositories.create({ objectFormat: format });
  const files: Record<string, string> = { 'ä/ö.txt': 'umlauts\n', 'z/.hidden': '', 'with space': 'a\n' };
  for (let length = 1; length <= 40; length++) files[`n/${'x'.repeat(length)}`] = `${length}\n`;
  await repository.commit('many', files);
  const id = (format === 'sha1' ? '1' : '2').repeat(format === 'sha1' ? 40 : 64);
  update(repository, '--add', '--cacheinfo', `160000,${id},vendored/lib`);
  return repository;
}

describe("git's index is read as git reads it", () => {
  test.each(['sha1', 'sha256'] as const)('with names of %s', async format => {
    const repository = await manyPaths(format);
    const expected = listedByGit(repository);
    expect(expected.files).toHaveLength(44);
    expect(expected.submodules).toEqual(['vendored/lib']);
    expect(readHere(indexOf(repository))).toEqual(expected);
  });

  test('the part below a folder alone', async () => {
    const repository = await manyPaths();
    for (const prefix of ['n/', 'z/', 'vendored/', 'none/'])
      expect(readHere(indexOf(repository), prefix)).toEqual(listedByGit(repository, prefix));
  });

  test('with flags in version 3, and after an entry that is only intended', async () => {
    const repository = await manyPaths();
    update(repository, '--skip-worktree', 'n/x', 'with space');
    await repository.write({ 'n/intended': 'soon\n' });
    execFileSync('git', ['-C', repository.path, 'add', '--intent-to-add', 'n/intended']);
    expect(readFileSync(indexOf(repository)).readUInt32BE(4)).toBe(3);
    expect(readHere(indexOf(repository))).toEqual(listedByGit(repository));
  });

  test('a path in conflict is one file', async () => {
    const repository = await repositories.create();
    const id = execFileSync('git', ['-C', repository.path, 'rev-parse', 'HEAD:src/a.txt'], {
      encoding: 'utf8',
    }).trim();
    const stages = [1, 2, 3].map(stage => `100644 ${id} ${stage}\tsrc/b.txt\n`).join('');
    execFileSync('git', ['-C', repository.path, 'update-index', '--index-info'], { input: stages });
    expect(readHere(indexOf(repository))?.files.map(([path]) => path)).toEqual(['src/a.txt', 'src/b.txt']);
  });

  test('a path longer than its flags can say', async () => {
    const repository = await repositories.create();
    const path = `deep/${'p'.repeat(250)}`.repeat(17);
    const id = '3'.repeat(40);
    execFileSync('git', ['-C', repository.path, 'update-index', '--index-info'], {
      input: `100644 ${id} 0\t${path}\n`,
    });
    expect(readHere(indexOf(repository))?.files[0]).toEqual([path, id]);
  });
});

describe('what is not understood is left to git', () => {
  test.each([
    ['version 4', ['--index-version', '4']],
    ['a split index', ['--split-index']],
  ])('%s', async (_, args) => {
    const repository = await repositories.create();
    const key = planted(args.join(' '));
    await repository.commit('add', { '.env': key.text });
    update(repository, ...args);
    expect(readIndexFile(indexOf(repository), '')).toBeUndefined();
    const result = await scanTree(repository.path);
    expect(idsOf(result)).toEqual([key.id]);
    expect(result).toMatchObject({ notes: [], unread: [], counts: { files: 2 } });
  });

  test('a sparse index, which names folders in place of their files', async () => {
    const repository = await repositories.create();
    const [kept, left] = [planted('kept'), planted('left out')];
    await repository.commit('add', { 'kept/.env': kept.text, 'left/out/.env': left.text });
    const args = ['sparse-checkout', 'set', '--cone', '--sparse-index', 'kept'];
    execFileSync('git', ['-C', repository.path, ...args], { stdio: 'ignore' });
    expect(readIndexFile(indexOf(repository), '')).toBeUndefined();
    expect(idsOf(await scanTree(repository.path))).toEqual([kept.id, left.id].sort());
  });

  test('no index, and what is none', async () => {
    const folder = await scratchFolder('index');
    expect(readIndexFile(join(folder, 'none'), '')).toBeUndefined();
    expect(readIndexFile(folder, '')).toBeUndefined();
    for (const content of ['', 'DIRC', 'rubbish that is longer than a header']) {
      writeFileSync(join(folder, 'index'), content);
      expect(readIndexFile(join(folder, 'index'), '')).toBeUndefined();
    }
    if (process.platform !== 'win32') {
      execFileSync('mkfifo', [join(folder, 'fifo')]);
      expect(readIndexFile(join(folder, 'fifo'), '')).toBeUndefined();
    }
    await removeFolder(folder);
  });

  test('damage anywhere: it is read, or left, and never fails', async () => {
    const index = readFileSync(indexOf(await manyPaths()));
    const folder = await scratchFolder('damage');
    const file = join(folder, 'index');
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.nat(index.length - 1), byte, fc.nat(index.length), (at, value, size) => {
        const damaged = Buffer.from(index.subarray(0, size < index.length / 2 ? size : index.length));
        if (at < damaged.length) damaged[at] = value;
        writeFileSync(file, damaged);
        const read = readHere(file);
        if (damaged.length < index.length) expect(read).toBeUndefined();
        else if (read !== undefined) expect(read.files.length).toBeLessThanOrEqual(44);
      }),
      { numRuns: 500 },
    );
    await removeFolder(folder);
  });
});

describe('an index that leads out of the repository', () => {
  test.each(['../', 'src/../../'])('is not followed by %s', async way => {
    const repository = await repositories.create();
    const outside = await scratchFolder('outside');
    await writeFiles(outside, { '.env': planted('outside').text });
    // git refuses to add such a path: one of the same length is put in its place.
    const hostile = `${way}${basename(outside)}/.env`;
    const harmless = 'x'.repeat(hostile.length);
    await repository.commit('add', { [harmless]: 'nothing\n' });
    const index = readFileSync(indexOf(repository));
    index.write(hostile, index.indexOf(harmless));
    writeFileSync(indexOf(repository), index);
    const { findings } = await scanTree(repository.path);
    expect(findings).toEqual([]);
    await removeFolder(outside);
  });

  test('a NUL in a path names no file', async () => {
    const repository = await repositories.create();
    const key = planted('behind a NUL');
    await repository.commit('add', { 'begin-and-end': key.text });
    const index = readFileSync(indexOf(repository));
    index.writeUInt8(0, index.indexOf('begin-and-end') + 5);
    writeFileSync(indexOf(repository), index);
    const { findings } = await scanTree(repository.path);
    expect(findings).toMatchObject([{ accessKeyId: key.id }]);
  });
});
