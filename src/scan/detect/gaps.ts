import type { Range } from './ranges.js';
import { through, type View } from './view.js';

/** Between what does not follow each other: a character of no value, and no line end. */
const BETWEEN = 1;

/** What no entry of an archive covers, in one text: what is in front of it, between, behind; names, comments, headers. */
export function gapsView(view: View, gaps: readonly Range[]): View {
  const [first] = gaps;
  if (gaps.length === 1 && first?.start === 0 && first.end === view.bytes.length)
    return { ...view, isUnpacked: true };
  const size = gaps.reduce((sum, { start, end }) => sum + end - start + 1, 0);
  const bytes = Buffer.alloc(size, BETWEEN);
  const starts = new Int32Array(gaps.length);
  let at = 0;
  gaps.forEach(({ start, end }, index) => {
    starts[index] = at;
    at += view.bytes.copy(bytes, at, start, end) + 1;
  });
  const sourceOf = (position: number): number => {
    const index = lastFrom(starts, position);
    return (gaps[index]?.start ?? 0) + position - (starts[index] ?? 0);
  };
  const place = through((from, to) => ({ start: sourceOf(from), end: sourceOf(to - 1) + 1 }), view.place);
  return { ...view, bytes, place, cutBefore: false, cutAfter: false, preface: 0, isUnpacked: true };
}

/** @returns the last index whose value is not greater */
function lastFrom(values: Int32Array, value: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((values[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
