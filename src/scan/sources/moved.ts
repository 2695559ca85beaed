import type { Inspection } from '../inspection.js';
import { pathsInTree } from './attribution.js';
import { type NamedBlob, readBlobs } from './blobs.js';
import { list, NUL } from './listing.js';
import type { ObjectStore } from './object-store.js';

/** What a range listed: its commits, and the blobs that it is the first to have. */
export interface ListedRange {
  readonly head: string;
  readonly commits: readonly string[];
  readonly blobs: ReadonlySet<string>;
}

/**
 * Scans blobs that were known before at the paths to which the commits of a range bring them: what is allowed in one
 * place is not for that allowed in another. A listing of new objects does not have them.
 */
export async function scanMoved(
  store: ObjectStore,
  { head, commits, blobs }: ListedRange,
  inspection: Inspection,
): Promise<void> {
  const moved = new Map<string, NamedBlob>();
  for await (const blob of broughtBy(store, commits, inspection))
    if (!blobs.has(blob.id)) moved.set(`${blob.id} ${blob.path}`, blob);
  if (moved.size === 0) return;
  const inTree = await pathsInTree(store, head, new Set([...moved.values()].map(({ id }) => id)));
  const stands = ({ id, path }: NamedBlob) => inTree.get(id)?.includes(path) === true;
  const all = [...moved.values()];
  await readBlobs(store.place, all.filter(stands), inspection, 'file');
  await readBlobs(
    store.place,
    all.filter(blob => !stands(blob)),
    inspection,
    'commit',
  );
}

const DIFF = [
  ...['diff-tree', '--stdin', '-r', '-z', '-c', '--root', '--raw', '--no-abbrev', '--no-renames'],
  ...['--no-ext-diff', '--no-textconv', '--diff-filter=d'],
];

/** The mode of a submodule, whose name is that of a commit elsewhere. */
const SUBMODULE = '160000';

/** Every blob with the path at which a commit has it and no parent of the commit does. */
async function* broughtBy(
  store: ObjectStore,
  commits: readonly string[],
  inspection: Inspection,
): AsyncGenerator<NamedBlob> {
  const { items, ended } = list(store.place, DIFF, NUL, commits.map(name => `${name}\n`).join(''));
  let commit = '';
  let id: string | undefined;
  for await (const fields of items)
    for (const field of fields) {
      if (id !== undefined) {
        if (id !== SUBMODULE) yield { id, path: field.toString('utf8'), commit };
        id = undefined;
      } else if (field[0] === COLON) id = resultOf(field.toString('latin1'));
      else commit = field.toString('latin1');
    }
  const { exitCode, stderr } = await ended;
  if (exitCode !== 0)
    inspection.unread.add('files that moved', `git could not compare the commits: ${stderr.trim()}`, true);
}

const COLON = 0x3a;

/** `:MODE MODE ID ID STATUS`, of a merge with one more colon, mode and ID for each further parent. */
function resultOf(line: string): string {
  const parents = line.lastIndexOf(':') + 1;
  const words = line.slice(parents).split(' ');
  return words[parents] === SUBMODULE ? SUBMODULE : (words[2 * parents + 1] ?? '');
}
