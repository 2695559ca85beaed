/** One part of an archive, unpacked, and the stretch of the archive that carries it. */
export interface Entry {
  /** How it is called in the layers of a detection: `zip:app/.env`, `gzip`. */
  readonly layer: string;
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

/** What unpacking needs and tells besides its entries. */
export interface Unpacking {
  /** @returns the most bytes that a packed stretch of that length may become */
  readonly limit: (packed: number) => number;
  /** Notes a part that is left out. */
  readonly leaveOut: (reason: string) => void;
}
