/** A stretch of a document. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Stretches are found by the buckets that they touch. */
const BUCKET = 256;

/** A set of stretches that answers in constant time whether one overlaps it. */
export class Ranges {
  readonly #buckets = new Map<number, Range[]>();

  add(range: Range): void {
    for (const bucket of bucketsOf(range)) {
      const ranges = this.#buckets.get(bucket);
      if (ranges === undefined) this.#buckets.set(bucket, [range]);
      else ranges.push(range);
    }
  }

  overlaps(range: Range): boolean {
    for (const bucket of bucketsOf(range)) {
      const ranges = this.#buckets.get(bucket) ?? [];
      if (ranges.some(other => other.start < range.end && range.start < other.end)) return true;
    }
    return false;
  }
}

function* bucketsOf({ start, end }: Range): Generator<number> {
  for (let bucket = Math.floor(start / BUCKET); bucket * BUCKET < end; bucket++) yield bucket;
}
