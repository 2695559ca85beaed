import type { Range } from '../ranges.js';

/** The stretches of an archive whose packed bytes need not be read, for all that they hold was unpacked. */
export class Covered {
  readonly #ranges: Range[] = [];
  /** As far as they were asked for: disjoint, in order. */
  #merged: readonly Range[] | undefined;

  add({ start, end }: Range): void {
    if (start < end) this.#ranges.push({ start, end });
  }

  /** Whether a byte lies in one of them, those apart that were added since this was first asked, but for the last. */
  has(at: number): boolean {
    const last = this.#ranges.at(-1);
    if (last !== undefined && last.start <= at && at < last.end) return true;
    this.#merged ??= mergedOf(this.#ranges);
    let low = 0;
    let high = this.#merged.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#merged[middle]?.end ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    const range = this.#merged[low];
    return range !== undefined && range.start <= at;
  }

  /** What lies between them in a content of that length. */
  gaps(length: number): Range[] {
    const gaps: Range[] = [];
    let from = 0;
    for (const { start, end } of mergedOf(this.#ranges)) {
      if (start > from) gaps.push({ start: from, end: start });
      from = end;
    }
    if (from < length) gaps.push({ start: from, end: length });
    return gaps;
  }
}

function mergedOf(ranges: readonly Range[]): Range[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...ranges].sort((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
