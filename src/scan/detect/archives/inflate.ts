import * as zlib from 'node:zlib';
import type { Unpacking } from './entry.js';

export type Compression = 'gzip' | 'zlib' | 'deflate' | 'zstd';

/**
 * Unpacks one compressed stream.
 *
 * @param name what to call it when it is left out
 * @returns undefined when it is damaged, over the limit, or of a kind that this runtime cannot unpack; a reason is noted
 */
export function inflate(
  packed: Buffer,
  compression: Compression,
  name: string,
  unpacking: Unpacking,
): Buffer | undefined {
  const unpack = UNPACK[compression];
  if (unpack === undefined) {
    unpacking.leaveOut(`${name}: this version of Node.js cannot read zstd`);
    return undefined;
  }
  const limit = unpacking.limit(packed.length);
  if (limit <= 0) {
    unpacking.leaveOut(`${name}: over the size budget`);
    return undefined;
  }
  try {
    return unpack(packed, limit);
  } catch (error) {
    const reason = reasonOf(error);
    // Two bytes are all that marks zlib: what then is damaged was never packed.
    if (compression !== 'zlib' || reason !== DAMAGED) unpacking.leaveOut(`${name}: ${reason}`);
    return undefined;
  }
}

type Unpack = (packed: Buffer, maxOutputLength: number) => Buffer;

/** A truncated stream gives what can be had of it. Asked for late: most scans never load zlib, which takes 3 ms. */
const partial = () => ({ finishFlush: zlib.constants.Z_SYNC_FLUSH });

const UNPACK: Readonly<Record<Compression, Unpack | undefined>> = {
  gzip: (packed, maxOutputLength) => zlib.gunzipSync(packed, { ...partial(), maxOutputLength }),
  zlib: (packed, maxOutputLength) => zlib.inflateSync(packed, { ...partial(), maxOutputLength }),
  deflate: (packed, maxOutputLength) => zlib.inflateRawSync(packed, { ...partial(), maxOutputLength }),
  get zstd() {
    return typeof zlib.zstdDecompressSync === 'function'
      ? (packed: Buffer, maxOutputLength: number) => zlib.zstdDecompressSync(packed, { maxOutputLength })
      : undefined;
  },
};

const DAMAGED = 'damaged';

function reasonOf(error: unknown): string {
  const isTooLarge =
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
  return isTooLarge ? 'over the size or ratio budget' : DAMAGED;
}
