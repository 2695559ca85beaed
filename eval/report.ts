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

/** One line per case that came out wrong: where, what was planted, what was said. */
export function missed(verdicts: readonly Verdict[]): string {
  return verdicts
    .filter(verdict => (verdict.case.truth && !verdict.found) || verdict.spurious > 0)
    .map(verdict => {
      const { category, variant, path, expects } = verdict.case;
      const wanted = expects.map(
        ({ rules, severity, values }) => `${severity} ${rules[0]} ${values.map(short).join(' ')}`,
      );
      return `${category} #${variant} ${path}: wanted ${wanted.join(' and ') || 'nothing'}, said ${saidOf(verdict)}`;
    })
    .join('\n');
}

/** One row per repository and mode. */
export function gitScores(results: readonly GitScore[], verbose: boolean): string {
  const rows = results.map(({ name, mode, planted, found, leaked }) => [
    name,
    mode,
    `${found}/${planted}`,
    leaked === 0 ? 'none' : String(leaked),
  ]);
  const details = results.flatMap(({ name, mode, missed: lost, unread }) => [
    ...lost.map(({ id }) => `${name} (${mode}): missed ${short(id)}`),
    ...unread.map(text => `${name} (${mode}): not read: ${text}`),
  ]);
  return [table(['git', 'mode', 'found', 'printed in full'], rows), ...(verbose ? details : [])].join('\n');
}
