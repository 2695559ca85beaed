import { AssertionError } from 'node:assert';
import type { PartFolders, PartName } from './parts.js';

/** One end-to-end scenario: `play` ends, or throws what is wrong. */
export interface Scenario {
  /** As given on the command line. */
  readonly name: string;
  /** The promise that it keeps, as a sentence about the product. */
  readonly promise: string;
  /** What it needs installed. */
  readonly parts: readonly PartName[];
  play(stage: Stage): Promise<void>;
}

/** What a scenario is given. */
export interface Stage {
  readonly folders: PartFolders;
  /** The root of this repository. */
  readonly root: string;
  /** Which sample a scenario plays that would take very long; undefined: all of it. */
  readonly seed: number | undefined;
}

/** Runs `work` for every item, some at the same time, and gives the answers in the items' order. */
export async function atMost<Item, Answer>(
  limit: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  const waiting = [...items.entries()];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, item] = next;
      answers[index] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: limit }, lane));
  return answers;
}

/** What went wrong, as it is shown: an assertion's message says it all, other errors need their stack. */
export function textOf(error: unknown): string {
  if (error instanceof AssertionError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
