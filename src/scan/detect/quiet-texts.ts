/** Characters of all texts together; with more, all are forgotten. */
const MOST_CHARACTERS = 2 * 2 ** 20;

/**
 * Texts in which nothing was found, so that they need not be read again: the versions of one file in a history have
 * most of it in common.
 */
export class QuietTexts {
  readonly #texts = new Map<string, Map<string, number>>();
  #characters = 0;

  /**
   * @param circumstances all else that decides what is found
   * @returns the work that reading it was, or undefined when it is not known to be quiet
   */
  costOf(text: string, circumstances: string): number | undefined {
    return this.#texts.get(circumstances)?.get(text);
  }

  add(text: string, circumstances: string, cost: number): void {
    if (this.#characters + text.length > MOST_CHARACTERS) {
      this.#texts.clear();
      this.#characters = 0;
    }
    this.#characters += text.length;
    const texts = this.#texts.get(circumstances) ?? new Map<string, number>();
    texts.set(text, cost);
    this.#texts.set(circumstances, texts);
  }
}
