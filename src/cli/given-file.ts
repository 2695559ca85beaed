import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { Failure } from '../failure.js';
import { printable } from '../printable.js';
import type { Terminal } from './command.js';

/** Bytes; claims and policies have some thousand. */
const LARGEST = 1024 * 1024;

/**
 * The text of a file that an option names; `-` is standard input.
 *
 * @throws Failure `wrong-input` when it cannot be read, or is larger than anything that is meant
 */
export async function readGiven(path: string, { cwd, stdin }: Terminal, option: string): Promise<string> {
  try {
    const bytes = path === '-' ? await readStream(stdin) : await readFile(resolve(cwd, path));
    if (bytes.length > LARGEST) throw new Error('it has more than 1 MB');
    return bytes.toString('utf8');
  } catch (error) {
    throw new Failure('wrong-input', {
      what: `${option} ${printable(path, 300)} cannot be read.`,
      why: printable(error instanceof Error ? error.message : String(error), 300),
    });
  }
}

/** At most one byte more than is taken, however long the file, or a device, is. */
async function readFile(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    return await readStream(file.createReadStream({ end: LARGEST, autoClose: false }));
  } finally {
    await file.close();
  }
}

async function readStream(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    const bytes = Buffer.from(part);
    parts.push(bytes);
    size += bytes.length;
    if (size > LARGEST) break;
  }
  return Buffer.concat(parts);
}
