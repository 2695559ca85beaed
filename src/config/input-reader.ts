import { type Faults, quoted } from './fault.js';

/** Gives the text of an input, trimmed; '' when absent. */
export type ReadInput = (name: string) => string;

/**
 * Reads inputs of an action into values, collecting what is wrong with them under the input's name.
 * An absent or empty input reads as undefined (or as the default given).
 */
export class InputReader {
  readonly #read: ReadInput;
  readonly #faults: Faults;

  constructor(read: ReadInput, faults: Faults) {
    this.#read = read;
    this.#faults = faults;
  }

  text(name: string): string | undefined {
    const value = this.#read(name);
    return value === '' ? undefined : value;
  }

  /** `true` or `false` as YAML 1.2's core schema writes them; anything else is a fault, never silently one of them. */
  flag(name: string, byDefault: boolean): boolean {
    const value = this.text(name);
    if (value === undefined) return byDefault;
    if (['true', 'True', 'TRUE'].includes(value)) return true;
    if (['false', 'False', 'FALSE'].includes(value)) return false;
    this.#faults.add(name, `must be true or false, not ${quoted(value)}`);
    return byDefault;
  }

  choice<T extends string>(name: string, choices: readonly T[]): T | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const chosen = choices.find(choice => choice === value);
    if (chosen === undefined)
      this.#faults.add(name, `must be one of ${choices.join(', ')}, not ${quoted(value)}`);
    return chosen;
  }

  /** Items separated by commas, white space or newlines; empty ones do not count. */
  list(name: string): readonly string[] {
    return this.#read(name)
      .split(/[\s,]+/)
      .filter(item => item !== '');
  }

  /** Names separated by commas or newlines; they may hold blanks, as those of GitHub environments do. */
  names(name: string): readonly string[] {
    return this.#read(name)
      .split(/[\n\r,]/)
      .map(item => item.trim())
      .filter(item => item !== '');
  }

  whole(name: string, least: number, most: number, byDefault: number): number {
    const value = this.text(name);
    if (value === undefined) return byDefault;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    this.#faults.add(name, `must be a whole number from ${least} to ${most}, not ${quoted(value)}`);
    return byDefault;
  }

  /** A value made of the text by `parse`; `expected` says, for a text that is none, what it should have been. */
  parsed<T>(
    name: string,
    parse: (text: string) => T | undefined,
    expected: string | ((text: string) => string),
  ): T | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const result = parse(value);
    if (result !== undefined) return result;
    const what = typeof expected === 'string' ? expected : expected(value);
    this.#faults.add(name, `must be ${what}, not ${quoted(value)}`);
    return undefined;
  }
}
