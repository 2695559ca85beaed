const LINE_FEED = 0x0a;

/** Counts line ends between places of a content: found once, when the first is asked for. */
export class LineEnds {
  readonly #bytes: Buffer;
  #ends: readonly number[] | undefined;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** How many stand in [start, end). */
  between(start: number, end: number): number {
    return end <= start ? 0 : this.#before(end) - this.#before(start);
  }

  #before(place: number): number {
    this.#ends ??= endsIn(this.#bytes);
    let low = 0;
    let high = this.#ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ends[middle] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function endsIn(bytes: Buffer): number[] {
  const ends: number[] = [];
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) ends.push(at);
  return ends;
}
