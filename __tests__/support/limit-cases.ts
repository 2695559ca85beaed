import { gzipSync } from 'node:zlib';
import { LIMITS } from '../../src/scan/limits.js';

/** A content that goes over a limit, with something behind it. */
export type Exceeding = (pair: string) => Buffer;

const text = (...parts: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat(parts.map(part => Buffer.from(part as string)));

const INVENTED = 'AKIA12345SECRETTOKEN ';
const DOCUMENTED = ['AKIAIOSFODNN7', 'EXAMPLE '].join('');

function packed(pair: string, times: number): Buffer {
  let content = gzipSync(pair);
  for (let depth = 0; depth < times; depth++) content = gzipSync(content);
  return content;
}

function encoded(pair: string, times: number): Buffer {
  let content = pair;
  for (let depth = 0; depth < times; depth++) content = Buffer.from(content).toString('base64');
  return Buffer.from(content);
}

/** More distinct words of the form of an identifier than are kept. */
function manyValues(count: number): string {
  const words: string[] = [];
  for (let at = 0; at < count; at++) words.push(`AKIA${at.toString(32).toUpperCase().padStart(16, '0')}`);
  return words.join(' ');
}

/** Each is small enough for every change; those that are large stand in `LARGE`. */
export const SMALL: Readonly<Record<string, Exceeding>> = {
  'values that are none': pair => text(INVENTED.repeat(5001), '\n', pair),
  'keys of the documentation': pair => text(DOCUMENTED.repeat(5001), '\n', pair),
  depth: pair => packed(pair, LIMITS.depth + 1),
  layers: pair => encoded(pair, LIMITS.layers - 8),
  'escapes in escapes': pair => text(pair.replaceAll('A', `%${'25'.repeat(5 * LIMITS.layers)}41`)),
};

export const LARGE: Readonly<Record<string, Exceeding>> = {
  values: pair => text(manyValues(LIMITS.values + 1), '\n', pair),
  'work, in a bomb': pair => gzipSync(text(Buffer.alloc(900 * 2 ** 20), '\n', pair)),
  stream: pair => gzipSync(text(Buffer.alloc(LIMITS.stream, 'lorem ipsum '), '\n', pair)),
  'whole, in windows': pair => text(Buffer.alloc(LIMITS.whole, 'lorem ipsum '), '\n', pair),
  archive: pair => text('PK\u0003\u0004', Buffer.alloc(LIMITS.archive, 'lorem ipsum '), '\n', pair),
};
