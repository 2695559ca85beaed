import { Failure, type FailureCode } from '../failure.js';
import { printable } from '../printable.js';

/** One thing wrong with what a user wrote: where (an input's name, or a line of a file), and what. */
export interface Fault {
  readonly where: string;
  readonly what: string;
}

/** Collects faults, so that a user sees all of them at once. */
export class Faults {
  readonly #found: Fault[] = [];

  add(where: string, what: string): void {
    this.#found.push({ where, what });
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
    const count = this.#found.length === 1 ? 'one fault' : `${this.#found.length} faults`;
    throw new Failure(code, {
      what: `${printable(about)}: ${count}. Nothing was sent to GitHub or AWS.`,
      why: this.#found.map(({ where, what }) => `${printable(where)}: ${printable(what)}`).join('\n'),
      ...(write !== undefined && { write }),
    });
  }
}

/** Shows a value that a user wrote, quoted and shortened. */
export function quoted(value: string): string {
  return `"${printable(value, 80)}"`;
}
