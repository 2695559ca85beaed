const LINE_FEED = 0x0a;

/** For more than so many questions all are found once; for fewer, those between are counted. */
const FEW = 100;

/** Counts line ends between places of a content. */
export class LineEnds {
  readonly #bytes: Buffer;
  #ends: readonly number[] | undefined;
  #asked = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** How many stand in [start, end). */
  between(start: number, end: number): number {
    if (end <= start) return 0;
    this.#asked += 1;
    return this.#asked > FEW ? this.#before(end) - this.#before(start) : this.#counted(start, end);
  }

  #counted(start: number, end: number): number {
    let count = 0;
    for (let at = start; at < end; at++) if (this.#bytes[at] === LINE_FEED) count += 1;
    return count;
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
