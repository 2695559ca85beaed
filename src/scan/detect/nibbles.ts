/**
 * Classes of bytes as two tables of sixteen, by the halves of a byte: it belongs to a class when the entries of its
 * two halves have a bit of the class in common. So sixteen bytes are looked up in two instructions.
 */
export class NibbleTables {
  readonly low = new Uint8Array(16);
  readonly high = new Uint8Array(16);
  #bits = 0;

  /**
   * Adds a class: a bit for each set of low halves, with all the high halves that it goes with.
   *
   * @param members 1 for each byte that belongs
   * @returns the bits of the class
   * @throws RangeError when the tables have no bits left
   */
  add(members: Uint8Array): number {
    const highsOf = new Map<string, number[]>();
    for (let high = 0; high < 16; high++) {
      const lows = members.subarray(high * 16, high * 16 + 16).join('');
      if (lows.includes('1')) highsOf.set(lows, [...(highsOf.get(lows) ?? []), high]);
    }
    let bits = 0;
    for (const [lows, highs] of highsOf) {
      const bit = this.#nextBit();
      for (let low = 0; low < 16; low++) if (lows[low] === '1') this.low[low] = (this.low[low] ?? 0) | bit;
      for (const high of highs) this.high[high] = (this.high[high] ?? 0) | bit;
      bits |= bit;
    }
    return bits;
  }

  #nextBit(): number {
    if (this.#bits === 8) throw new RangeError('more classes than eight bits can tell apart');
    return 1 << this.#bits++;
  }
}
