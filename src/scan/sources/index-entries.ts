const NUL = 0;
const TAB = 9;

/** An entry of the index as `git ls-files -z --stage` lists it: `MODE SP ID SP STAGE TAB PATH`, in bytes of others. */
export interface IndexEntry {
  readonly bytes: Buffer;
  readonly start: number;
  /** Where its path begins. */
  readonly path: number;
  readonly end: number;
}

/** Takes the list apart, from one piece of it to the next, without copying what is whole. */
export class IndexEntries {
  #rest: Buffer = Buffer.alloc(0);
  #lead = 1;
  #unmerged: Buffer = Buffer.alloc(0);
  /** How many there were so far. */
  count = 0;

  /** Each entry that ends in the next piece of the list, once: an unmerged path has up to three, and is one file. */
  *in(piece: Buffer): Generator<IndexEntry> {
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    let start = 0;
    for (let end = bytes.indexOf(NUL); end !== -1; end = bytes.indexOf(NUL, start)) {
      const path = this.#pathOf(bytes, start);
      if (this.#isNext(bytes, path, end)) {
        this.count += 1;
        yield { bytes, start, path, end };
      }
      start = end + 1;
    }
    this.#rest = bytes.subarray(start);
  }

  /** It begins as far behind the entry's start as in the entry before, for names of objects have one length. */
  #pathOf(bytes: Buffer, start: number): number {
    if (bytes[start + this.#lead - 1] !== TAB) this.#lead = bytes.indexOf(TAB, start) + 1 - start;
    return start + this.#lead;
  }

  #isNext(bytes: Buffer, path: number, end: number): boolean {
    if (bytes[path - 2] === MERGED) return true;
    const entry = bytes.subarray(path, end);
    if (entry.equals(this.#unmerged)) return false;
    this.#unmerged = Buffer.from(entry);
    return true;
  }
}

/** The stage of a path without a conflict. */
const MERGED = 0x30;

/** Whether the entry at `start` has the mode of a commit: `160000`. */
export function isSubmodule(bytes: Buffer, start: number): boolean {
  return bytes[start + 1] === 0x36;
}

/** @param lead what stands before an entry's path. @returns the name of its object */
export function idInListing(lead: Buffer): string {
  return lead.toString('latin1').split(' ')[1] ?? '';
}
