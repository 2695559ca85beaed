/** Limits of what may come out of encodings and archives, all layers of one content together. */
export class Budget {
  #bytes: number;
  readonly #reasons = new Set<string>();
  /** How many parts were left out. */
  leftOut = 0;

  constructor(bytes: number) {
    this.#bytes = bytes;
  }

  /** How many bytes may still come out. */
  get bytes(): number {
    return this.#bytes;
  }

  /** @returns false when that is more than is left; then nothing is taken */
  take(bytes: number): boolean {
    if (bytes > this.#bytes) return false;
    this.#bytes -= bytes;
    return true;
  }

  /** Notes a part that was left out, with the layers that lead to it. */
  leaveOut(layers: readonly string[], reason: string): void {
    this.leftOut += 1;
    if (this.#reasons.size < MOST_REASONS) this.#reasons.add([...layers, reason].join(': '));
  }

  get unread(): readonly string[] {
    return [...this.#reasons];
  }
}

/** A content made to be unreadable in a million places is told by the first of them. */
const MOST_REASONS = 20;
