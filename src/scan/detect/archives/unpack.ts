import type { Entry, Unpacking } from './entry.js';
import type { ArchiveKind } from './magic.js';
import { pdfEntries } from './pdf.js';
import { streamEntries } from './stream.js';
import { tarEntries } from './tar.js';
import { zipEntries } from './zip.js';

/** The parts of an archive, unpacked one by one. */
export function* entriesOf(bytes: Buffer, kind: ArchiveKind, unpacking: Unpacking): Generator<Entry> {
  switch (kind) {
    case 'zip':
      yield* zipEntries(bytes, unpacking);
      break;
    case 'tar':
      yield* tarEntries(bytes, unpacking);
      break;
    case 'pdf':
      yield* pdfEntries(bytes, unpacking);
      break;
    case 'gzip':
    case 'zlib':
    case 'zstd':
      yield* streamEntries(bytes, kind, unpacking);
      break;
    default:
      unpacking.leaveOut(`${kind}: cannot be unpacked here`);
  }
}
