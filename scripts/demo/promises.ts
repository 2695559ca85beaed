import type { Terminal } from './terminal.js';

/** What the story tells, and whether it was so. */
export class Promises {
  readonly #terminal: Terminal;
  #kept = 0;
  #broken = 0;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  /** Tells something of which the facts must be true. */
  told(text: string, ...facts: readonly boolean[]): void {
    const kept = facts.every(fact => fact);
    if (kept) this.#kept += 1;
    else this.#broken += 1;
    if (kept) this.#terminal.told(text);
    else this.#terminal.untold(`${text} (but it was not so)`);
  }

  get broken(): number {
    return this.#broken;
  }

  get kept(): number {
    return this.#kept;
  }
}
