import { closeSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ENTIRE, OVERLAP, WHOLE, WINDOW } from '../src/scan/sources/content.js';
import { FileReader } from '../src/scan/sources/file-reader.js';
import { type GitObject, ObjectReader } from '../src/scan/sources/object-reader.js';
import { planted, scanTree } from './support/scanning.js';
import { removeFolder, scratchFolder } from './support/scratch.js';

let folder = '';
beforeAll(async () => {
  folder = await scratchFolder('windows');
});
afterAll(() => removeFolder(folder));

/** What `git cat-file --batch` writes. */
function answers(objects: readonly { id: string; content: Buffer | undefined }[]): Buffer {
  return Buffer.concat(
    objects.flatMap(({ id, content }) =>
      content === undefined
        ? [Buffer.from(`${id} missing\n`)]
        : [Buffer.from(`${id} blob ${content.length}\n`), content, Buffer.from('\n')],
    ),
  );
}

function readAll(output: Buffer, cuts: readonly number[]): { seen: string[]; complete: boolean } {
  const seen: string[] = [];
  let parts: Buffer[] = [];
  const reader = new ObjectReader({
    content: (_: GitObject, bytes, start, end) => parts.push(Buffer.from(bytes.subarray(start, end))),
    done: ({ id }) => {
      seen.push(`${id} ${Buffer.concat(parts).toString('latin1')}`);
      parts = [];
    },
    tooLarge: ({ id }) => seen.push(`${id} too large`),
    missing: id => seen.push(`${id} missing`),
  });
  let start = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    const stop = Math.min(cut, output.length);
    if (stop > start) reader.push(output.subarray(start, stop));
    start = Math.max(start, stop);
  }
  reader.push(output.subarray(start));
  return { seen, complete: reader.complete };
}

const anId = fc.uint8Array({ minLength: 20, maxLength: 20 }).map(bytes => Buffer.from(bytes).toString('hex'));
const anObject = fc.record({
  id: anId,
  content: fc.option(
    fc.uint8Array({ maxLength: 300 }).map(bytes => Buffer.from(bytes)),
    { nil: undefined },
  ),
});

describe('objects come out of a stream as they went in', () => {
  test('wherever the stream is cut', () => {
    fc.assert(
      fc.property(
        fc.array(anObject, { maxLength: 20 }),
        fc.array(fc.nat(8000), { maxLength: 30 }),
        (objects, cuts) => {
          const { seen, complete } = readAll(answers(objects), cuts);
          expect(complete).toBe(true);
          expect(seen).toEqual(
            objects.map(
              ({ id, content }) => `${id} ${content === undefined ? 'missing' : content.toString('latin1')}`,
            ),
          );
        },
      ),
    );
  });

  test('an output that ends too early is not complete', () => {
    const output = answers([{ id: 'a'.repeat(40), content: Buffer.from('content') }]);
    for (let length = 1; length < output.length; length++)
      expect(readAll(output.subarray(0, length), []).complete).toBe(false);
  });

  test('a large one comes in windows that overlap, and what follows it is whole', () => {
    const large = Buffer.alloc(WHOLE + 2 * WINDOW + 12_345, 'abc\n');
    const windows: { offset: number; lines: number; lineStart: number; length: number; same: boolean }[] = [];
    const small: string[] = [];
    const reader = new ObjectReader({
      content: ({ size }, bytes, start, end, { offset, lines, lineStart }) => {
        if (size < 100) small.push(bytes.toString('latin1', start, end));
        else {
          const same = bytes.compare(large, offset, offset + end - start, start, end) === 0;
          windows.push({ offset, lines, lineStart, length: end - start, same });
        }
      },
      done: () => undefined,
      tooLarge: () => undefined,
      missing: () => undefined,
    });
    const content = Buffer.from('small');
    const output = answers([
      { id: 'a'.repeat(40), content: large },
      { id: 'b'.repeat(40), content },
    ]);
    for (let at = 0; at < output.length; at += 65_536) reader.push(output.subarray(at, at + 65_536));
    expect({ small, complete: reader.complete }).toEqual({ small: ['small'], complete: true });
    let covered = 0;
    for (const { offset, lines, lineStart, length, same } of windows) {
      expect({ same, overlap: covered === 0 || covered - offset === OVERLAP }).toEqual({
        same: true,
        overlap: true,
      });
      expect({ lines, lineStart }).toEqual({
        lines: Math.floor(offset / 4),
        lineStart: 4 * Math.floor(offset / 4),
      });
      covered = offset + length;
    }
    expect(covered).toBe(large.length);
  });

  test('an archive larger than any that is opened is said, and shown in windows', () => {
    const archive = Buffer.alloc(65 * 2 ** 20);
    archive.write('PK\u0003\u0004', 'latin1');
    const output = answers([
      { id: 'a'.repeat(40), content: archive },
      { id: 'b'.repeat(40), content: Buffer.from('small') },
    ]);
    const { seen, complete } = readAll(output, []);
    const [said, windows = '', after] = seen;
    expect({ said: said?.slice(38), after: after?.slice(38), complete }).toEqual({
      said: 'aa too large',
      after: 'bb small',
      complete: true,
    });
    expect(windows.length).toBeGreaterThan(archive.length);
  });
});

describe('a border between windows makes nothing up', () => {
  test('the end of a long run of base64, cut off by a border, is not the secret of a key beside it', async () => {
    const { id, key } = planted('cut off');
    const content = Buffer.alloc(WHOLE + 10, 'word ');
    const border = WINDOW - OVERLAP;
    const run = planted('run').key.secretAccessKey.repeat(9);
    content.write(`${run}${key.secretAccessKey}"\naws_access_key_id = ${id}\n`, border - run.length);
    writeFileSync(join(folder, 'long.txt'), content);
    const { findings } = await scanTree(folder, { mode: 'files', files: ['long.txt'] });
    expect(findings).toMatchObject([{ rule: 'access-key-id', accessKeyId: id }]);
  });
});

describe('a file of any size is read through bounded memory', () => {
  const sizes = [
    0,
    1,
    2 ** 20 - 1,
    2 ** 20,
    2 ** 20 + 1,
    WINDOW,
    WHOLE - 1,
    WHOLE,
    WHOLE + 1,
    WHOLE + 3 * WINDOW,
  ];
  test.each(sizes)('of %d bytes every byte is seen, and the one after it', size => {
    const path = join(folder, `size-${size}`);
    const content = Buffer.alloc(size, '0123456789\n');
    writeFileSync(path, content);
    const reader = new FileReader();
    let covered = 0;
    for (let round = 0; round < 2; round++) {
      covered = 0;
      const outcome = reader.read(path, (bytes, start, end, window) => {
        expect(window.offset).toBe(covered === 0 ? 0 : covered - OVERLAP);
        expect(bytes.compare(content, window.offset, window.offset + end - start, start, end)).toBe(0);
        if (size < WHOLE) expect(window).toBe(ENTIRE);
        covered = window.offset + end - start;
      });
      expect({ outcome, covered }).toEqual({ outcome: { kind: 'read', bytes: size }, covered: size });
    }
    rmSync(path);
  });

  test('a key is found at its place wherever it lies in a line of 40 MB', async () => {
    const { id, key } = planted('in a long line');
    const path = join(folder, 'minified.js');
    const before = 'lorem ipsum; ';
    for (const offset of [0, WINDOW - 10, WINDOW - OVERLAP - 5, WHOLE + 3, 40e6 - 100]) {
      const text = `"${key.accessKeyId}","${key.secretAccessKey}"`;
      const file = openSync(path, 'w');
      writeSync(file, Buffer.alloc(40e6, before));
      writeSync(file, text, offset);
      closeSync(file);
      const { findings } = await scanTree(folder, { mode: 'files', files: ['minified.js'] });
      expect(findings).toMatchObject([
        { rule: 'access-key-pair', accessKeyId: id, place: { line: 1, column: offset + 2 } },
      ]);
    }
  });
});
