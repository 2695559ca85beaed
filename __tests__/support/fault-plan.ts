/** How long a planned fault lasts and whom it meets. */
export interface FaultScope<R> {
  /** How many requests it meets; default: all from now on. */
  readonly times?: number;
  /** Which requests it meets; default: any. */
  readonly when?: (request: R) => boolean;
}

interface Planned<F, R> {
  readonly fault: F;
  readonly when: (request: R) => boolean;
  left: number;
}

/** Faults that a service was told to have, in the order in which they were planned. */
export class FaultPlan<F, R> {
  readonly #planned: Planned<F, R>[] = [];

  add(fault: F, { times = Number.POSITIVE_INFINITY, when = () => true }: FaultScope<R> = {}): void {
    this.#planned.push({ fault, when, left: times });
  }

  /** The fault that meets this request, which uses it up once. */
  next(request: R): F | undefined {
    const planned = this.#planned.find(({ left, when }) => left > 0 && when(request));
    if (planned === undefined) return undefined;
    planned.left -= 1;
    return planned.fault;
  }

  clear(): void {
    this.#planned.length = 0;
  }
}
