import type { Range } from '../ranges.js';
import type { Entry, Unpacking } from './entry.js';
import { uint16, uint32 } from './fields.js';
import { inflate } from './inflate.js';
import { windowsOf } from './windows.js';

export type StreamKind = 'gzip' | 'zlib' | 'zstd';

/**
 * What a compressed content unpacks to. It may have several members that belong together, as `cat a.gz b.gz` and blocked
 * gzip have; what stands in their headers, between them and behind is left to be read as the bytes it is.
 */
export function* streamEntries(bytes: Buffer, kind: StreamKind, unpacking: Unpacking): Generator<Entry> {
  const covers: Range[] = [];
  let end = 0;
  const pieces = membersOf(bytes, kind, unpacking, (start, stop) => {
    covers.push({ start, end: stop });
    end = stop;
  });
  let windows = 0;
  for (const window of windowsOf(pieces)) {
    windows += 1;
    if (windows === 2)
      unpacking.leaveOut(`${kind}: more than 64 MiB came out: an archive in it is read as bytes`);
    yield { layer: kind, bytes: window, start: 0, end: end || bytes.length, covers };
  }
}

function* membersOf(
  bytes: Buffer,
  kind: StreamKind,
  unpacking: Unpacking,
  covers: (start: number, end: number) => void,
): Generator<Buffer> {
  const compression = kind === 'gzip' ? 'deflate' : kind;
  for (let at: number | undefined = 0; at !== undefined; ) {
    const start = dataStart(bytes, at, kind);
    if (start === undefined) {
      if (at === 0) unpacking.leaveOut(`${kind}: damaged`);
      return;
    }
    const inflated = inflate(bytes.subarray(start), compression, kind, unpacking);
    if (inflated === undefined) return;
    const stop = start + inflated.packed;
    if (stop > start) covers(start, stop);
    yield* inflated.pieces;
    if (unpacking.isSpent()) return;
    at = stop > start ? nextMember(bytes, stop, kind) : undefined;
  }
}

const GZIP_TRAILER = 8;

/** @returns where another member of the same kind begins, right behind one that ended at `stop` */
function nextMember(bytes: Buffer, stop: number, kind: StreamKind): number | undefined {
  const at = kind === 'gzip' ? stop + GZIP_TRAILER : stop;
  return dataStart(bytes, at, kind) === undefined ? undefined : at;
}

/** @returns where the compressed data of the member at `at` begins, or undefined when there is none */
function dataStart(bytes: Buffer, at: number, kind: StreamKind): number | undefined {
  switch (kind) {
    case 'gzip':
      return afterGzipHeader(bytes, at);
    case 'zlib':
      return isZlib(bytes, at) ? at : undefined;
    case 'zstd':
      return afterSkippable(bytes, at);
  }
}

/** Two bytes that are a multiple of 31; the first has the method and the window. */
function isZlib(bytes: Buffer, at: number): boolean {
  return bytes[at] === 0x78 && at + 2 <= bytes.length && bytes.readUInt16BE(at) % 31 === 0;
}

const ZSTD = 0xfd2fb528;
const SKIPPABLE = 0x184d2a50;

/** Frames of anything may stand before those of data. */
function afterSkippable(bytes: Buffer, start: number): number | undefined {
  let at = start;
  while (uint32(bytes, at) >>> 4 === SKIPPABLE >>> 4) at += 8 + uint32(bytes, at + 4);
  return uint32(bytes, at) === ZSTD ? at : undefined;
}

const CHECKSUM = 2;
const EXTRA = 4;
const NAME = 8;
const COMMENT = 16;

/** RFC 1952, 2.3. */
function afterGzipHeader(bytes: Buffer, start: number): number | undefined {
  if (bytes[start] !== 0x1f || bytes[start + 1] !== 0x8b || bytes[start + 2] !== 8) return undefined;
  const flags = bytes[start + 3] ?? 0;
  let at = start + 10;
  if ((flags & EXTRA) !== 0) at += 2 + uint16(bytes, at);
  for (const text of [NAME, COMMENT]) {
    if ((flags & text) === 0) continue;
    const zero = bytes.indexOf(0, at);
    if (zero < 0) return undefined;
    at = zero + 1;
  }
  if ((flags & CHECKSUM) !== 0) at += 2;
  return at < bytes.length ? at : undefined;
}
