import type { Finding, Place } from './finding.js';
import { LIMITS } from './limits.js';

const SEVERITIES = { error: 0, warning: 1, notice: 2 } as const;

/** Where a finding is best shown: in what is checked out before what is only in the history. */
const KINDS = {
  file: 0,
  stdin: 0,
  environment: 0,
  'path-name': 1,
  'ref-name': 1,
  'pull-request-title': 1,
  'pull-request-body': 1,
  'commit-message': 1,
  'tag-message': 1,
  commit: 2,
} as const;

/**
 * Makes one finding of all that tell of the same values in the same path: the richest and best placed stays, the
 * places of the others go to its `alsoAt`. An identifier alone in one commit and with its secret in a later one is
 * one finding, the pair; but what stands in a file is never hidden behind something that only the history holds.
 *
 * @returns most severe first, then by place; and how many of the least severe were too many to keep, for a repository
 *   made to hold more must not exhaust us
 */
export function uniqueFindings(findings: readonly Finding[]): {
  readonly findings: readonly Finding[];
  readonly dropped: number;
} {
  const kept: Kept[] = [];
  const byValue = new Map<string, Kept[]>();
  for (const finding of [...findings].sort(richestFirst)) {
    const { path = '' } = finding.place;
    const home = byValue
      .get(`${path}\0${finding.secrets[0] ?? ''}`)
      ?.find(other => covers(other.finding, finding));
    if (home !== undefined) {
      addPlaces(home, [finding.place, ...(finding.alsoAt ?? [])]);
      continue;
    }
    const own: Kept = { finding, places: [...(finding.alsoAt ?? [])] };
    kept.push(own);
    for (const secret of finding.secrets) {
      const key = `${path}\0${secret}`;
      const others = byValue.get(key);
      if (others === undefined) byValue.set(key, [own]);
      // With so many others there is nothing to be gained by a look at each.
      else if (others.length < MOST_OTHERS) others.push(own);
    }
  }
  const merged = kept.map(({ finding, places }) =>
    places.length === 0 ? finding : { ...finding, alsoAt: distinct(places) },
  );
  const sorted = merged.sort(mostSevereFirst);
  return {
    findings: sorted.slice(0, LIMITS.findings),
    dropped: Math.max(0, sorted.length - LIMITS.findings),
  };
}

interface Kept {
  readonly finding: Finding;
  readonly places: Place[];
}

/** Pairs of one identifier with different secrets, in one path. */
const MOST_OTHERS = 50;

function addPlaces({ finding, places }: Kept, more: readonly Place[]): void {
  for (const place of more)
    if (places.length < LIMITS.places && !samePlace(finding.place, place)) places.push(place);
}

function covers(richer: Finding, other: Finding): boolean {
  return (
    KINDS[richer.place.kind] <= KINDS[other.place.kind] &&
    other.secrets.every(secret => richer.secrets.includes(secret))
  );
}

function distinct(places: readonly Place[]): Place[] {
  return places.filter((place, index) => !places.slice(0, index).some(before => samePlace(before, place)));
}

function samePlace(a: Place, b: Place): boolean {
  return (
    a.kind === b.kind &&
    a.line === b.line &&
    a.column === b.column &&
    a.commit === b.commit &&
    a.path === b.path
  );
}

function richestFirst(a: Finding, b: Finding): number {
  return (
    KINDS[a.place.kind] - KINDS[b.place.kind] ||
    b.secrets.length - a.secrets.length ||
    SEVERITIES[a.severity] - SEVERITIES[b.severity]
  );
}

function mostSevereFirst(a: Finding, b: Finding): number {
  return (
    SEVERITIES[a.severity] - SEVERITIES[b.severity] ||
    KINDS[a.place.kind] - KINDS[b.place.kind] ||
    compare(a.place.path ?? '', b.place.path ?? '') ||
    (a.place.line ?? 0) - (b.place.line ?? 0) ||
    (a.place.column ?? 0) - (b.place.column ?? 0)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
