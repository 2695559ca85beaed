import { IS_LATIN_TEXT } from './alphabet.js';
import type { CandidateKind, Visit } from './candidate.js';
import { searchWideText } from './marks.js';

/** How characters are laid out that take more than one byte. */
export interface WideLayout {
  readonly kind: 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';
  /** Bytes for each character. */
  readonly width: 2 | 4;
  /** Which of these bytes holds a Latin character; the others are NUL. */
  readonly low: 0 | 1 | 3;
}

export const WIDE_LAYOUTS: readonly WideLayout[] = [
  { kind: 'utf-32le', width: 4, low: 0 },
  { kind: 'utf-32be', width: 4, low: 3 },
  { kind: 'utf-16le', width: 2, low: 0 },
  { kind: 'utf-16be', width: 2, low: 1 },
];

const SAMPLE = 4096;

/** The shortest stretch of two-byte characters within other bytes that is looked at. */
const SHORTEST = 40;

/**
 * Visits the content as a whole when it is UTF-16 or UTF-32, with or without a byte order mark; otherwise each stretch
 * of it, as compiled programs hold them. For contents that hold a NUL.
 *
 * @returns true when `visit` ended the search
 */
export function visitWide(bytes: Buffer, visit: Visit): boolean {
  const layout = layoutOf(bytes);
  if (layout !== undefined) return visit(layout.kind, 0, bytes.length);
  return visitStretches(bytes, visit);
}

/** @returns undefined when the content is something else */
export function layoutOf(bytes: Buffer): WideLayout | undefined {
  const marked = markedKind(bytes);
  if (marked !== undefined) return WIDE_LAYOUTS.find(layout => layout.kind === marked);
  const size = Math.min(bytes.length, SAMPLE) & ~3;
  const nulls = [0, 0, 0, 0];
  for (let at = 0; at < size; at++) if (bytes[at] === 0) nulls[at & 3] = (nulls[at & 3] ?? 0) + 1;
  const share = nulls.map(count => count / (size / 4));
  return WIDE_LAYOUTS.find(layout => fits(layout, share));
}

function markedKind(bytes: Buffer): CandidateKind | undefined {
  const mark = bytes.toString('latin1', 0, 4);
  if (mark === '\xff\xfe\0\0') return 'utf-32le';
  if (mark === '\0\0\xfe\xff') return 'utf-32be';
  if (mark.startsWith('\xff\xfe')) return 'utf-16le';
  return mark.startsWith('\xfe\xff') ? 'utf-16be' : undefined;
}

/** At least three in ten of the high bytes are NUL, and hardly any low one. */
function fits(layout: WideLayout, share: readonly number[]): boolean {
  return share.every((part, at) => (at % layout.width === layout.low ? part < 0.05 : part > 0.3));
}

/** From the first to the last NUL, and from the character before that where the NUL is its upper half. */
function visitStretches(bytes: Buffer, visit: Visit): boolean {
  return searchWideText(bytes, from => {
    let first = from;
    while (first >= 2 && bytes[first - 2] === 0 && IS_LATIN_TEXT[bytes[first - 1] ?? 0] === 1) first -= 2;
    const end = endOfStretch(bytes, first);
    const before = bytes[first - 1] ?? 0;
    const littleEndian = before >= 0x20 && before < 0x7f;
    const start = littleEndian ? first - 1 : first;
    const isLong = end - start >= SHORTEST;
    return { ended: isLong && visit(littleEndian ? 'utf-16le' : 'utf-16be', start, end), end };
  });
}

/** Follows NUL, character, NUL, character … from a NUL on. */
function endOfStretch(bytes: Buffer, at: number): number {
  let end = at;
  while (end + 1 < bytes.length && bytes[end] === 0 && IS_LATIN_TEXT[bytes[end + 1] ?? 0] === 1) end += 2;
  return end > at && bytes[end] === 0 ? end + 1 : end;
}

/** The characters in Latin-1, one byte each; those beyond are 0xBF. */
export function narrow(bytes: Buffer, { width, low }: WideLayout): Buffer {
  const count = Math.floor(bytes.length / width);
  const narrowed = Buffer.allocUnsafe(count);
  for (let character = 0; character < count; character++) {
    const at = character * width;
    let others = 0;
    for (let byte = 0; byte < width; byte++) if (byte !== low) others |= bytes[at + byte] ?? 0;
    narrowed[character] = others === 0 ? (bytes[at + low] ?? 0) : 0xbf;
  }
  return narrowed;
}
