import { byCategory, f1, overall, precision, recall, type Score, type Verdict } from './judge.js';
import type { GitScore } from './measure/history.js';
import { table } from './table.js';

const number = (value: number) => value.toFixed(3);

const row = (score: Score) => [
  score.name,
  String(score.cases),
  score.truth ? String(score.found) : '-',
  score.truth ? String(score.alarmed) : '-',
  String(score.falseAlarms),
  score.truth ? number(recall(score)) : '-',
  score.truth ? number(precision(score)) : '-',
  score.truth ? number(f1(score)) : '-',
];

/** One row per category, then one for all. */
export function scores(verdicts: readonly Verdict[]): string {
  const all = byCategory(verdicts);
  const head = ['category', 'cases', 'found', 'any alarm', 'false alarms', 'recall', 'precision', 'F1'];
  return table(head, [...all.map(row), row({ ...overall(verdicts), name: 'ALL' })]);
}

const short = (value: string) => `${value.slice(0, 4)}…${value.slice(-4)}`;

function saidOf({ seen }: Verdict): string {
  const said = seen.map(
    ({ rule, severity, line }) => `${severity} ${rule}${line === undefined ? '' : ` line ${line}`}`,
  );
  return said.length === 0 ? 'nothing' : said.join(', ');
}

/** So many wrong cases of one category say what there is to say. */
const SHOWN = 4;

function line(verdict: Verdict): string {
  const { category, variant, path, expects } = verdict.case;
  const wanted = expects.map(
    ({ rules, severity, values }) => `${severity} ${rules[0]} ${values.map(short).join(' ')}`,
  );
  return `${category} #${variant} ${path}: wanted ${wanted.join(' and ') || 'nothing'}, said ${saidOf(verdict)}`;
}

/** A few lines per category for the cases given: where, what was planted, what was said. */
export function details(verdicts: readonly Verdict[]): string {
  const groups = new Map<string, string[]>();
  for (const verdict of verdicts) {
    const { category } = verdict.case;
    groups.set(category, [...(groups.get(category) ?? []), line(verdict)]);
  }
  return [...groups.values()]
    .flatMap(lines => [
      ...lines.slice(0, SHOWN),
      ...(lines.length > SHOWN ? [`  and ${lines.length - SHOWN} more`] : []),
    ])
    .join('\n');
}

/** The cases that came out wrong. */
export const wrong = (verdicts: readonly Verdict[]): Verdict[] =>
  verdicts.filter(verdict => (verdict.case.truth && !verdict.found) || verdict.spurious > 0);

/** One row per repository and mode. */
export function gitScores(results: readonly GitScore[], verbose: boolean): string {
  const rows = results.map(({ name, mode, planted, found, leaked }) => [
    name,
    mode,
    `${found}/${planted}`,
    leaked === 0 ? 'none' : String(leaked),
  ]);
  const lost = results.flatMap(({ name, mode, missed, unread }) => [
    ...missed.slice(0, SHOWN).map(({ id }) => `${name} (${mode}): missed ${short(id)}`),
    ...unread.map(text => `${name} (${mode}): not read: ${text}`),
  ]);
  return [table(['git', 'mode', 'found', 'printed in full'], rows), ...(verbose ? lost : [])].join('\n');
}
