import type { Detection } from '../finding.js';
import type { Entry } from './archives/entry.js';
import { type ArchiveKind, archiveKind, endsWithZip } from './archives/magic.js';
import { entriesOf } from './archives/unpack.js';
import { decodeBase64, SHORTEST_LINE } from './base64.js';
import type { Budget } from './budget.js';
import type { CandidateKind } from './candidate.js';
import { decodeCodes } from './codes.js';
import { type Finds, noFinds, readText } from './finds.js';
import { decodeHex } from './hex.js';
import { findCandidates, hasCandidates } from './kernels.js';
import { decodedView, joinedViews, resolvedView, wideView } from './layers.js';
import type { QuietTexts } from './quiet-texts.js';
import { type Region, Regions } from './regions.js';
import { type Outer, verdictsOn } from './verdicts.js';
import { namedView, type View } from './view.js';
import { WIDE_LAYOUTS } from './wide.js';

/** A content, an entry of an archive, or an archive within an encoding: values pair within one document only. */
interface Reading {
  readonly bytes: Buffer;
  readonly layers: readonly string[];
  readonly outer: Outer;
  readonly depth: number;
  readonly budget: Budget;
  readonly finds: Finds;
  readonly detections: Detection[];
  readonly quiet: QuietTexts;
}

/** Archives within archives are opened to this depth. */
const MOST_ARCHIVES = 4;

/** Reads a whole content, through all its layers. */
export function readContent(content: Buffer, path: string, budget: Budget, quiet: QuietTexts): Detection[] {
  const detections: Detection[] = [];
  const outer: Outer = ({ text, start, end }) => ({ text, start, end });
  readDocument(content, path, [], outer, 0, budget, detections, quiet);
  return detections;
}

function readDocument(
  bytes: Buffer,
  path: string,
  layers: readonly string[],
  outer: Outer,
  depth: number,
  budget: Budget,
  detections: Detection[],
  quiet: QuietTexts,
): void {
  const reading: Reading = { bytes, layers, outer, depth, budget, detections, quiet, finds: noFinds() };
  if (hasCandidates(bytes, 0, bytes.length)) readView(namedView(bytes, layers, path), reading);
  for (const found of verdictsOn(reading.finds, (start, end) => lineEnds(bytes, start, end), outer)) {
    detections.push(found);
  }
}

/** Stage A finds what is worth reading, and each kind of candidate is read in its own way. */
function readView(view: View, reading: Reading): void {
  const regions = new Regions(view.bytes.length);
  const decoded = new Progress();
  findCandidates(view.bytes, (kind, start, end) => {
    if (isFull(reading)) return true;
    switch (kind) {
      case 'text':
        regions.add(start, end);
        return false;
      case 'archive':
        return readArchive(view, reading);
      case 'base64':
      case 'hex':
        if (start >= view.preface && !decoded.covers(kind, start, end)) {
          const to = readEncoded(view, kind, start, end, reading);
          decoded.advance(kind, to);
          if (continuesInLiteral(view.bytes, to)) regions.add(start, to);
        }
        return false;
      case 'codes':
        if (start >= view.preface) readCodes(view, start, end, reading);
        return false;
      default:
        readWide(view, kind, start, end, reading);
        return false;
    }
  });
  for (const region of regions.slices()) if (!isFull(reading)) readRegion(view, region, reading);
}

/**
 * How far runs of each encoding were decoded: wrapped lines are taken with the first of them, and then met again. A
 * shorter run was seen by what is in it, which may be taken as the end of lines that it does not belong to.
 */
class Progress {
  readonly #ends = { base64: 0, hex: 0 };

  covers(kind: 'base64' | 'hex', start: number, end: number): boolean {
    return start < this.#ends[kind] && end - start >= SHORTEST_LINE;
  }

  advance(kind: 'base64' | 'hex', end: number): void {
    this.#ends[kind] = Math.max(this.#ends[kind], end);
  }
}

/** Nobody reads more findings than this in one document; a content made of keys only ends here. */
const MOST_FINDS = 5000;

function isFull({ finds, budget, layers }: Reading): boolean {
  if (finds.identifiers.size + finds.secrets.size + finds.tokens.size < MOST_FINDS) return false;
  budget.leaveOut(layers, `more than ${MOST_FINDS} values: what follows them is not read`);
  return true;
}

/** Behind a quote or an escape the rest of wrapped data may follow in the next literal. */
function continuesInLiteral(bytes: Buffer, at: number): boolean {
  return /^["'`\\%]/.test(bytes.toString('latin1', at, at + 1));
}

function readRegion(view: View, { start, end }: Region, reading: Reading): void {
  const text = view.bytes.toString('latin1', start, end);
  const slice: View = {
    ...view,
    place: (from, to) => view.place(start + from, start + to),
    cutBefore: start > 0 || view.cutBefore,
    cutAfter: end < view.bytes.length || view.cutAfter,
    preface: Math.max(0, view.preface - start),
  };
  const circumstances = circumstancesOf(slice);
  if (reading.quiet.has(text, circumstances)) return;
  const { seen } = reading.finds;
  const { leftOut } = reading.budget;
  readText(text, reading.finds, slice.place, view.layers, inside(slice, text.length));
  const resolved = resolvedView(slice, text);
  if (resolved !== undefined) readView(resolved, reading);
  for (const joined of joinedViews(slice, text)) readView(joined, reading);
  if (reading.finds.seen === seen && reading.budget.leftOut === leftOut)
    reading.quiet.add(text, circumstances);
}

/** All of a view that decides what is found in its text. */
function circumstancesOf({ cutBefore, cutAfter, preface, encodings, escapes, joins }: View): string {
  return [cutBefore, cutAfter, preface, encodings, escapes, joins].join(' ');
}

/** Whether a value is whole, and not of the preface. */
function inside(view: View, length: number): (start: number, end: number) => boolean {
  return (start, end) =>
    start >= view.preface && (start > 0 || !view.cutBefore) && (end < length || !view.cutAfter);
}

function readWide(view: View, kind: CandidateKind, start: number, end: number, reading: Reading): void {
  const layout = WIDE_LAYOUTS.find(one => one.kind === kind);
  if (layout !== undefined && view.encodings > 0) readView(wideView(view, layout, start, end), reading);
}

/** @returns one past the last byte that was decoded */
function readEncoded(
  view: View,
  kind: 'base64' | 'hex',
  start: number,
  end: number,
  reading: Reading,
): number {
  if (view.encodings === 0) return end;
  const decoded = kind === 'hex' ? decodeHex(view.bytes, start, end) : decodeBase64(view.bytes, start, end);
  const layers = [...view.layers, kind];
  if (!reading.budget.take(decoded.bytes.length)) reading.budget.leaveOut(layers, 'over the size budget');
  else if (archiveKind(decoded.bytes) === undefined) readView(decodedView(view, decoded, layers), reading);
  else readPart(decoded.bytes, '', layers, view.place(decoded.start, decoded.end), reading);
  return decoded.end;
}

/** Bytes as numbers decode to a third of their length at most, so no budget is needed. */
function readCodes(view: View, start: number, end: number, reading: Reading): void {
  const decoded = view.encodings > 0 ? decodeCodes(view.bytes, start, end) : undefined;
  if (decoded !== undefined) readView(decodedView(view, decoded, [...view.layers, 'codes']), reading);
}

/** @returns true when the archive could be opened: then its packed bytes need not be read, but a program before it */
function readArchive(view: View, reading: Reading): boolean {
  const kind = archiveKind(view.bytes);
  if (kind !== undefined) return readEntries(view, kind, reading);
  // Not once more in each reading of the program's text.
  if (view.layers === reading.layers && endsWithZip(view.bytes)) readEntries(view, 'zip', reading);
  return false;
}

function readEntries(view: View, kind: ArchiveKind, reading: Reading): boolean {
  if (reading.depth >= MOST_ARCHIVES) {
    reading.budget.leaveOut(view.layers, `${kind}: nested too deep`);
    return false;
  }
  let opened = false;
  for (const entry of unpack(view.bytes, kind, view.layers, reading.budget)) {
    opened = true;
    readPart(
      entry.bytes,
      entry.layer,
      [...view.layers, entry.layer],
      view.place(entry.start, entry.end),
      reading,
    );
  }
  return opened;
}

const SMALL = 1024 * 1024;
const RATIO = 200;
const LARGEST_STREAM = 64 * 1024 * 1024;

function* unpack(
  bytes: Buffer,
  kind: ArchiveKind,
  layers: readonly string[],
  budget: Budget,
): Generator<Entry> {
  const entries = entriesOf(bytes, kind, {
    limit: packed => Math.min(budget.bytes, LARGEST_STREAM, Math.max(SMALL, packed * RATIO)),
    leaveOut: reason => budget.leaveOut(layers, reason),
  });
  for (const entry of entries) {
    if (kind === 'tar' || budget.take(entry.bytes.length)) yield entry;
    else budget.leaveOut([...layers, entry.layer], 'over the size budget');
  }
}

/** Reads something that was unpacked: all of it is carried by the same bytes. */
function readPart(
  bytes: Buffer,
  path: string,
  layers: readonly string[],
  carried: { readonly start: number; readonly end: number },
  reading: Reading,
): void {
  const outer: Outer = ({ text }) => reading.outer({ text, ...carried });
  const { depth, budget, detections, quiet } = reading;
  readDocument(bytes, path, layers, outer, depth + 1, budget, detections, quiet);
}

const LINE_FEED = 0x0a;

function lineEnds(bytes: Buffer, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (bytes[at] === LINE_FEED) count++;
  return count;
}
