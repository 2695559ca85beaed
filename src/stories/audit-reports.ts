import { HOMEPAGE, VERSION } from '../about.js';
import type { AuditResult } from '../audit/judge.js';
import { withoutAddresses } from '../audit/report/addresses.js';
import { jsonReport } from '../audit/report/json.js';
import { sarifReport } from '../audit/report/sarif.js';
import { auditSummary } from '../audit/report/summary.js';
import { terminalReport } from '../audit/report/terminal.js';
import { writeReport } from '../scan/report/write-report.js';
import { type AuditRequest, audit, namesOf } from './audit.js';

/** An audit's result in the forms in which it is read, without what is to be withheld. */
export interface AuditReports {
  readonly result: AuditResult;
  readonly json: string;
  readonly summary: string;
  terminal(color: boolean): string;
  /** A text of the result, without what is to be withheld. */
  shown(text: string): string;
}

/** Audits, and writes the files that were asked for. @throws Failure as `audit` does, or when a file cannot be written */
export async function auditReports(request: AuditRequest): Promise<AuditReports> {
  const { settings, configuration, folder } = request;
  const result = await audit(request);
  const shown = withholding(settings);
  const json = shown(jsonReport(result));
  if (settings.reportFile !== undefined) writeReport(folder, settings.reportFile, json);
  if (settings.sarifFile !== undefined) {
    const options = { toolVersion: VERSION, homepage: HOMEPAGE };
    writeReport(folder, settings.sarifFile, shown(sarifReport(configuration, result, options)));
  }
  return {
    result,
    json,
    summary: shown(auditSummary(configuration, result, namesOf(settings))),
    terminal: color => shown(terminalReport(result, color)),
    shown,
  };
}

/** Texts come from everywhere, also from messages of AWS that name who asked: each report is gone through as a whole. */
function withholding({ maskAccounts, showUsers }: AuditRequest['settings']): (text: string) => string {
  return text => {
    const shown = showUsers ? text : withoutAddresses(text);
    return maskAccounts ? withoutAccounts(shown) : shown;
  };
}

/** Of account IDs the last four digits are left, so that a reader can still tell them apart. */
function withoutAccounts(text: string): string {
  return text.replace(/(?<!\d)\d{8}(?=\d{4}(?!\d))/g, '********');
}
