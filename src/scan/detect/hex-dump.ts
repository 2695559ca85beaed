import type { Joined } from './joins.js';

/** A line of xxd, hexdump -C or od -x1: offset, up to 16 bytes in groups, and perhaps the characters. */
const LINE =
  /^[ \t]*(?:0x)?[0-9a-fA-F]{4,16}[:|]?[ \t]{1,3}((?:[0-9a-fA-F]{2,8}[ \t|-]{1,3}){1,16}(?:[0-9a-fA-F]{2,8})?)/gm;

/** All that a line holds; more are digits among the characters shown beside. */
const MOST_BYTES = 16;

/** The digit that the first line's offset begins with. */
export const FIRST_OF_HEX_DUMP = 0x30;

const FIRST_OFFSET = /^(?:0x)?0{7,16}[: \t]/;

/** Whether the content begins with a hex dump's first line. */
export function beginsHexDump(bytes: Buffer): boolean {
  return bytes[0] === FIRST_OF_HEX_DUMP && FIRST_OFFSET.test(bytes.toString('latin1', 0, 20));
}

/** Puts the bytes of a hex dump together. @returns undefined when there is none */
export function readHexDump(text: string): Joined | undefined {
  const bytes: number[] = [];
  const starts: number[] = [];
  for (const match of text.matchAll(LINE)) {
    const digits = match[1] ?? '';
    const column = match.index + match[0].length - digits.length;
    const pairs = [...digits.matchAll(/[0-9a-fA-F]{2}/g)];
    for (const pair of pairs.slice(0, MOST_BYTES)) {
      bytes.push(Number.parseInt(pair[0], 16));
      starts.push(column + pair.index);
    }
  }
  if (bytes.length < SHORTEST) return undefined;
  return { text: Buffer.from(bytes).toString('latin1'), starts: Int32Array.from(starts) };
}

const SHORTEST = 20;
