import { IS_HEX } from './alphabet.js';
import { type Decoded, linesFrom, sourceOf } from './base64.js';
import { startOfHex } from './encoded.js';

/** `xxd -p` writes 60 digits on a line; nothing wraps at fewer than this. */
const SHORTEST_LINE = 30;

/** Decodes hexadecimal digits from the run that begins at `start` on, and the lines after it. */
export function decodeHex(bytes: Buffer, start: number, runEnd: number): Decoded {
  const first = startOfHex(bytes, start, runEnd) ?? start;
  const { lines, end } = linesFrom(bytes, first, byte => IS_HEX[byte] === 1, SHORTEST_LINE);
  const text = lines.map(line => bytes.toString('latin1', line.start, line.end)).join('');
  return {
    bytes: Buffer.from(text.slice(0, text.length & ~1), 'hex'),
    start: first,
    end,
    place: (from, to) => ({
      start: sourceOf(lines, from * 2),
      end: sourceOf(lines, to * 2 - 1) + 1,
    }),
  };
}
