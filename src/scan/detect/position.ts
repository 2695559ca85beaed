/** A place as editors count it: from 1; the column in UTF-16 code units of the decoded line. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * Lines and columns of byte offsets, all in one pass. Lines end with LF, CR LF or CR. UTF-16 is recognised by its byte
 * order mark, or by the NULs of its Latin characters.
 *
 * @param offsets in any order; one past the last byte is allowed, beyond counts as that
 * @returns positions in the order of the offsets
 */
export function positionsOf(content: Buffer, offsets: readonly number[]): Position[] {
  const encoding = encodingOf(content);
  const order = offsets.map((_, at) => at).sort((one, other) => (offsets[one] ?? 0) - (offsets[other] ?? 0));
  const positions: Position[] = offsets.map(() => ({ line: 1, column: 1 }));
  const lines = new LineStarts(content, encoding);
  let counted = { line: 0, offset: 0, columns: 0 };
  for (const at of order) {
    const offset = Math.min(Math.max(offsets[at] ?? 0, 0), content.length);
    const { line, start } = lines.before(offset);
    // On one line each is counted from the one before: thousands of values in a line of megabytes stay one pass.
    const isBehind = line === counted.line && counted.offset >= start;
    const from = isBehind ? counted : { offset: start, columns: 0 };
    counted = {
      line,
      offset,
      columns: from.columns + columnsBetween(content, from.offset, offset, encoding),
    };
    positions[at] = { line, column: 1 + counted.columns };
  }
  return positions;
}

/** Walks forward through the line ends. */
class LineStarts {
  readonly #content: Buffer;
  readonly #encoding: Encoding;
  #line = 1;
  #start = 0;
  #at = 0;

  constructor(content: Buffer, encoding: Encoding) {
    this.#content = content;
    this.#encoding = encoding;
    this.#start = byteOrderMark(content);
    this.#at = this.#start;
  }

  before(offset: number): { readonly line: number; readonly start: number } {
    const width = this.#encoding === 'utf-8' ? 1 : 2;
    for (; this.#at + width <= offset; this.#at += width) {
      const unit = this.#unitAt(this.#at);
      const ends = unit === 0x0a || (unit === 0x0d && this.#unitAt(this.#at + width) !== 0x0a);
      if (!ends) continue;
      this.#line++;
      this.#start = this.#at + width;
    }
    return { line: this.#line, start: Math.min(this.#start, offset) };
  }

  #unitAt(at: number): number {
    const first = this.#content[at] ?? 0;
    if (this.#encoding === 'utf-8') return first;
    const second = this.#content[at + 1] ?? 0;
    return this.#encoding === 'utf-16le' ? first | (second << 8) : (first << 8) | second;
  }
}

function columnsBetween(content: Buffer, start: number, end: number, encoding: Encoding): number {
  if (encoding !== 'utf-8') return (end - start) >> 1;
  let columns = 0;
  for (let at = start; at < end; at++) {
    const byte = content[at] ?? 0;
    // Continuation bytes belong to the character before; characters of four bytes are two code units.
    if (byte >= 0xf0) columns += 2;
    else if (byte < 0x80 || byte >= 0xc0) columns++;
  }
  return columns;
}

function byteOrderMark(content: Buffer): number {
  if (content[0] === 0xef && content[1] === 0xbb && content[2] === 0xbf) return 3;
  return (content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff) ? 2 : 0;
}

const SAMPLE = 4096;

/** At least three NULs in ten bytes on one side and hardly any on the other. */
function encodingOf(content: Buffer): Encoding {
  if (content[0] === 0xff && content[1] === 0xfe) return 'utf-16le';
  if (content[0] === 0xfe && content[1] === 0xff) return 'utf-16be';
  const size = Math.min(content.length, SAMPLE);
  const nulls = [0, 0];
  for (let at = 0; at < size; at++) if (content[at] === 0) nulls[at & 1] = (nulls[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = nulls;
  if (odd > size * 0.3 && even < size * 0.05) return 'utf-16le';
  return even > size * 0.3 && odd < size * 0.05 ? 'utf-16be' : 'utf-8';
}
