import type { Finding } from './finding.js';

/** Where the baseline lies when nothing else is said, from the repository's root. */
export const BASELINE_PATH = '.github/aws-temp-creds-baseline.json';

/** One finding that was known when the scanner was adopted. Holds no value, only its fingerprint. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly rule: string;
  readonly path: string;
  readonly reason: string;
  /** Day (YYYY-MM-DD, UTC) on which it was taken up. */
  readonly date: string;
}

const ABOUT =
  'Findings that were known when aws-temp-creds was adopted: fingerprints, no values. Each still has to be revoked. ' +
  'Written by `aws-temp-creds scan --write-baseline`.';

/**
 * The entries of a new baseline: every finding once; one that the earlier baseline holds keeps its reason and date.
 *
 * @param today YYYY-MM-DD, UTC
 */
export function baselineOf(
  findings: readonly Finding[],
  earlier: readonly BaselineEntry[],
  { reason, today }: { readonly reason: string; readonly today: string },
): readonly BaselineEntry[] {
  const known = new Map(earlier.map(entry => [entry.fingerprint, entry]));
  const entries = new Map<string, BaselineEntry>();
  for (const { fingerprint, rule, place } of findings) {
    const kept = known.get(fingerprint);
    entries.set(fingerprint, {
      fingerprint,
      rule,
      path: place.path ?? `(${place.kind})`,
      reason: kept?.reason ?? reason,
      date: kept?.date ?? today,
    });
  }
  return [...entries.values()].sort((a, b) => order(a.path, b.path) || order(a.fingerprint, b.fingerprint));
}

/** The text of a baseline file: one finding a line, so that a diff shows what came and went. */
export function formatBaseline(entries: readonly BaselineEntry[]): string {
  const lines = entries.map(({ fingerprint, rule, path, reason, date }) =>
    JSON.stringify({ fingerprint, rule, path, reason, date }),
  );
  const findings = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`;
  return `{\n  "about": ${JSON.stringify(ABOUT)},\n  "version": 1,\n  "findings": ${findings}\n}\n`;
}

/** By code unit, so that the file is the same on every machine. */
function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
