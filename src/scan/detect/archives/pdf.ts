import type { Entry, Unpacking } from './entry.js';
import { inflate } from './inflate.js';
import { archiveKind } from './magic.js';

const STREAM = 'stream';
const MOST_STREAMS = 5000;

/** The deflated streams of a PDF document: the text of its pages, where it is not drawn glyph by glyph. */
export function* pdfEntries(bytes: Buffer, unpacking: Unpacking): Generator<Entry> {
  let count = 0;
  for (let at = bytes.indexOf(STREAM); at >= 0 && count < MOST_STREAMS; count++) {
    const start = afterLineEnd(bytes, at + STREAM.length);
    const next = bytes.indexOf('endstream', start, 'latin1');
    const end = next < 0 ? bytes.length : next;
    const packed = bytes.subarray(start, end);
    const unpacked =
      archiveKind(packed) === 'zlib' ? inflate(packed, 'zlib', 'pdf: stream', unpacking) : undefined;
    if (unpacked !== undefined) yield { layer: 'pdf', bytes: unpacked, start, end };
    at = bytes.indexOf(STREAM, end + 'endstream'.length, 'latin1');
  }
}

function afterLineEnd(bytes: Buffer, at: number): number {
  const behind = bytes[at] === 0x0d ? at + 1 : at;
  return bytes[behind] === 0x0a ? behind + 1 : behind;
}
