import type { UnreadPart } from '../../finding.js';
import type { Range } from '../ranges.js';

/** One part of an archive, unpacked, and the stretch of the archive that carries it. */
export interface Entry {
  /** How it is called in the layers of a detection: `zip:app/.env`, `gzip`. */
  readonly layer: string;
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  /** Stretches of the archive of which this is all that they hold; everything else in it is read as the bytes it is. */
  readonly covers: readonly Range[];
}

/** What unpacking needs and tells besides its entries. */
export interface Unpacking {
  /** Takes note of so many bytes that came out. */
  readonly spend: (bytes: number) => void;
  /** True when no more work may be done. */
  readonly isSpent: () => boolean;
  /** Notes a part that is left out; `unopened` unless told. */
  readonly leaveOut: (reason: string, kind?: UnreadPart['kind']) => void;
}
