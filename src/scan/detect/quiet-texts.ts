/** Characters of all texts together; with more, all are forgotten. */
const MOST_CHARACTERS = 2 * 2 ** 20;

/**
 * Texts in which nothing was found, so that they need not be read again: the versions of one file in a history have
 * most of it in common.
 */
export class QuietTexts {
  readonly #texts = new Map<string, Set<string>>();
  #characters = 0;

  /** @param circumstances all else that decides what is found */
  has(text: string, circumstances: string): boolean {
    return this.#texts.get(circumstances)?.has(text) === true;
  }

  add(text: string, circumstances: string): void {
    if (this.#characters + text.length > MOST_CHARACTERS) {
      this.#texts.clear();
      this.#characters = 0;
    }
    this.#characters += text.length;
    const texts = this.#texts.get(circumstances) ?? new Set();
    texts.add(text);
    this.#texts.set(circumstances, texts);
  }
}
