import { Failure, type FailureCode } from '../failure.js';
import { printable } from '../printable.js';

/** One thing wrong with what a user wrote: where (an input's name, or a line of a file), and what. */
export interface Fault {
  readonly where: string;
  readonly what: string;
}

const MOST = 50;

/** Collects faults, so that a user sees all of them at once. */
export class Faults {
  readonly #found: Fault[] = [];
  #more = 0;

  /** The first fifty are kept, the others counted: a file made to be wrong has a hundred thousand. */
  add(where: string, what: string): void {
    if (this.isFull) this.#more += 1;
    else this.#found.push({ where, what });
  }

  /** Whether further faults are only counted. */
  get isFull(): boolean {
    return this.#found.length >= MOST;
  }

  /** Whether something is known to be wrong there: what follows from it is no further fault. */
  has(where: string): boolean {
    return this.#found.some(fault => fault.where === where);
  }

  get all(): readonly Fault[] {
    return this.#found;
  }

  /** @throws Failure with all faults in one message, if there is any */
  throwIfAny(code: FailureCode, about: string, write?: string): void {
    if (this.#found.length === 0) return;
    const total = this.#found.length + this.#more;
    const count = total === 1 ? 'one fault' : `${total} faults`;
    const more = this.#more === 0 ? [] : [`and ${this.#more} more`];
    throw new Failure(code, {
      what: `${printable(about)}: ${count}. Nothing was sent to GitHub or AWS.`,
      why: [...this.#found.map(({ where, what }) => `${printable(where)}: ${printable(what)}`), ...more].join(
        '\n',
      ),
      ...(write !== undefined && { write }),
    });
  }
}

/** Shows a value that a user wrote, quoted and shortened. */
export function quoted(value: string): string {
  return `"${printable(value, 80)}"`;
}
