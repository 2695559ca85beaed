import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FileReader } from '../src/scan/sources/file-reader.js';
import { removeFolder, scratchFolder } from './support/scratch.js';
import { unprivileged } from './support/unprivileged.js';

let folder = '';
beforeAll(async () => {
  folder = await scratchFolder('reader');
});
afterAll(() => removeFolder(folder));

function fileOf(name: string, size: number): string {
  const path = join(folder, name);
  writeFileSync(path, Buffer.alloc(size, name));
  return path;
}

/** What the visitor is shown of a file, put together, and what came of it. */
function readBy(reader: FileReader, path: string) {
  let shown = 0;
  const outcome = reader.read(path, (_bytes, start, end, { offset }) => {
    shown = offset + end - start;
  });
  return { shown, ...outcome };
}

describe('a file is read to its end', () => {
  test('whatever was read before it through the same buffer', () => {
    const reader = new FileReader();
    const sizes = [
      9_000_000, 9_000_001, 12_000_000, 17_000_000, 9_000_002, 16_777_216, 16_777_217, 20_000_000,
    ];
    for (const size of sizes)
      expect(readBy(reader, fileOf(`f${size}`, size))).toEqual({ kind: 'read', bytes: size, shown: size });
  });

  test.each([0, 1, 4095, 4096, 4097, 8192, 1_048_575, 1_048_576, 1_048_577])('%d bytes', size => {
    const outcome = readBy(new FileReader(), fileOf(`f${size}`, size));
    expect(outcome).toEqual({ kind: 'read', bytes: size, shown: size });
  });
});

describe('what cannot be opened is an outcome, not an error', () => {
  test('no file has a name that is longer than any system allows', () => {
    for (const name of ['n'.repeat(300), 'folder/'.repeat(10_000)])
      expect(new FileReader().read(join(folder, name), () => undefined)).toEqual({ kind: 'absent' });
  });

  const posix = process.platform === 'win32' ? test.skip : test;
  posix('a folder that may not be entered hides what is in it', async () => {
    chmodSync(folder, 0o755);
    const closed = join(folder, 'closed');
    mkdirSync(closed);
    const path = fileOf('closed/file', 10);
    chmodSync(closed, 0);
    const outcome = await unprivileged(() => new FileReader().read(path, () => undefined));
    chmodSync(closed, 0o700);
    expect(outcome).toEqual({ kind: 'unread', why: 'it cannot be read (EACCES)', harmless: false });
  });
});
