import { LIMITS } from '../limits.js';
import { Covered } from './archives/covered.js';
import type { Unpacking } from './archives/entry.js';
import { archiveKind, endsWithZip } from './archives/magic.js';
import { entriesOf } from './archives/unpack.js';
import type { Budget } from './budget.js';
import type { Range } from './ranges.js';
import type { View } from './view.js';

/** Something that was unpacked, and the stretch of its document that carries it. */
export interface OpenedPart extends Range {
  readonly bytes: Buffer;
  /** What it is called; '' for what has no name. */
  readonly name: string;
  readonly layers: readonly string[];
}

/** The document that an archive is, or stands in. */
interface Document {
  /** How many archives it is in. */
  readonly depth: number;
  readonly layers: readonly string[];
  readonly budget: Budget;
}

/** Bytes that come out for the price of a step. */
const BYTES_OF_STEP = 8;

/**
 * Unpacks an archive, part by part.
 *
 * @returns the stretches of it that no part covers, or undefined when none was unpacked, or it is a program with an archive
 *   behind it: then all of it is to be read as the bytes it is
 */
export function openArchive(
  view: View,
  { depth, layers, budget }: Document,
  read: (part: OpenedPart) => void,
): Range[] | undefined {
  const known = archiveKind(view.bytes);
  // A program's archive is not opened once more in each reading of the program's text.
  const kind = known ?? (view.layers === layers && endsWithZip(view.bytes) ? 'zip' : undefined);
  if (kind === undefined) return undefined;
  if (depth >= LIMITS.depth) {
    budget.leaveOut(view.layers.slice(0, 3), `${kind}: nested too deep`, 'incomplete');
    return undefined;
  }
  const unpacking: Unpacking = {
    spend: bytes => budget.spend(bytes / BYTES_OF_STEP),
    isSpent: () => budget.isSpent,
    leaveOut: (reason, how = 'unopened') => budget.leaveOut(view.layers, reason, how),
  };
  const covered = new Covered();
  let opened = false;
  for (const { bytes, layer, start, end, covers } of entriesOf(view.bytes, kind, unpacking)) {
    opened = true;
    for (const range of covers) covered.add(range);
    read({ bytes, name: layer, layers: [...view.layers, layer], ...view.place(start, end) });
  }
  return opened && known !== undefined ? covered.gaps(view.bytes.length) : undefined;
}
