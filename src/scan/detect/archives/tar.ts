import type { Entry, Unpacking } from './entry.js';

const BLOCK = 512;
const SIZE = { start: 124, end: 136 };
const NAME = { start: 0, end: 100 };

/** The regular files of a tar archive (POSIX, GNU), as views of its bytes. */
export function* tarEntries(bytes: Buffer, unpacking: Unpacking): Generator<Entry> {
  let at = 0;
  while (at + BLOCK <= bytes.length && !unpacking.isSpent()) {
    const size = sizeAt(bytes, at);
    if (size === undefined) {
      if (bytes.subarray(at, at + BLOCK).some(byte => byte !== 0)) unpacking.leaveOut('tar: damaged header');
      return;
    }
    const start = at + BLOCK;
    const end = Math.min(start + size, bytes.length);
    const name = textAt(bytes, at + NAME.start, at + NAME.end);
    // The extended headers of long names and attributes are text too, and read as such.
    if (size > 0)
      yield { layer: `tar:${name}`, bytes: bytes.subarray(start, end), start, end, covers: [{ start, end }] };
    unpacking.spend(BLOCK);
    if (start + size > bytes.length) unpacking.leaveOut(`tar: entry ${name}: truncated`);
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
}

/** @returns undefined where no header stands, as at the end */
function sizeAt(bytes: Buffer, header: number): number | undefined {
  if (bytes.toString('latin1', header + 257, header + 262) !== 'ustar') return undefined;
  if (((bytes[header + SIZE.start] ?? 0) & 0x80) !== 0) {
    const size = Number(bytes.readBigUInt64BE(header + SIZE.end - 8));
    return size <= bytes.length ? size : undefined;
  }
  const octal = textAt(bytes, header + SIZE.start, header + SIZE.end).trim();
  return /^[0-7]{1,12}$/.test(octal) ? Number.parseInt(octal, 8) : undefined;
}

function textAt(bytes: Buffer, start: number, end: number): string {
  const text = bytes.toString('latin1', start, end);
  const stop = text.indexOf('\0');
  return stop < 0 ? text : text.slice(0, stop);
}
