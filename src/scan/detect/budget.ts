import type { UnreadPart } from '../finding.js';

/** What one content may cost, all its layers together, and what was left out of it. */
export class Budget {
  #steps: number;
  readonly #parts = new Map<string, UnreadPart>();
  /** How many parts were left out. */
  leftOut = 0;

  /** @param steps see `workFor` */
  constructor(steps: number) {
    this.#steps = steps;
  }

  /** Takes note of work that is done. */
  spend(steps: number): void {
    this.#steps -= steps;
  }

  get isSpent(): boolean {
    return this.#steps < 0;
  }

  /** How many steps are left. */
  get steps(): number {
    return this.#steps;
  }

  /** Notes a part that was left out, with the layers that lead to it. */
  leaveOut(layers: readonly string[], reason: string, kind: UnreadPart['kind']): void {
    this.leftOut += 1;
    const why = [...layers, reason].join(': ');
    if (this.#parts.size < MOST_REASONS) this.#parts.set(why, { why, kind });
    else if (kind === 'incomplete') this.#parts.set(MORE.why, MORE);
  }

  get unread(): readonly UnreadPart[] {
    return [...this.#parts.values()];
  }
}

/** A content made to be unreadable in a million places is told by the first of them. */
const MOST_REASONS = 20;
const MORE: UnreadPart = { why: 'further parts of it are over a limit', kind: 'incomplete' };
