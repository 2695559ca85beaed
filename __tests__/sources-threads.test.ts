import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ScanResult } from '../src/scan/finding.js';
import { Inspection } from '../src/scan/inspection.js';
import { FileThreads } from '../src/scan/sources/file-threads.js';
import { PathGroup } from '../src/scan/sources/path-group.js';
import { Sweep } from '../src/scan/sources/sweep.js';
import { TreeFiles } from '../src/scan/sources/tree-files.js';
import { planted, Repositories, scanTree } from './support/scanning.js';
import { removeFolder, scratchFolder } from './support/scratch.js';

const repositories = new Repositories();
let folder = '';
beforeAll(async () => {
  folder = await manyFiles();
});
afterAll(() => repositories.remove());

const FILES = 3000;
const nameOf = (index: number) => `d${index % 37}/e${index % 5}/f${index}`;

/** Files enough for threads, with a key in every hundredth, beside CI files, links and what is not there. */
async function manyFiles() {
  const repository = await repositories.create();
  const files: Record<string, string> = {};
  for (let index = 0; index < FILES; index++)
    files[nameOf(index)] = index % 100 === 0 ? planted(`many ${index}`).text : `nothing in ${index}\n`;
  const job = 'env:\n  AWS_SECRET_ACCESS_KEY: ${{ secrets.KEY }}\n  AWS_ACCESS_KEY_ID: ${{ secrets.ID }}\n';
  files['.github/workflows/a.yml'] = `on: push\n${job}jobs: {}\n`;
  await repository.commit('many', files);
  for (const index of [100, 1500, 2900]) await repository.write({ [nameOf(index)]: null });
  return repository.path;
}

const reported = ({ findings, unread, counts: { files, objects, bytes } }: ScanResult) => ({
  findings,
  unread,
  counts: { files, objects, bytes },
});

/** What one thread alone finds in the files of a folder. */
async function alone(folder: string, indices: readonly number[], many: boolean) {
  const inspection = new Inspection();
  const absent: string[] = [];
  const sweep = new Sweep(new TreeFiles(folder, inspection), {}, many, ({ text }) => absent.push(text));
  try {
    for (const index of indices) {
      sweep.add(Buffer.from(nameOf(index)));
      if (sweep.isFull) await sweep.scan();
    }
    await sweep.scan();
  } finally {
    sweep.close();
  }
  const { found, files, bytes } = inspection;
  return { found, files, bytes, absent };
}

describe('with all processors', () => {
  test('the same is found, in the same order, as by one thread, and each time', async () => {
    const indices = Array.from({ length: FILES }, (_, index) => index);
    const expected = await alone(folder, indices, false);
    expect(expected.found).toHaveLength(27);
    expect(expected.absent).toEqual([100, 1500, 2900].map(nameOf));
    for (let round = 0; round < 3; round++) expect(await alone(folder, indices, true)).toEqual(expected);
    const [one, other] = [await scanTree(folder), await scanTree(folder)];
    expect(one.findings.filter(({ rule }) => rule === 'access-key-pair')).toHaveLength(30);
    expect(reported(one)).toEqual(reported(other));
  });

  test('more files than one group has are all looked at', async () => {
    const indices = Array.from({ length: 140_000 }, (_, index) => index % 101);
    const { files, found, absent } = await alone(folder, indices, true);
    expect(files + absent.length).toBe(140_000);
    expect(found.length).toBe(indices.filter(index => index === 0).length);
  });

  test('a scan that is stopped reports what it found until then', async () => {
    const controller = new AbortController();
    const stopped = await scanTree(folder, {
      signal: controller.signal,
      progress: ({ files }) => files > 500 && controller.abort(),
    });
    expect(stopped.findings.filter(({ rule }) => rule === 'access-key-pair')).not.toEqual([]);
    expect(stopped.unread).toEqual([{ what: 'the rest', why: 'the scan was stopped', incomplete: true }]);
  });

  const parallel = availableParallelism() > 1 ? test : test.skip;
  parallel.each([
    ['fails', 'throw new Error("it failed")', 'it failed'],
    ['ends', 'process.exit(3)', 'ended with code 3'],
  ])(
    'a thread that %s with files in its hands ends the scan, which does not wait for it',
    async (_, how, why) => {
      const own = await scratchFolder('threads');
      const file = join(own, 'worker.mjs');
      const start = "import { parentPort } from 'node:worker_threads';";
      writeFileSync(file, `${start}\nparentPort.on('message', () => { ${how}; });\n`);
      const threads = new FileThreads(own, file);
      const group = new PathGroup();
      group.add(Buffer.from('a'), 0, 0, 1);
      threads.show(group);
      await expect(threads.parts(1)).rejects.toThrow(why);
      threads.close();
      await removeFolder(own);
    },
  );
});
