import type { Entry, Unpacking } from './entry.js';
import { inflate } from './inflate.js';
import { archiveKind } from './magic.js';
import { windowsOf } from './windows.js';

const STREAM = 'stream';

/** The deflated streams of a PDF document: the text of its pages, where it is not drawn glyph by glyph. */
export function* pdfEntries(bytes: Buffer, unpacking: Unpacking): Generator<Entry> {
  for (let at = bytes.indexOf(STREAM); at >= 0 && !unpacking.isSpent(); ) {
    const start = afterLineEnd(bytes, at + STREAM.length);
    const next = bytes.indexOf('endstream', start, 'latin1');
    const end = next < 0 ? bytes.length : next;
    const packed = bytes.subarray(start, end);
    const inflated =
      archiveKind(packed) === 'zlib' ? inflate(packed, 'zlib', 'pdf: stream', unpacking) : undefined;
    if (inflated !== undefined) {
      const covers = [{ start, end: start + inflated.packed }];
      for (const window of windowsOf(inflated.pieces))
        yield { layer: 'pdf', bytes: window, start, end, covers };
    }
    unpacking.spend(COST_OF_STREAM);
    at = bytes.indexOf(STREAM, end + 'endstream'.length, 'latin1');
  }
}

/** In bytes: as much as their unpacking costs. */
const COST_OF_STREAM = 4096;

function afterLineEnd(bytes: Buffer, at: number): number {
  const behind = bytes[at] === 0x0d ? at + 1 : at;
  return bytes[behind] === 0x0a ? behind + 1 : behind;
}
