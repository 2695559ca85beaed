import { archiveKind } from './archives/magic.js';
import type { Place } from './finds.js';

/** Bytes to be read, Latin-1 where they are text, and the way back to the document that carries them. */
export interface View {
  readonly bytes: Buffer;
  readonly place: Place;
  readonly layers: readonly string[];
  /** The first byte is in the middle of something longer; likewise the last. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
  /** Bytes at the start that are only there for what they say about the rest. */
  readonly preface: number;
  /** How often an encoding was undone or escapes were resolved to come here. */
  readonly depth: number;
  /** Whether literals and lines may still be put together. */
  readonly joins: boolean;
  /** What an archive holds was read before: this is what else is in it, or all of it, as the bytes it is. */
  readonly isUnpacked: boolean;
}

/** A whole document. */
export function documentView(bytes: Buffer, layers: readonly string[]): View {
  return {
    bytes,
    place: (start, end) => ({ start, end }),
    layers,
    cutBefore: false,
    cutAfter: false,
    preface: 0,
    depth: 0,
    joins: true,
    isUnpacked: false,
  };
}

/** A file of this size can hold one value and nothing else. */
const SINGLE_VALUE = 64;

/** A file that holds one value says what it is by its own name, as mounted secrets do. */
export function namedView(bytes: Buffer, layers: readonly string[], path: string): View {
  const view = documentView(bytes, layers);
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  // Behind the name of the file the first of several statements would be none.
  if (bytes.length <= SINGLE_VALUE && /=.{0,64}[\r\n]\s{0,64}\S/.test(bytes.toString('latin1'))) return view;
  // An archive or wide text is known by how it begins, so nothing may stand in front of it.
  if (bytes.length > SINGLE_VALUE || name === '' || archiveKind(bytes) !== undefined || bytes.includes(0))
    return view;
  const before = Buffer.from(`${name.replace(/\.\w+$/, '')}: `);
  return {
    ...view,
    bytes: Buffer.concat([before, bytes]),
    place: (start, end) => ({ start: start - before.length, end: end - before.length }),
    preface: before.length,
  };
}

/** Follows two places, the inner first. */
export function through(inner: Place, outer: Place): Place {
  return (start, end) => {
    const between = inner(start, end);
    return outer(between.start, between.end);
  };
}
