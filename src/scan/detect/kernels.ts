import { archiveKind, endsWithZip, mayBeArchive } from './archives/magic.js';
import { assignsSecret } from './assigned.js';
import type { Visit } from './candidate.js';
import { visitCodeRun } from './code-runs.js';
import { beginsHexDump, FIRST_OF_HEX_DUMP } from './hex-dump.js';
import { visitLongRun } from './long-runs.js';
import { type MarkKind, type OnMark, searchMarks } from './marks.js';
import { visitEncodedIdentifier, visitSplitIdentifier } from './needles.js';
import { type FirstMarks, firstMarks } from './sieve.js';
import { visitUpperRun } from './upper-runs.js';
import { visitWide } from './wide.js';

/**
 * Stage A alone, at memory speed: whether anything in the bytes is worth a closer look. When this is false, detect()
 * finds nothing in them.
 *
 * @param start first byte
 * @param end one past the last byte
 */
export function hasCandidates(bytes: Buffer, start: number, end: number): boolean {
  const first = glance(bytes, start, end);
  return first !== undefined && findCandidates(bytes.subarray(start, end), () => true, first);
}

/**
 * The first half of it: what findCandidates() needs to know of the bytes, or undefined when there is nothing for it.
 * They may be the first of sieveInput(): what is in there is then copied before anything else is done.
 */
export function glance(bytes: Buffer, start: number, end: number): FirstMarks | undefined {
  const first = firstMarks(bytes, start, end);
  return first.isClear && !mayBePacked(bytes, start, end) ? undefined : first;
}

/** A quick no for what is not told apart by its marks: archives, programs that carry one, hex dumps. */
function mayBePacked(bytes: Buffer, start: number, end: number): boolean {
  return mayBeArchive(bytes, start, end) || bytes[start] === FIRST_OF_HEX_DUMP;
}

/** The same for names in a tree, which stand one by one between bytes that are no text: nothing in them is wide or packed. */
export function hasCandidatesInNames(tree: Buffer): boolean {
  return searchMarks(tree, (kind, start, end) => look(tree, kind, start, end, () => true)).ended;
}

/** Nothing shorter than this holds anything: an identifier has 20 characters, an odd secret 16. */
const SHORTEST = 16;

/**
 * Finds all candidates, about in the order of the bytes.
 *
 * @param first what firstMarks() said of the bytes, if it was asked
 * @param spend is told the work that closer looks are
 * @returns true when `visit` ended the search
 */
export function findCandidates(
  bytes: Buffer,
  visit: Visit,
  first?: FirstMarks,
  spend: (steps: number) => void = () => undefined,
): boolean {
  if (bytes.length < SHORTEST) return false;
  const packed = archiveKind(bytes) !== undefined || endsWithZip(bytes);
  if (packed && visit('archive', 0, bytes.length)) return true;
  if (beginsHexDump(bytes) && visit('text', 0, bytes.length)) return true;
  const onMark: OnMark = (kind, start, end) => {
    spend(COST_OF_LOOK[kind] + (end - start) / 2);
    return look(bytes, kind, start, end, visit);
  };
  const { ended, hasNull } = searchMarks(bytes, onMark, first);
  return ended || (hasNull && visitWide(bytes, visit));
}

/** In steps, beside those for its length. */
const COST_OF_LOOK: Readonly<Record<MarkKind, number>> = {
  'long-run': 10,
  'upper-run': 10,
  'code-run': 10,
  'split-identifier': 10,
  'encoded-identifier': 10,
  'secret-name': 200,
  'marketplace-token': 10,
};

/** Looks at what was marked, each kind in its own way. */
function look(bytes: Buffer, kind: MarkKind, start: number, end: number, visit: Visit): boolean {
  switch (kind) {
    case 'long-run':
      return visitLongRun(bytes, start, end, visit);
    case 'upper-run':
      return visitUpperRun(bytes, start, end, visit);
    case 'code-run':
      return visitCodeRun(bytes, start, end, visit, decoded => findCandidates(decoded, () => true));
    case 'split-identifier':
      return visitSplitIdentifier(bytes, start, visit);
    case 'encoded-identifier':
      return visitEncodedIdentifier(bytes, start, end, visit);
    case 'secret-name':
      return assignsSecret(bytes, end) && visit('text', start, end);
    case 'marketplace-token':
      return visit('text', start, start + 47);
  }
}
