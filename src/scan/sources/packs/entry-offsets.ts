/** No entry. */
export const NONE = -1;

/** Numbers of names are below this: there are fewer than MOST_OBJECTS (pack-files.ts). */
const NAMES = 2 ** 21;
/** With the number of a name, a larger offset is no exact number any more. */
const LARGEST_OFFSET = 2 ** 32;

/**
 * Numbers the entries of a pack by where they begin.
 *
 * @param offsets of each name
 * @param into receives for each entry its name's number and its offset
 */
export function sortByOffset(
  offsets: Float64Array,
  into: { readonly names: Int32Array; readonly offsets: Float64Array },
): void {
  const count = offsets.length;
  if (count > NAMES || offsets.some(offset => offset >= LARGEST_OFFSET)) {
    const order = Int32Array.from(offsets.keys());
    order.sort((one, other) => (offsets[one] ?? 0) - (offsets[other] ?? 0));
    into.names.set(order);
    order.forEach((name, entry) => {
      into.offsets[entry] = offsets[name] ?? 0;
    });
    return;
  }
  // As numbers, which are sorted many times as fast as by a function; in place, for there may be millions.
  const both = into.offsets.subarray(0, count);
  for (let name = 0; name < count; name++) both[name] = (offsets[name] ?? 0) * NAMES + name;
  both.sort();
  for (let entry = 0; entry < count; entry++) {
    const name = (both[entry] ?? 0) % NAMES;
    into.names[entry] = name;
    both[entry] = offsets[name] ?? 0;
  }
}

/** Finds the entry that begins at an offset. */
export class EntryOffsets {
  readonly #offsets: Float64Array;
  readonly #count: number;
  readonly #scale: number;
  /** The first entry of each stretch of the pack; there are as many stretches as entries. */
  readonly #firsts: Int32Array;

  constructor(offsets: Float64Array, count: number) {
    this.#offsets = offsets;
    this.#count = count;
    this.#scale = count / Math.max(1, offsets[count] ?? 1);
    this.#firsts = new Int32Array(count + 1);
    let entry = 0;
    for (let stretch = 0; stretch <= count; stretch++) {
      while (entry < count && (offsets[entry] ?? 0) * this.#scale < stretch) entry++;
      this.#firsts[stretch] = entry;
    }
  }

  /** @returns NONE when none begins there */
  at(offset: number): number {
    const stretch = Math.floor(offset * this.#scale);
    if (!(stretch >= 0 && stretch <= this.#count)) return NONE;
    let entry = this.#firsts[stretch] ?? 0;
    while (entry < this.#count && (this.#offsets[entry] ?? 0) < offset) entry++;
    return this.#offsets[entry] === offset && entry < this.#count ? entry : NONE;
  }
}
