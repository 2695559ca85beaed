import type { Decoded } from './base64.js';
import { resolveEscapes } from './escapes.js';
import { readHexDump } from './hex-dump.js';
import { type Joined, joinLines, joinLists, joinLiterals } from './joins.js';
import { joinTokenLists } from './token-lists.js';
import { joinVariables } from './variables.js';
import { through, type View } from './view.js';
import { narrow, type WideLayout } from './wide.js';

/** The same text with its escapes resolved, or undefined when it has none. */
export function resolvedView(view: View, text: string): View | undefined {
  const resolved = resolveEscapes(text);
  if (resolved === undefined) return undefined;
  const { starts, ends, layer } = resolved;
  return {
    ...view,
    bytes: Buffer.from(resolved.text, 'latin1'),
    place: through((from, to) => ({ start: starts[from] ?? 0, end: ends[to - 1] ?? 0 }), view.place),
    layers: [...view.layers, layer],
    depth: view.depth + 1,
  };
}

/** The same text with its literals, its lists, its lines, its dumped bytes put together: each that it has. */
export function joinedViews(view: View, text: string): View[] {
  if (!view.joins) return [];
  const forms = [
    joinLiterals(text),
    joinLists(text),
    joinLines(text),
    joinTokenLists(text),
    joinVariables(text),
  ];
  const joined = forms.filter(one => one !== undefined);
  const views = joined.map(one => joinedView(view, one, 'concatenation'));
  const dump = readHexDump(text);
  return dump === undefined ? views : [...views, joinedView(view, dump, 'hex dump')];
}

function joinedView(view: View, { text, starts }: Joined, layer: string): View {
  return {
    ...view,
    bytes: Buffer.from(text, 'latin1'),
    place: through((from, to) => stretchOf(starts[from] ?? 0, starts[to - 1] ?? 0), view.place),
    layers: [...view.layers, layer],
    joins: false,
  };
}

/** The pieces of a value may stand in another order than they are put together in. */
function stretchOf(first: number, last: number): { readonly start: number; readonly end: number } {
  return { start: Math.min(first, last), end: Math.max(first, last) + 1 };
}

/** A stretch of UTF-16 or UTF-32, one byte for each character. */
export function wideView(view: View, layout: WideLayout, start: number, end: number): View {
  const { kind, width } = layout;
  return {
    ...view,
    bytes: narrow(view.bytes.subarray(start, end), layout),
    place: (from, to) => view.place(start + from * width, start + to * width),
    layers: [...view.layers, kind],
    preface: 0,
    depth: view.depth + 1,
    isUnpacked: false,
  };
}

/** A short value keeps the words before it: they say what it is. */
const SHORT = 256;
const PREFACE = 100;

/** What an encoded stretch decodes to. */
export function decodedView(view: View, decoded: Decoded, layers: readonly string[]): View {
  // Words before UTF-16 would shift it.
  const isPlain = decoded.bytes.length < SHORT && !decoded.bytes.includes(0);
  const before = isPlain ? prefaceOf(view.bytes, decoded.start) : EMPTY;
  return {
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
    depth: view.depth + 1,
    isUnpacked: false,
  };
}

const EMPTY = Buffer.alloc(0);

/** The same line before the value, without what only says that it is encoded. */
function prefaceOf(bytes: Buffer, at: number): Buffer {
  const before = bytes.toString('latin1', Math.max(0, at - PREFACE), at);
  const line = before.replace(/^[\s\S]*[\r\n](?=[^\r\n])/, '');
  return Buffer.from(`${line.replace(/(?:;?base64,|!!binary|Basic)\s*$/i, '')} `, 'latin1');
}
