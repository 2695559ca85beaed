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
 * The message and the header, whatever stands in it: names, a tag's name, signatures, the tag that a merge took in,
 * fields that no git knows; but for the names of objects, which are nobody's words.
 */
function inspectMessage(inspection: Inspection, object: Buffer, id: string, type: 'commit' | 'tag'): void {
  const kind = type === 'commit' ? 'commit-message' : 'tag-message';
  const blank = object.indexOf('\n\n');
  const headerEnd = blank === -1 ? object.length : blank + 1;
  const place = { kind, commit: id } as const;
  inspection.keys(object, Math.min(headerEnd + 1, object.length), object.length, ENTIRE, place);
  const header = object.subarray(firstField(object, headerEnd), headerEnd);
  inspection.keys(header, 0, header.length, ENTIRE, place);
}

const OBJECT_NAME = /^(?:tree|parent|object) [0-9a-f]{40,64}$/;

/** Where the fields begin that are no names of objects, with which every header begins. */
function firstField(header: Buffer, end: number): number {
  for (let start = 0; start < end; ) {
    const stop = header.indexOf(LF, start);
    if (stop === -1 || !OBJECT_NAME.test(header.toString('latin1', start, stop))) return start;
    start = stop + 1;
  }
  return end;
}

/** In octal digits. What has more is no tree, and is not gone through to its end for each of its names. */
const LONGEST_MODE = 8;

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
    if (zero === -1 || space === -1 || space > at + LONGEST_MODE) {
      inspection.unread.add(`tree ${id}`, 'it is damaged: its names cannot be told apart', true);
      return;
    }
    const name = tree.subarray(space + 1, zero);
    inspection.keys(name, 0, name.length, ENTIRE, {
      kind: 'path-name',
      path: path ? `${path}/${name.toString()}` : name.toString(),
      ...(commit !== undefined && { commit }),
    });
    at = zero + 1 + idLength;
  }
}
