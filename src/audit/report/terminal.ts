import type { AuditFinding, Gap } from '../finding.js';
import type { AuditResult } from '../judge.js';
import { headline, plural, scopeWords } from './words.js';

const COLORS = { error: 31, warning: 33, notice: 36 } as const;

/** The report as somebody at a terminal, or in a log, reads it: the worst first, each with what to do. */
export function terminalReport(result: AuditResult, color: boolean): string {
  const { findings, gaps, accepted, parity, notes } = result;
  const parts = [
    `${headline(result)}\nlooked at: ${scopeWords(result)}`,
    ...findings.map(finding => findingText(finding, color)),
    ...gaps.map(gap => gapText(gap, color)),
    ...(accepted.length > 0 ? [`accepted by the file: ${plural(accepted.length, 'finding')}`] : []),
    ...parity.map(
      ({ environment, pipelineOnly, peopleOnly, undecided }) =>
        `parity of ${environment}: ${plural(pipelineOnly.length, 'permission')} of the pipeline only, ` +
        `${peopleOnly.length} of people only, ${undecided.length} not decided`,
    ),
    ...notes.map(note => `note: ${note}`),
  ];
  return `${parts.join('\n\n')}\n`;
}

function findingText({ severity, rule, what, fix }: AuditFinding, color: boolean): string {
  return `${painted(severity, COLORS[severity], color)} ${what}  [${rule}]\n${indented(fix)}`;
}

function gapText({ part, action, why, fix }: Gap, color: boolean): string {
  return `${painted('not looked at', 35, color)} ${part}  [${action}]\n${indented(`${why}\n${fix}`)}`;
}

function painted(text: string, code: number, color: boolean): string {
  return color ? `\u001b[${code}m${text}\u001b[0m` : text;
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
