import { closeSync, constants, lstatSync, openSync, type PathLike, readSync } from 'node:fs';

/**
 * Neither follows a link at the end of the path nor waits for the other end of a FIFO. Windows has neither flag: there
 * the kind of the file is asked for first.
 */
export const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
export const ASK_FIRST = constants.O_NOFOLLOW === undefined || process.platform === 'win32';

/** The smallest page of any system: what a system reads at a time. */
const PAGE = 4096;

/**
 * Reads a file in one go, without asking what it is: most files are such that this will do. Reading at a position fails
 * for FIFOs and sockets. What ends with a page may have been cut by an error, or be a device, or go on behind what was
 * asked for, which is whole pages.
 *
 * @param bytes receives it; has whole pages
 * @returns the size in bytes, or 0 when it is not known to be all of a file: then it is read with more questions
 */
export function readSmallFile(path: PathLike, bytes: Buffer): number {
  let file: number | undefined;
  try {
    if (ASK_FIRST && lstatSync(path).isSymbolicLink()) return 0;
    file = openSync(path, FLAGS);
    const size = readSync(file, bytes, 0, bytes.length, 0);
    return size % PAGE === 0 ? 0 : size;
  } catch {
    return 0;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
