import type { RuleId, Severity } from '../src/scan/finding.js';
import type { Case, Expectation } from './case.js';

/** Something a scanner said about one case. */
export interface Seen {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** Whether the finding is about this value. */
  readonly names: (value: string) => boolean;
  /** Whether the finding names all the values (where the report shows only one of them, whether it shows any). */
  readonly namesAll: (values: readonly string[]) => boolean;
  readonly line?: number;
}

/** What came of one case. */
export interface Verdict {
  readonly case: Case;
  /** Every planted credential was reported under its rule, severely enough, with its values. */
  readonly found: boolean;
  /** At least one planted value was reported as an error or warning under any rule: what fails a build. */
  readonly alarmed: boolean;
  /** Errors and warnings about values that were not planted. */
  readonly spurious: number;
  readonly seen: readonly Seen[];
}

const RANK: Readonly<Record<Severity, number>> = { notice: 0, warning: 1, error: 2 };

const meets = (expected: Expectation) => (seen: Seen) =>
  expected.rules.includes(seen.rule) &&
  RANK[seen.severity] >= RANK[expected.severity] &&
  seen.namesAll(expected.values);

/** Compares what was seen with what was planted. */
export function judge(of: Case, seen: readonly Seen[]): Verdict {
  const alarms = seen.filter(({ severity }) => severity !== 'notice');
  const planted = of.expects.flatMap(({ values }) => values);
  const about = alarms.filter(({ names }) => planted.some(names));
  return {
    case: of,
    found: of.truth && of.expects.every(expected => seen.some(meets(expected))),
    alarmed: about.length > 0,
    spurious: alarms.length - about.length,
    seen,
  };
}

/** The numbers of one category or of all. */
export interface Score {
  readonly name: string;
  readonly truth: boolean;
  readonly cases: number;
  readonly found: number;
  readonly alarmed: number;
  /** Cases with at least one error or warning that is not about anything planted. */
  readonly falseAlarms: number;
}

export const recall = ({ found, cases }: Score) => (cases === 0 ? 1 : found / cases);
export const precision = ({ found, falseAlarms }: Score) =>
  found + falseAlarms === 0 ? 1 : found / (found + falseAlarms);

export function f1(score: Score): number {
  const [p, r] = [precision(score), recall(score)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}

function add(name: string, truth: boolean, verdicts: readonly Verdict[]): Score {
  const count = (wanted: (verdict: Verdict) => boolean) => verdicts.filter(wanted).length;
  return {
    name,
    truth,
    cases: count(verdict => verdict.case.truth === truth),
    found: count(({ found }) => found),
    alarmed: count(({ alarmed }) => alarmed),
    falseAlarms: count(({ spurious }) => spurious > 0),
  };
}

/** One score per category, in the order in which they come. */
export function byCategory(verdicts: readonly Verdict[]): Score[] {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const key = `${verdict.case.truth}/${verdict.case.category}`;
    groups.set(key, [...(groups.get(key) ?? []), verdict]);
  }
  return [...groups.values()].map(group => {
    const [first] = group;
    return add(first?.case.category ?? '', first?.case.truth ?? true, group);
  });
}

/** Recall is of the true cases; a false alarm counts in whichever case it stands. */
export const overall = (verdicts: readonly Verdict[]): Score => add('all', true, verdicts);

/** What the project promises. */
export const PROMISED = { recall: 0.995, recallPerCategory: 0.95, precision: 0.99 } as const;

/** The promises that are not kept, in words; empty when all are. */
export function broken(verdicts: readonly Verdict[]): string[] {
  const all = overall(verdicts);
  const weak = byCategory(verdicts).filter(
    score => score.truth && recall(score) < PROMISED.recallPerCategory,
  );
  return [
    ...(recall(all) < PROMISED.recall ? [`recall ${recall(all).toFixed(4)} < ${PROMISED.recall}`] : []),
    ...(precision(all) < PROMISED.precision
      ? [`precision ${precision(all).toFixed(4)} < ${PROMISED.precision}`]
      : []),
    ...weak.map(score => `${score.name}: recall ${recall(score).toFixed(2)} < ${PROMISED.recallPerCategory}`),
  ];
}
