import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Case } from '../case.js';
import { judge, type Seen, type Verdict } from '../judge.js';
import { type Report, scan, shows } from './command.js';

/** Writes every case as the file that it is. */
export function writeCases(cases: readonly Case[], folder: string): void {
  for (const { path, content } of cases) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

function seenIn({ rule, severity, shown, place }: Report['findings'][number]): Seen {
  const names = (value: string) => shows(shown, value);
  return {
    rule,
    severity,
    names,
    namesAll: values => values.some(names),
    ...(place.line && { line: place.line }),
  };
}

/** The lines on which the values stand; undefined when one of them is encoded, or when it is not a text. */
function literalLines({ content, expects }: Case): number[] | undefined {
  if (content.includes(0)) return undefined;
  const text = content.toString('latin1');
  const places = expects.flatMap(({ values }) => values).map(value => text.indexOf(value));
  if (places.includes(-1)) return undefined;
  return places.map(at => text.slice(0, at).split(/\r\n|\r|\n/).length);
}

/** Whether what was said of the planted values names another line than theirs. */
function isMisplaced({ case: of, seen }: Verdict): boolean {
  const lines = literalLines(of);
  const values = of.expects.flatMap(expected => expected.values);
  const about = seen.filter(({ names }) => values.some(names));
  return lines !== undefined && about.some(({ line }) => line !== undefined && !lines.includes(line));
}

export interface FolderResult {
  readonly verdicts: readonly Verdict[];
  /** Values of which the output held the whole: must be none. */
  readonly leaked: readonly string[];
  /** Cases whose finding names another line than that of the value. */
  readonly misplaced: readonly Verdict[];
  readonly incomplete: Report['unread'];
  readonly milliseconds: number;
}

/** What the bundled command says of all cases, scanned as one folder. */
export function scanFolder(cases: readonly Case[], folder: string): FolderResult {
  writeCases(cases, folder);
  const { report, output } = scan(folder);
  const byPath = new Map<string, Report['findings']>();
  for (const finding of report.findings) {
    const path = finding.place.path ?? '';
    const sofar = byPath.get(path);
    if (sofar === undefined) byPath.set(path, [finding]);
    else sofar.push(finding);
  }
  const verdicts = cases.map(one => judge(one, (byPath.get(one.path) ?? []).map(seenIn)));
  const values = cases.flatMap(({ expects }) => expects.flatMap(expected => expected.values));
  return {
    verdicts,
    leaked: values.filter(value => output.includes(value)),
    misplaced: verdicts.filter(isMisplaced),
    incomplete: report.unread.filter(({ incomplete }) => incomplete),
    milliseconds: report.counts.milliseconds,
  };
}
