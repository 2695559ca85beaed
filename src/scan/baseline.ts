import * as v from 'valibot';
import { Failure } from '../failure.js';
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

const FILE = v.object({
  version: v.literal(1),
  findings: v.array(
    v.object({
      fingerprint: v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/, '40 hex characters')),
      rule: v.string(),
      path: v.string(),
      reason: v.pipe(v.string(), v.trim(), v.minLength(1, 'a reason')),
      date: v.pipe(v.string(), v.isoDate('a date, YYYY-MM-DD')),
    }),
  ),
});

/**
 * @param text content of a baseline file
 * @param path where it lies, for the message
 * @throws Failure `wrong-configuration` when it is not a baseline
 */
export function parseBaseline(text: string, path: string): readonly BaselineEntry[] {
  const parsed = v.safeParse(FILE, json(text));
  if (parsed.success) return parsed.output.findings;
  const faults = parsed.issues.slice(0, 5).map(issue => `${v.getDotPath(issue) ?? 'file'}: ${issue.message}`);
  throw new Failure('wrong-configuration', {
    what: `${path} is not a baseline of aws-temp-creds.`,
    why: faults.join('\n'),
    likely: 'it was edited or merged by hand, or is the baseline of another scanner',
    write: 'aws-temp-creds scan --write-baseline',
  });
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

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
