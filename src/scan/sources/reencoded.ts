import type { Inspection } from '../inspection.js';
import { type NamedBlob, readBlobs } from './blobs.js';
import { list, NUL } from './listing.js';
import type { ObjectStore } from './object-store.js';
import type { Repository } from './repository.js';

const ATTRIBUTE = 'working-tree-encoding';

/** Scans what git keeps of the files that a checkout writes in another encoding; what is on disk was scanned. */
export async function scanReencoded(
  repository: Repository,
  store: ObjectStore,
  inspection: Inspection,
): Promise<void> {
  const blobs = new Map<string, NamedBlob>();
  const index = list(repository.place, ['ls-files', '-z', '--stage'], NUL);
  for await (const entries of index.items)
    for (const entry of entries) {
      const tab = entry.indexOf(9);
      const path = entry.toString('utf8', tab + 1);
      blobs.set(path, { path, id: entry.toString('latin1', 0, tab).split(' ')[1] ?? '' });
    }
  const input = [...blobs.keys()].map(path => `${path}\0`).join('');
  const answers = list(repository.place, ['check-attr', '-z', '--stdin', ATTRIBUTE], NUL, input);
  const fields: string[] = [];
  for await (const items of answers.items) for (const item of items) fields.push(item.toString('utf8'));
  const [listed, told] = await Promise.all([index.ended, answers.ended]);
  if (listed.exitCode !== 0 || told.exitCode !== 0)
    inspection.unread.add(`files with the attribute ${ATTRIBUTE}`, 'git could not list them', true);
  const wanted: NamedBlob[] = [];
  // Path, attribute, value.
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const blob = blobs.get(fields[at] ?? '');
    if (blob !== undefined && !/^(?:unspecified|unset|set|utf-?8)$/i.test(fields[at + 2] ?? ''))
      wanted.push(blob);
  }
  await readBlobs(store.place, wanted, inspection, 'file');
}
