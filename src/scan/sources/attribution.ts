import type { Finding } from '../finding.js';
import { fingerprint } from '../make-finding.js';
import { list, NUL } from './listing.js';
import type { ObjectStore } from './object-store.js';

/**
 * Places findings in blobs that the tree of a head still holds at their path in that tree, where they can be
 * annotated and mended; the others keep the commit that introduced them.
 */
export async function placeInTree(
  store: ObjectStore,
  heads: readonly string[],
  findings: readonly Finding[],
): Promise<Finding[]> {
  const blobs = new Set(
    findings.filter(({ place }) => place.kind === 'commit').map(({ place }) => place.blob),
  );
  const paths = new Map<string, Set<string>>();
  for (const head of blobs.size === 0 ? [] : heads)
    for (const [blob, found] of await pathsInTree(store, head, blobs))
      paths.set(blob, new Set([...(paths.get(blob) ?? []), ...found]));
  return findings.flatMap(finding => {
    const { place } = finding;
    const found = place.kind === 'commit' && place.blob !== undefined ? paths.get(place.blob) : undefined;
    if (found === undefined) return [finding];
    return [...found].map(path => ({
      ...finding,
      place: { ...place, kind: 'file' as const, path },
      fingerprint: path === place.path ? finding.fingerprint : movedFingerprint(finding, path),
    }));
  });
}

function movedFingerprint({ secrets, fingerprint: before }: Finding, path: string): string {
  return fingerprint(secrets.length > 0 ? secrets : [before], path);
}

/** Where the tree of a commit holds the given blobs. */
export async function pathsInTree(
  store: ObjectStore,
  commit: string,
  blobs: ReadonlySet<string | undefined>,
): Promise<Map<string, string[]>> {
  const listing = list(store.place, ['ls-tree', '-r', '-z', '--full-tree', commit], NUL);
  const paths = new Map<string, string[]>();
  for await (const lines of listing.items)
    for (const line of lines) {
      const tab = line.indexOf(9);
      const id = line.toString('latin1', line.lastIndexOf(0x20, tab) + 1, tab);
      if (blobs.has(id)) paths.set(id, [...(paths.get(id) ?? []), line.toString('utf8', tab + 1)]);
    }
  await listing.ended;
  return paths;
}
