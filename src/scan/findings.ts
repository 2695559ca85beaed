import type { Finding, Place } from './finding.js';

/** So many findings are kept; a repository made to hold more must not exhaust us. */
const MOST_FINDINGS = 10_000;
const MOST_PLACES = 100;

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
 * @returns most severe first, then by place; and how many were too many to keep
 */
export function uniqueFindings(findings: readonly Finding[]): {
  readonly findings: readonly Finding[];
  readonly dropped: number;
} {
  const kept: { finding: Finding; places: Place[] }[] = [];
  const byValue = new Map<string, number[]>();
  let dropped = 0;
  for (const finding of [...findings].sort(richestFirst)) {
    const keys = finding.secrets.map(secret => `${finding.place.path ?? ''}\0${secret}`);
    const home = (byValue.get(keys[0] ?? '') ?? [])
      .map(index => kept[index])
      .find(other => other !== undefined && covers(other.finding, finding));
    if (home !== undefined) {
      if (home.places.length < MOST_PLACES && !samePlace(home.finding.place, finding.place))
        home.places.push(finding.place);
    } else if (kept.length === MOST_FINDINGS) dropped += 1;
    else {
      for (const key of keys) byValue.set(key, [...(byValue.get(key) ?? []), kept.length]);
      kept.push({ finding, places: [...(finding.alsoAt ?? [])] });
    }
  }
  const merged = kept.map(({ finding, places }) =>
    places.length === 0 ? finding : { ...finding, alsoAt: distinct(places) },
  );
  return { findings: merged.sort(mostSevereFirst), dropped };
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
