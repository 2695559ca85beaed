import { BASE64_VALUE, IS_HEX, tableOf } from './alphabet.js';

/** So many quads of base64 (three bytes each), or pairs of hex, are looked at before a run counts as text. */
const QUADS = 8;
const HEX_PAIRS = 16;

/** How far apart a long run is probed: text may begin behind something binary. */
const STRIDE = 64;

/** What base64 of gzip, zip, zstd and zlib begins with. */
const MAY_BEGIN_ARCHIVE = tableOf('HUKe');
const ARCHIVE = /^(?:H4sI|UEsDB|KLUv\/|eJ[w-z]|eN[o-r]|eA[E-H]|eF[4-7])/;

/**
 * Whether a run of base64 characters, 40 or more, decodes to text or to an archive, judged by a few probes: the high
 * bit of every byte of text is clear, which in base64 holds three bits of every four characters.
 */
export function decodesToText(bytes: Buffer, start: number, end: number): 'base64' | 'hex' | undefined {
  if (startOfHex(bytes, start, end) !== undefined) return 'hex';
  return phaseOfText(bytes, start, end) === undefined ? undefined : 'base64';
}

/** @returns where the hexadecimal of text begins: at once, or behind `0x` or a single character; or undefined */
export function startOfHex(bytes: Buffer, start: number, end: number): number | undefined {
  const packed = startOfPackedHex(bytes, start, end);
  if (packed !== undefined) return packed;
  for (let at = start; at <= start + 2; at++) {
    if (isHexOfText(bytes, at, end)) return at;
    if (beginsWith(bytes, at, HEX_OF_MARK) && isHexOfText(bytes, at + HEX_OF_MARK.length, end)) return at;
  }
  return undefined;
}

/** At once, or behind `0x` or an escaped `x`. */
function startOfPackedHex(bytes: Buffer, start: number, end: number): number | undefined {
  const escaped = bytes[start] === LETTER_X ? start + 1 : start;
  const first = beginsWith(bytes, start, '0x') ? start + 2 : escaped;
  if (MAY_BEGIN_HEX[bytes[first] ?? 0] === 0) return undefined;
  return HEX_OF_ARCHIVE.test(bytes.toString('latin1', first, Math.min(end, first + 40))) ? first : undefined;
}

const LETTER_X = 0x78;
const MAY_BEGIN_HEX = tableOf('1257');
/** What gzip, zip, zstd and zlib begin with, and enough digits behind it. */
const HEX_OF_ARCHIVE = /^(?:1f8b08|504b0304|28b52ffd|78(?:01|5e|9c|da))[0-9a-f]{32}/i;

/** The byte order mark of UTF-8. */
const HEX_OF_MARK = 'efbbbf';
const BASE64_OF_MARK = '77u/';

function beginsWith(bytes: Buffer, at: number, text: string): boolean {
  return bytes[at] === text.charCodeAt(0) && bytes.toString('latin1', at, at + text.length) === text;
}

/** @returns where within the first four characters the base64 of text begins, or undefined */
export function phaseOfText(bytes: Buffer, start: number, end: number): number | undefined {
  if (beginsArchive(bytes, start)) return 0;
  const last = end - QUADS * 4;
  if (beginsWith(bytes, start, BASE64_OF_MARK) && start < last && isBase64OfText(bytes, start + 4)) return 0;
  for (let at = start; at <= last; at += STRIDE) {
    for (let phase = 0; phase < 4 && at + phase <= last; phase++) {
      if (isBase64OfText(bytes, at + phase)) return (at + phase - start) % 4;
    }
  }
  return undefined;
}

function beginsArchive(bytes: Buffer, start: number): boolean {
  return (
    MAY_BEGIN_ARCHIVE[bytes[start] ?? 0] === 1 && ARCHIVE.test(bytes.toString('latin1', start, start + 5))
  );
}

function isBase64OfText(bytes: Uint8Array, start: number): boolean {
  const end = start + QUADS * 4;
  for (let at = start; at < end; at += 4) {
    if ((value(bytes, at) & 32) !== 0 || (value(bytes, at + 1) & 8) !== 0) return false;
    if ((value(bytes, at + 2) & 2) !== 0) return false;
  }
  let nulls = 0;
  let controls = 0;
  for (let at = start; at < end; at += 4) {
    const quad =
      (value(bytes, at) << 18) |
      (value(bytes, at + 1) << 12) |
      (value(bytes, at + 2) << 6) |
      value(bytes, at + 3);
    for (const byte of [quad >> 16, (quad >> 8) & 255, quad & 255]) {
      if (byte === 0) nulls++;
      else if (isControl(byte)) controls++;
    }
  }
  // Half of UTF-16 is NUL; more than that is an empty part of an image.
  return controls <= 2 && nulls <= QUADS * 2;
}

function value(bytes: Uint8Array, at: number): number {
  return BASE64_VALUE[bytes[at] ?? 0] ?? 255;
}

function isControl(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x1b;
}

function isHexOfText(bytes: Uint8Array, start: number, end: number): boolean {
  const stop = start + HEX_PAIRS * 2;
  if (stop > end) return false;
  for (let at = start; at < stop; at += 2) {
    const high = bytes[at] ?? 0;
    // '2' to '7' begin the codes of printable characters, '0' those of tabs and line ends.
    if (high < 0x30 || high > 0x37 || high === 0x31) return false;
    if (IS_HEX[bytes[at + 1] ?? 0] === 0) return false;
  }
  return true;
}
