import type { Inspection } from '../inspection.js';
import { ENTIRE } from './content.js';
import { LF, list } from './listing.js';
import type { Repository } from './repository.js';

/** Looks for keys in the names of branches, tags and other refs: they are no objects, and all who fetch see them. */
export async function scanRefNames({ place }: Repository, inspection: Inspection): Promise<void> {
  const listing = list(place, ['for-each-ref', '--format=%(refname)'], LF);
  for await (const names of listing.items)
    for (const name of names)
      inspection.keys(name, 0, name.length, ENTIRE, { kind: 'ref-name', path: name.toString('utf8') });
  const { exitCode, stderr } = await listing.ended;
  if (exitCode !== 0)
    inspection.unread.add('names of branches and tags', `git could not list them: ${stderr.trim()}`, true);
}
