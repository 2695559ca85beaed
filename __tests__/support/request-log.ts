/** The requests that a service got, in order, and a way to wait for one. */
export class RequestLog<R> {
  readonly entries: R[] = [];
  readonly #waiting = new Set<(request: R) => void>();

  add(request: R): void {
    this.entries.push(request);
    for (const notice of this.#waiting) notice(request);
  }

  /** The first request that fits, of those that came and those to come. */
  until(fits: (request: R) => boolean): Promise<R> {
    const found = this.entries.find(fits);
    if (found !== undefined) return Promise.resolve(found);
    return new Promise(resolve => {
      const notice = (request: R) => {
        if (!fits(request)) return;
        this.#waiting.delete(notice);
        resolve(request);
      };
      this.#waiting.add(notice);
    });
  }
}
