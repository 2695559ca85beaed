import { printable } from '../../printable.js';
import type { Unread } from '../finding.js';

/** Reasons that several sources give. */
export const TOO_LARGE = 'an archive of more than 64 MB, which is not opened: it was read as the bytes it is';
export const MISSING = 'its content is not in this clone';

/** Why it is not, by whether the clone is a partial one. */
export function missingWords(partial: boolean): string {
  return partial
    ? `${MISSING} (partial clone): fetch it, or clone without --filter`
    : `${MISSING}, which is damaged: git fsck tells more, and a new clone mends it`;
}

export const SUBMODULE = 'a submodule, a repository of its own';

/** How many items with the same reason are listed one by one. */
const LISTED = 10;

/** How many reasons are told apart. */
const REASONS = 100;

/** Items with the same reason; can be sent between threads. */
export interface UnreadReason {
  readonly why: string;
  readonly incomplete: boolean;
  readonly unopened: boolean;
  /** The first of them. */
  readonly items: readonly string[];
  readonly count: number;
}

/** Collects what was not read. Items with the same reason beyond the first ten become one line with their number. */
export class UnreadList {
  readonly #reasons = new Map<string, Reason>();

  /**
   * @param what untrusted text, e.g. a path
   * @param why may hold untrusted text too: git's words, names in archives
   * @param incomplete true when the scan cannot vouch for the repository without it; `unopened` for what is packed in a
   *   way that is not opened, which is for the caller of the scan to judge
   */
  add(what: string, why: string, incomplete: boolean | 'unopened'): void {
    const reason = this.#reasonFor(printable(why, 300), incomplete === true, incomplete === 'unopened');
    reason.count += 1;
    if (reason.items.length < LISTED) reason.items.push(printable(what, 300));
  }

  reasons(): UnreadReason[] {
    return [...this.#reasons].map(([why, reason]) => ({ why, ...reason }));
  }

  /** Adds what another list has. */
  addAll(reasons: readonly UnreadReason[]): void {
    for (const { why, incomplete, unopened, items, count } of reasons) {
      const reason = this.#reasonFor(why, incomplete, unopened);
      reason.items.push(...items.slice(0, LISTED - reason.items.length));
      reason.count += count;
    }
  }

  get isEmpty(): boolean {
    return this.#reasons.size === 0;
  }

  list(): readonly Unread[] {
    return [...this.#reasons].flatMap(([why, { incomplete, unopened, items, count }]) => {
      const common = { why, incomplete, ...(unopened && { unopened }) };
      const listed = items.map(what => ({ what, ...common }));
      const more = count - items.length;
      return more === 0 ? listed : [...listed, { what: `and ${more} more`, ...common }];
    });
  }

  #reasonFor(why: string, incomplete: boolean, unopened: boolean): Reason {
    const kind = this.#reasons.has(why) || this.#reasons.size < REASONS ? why : 'for other reasons';
    const reason = this.#reasons.get(kind) ?? { incomplete, unopened, items: [], count: 0 };
    this.#reasons.set(kind, reason);
    reason.incomplete ||= incomplete;
    reason.unopened ||= unopened;
    return reason;
  }
}

interface Reason {
  incomplete: boolean;
  unopened: boolean;
  items: string[];
  count: number;
}
