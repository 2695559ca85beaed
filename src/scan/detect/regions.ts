/** Text around a candidate that is read with it: names, the other half of a pair. */
const MARGIN = 4096;

/** Regions are read in slices of this size, which overlap so that nothing is cut in every one of them. */
const SLICE = 256 * 1024;
const OVERLAP = 2 * MARGIN;

export interface Region {
  readonly start: number;
  readonly end: number;
}

/** Places to be read, each with its surroundings, merged where they touch. */
export class Regions {
  readonly #length: number;
  #regions: { start: number; end: number }[] = [];

  constructor(length: number) {
    this.#length = length;
  }

  add(start: number, end: number): void {
    const from = Math.max(0, start - MARGIN);
    const to = Math.min(this.#length, end + MARGIN);
    const last = this.#regions.at(-1);
    if (last !== undefined && from >= last.start && from <= last.end) last.end = Math.max(last.end, to);
    else this.#regions.push({ start: from, end: to });
  }

  /** Disjoint, in order, none longer than a slice. */
  *slices(): Generator<Region> {
    for (const region of merged(this.#regions)) {
      for (let start = region.start; ; start += SLICE - OVERLAP) {
        const end = Math.min(region.end, start + SLICE);
        yield { start, end };
        if (end === region.end) break;
      }
    }
  }
}

function merged(regions: readonly Region[]): Region[] {
  const sorted = [...regions].sort((one, other) => one.start - other.start);
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of sorted) {
    const last = result.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}
