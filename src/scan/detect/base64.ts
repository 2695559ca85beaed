import { BASE64_VALUE, tableOf } from './alphabet.js';
import { phaseOfText } from './encoded.js';
import type { Place } from './finds.js';

/** A stretch of an encoding and what it decodes to. */
export interface Decoded {
  readonly bytes: Buffer;
  /** First byte that was decoded. */
  readonly start: number;
  /** One past the last byte of the stretch, line ends between included. */
  readonly end: number;
  /** From the decoded bytes to those that carry them. */
  readonly place: Place;
}

/** Lines shorter than this are not taken for wrapped data. */
export const SHORTEST_LINE = 40;

interface Line {
  /** Characters before this line, over all lines. */
  readonly before: number;
  readonly start: number;
}

/**
 * Decodes base64, standard or url-safe, from the run that begins at `start` on; lines that follow are taken with it
 * when it is wrapped.
 *
 * @param runEnd one past the run's last character
 */
export function decodeBase64(bytes: Buffer, start: number, runEnd: number): Decoded {
  const first = start + (phaseOfText(bytes, start, runEnd) ?? 0);
  const { lines, end } = linesFrom(bytes, first, isBase64Byte, SHORTEST_LINE);
  const text = lines.map(line => bytes.toString('latin1', line.start, line.end)).join('');
  return {
    bytes: Buffer.from(text, 'base64'),
    start: first,
    end,
    place: (from, to) => ({
      start: sourceOf(lines, Math.floor((from * 4) / 3)),
      end: sourceOf(lines, Math.ceil((to * 4) / 3) - 1) + 1,
    }),
  };
}

function isBase64Byte(byte: number): boolean {
  return BASE64_VALUE[byte] !== 255;
}

interface EncodedLine extends Line {
  readonly end: number;
}

/** The run at `start` and the lines after it, as long as they are full and hold nothing else. */
export function linesFrom(
  bytes: Buffer,
  start: number,
  belongs: (byte: number) => boolean,
  shortest: number,
): { readonly lines: readonly EncodedLine[]; readonly end: number } {
  const lines: EncodedLine[] = [];
  let before = 0;
  let at: number | undefined = start;
  while (at !== undefined) {
    const end: number = endOfRun(bytes, at, belongs);
    if (end === at || (at !== start && !ENDS_LINE[bytes[end] ?? 0x0a])) break;
    lines.push({ before, start: at, end });
    before += end - at;
    // The first line may begin in the middle; from the second on all have one length but the last.
    const full: EncodedLine | undefined = lines[1];
    const isFull: boolean = full === undefined || end - at === full.end - full.start;
    at = isFull && end - at >= shortest ? nextLine(bytes, end) : undefined;
  }
  return { lines, end: lines.at(-1)?.end ?? start };
}

/** What may follow the last characters of an encoded line. */
const ENDS_LINE = tableOf('\r\n=\'"`<\\) ,;');

function endOfRun(bytes: Buffer, at: number, belongs: (byte: number) => boolean): number {
  let end = at;
  while (end < bytes.length && belongs(bytes[end] ?? 0)) end++;
  return end;
}

/** @returns the first character of the next line, behind its indentation, when the line ends at `at` */
function nextLine(bytes: Buffer, at: number): number | undefined {
  let next = at;
  if (bytes[next] === 0x0d) next++;
  if (bytes[next] !== 0x0a) return undefined;
  next++;
  const indented = next + 80;
  while (next < indented && (bytes[next] === 0x20 || bytes[next] === 0x09)) next++;
  return next;
}

/** @param character index among all characters of the lines */
export function sourceOf(lines: readonly Line[], character: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.before ?? 0) <= character) low = middle;
    else high = middle - 1;
  }
  const line = lines[low];
  return line === undefined ? 0 : line.start + character - line.before;
}
