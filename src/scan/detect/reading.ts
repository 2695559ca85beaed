import type { Detection } from '../finding.js';
import { LIMITS } from '../limits.js';
import { archiveKind } from './archives/magic.js';
import { decodeBase64, SHORTEST_LINE } from './base64.js';
import type { Budget } from './budget.js';
import type { CandidateKind } from './candidate.js';
import { decodeCodes } from './codes.js';
import { type Finds, noFinds, readText } from './finds.js';
import { gapsView } from './gaps.js';
import { decodeHex } from './hex.js';
import { findCandidates } from './kernels.js';
import { decodedView, joinedViews, resolvedView, wideView } from './layers.js';
import { LineEnds } from './line-ends.js';
import { type OpenedPart, openArchive } from './open-archive.js';
import type { QuietTexts } from './quiet-texts.js';
import { type Region, Regions } from './regions.js';
import type { FirstMarks } from './sieve.js';
import { type Outer, verdictsOn } from './verdicts.js';
import { namedView, type View } from './view.js';
import { WIDE_LAYOUTS } from './wide.js';

/** A content, an entry of an archive, or an archive within an encoding: values pair within one document only. */
interface Reading {
  readonly bytes: Buffer;
  readonly layers: readonly string[];
  readonly outer: Outer;
  /** How many archives it is in. */
  readonly depth: number;
  readonly common: Common;
  readonly finds: Finds;
}

/** What all documents in one content share. */
export interface Common {
  readonly budget: Budget;
  readonly quiet: QuietTexts;
  readonly detections: Detection[];
}

/** What is known of a whole content before it is read. */
export interface Whole {
  readonly path: string;
  /** It is a part of something larger, which is not opened. */
  readonly isPart: boolean;
  readonly first?: FirstMarks | undefined;
}

/** Reads a whole content, through all its layers. */
export function readContent(content: Buffer, { path, isPart, first }: Whole, common: Common): void {
  const outer: Outer = ({ text, start, end }) => ({ text, start, end });
  const layers: readonly string[] = [];
  const reading: Reading = { bytes: content, layers, outer, depth: 0, common, finds: noFinds() };
  const named = namedView(content, layers, path);
  const view = isPart ? { ...named, isUnpacked: true } : named;
  readDocument(view, reading, view.bytes === content ? first : undefined);
}

function readDocument(view: View, reading: Reading, first?: FirstMarks): void {
  readView(view, reading, first);
  const { finds, bytes, outer, common } = reading;
  const lines = new LineEnds(bytes);
  for (const found of verdictsOn(finds, (start, end) => lines.between(start, end), outer))
    common.detections.push(found);
}

/** Stage A finds what is worth reading, and each kind of candidate is read in its own way. */
function readView(view: View, reading: Reading, first?: FirstMarks): void {
  const { budget } = reading.common;
  const regions = new Regions(view.bytes.length);
  const decoded = new Progress();
  budget.spend(view.bytes.length / BYTES_OF_STEP + COST_OF_VIEW);
  const visit = (kind: CandidateKind, start: number, end: number): boolean => {
    if (isFull(reading)) return true;
    switch (kind) {
      case 'text':
        regions.add(start, end);
        return false;
      case 'archive':
        return !view.isUnpacked && readArchive(view, reading);
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
  };
  findCandidates(view.bytes, visit, first, steps => budget.spend(steps));
  for (const region of regions.slices()) if (!isFull(reading)) readRegion(view, region, reading);
}

/** What a look at every byte costs, and what is made for each view. */
const BYTES_OF_STEP = 16;
const COST_OF_VIEW = 100;

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

/** What then follows is not read, and that is noted. */
function isFull({ finds, layers, common: { budget } }: Reading): boolean {
  if (budget.isSpent)
    budget.leaveOut(layers, 'over the work budget: a part of it was not read', 'incomplete');
  else if (finds.identifiers.size + finds.secrets.size + finds.tokens.size < LIMITS.values) return false;
  else
    budget.leaveOut(
      layers,
      `more than ${LIMITS.values} values: what follows them was not read`,
      'incomplete',
    );
  return true;
}

/** Behind a quote or an escape the rest of wrapped data may follow in the next literal. */
function continuesInLiteral(bytes: Buffer, at: number): boolean {
  return /^["'`\\%]/.test(bytes.toString('latin1', at, at + 1));
}

function readRegion(view: View, { start, end }: Region, reading: Reading): void {
  const { budget, quiet } = reading.common;
  const text = view.bytes.toString('latin1', start, end);
  const slice: View = {
    ...view,
    place: (from, to) => view.place(start + from, start + to),
    cutBefore: start > 0 || view.cutBefore,
    cutAfter: end < view.bytes.length || view.cutAfter,
    preface: Math.max(0, view.preface - start),
  };
  const circumstances = circumstancesOf(slice);
  const cost = quiet.costOf(text, circumstances);
  if (cost !== undefined) {
    budget.spend(cost);
    return;
  }
  const { seen } = reading.finds;
  const { leftOut, steps } = budget;
  readText(text, reading.finds, slice.place, view.layers, inside(slice, text.length), budget);
  readAgain(slice, text, reading);
  if (reading.finds.seen === seen && budget.leftOut === leftOut)
    quiet.add(text, circumstances, steps - budget.steps);
}

/** The same text with its escapes resolved, and with its pieces put together. */
function readAgain(slice: View, text: string, reading: Reading): void {
  const { budget } = reading.common;
  budget.spend(text.length);
  const resolved = resolvedView(slice, text);
  if (resolved !== undefined && mayGoDeeper(slice, reading)) readView(resolved, reading);
  if (!slice.joins) return;
  budget.spend(4 * text.length);
  for (const joined of joinedViews(slice, text)) readView(joined, reading);
}

/** Whether one more layer may be undone; where not, that is noted. */
function mayGoDeeper({ depth, layers }: View, { common }: Reading): boolean {
  if (depth < LIMITS.layers) return true;
  common.budget.leaveOut(layers.slice(0, 3), 'encoded too often', 'incomplete');
  return false;
}

/** All of a view that decides what is found in its text. */
function circumstancesOf({ cutBefore, cutAfter, preface, joins }: View): string {
  return [cutBefore, cutAfter, preface, joins].join(' ');
}

/** Whether a value is whole, and not of the preface. */
function inside(view: View, length: number): (start: number, end: number) => boolean {
  return (start, end) =>
    start >= view.preface && (start > 0 || !view.cutBefore) && (end < length || !view.cutAfter);
}

function readWide(view: View, kind: CandidateKind, start: number, end: number, reading: Reading): void {
  const layout = WIDE_LAYOUTS.find(one => one.kind === kind);
  if (layout !== undefined && mayGoDeeper(view, reading))
    readView(wideView(view, layout, start, end), reading);
}

/** @returns one past the last byte that was decoded */
function readEncoded(
  view: View,
  kind: 'base64' | 'hex',
  start: number,
  end: number,
  reading: Reading,
): number {
  if (!mayGoDeeper(view, reading)) return end;
  const decoded = kind === 'hex' ? decodeHex(view.bytes, start, end) : decodeBase64(view.bytes, start, end);
  reading.common.budget.spend(decoded.bytes.length / 4);
  const layers = [...view.layers, kind];
  if (archiveKind(decoded.bytes) === undefined) readView(decodedView(view, decoded, layers), reading);
  else
    readPart({ bytes: decoded.bytes, name: '', layers, ...view.place(decoded.start, decoded.end) }, reading);
  return decoded.end;
}

function readCodes(view: View, start: number, end: number, reading: Reading): void {
  const decoded = mayGoDeeper(view, reading) ? decodeCodes(view.bytes, start, end) : undefined;
  if (decoded !== undefined) readView(decodedView(view, decoded, [...view.layers, 'codes']), reading);
}

/** @returns true when it was opened, and read as the bytes it is where that is not all of it */
function readArchive(view: View, reading: Reading): boolean {
  const { depth, layers, common } = reading;
  const opened = openArchive(view, { depth, layers, budget: common.budget }, part => readPart(part, reading));
  if (opened === undefined) return false;
  readView(gapsView(view, opened), reading);
  return true;
}

/** Reads something that was unpacked: all of it is carried by the same bytes. */
function readPart({ bytes, name, layers, start, end }: OpenedPart, { outer, depth, common }: Reading): void {
  const carried: Outer = ({ text }) => outer({ text, start, end });
  const part: Reading = { bytes, layers, outer: carried, depth: depth + 1, common, finds: noFinds() };
  readDocument(namedView(bytes, layers, name), part);
}
