import { HOMEPAGE } from '../../about.js';
import type { ScanResult } from '../../scan/finding.js';
import { fails } from '../../scan/outcome.js';
import { isPlain, painter, verdict } from '../../scan/report/verdict.js';
import { staleReport, writeReport } from '../../scan/report/write-report.js';
import type { Arguments, Terminal } from '../command.js';
import type { ScanWish } from './scan-wish.js';

/** So many findings are listed for people; the other reports hold all. */
const MOST_LISTED = 100;

/** Options that name the file of a report. */
export const REPORT_FILES = ['sarif', 'gitlab', 'junit'] as const;
export type ReportFile = (typeof REPORT_FILES)[number];

/** @returns takes away what stood where reports were to be written, and is none of this scan's; to be called at the end */
export function staleReports(given: Arguments, { cwd }: Terminal): () => void {
  const discards = REPORT_FILES.flatMap(name => {
    const path = given.value(name);
    return path === undefined || path === '-' ? [] : [staleReport(cwd, path)];
  });
  return () => {
    for (const discard of discards) discard();
  };
}

/** Writes the reports that are wished for, and prints the one for people, or JSON. */
export async function report(result: ScanResult, wish: ScanWish, terminal: Terminal): Promise<void> {
  const { color, version } = terminal;
  const { json, quiet, files } = wish;
  if (isPlain(result) && !json && files.size === 0) {
    if (!quiet) terminal.print(`${verdict(result, painter(color))}\n`);
    return;
  }
  const reports = await import(/* bundle: reports */ '../../scan/report/reports.js');
  const { GITHUB_ACTIONS, CI_COMMIT_SHA, GITHUB_SHA } = terminal.variables;
  const texts: Readonly<Record<ReportFile, () => string>> = {
    // GitHub takes what is suppressed for an open alert.
    sarif: () =>
      reports.sarifReport(result, {
        toolVersion: version,
        homepage: HOMEPAGE,
        suppressed: GITHUB_ACTIONS !== 'true',
      }),
    gitlab: () =>
      reports.gitlabReport(result, {
        toolVersion: version,
        homepage: HOMEPAGE,
        now: new Date(),
        commit: CI_COMMIT_SHA || GITHUB_SHA || undefined,
      }),
    junit: () => reports.junitReport(result, finding => fails(finding, wish.failOn)),
  };
  for (const [name, path] of files) {
    if (path === '-') terminal.print(texts[name]());
    else writeReport(terminal.cwd, path, texts[name]());
  }
  const print = [...files.values()].includes('-') ? terminal.say : terminal.print;
  if (json) return print(reports.jsonReport(result, version));
  const options = { color, most: MOST_LISTED, width: Math.min(terminal.columns, 110) };
  print(quiet ? reports.briefReport(result, options) : reports.terminalReport(result, options));
}
