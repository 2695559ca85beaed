import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** What is at a path that should be a file. */
export type RegularFile =
  | { readonly kind: 'file'; readonly content: Buffer }
  /** Nothing is there, or it cannot be read. */
  | { readonly kind: 'none' }
  /** A folder, a FIFO, a socket or a device: what nobody may wait for. */
  | { readonly kind: 'other' }
  | { readonly kind: 'too large' };

/**
 * Reads a file, links followed, without ever waiting for the other end of a FIFO or reading a device that has no end.
 *
 * @param most bytes that it may have
 */
export function readRegularFile(path: string, most: number): RegularFile {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    if (!fstatSync(file).isFile()) return { kind: 'other' };
    // One byte more, to see that there is more: the size that the system says may be wrong.
    const content = filled(file, Math.min(fstatSync(file).size, most) + 1, most);
    return content.length > most ? { kind: 'too large' } : { kind: 'file', content };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return { kind: code === 'ENXIO' || code === 'EOPNOTSUPP' ? 'other' : 'none' };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function filled(file: number, expected: number, most: number): Buffer {
  let bytes = Buffer.alloc(expected);
  let end = 0;
  for (;;) {
    const count = readSync(file, bytes, end, bytes.length - end, null);
    end += count;
    if (count === 0 || end > most) return bytes.subarray(0, end);
    if (end === bytes.length) bytes = Buffer.concat([bytes], Math.min(2 * end, most) + 1);
  }
}
