/** A change of a text: what stands from `start` up to `end` becomes `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits of one text, kept apart from one another: the same change is made once, however many ask for it. */
export class Edits {
  readonly #edits = new Map<string, Edit>();

  add(edit: Edit): void {
    this.#edits.set(`${edit.start}:${edit.end}:${edit.text}`, edit);
  }

  get size(): number {
    return this.#edits.size;
  }

  /** An edit within one that takes more away counts for nothing. Those at one place come in the order they were asked for. */
  applyTo(text: string): string {
    const all = [...this.#edits.values()];
    const outer = all.filter(
      edit =>
        !all.some(
          other =>
            other !== edit &&
            other.start <= edit.start &&
            other.end >= edit.end &&
            other.end - other.start > edit.end - edit.start &&
            (edit.end > edit.start || (edit.start > other.start && edit.start < other.end)),
        ),
    );
    let changed = '';
    let at = 0;
    for (const { start, end, text: written } of [...outer].sort(
      (a, b) => a.start - b.start || a.end - b.end,
    )) {
      changed += text.slice(at, Math.max(start, at)) + written;
      at = Math.max(at, end);
    }
    return changed + text.slice(at);
  }
}
