/** The fields of a JSON object that we wrote ourselves but that anybody may have changed: each is read by its type. */
export class Fields {
  readonly #entries: ReadonlyMap<string, unknown>;

  private constructor(entries: ReadonlyMap<string, unknown>) {
    this.#entries = entries;
  }

  /** @returns undefined when the value is not an object */
  static of(value: unknown): Fields | undefined {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return new Fields(new Map(Object.entries(value)));
  }

  /** @returns undefined when the text is not the JSON of an object */
  static parse(text: string | undefined): Fields | undefined {
    try {
      return Fields.of(JSON.parse(text ?? ''));
    } catch {
      return undefined;
    }
  }

  /** An empty text counts as absent. */
  text(name: string): string | undefined {
    const value = this.#entries.get(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  number(name: string): number | undefined {
    const value = this.#entries.get(name);
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  }

  flag(name: string): boolean | undefined {
    const value = this.#entries.get(name);
    return typeof value === 'boolean' ? value : undefined;
  }

  /** ISO 8601; older versions of the AWS CLI write `UTC` behind it where newer ones have `Z`. */
  date(name: string): Date | undefined {
    const parsed = new Date(this.text(name)?.replace(/UTC$/, 'Z') ?? Number.NaN);
    return Number.isNaN(parsed.getTime()) ? undefined : parsed;
  }

  object(name: string): Fields | undefined {
    return Fields.of(this.#entries.get(name));
  }

  list(name: string): readonly unknown[] {
    const value = this.#entries.get(name);
    return Array.isArray(value) ? value : [];
  }

  texts(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      [...this.#entries].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    );
  }
}
