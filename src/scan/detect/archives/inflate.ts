import * as zlib from 'node:zlib';
import { Inflate } from 'fflate';
import { LIMITS } from '../../limits.js';
import type { Unpacking } from './entry.js';

export type Compression = 'zlib' | 'deflate' | 'zstd';

/** What comes out of one compressed stream. */
export interface Inflated {
  /** In pieces, of which the last may be cut. */
  readonly pieces: Iterable<Buffer>;
  /** Bytes that the stream takes; 0 when that is not known. */
  readonly packed: number;
}

/**
 * Unpacks one compressed stream. One that is too large to be held is unpacked piece by piece; of one that is damaged, what
 * comes before is had, and a reason is noted.
 *
 * @param packed the stream, and whatever follows it
 * @param name what to call it when it is left out
 * @returns undefined when nothing of it can be had; a reason is noted
 */
export function inflate(
  packed: Buffer,
  compression: Compression,
  name: string,
  unpacking: Unpacking,
): Inflated | undefined {
  const unpack = UNPACK[compression];
  if (unpack === undefined) {
    unpacking.leaveOut(`${name}: this version of Node.js cannot read zstd`);
    return undefined;
  }
  try {
    const { buffer, engine } = unpack(packed);
    unpacking.spend(buffer.length);
    return { pieces: [buffer], packed: engine.bytesWritten };
  } catch (error) {
    return inPieces(packed, compression, name, unpacking, isTooLarge(error));
  }
}

type Unpack = (packed: Buffer) => {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
};

/** A truncated stream gives what can be had of it. Asked for late: most scans never load zlib, which takes 3 ms. */
const partial = () => ({
  finishFlush: zlib.constants.Z_SYNC_FLUSH,
  info: true,
  maxOutputLength: LIMITS.stream,
});

/** With `info` they answer more than their types say. */
const withInfo = (answer: unknown): ReturnType<Unpack> => answer as ReturnType<Unpack>;

const UNPACK: Readonly<Record<Compression, Unpack | undefined>> = {
  zlib: packed => withInfo(zlib.inflateSync(packed, partial())),
  deflate: packed => withInfo(zlib.inflateRawSync(packed, partial())),
  get zstd() {
    if (typeof zlib.zstdDecompressSync !== 'function') return undefined;
    return (packed: Buffer) =>
      withInfo(zlib.zstdDecompressSync(packed, { info: true, maxOutputLength: LIMITS.stream }));
  },
};

function inPieces(
  packed: Buffer,
  compression: Compression,
  name: string,
  unpacking: Unpacking,
  large: boolean,
): Inflated | undefined {
  if (large) unpacking.spend(LIMITS.stream);
  if (compression === 'zstd') {
    if (large) unpacking.leaveOut(`${name}: over the limit of one stream`, 'incomplete');
    else unpacking.leaveOut(`${name}: damaged`);
    return undefined;
  }
  const raw = compression === 'zlib' ? packed.subarray(ZLIB_HEADER) : packed;
  // Two bytes are all that marks zlib: what then is damaged was mostly never packed.
  const damaged = () => compression !== 'zlib' && unpacking.leaveOut(`${name}: damaged`);
  return { pieces: piecesOf(raw, name, unpacking, damaged), packed: 0 };
}

const ZLIB_HEADER = 2;

/** Pushed at a time: what comes out of one push is held, and is lost where the stream is damaged in it. */
const SMALLEST_PUSH = 256;
const LARGEST_PUSH = 16 * 1024;

/** The stream has ended, or goes on without giving anything. */
const MOST_WITHOUT_OUTPUT = 128;

function* piecesOf(raw: Buffer, name: string, unpacking: Unpacking, damaged: () => void): Generator<Buffer> {
  let piece: Buffer = Buffer.alloc(0);
  const stream = new Inflate(output => {
    piece = Buffer.from(output.buffer, output.byteOffset, output.length);
  });
  const size = Math.min(LARGEST_PUSH, Math.max(SMALLEST_PUSH, raw.length >> 12));
  let without = 0;
  for (let at = 0; at < raw.length; at += size) {
    if (unpacking.isSpent() || without > MOST_WITHOUT_OUTPUT) {
      unpacking.leaveOut(`${name}: over the work budget`, 'incomplete');
      return;
    }
    try {
      stream.push(raw.subarray(at, at + size));
    } catch {
      damaged();
      return;
    }
    without = piece.length === 0 ? without + 1 : 0;
    unpacking.spend(2 * piece.length + size);
    if (piece.length > 0) yield piece;
  }
}

function isTooLarge(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === 'ERR_BUFFER_TOO_LARGE';
}
