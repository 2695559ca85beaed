import { LF, list } from './listing.js';
import type { ObjectStore } from './object-store.js';
import { hasCommits, shallowCommits } from './revisions.js';

/** Objects that `heads` reach and `excluded` do not; all by full names. */
export interface Range {
  readonly heads: readonly string[];
  readonly excluded: readonly string[];
}

/** The range as git reads it from its input. */
export function rangeInput({ heads, excluded }: Range): string {
  return [...heads, ...excluded.map(id => `^${id}`), ''].join('\n');
}

/**
 * Whether the clone holds all of a range, and enough of what is around it to tell where it ends.
 *
 * - `whole`: exactly the range can be listed
 * - `cut`: a shallow clone's border lies inside of the range, or before the place where both sides meet
 * - `absent`: an end of the range is not here
 */
export type RangeState = 'whole' | 'cut' | 'absent';

export async function rangeState(store: ObjectStore, range: Range): Promise<RangeState> {
  if (!(await hasCommits(store, [...range.heads, ...range.excluded]))) return 'absent';
  const shallow = shallowCommits(store);
  if (shallow.size === 0) return 'whole';
  const input = rangeInput(range);
  const listing = list(store.place, ['rev-list', '--boundary', '--stdin'], LF, input);
  let commits = 0;
  let borders = 0;
  let cut = false;
  for await (const lines of listing.items)
    for (const line of lines) {
      const name = line.toString('latin1');
      if (name.startsWith('-')) borders += 1;
      else {
        commits += 1;
        cut ||= shallow.has(name);
      }
    }
  if ((await listing.ended).exitCode !== 0) return 'absent';
  return cut || (commits > 0 && borders === 0) ? 'cut' : 'whole';
}
