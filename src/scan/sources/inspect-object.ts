import { hasCandidates, hasCandidatesInNames } from '../detect/kernels.js';
import { type Inspection, mayConcern } from '../inspection.js';
import { ENTIRE, type Window } from './content.js';
import type { GitObject } from './object-reader.js';

/** What is known of an object beside its bytes. */
export interface ObjectOrigin {
  /** A blob's path, or a tree's; with `/`. */
  readonly path?: string;
  /** The commit that introduced it. */
  readonly commit?: string;
}

const LF = 10;

/** Looks for keys in one git object: a blob's content, a commit's or tag's message, the names in a tree. */
export function inspectObject(
  inspection: Inspection,
  object: GitObject,
  bytes: Buffer,
  start: number,
  end: number,
  window: Window,
  origin: ObjectOrigin = {},
): void {
  // Nothing is made of an object's name before it is known that anything may be in it.
  const { type } = object;
  if (type === 'blob') {
    if (mayConcern(bytes, start, end))
      inspection.keys(bytes, start, end, window, { kind: 'commit', blob: object.id, ...origin });
    return;
  }
  if (type !== 'tree') {
    if (hasCandidates(bytes, start, end))
      inspectMessage(inspection, bytes.subarray(start, end), object.id, type);
    return;
  }
  const tree = bytes.subarray(start, end);
  if (hasCandidatesInNames(tree)) inspectNames(inspection, tree, object.id, origin);
}

/**
 * The message, and of the header what people write (names, a tag's name, the tag that a merge took in); not the
 * signatures, which are base64 without any key in it.
 */
function inspectMessage(inspection: Inspection, object: Buffer, id: string, type: 'commit' | 'tag'): void {
  const kind = type === 'commit' ? 'commit-message' : 'tag-message';
  const blank = object.indexOf('\n\n');
  const headerEnd = blank === -1 ? object.length : blank + 1;
  const place = { kind, commit: id } as const;
  inspection.keys(object, Math.min(headerEnd + 1, object.length), object.length, ENTIRE, place);
  const header = writtenHeader(object.subarray(0, headerEnd));
  inspection.keys(header, 0, header.length, ENTIRE, place);
}

function writtenHeader(header: Buffer): Buffer {
  const kept: Buffer[] = [];
  let signature = false;
  for (let start = 0; start < header.length; ) {
    const found = header.indexOf(LF, start);
    const stop = found === -1 ? header.length : found + 1;
    const line = header.subarray(start, stop);
    const continued = line[0] === 0x20;
    if (!continued) signature = /^gpgsig/.test(line.toString('latin1', 0, 6));
    if (!signature) kept.push(line);
    start = stop;
  }
  return Buffer.concat(kept);
}

/** A tree is `MODE SP NAME NUL ID` again and again, the ID in binary. */
function inspectNames(
  inspection: Inspection,
  tree: Buffer,
  id: string,
  { path, commit }: ObjectOrigin,
): void {
  const idLength = id.length / 2;
  for (let at = 0; at < tree.length; ) {
    const space = tree.indexOf(0x20, at);
    const zero = tree.indexOf(0, at);
    if (space === -1 || zero === -1) return;
    const name = tree.subarray(space + 1, zero);
    inspection.keys(name, 0, name.length, ENTIRE, {
      kind: 'path-name',
      path: path ? `${path}/${name.toString()}` : name.toString(),
      ...(commit !== undefined && { commit }),
    });
    at = zero + 1 + idLength;
  }
}
