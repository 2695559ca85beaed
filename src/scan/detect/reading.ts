import type { Detection } from '../finding.js';
import type { Entry } from './archives/entry.js';
import { type ArchiveKind, archiveKind } from './archives/magic.js';
import { entriesOf } from './archives/unpack.js';
import { type Decoded, decodeBase64 } from './base64.js';
import type { Budget } from './budget.js';
import type { CandidateKind } from './candidate.js';
import { resolveEscapes } from './escapes.js';
import { type Finds, noFinds, readText } from './finds.js';
import { decodeHex } from './hex.js';
import { joinLines, joinLists, joinLiterals } from './joins.js';
import { findCandidates } from './kernels.js';
import { type Region, Regions } from './regions.js';
import { type Outer, verdictsOn } from './verdicts.js';
import { documentView, through, type View } from './view.js';
import { narrow, WIDE_LAYOUTS } from './wide.js';

/** A content, an entry of an archive, or an archive within an encoding: values pair within one document only. */
interface Reading {
  readonly bytes: Buffer;
  readonly layers: readonly string[];
  readonly outer: Outer;
  readonly depth: number;
  readonly budget: Budget;
  readonly finds: Finds;
  readonly detections: Detection[];
}

/** Archives within archives are opened to this depth. */
const MOST_ARCHIVES = 4;

/** Reads a whole content, through all its layers. */
export function readContent(content: Buffer, budget: Budget): Detection[] {
  const detections: Detection[] = [];
  const outer: Outer = ({ text, start, end }) => ({ text, start, end });
  readDocument(content, [], outer, 0, budget, detections);
  return detections;
}

function readDocument(
  bytes: Buffer,
  layers: readonly string[],
  outer: Outer,
  depth: number,
  budget: Budget,
  detections: Detection[],
): void {
  const reading: Reading = { bytes, layers, outer, depth, budget, detections, finds: noFinds() };
  readView(documentView(bytes, layers), reading);
  for (const found of verdictsOn(reading.finds, (start, end) => lineEnds(bytes, start, end), outer)) {
    detections.push(found);
  }
}

/** Stage A finds what is worth reading, and each kind of candidate is read in its own way. */
function readView(view: View, reading: Reading): void {
  const regions = new Regions(view.bytes.length);
  let last = 0;
  let decodedTo = 0;
  findCandidates(view.bytes, (kind, start, end) => {
    if (kind === 'text') regions.add(start, end);
    else if (kind === 'archive') return readArchive(view, reading);
    else if (kind !== 'base64' && kind !== 'hex') readWide(view, kind, start, end, reading);
    else {
      // Each kernel goes from start to end: a step back is the next kernel's first.
      if (start < last) decodedTo = 0;
      last = start;
      if (start < decodedTo || start < view.preface) return false;
      decodedTo = readEncoded(view, kind, start, end, reading);
      if (continuesBehindEscape(view.bytes, decodedTo)) regions.add(start, decodedTo);
    }
    return false;
  });
  for (const region of regions.slices()) readRegion(view, region, reading);
}

/** A backslash or a quote: the rest of wrapped data may follow in the next literal. */
function continuesBehindEscape(bytes: Buffer, at: number): boolean {
  return /^["'`\\%]/.test(bytes.toString('latin1', at, at + 1));
}

function readRegion(view: View, region: Region, reading: Reading): void {
  const { start, end } = region;
  const text = view.bytes.toString('latin1', start, end);
  const slice: View = {
    ...view,
    place: (from, to) => view.place(start + from, start + to),
    cutBefore: start > 0 || view.cutBefore,
    cutAfter: end < view.bytes.length || view.cutAfter,
    preface: Math.max(0, view.preface - start),
  };
  readText(text, reading.finds, slice.place, view.layers, inside(slice, text.length));
  if (view.escapes > 0) readResolved(slice, text, reading);
  if (view.joins) readJoined(slice, text, reading);
}

/** Whether a value is whole, and not of the preface. */
function inside(view: View, length: number): (start: number, end: number) => boolean {
  return (start, end) =>
    start >= view.preface && (start > 0 || !view.cutBefore) && (end < length || !view.cutAfter);
}

function readResolved(slice: View, text: string, reading: Reading): void {
  const resolved = resolveEscapes(text);
  if (resolved === undefined) return;
  const { starts, ends, layer } = resolved;
  readView(
    {
      ...slice,
      bytes: Buffer.from(resolved.text, 'latin1'),
      place: through((from, to) => ({ start: starts[from] ?? 0, end: ends[to - 1] ?? 0 }), slice.place),
      layers: [...slice.layers, layer],
      escapes: slice.escapes - 1,
    },
    reading,
  );
}

function readJoined(slice: View, text: string, reading: Reading): void {
  for (const join of [joinLiterals, joinLists, joinLines]) {
    const joined = join(text);
    if (joined === undefined) continue;
    const { starts } = joined;
    readView(
      {
        ...slice,
        bytes: Buffer.from(joined.text, 'latin1'),
        place: through(
          (from, to) => ({ start: starts[from] ?? 0, end: (starts[to - 1] ?? 0) + 1 }),
          slice.place,
        ),
        layers: [...slice.layers, 'concatenation'],
        joins: false,
      },
      reading,
    );
  }
}

function readWide(view: View, kind: CandidateKind, start: number, end: number, reading: Reading): void {
  const layout = WIDE_LAYOUTS.find(one => one.kind === kind);
  if (layout === undefined || view.encodings === 0) return;
  const { width } = layout;
  readView(
    {
      ...view,
      bytes: narrow(view.bytes.subarray(start, end), layout),
      place: (from, to) => view.place(start + from * width, start + to * width),
      layers: [...view.layers, kind],
      preface: 0,
      encodings: view.encodings - 1,
    },
    reading,
  );
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
  if (!reading.budget.take(decoded.bytes.length)) {
    reading.budget.leaveOut(layers, 'over the size budget');
    return decoded.end;
  }
  if (archiveKind(decoded.bytes) !== undefined) {
    readPart(decoded.bytes, layers, view.place(decoded.start, decoded.end), reading);
    return decoded.end;
  }
  readDecoded(view, decoded, layers, reading);
  return decoded.end;
}

/** A short value keeps the words before it: they say what it is. */
const SHORT = 256;
const PREFACE = 100;

function readDecoded(view: View, decoded: Decoded, layers: readonly string[], reading: Reading): void {
  const before = decoded.bytes.length < SHORT ? prefaceOf(view.bytes, decoded.start) : EMPTY;
  readView(
    {
      ...view,
      bytes: Buffer.concat([before, decoded.bytes]),
      place: through(
        (from, to) => decoded.place(Math.max(0, from - before.length), Math.max(0, to - before.length)),
        view.place,
      ),
      layers,
      cutBefore: false,
      cutAfter: false,
      preface: before.length,
      encodings: view.encodings - 1,
    },
    reading,
  );
}

const EMPTY = Buffer.alloc(0);

/** The same line before the value, without what only says that it is encoded. */
function prefaceOf(bytes: Buffer, at: number): Buffer {
  const line = bytes
    .toString('latin1', Math.max(0, at - PREFACE), at)
    .replace(/^[\s\S]*[\r\n](?=[^\r\n])/, '');
  return Buffer.from(`${line.replace(/(?:;?base64,|!!binary|Basic)\s*$/i, '')} `, 'latin1');
}

/** @returns true when the archive could be opened: then its packed bytes need not be read */
function readArchive(view: View, reading: Reading): boolean {
  const kind = archiveKind(view.bytes);
  if (kind === undefined) return false;
  if (reading.depth >= MOST_ARCHIVES) {
    reading.budget.leaveOut(view.layers, `${kind}: nested too deep`);
    return false;
  }
  let opened = false;
  for (const entry of unpack(view.bytes, kind, view.layers, reading.budget)) {
    opened = true;
    readPart(entry.bytes, [...view.layers, entry.layer], view.place(entry.start, entry.end), reading);
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
  layers: readonly string[],
  carried: { readonly start: number; readonly end: number },
  reading: Reading,
): void {
  const outer: Outer = ({ text }) => reading.outer({ text, ...carried });
  readDocument(bytes, layers, outer, reading.depth + 1, reading.budget, reading.detections);
}

const LINE_FEED = 0x0a;

function lineEnds(bytes: Buffer, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (bytes[at] === LINE_FEED) count++;
  return count;
}
