import { HOMEPAGE } from '../../about.js';
import { printable } from '../../printable.js';
import type { Finding, RuleId, ScanResult, Severity } from '../finding.js';
import { RULES } from '../rules.js';
import { plainSteps, stepsFor } from './steps.js';
import { type Paint, painter, verdict } from './verdict.js';
import { facts, placeWords, plural } from './words.js';

export interface TerminalOptions {
  readonly color: boolean;
  /** How many findings to list before the rest is only counted. */
  readonly most: number;
  /** Columns that running text may take. */
  readonly width: number;
}

/** Notes and unread parts beyond this many are counted, not listed. */
const MOST_REMARKS = 20;

/** One line for each finding, without advice, and the verdict where something was not read. */
export function briefReport(result: ScanResult, { color, most }: TerminalOptions): string {
  const paint = painter(color);
  const { findings } = result;
  const lines = findings
    .slice(0, most)
    .map(
      ({ severity, rule, redacted, place }) =>
        `${paint(severity, severity.padEnd(WIDTH))}${placeWords(place)}  ${RULES[rule].title} ${printable(redacted, 150)}`,
    );
  const rest = findings.length > most ? [`… and ${plural(findings.length - most, 'more finding')}`] : [];
  const unread = result.unread
    .filter(({ incomplete }) => incomplete)
    .slice(0, MOST_REMARKS)
    .map(({ what, why }) => `${paint('error', 'not read')} ${printable(what, 300)}: ${printable(why, 300)}`);
  return [...lines, ...rest, ...unread].map(line => `${line}\n`).join('');
}

/**
 * The report for people at a terminal.
 *
 * @param result without values
 */
export function terminalReport(result: ScanResult, { color, most, width }: TerminalOptions): string {
  const paint = painter(color);
  const { findings } = result;
  const blocks = [
    ...findings.slice(0, most).map(finding => findingBlock(finding, paint)),
    ...(findings.length > most
      ? [`… and ${plural(findings.length - most, 'more finding')}: \`--json\` lists all`]
      : []),
    remedies(result, paint, width),
    allowing(result, paint),
    remarks(result, paint),
    verdict(result, paint),
  ];
  return `${blocks.filter(block => block !== '').join('\n\n')}\n`;
}

const WIDTH = 'warning'.length + 2;
const INDENT = ' '.repeat(WIDTH);

function findingBlock(finding: Finding, paint: Paint): string {
  const { severity, rule, redacted, place, fingerprint, replacement } = finding;
  const known = facts(finding);
  const lines = [
    `${paint(severity, severity.padEnd(WIDTH))}${paint('bold', placeWords(place))}`,
    `${INDENT}${RULES[rule].title}  ${paint(severity, printable(redacted, 150))}`,
    ...(known.length === 0 ? [] : [`${INDENT}${known.join('; ')}`]),
    ...(replacement === undefined
      ? []
      : [`${INDENT}write instead:`, ...replacement.split('\n').map(line => `${INDENT}  ${line}`)]),
    `${INDENT}${paint('dim', `fingerprint ${fingerprint}`)}`,
  ];
  return lines.join('\n');
}

/** What to do about the worst kind, then in one line each about the others; notices need nothing. */
function remedies(result: ScanResult, paint: Paint, width: number): string {
  const first = new Map<RuleId, Finding>();
  for (const finding of result.findings)
    if (finding.severity !== 'notice' && !first.has(finding.rule)) first.set(finding.rule, finding);
  const [worst, ...others] = first.keys();
  if (worst === undefined) return '';
  const title = (rule: RuleId) => `${paint('bold', 'What to do')} (${RULES[rule].title})`;
  const page = (rule: RuleId) => paint('dim', `  ${HOMEPAGE}/blob/main/${RULES[rule].documentation}`);
  return [
    title(worst),
    ...plainSteps(stepsFor(worst, result)).map(line => wrapped(line, width - 2, '  ')),
    page(worst),
    ...others.flatMap(rule => [title(rule), page(rule)]),
  ].join('\n');
}

/** How what is no key, or may stay, is let pass. */
function allowing({ findings }: ScanResult, paint: Paint): string {
  const finding = findings.find(({ severity }) => severity !== 'notice');
  if (finding === undefined) return '';
  return [
    `${paint('bold', 'No key, or revoked and to stay?')} On its line, or the line before it, with your reason:`,
    '  # aws-temp-creds:allow REASON        # aws-temp-creds:allow-next-line REASON',
    'or in .github/aws-temp-creds.yml:',
    '  scan:',
    '    allow:',
    `      - fingerprint: ${finding.fingerprint}`,
    '        reason: REASON',
  ].join('\n');
}

/** Breaks a line between words; what follows is indented as far as the text of its list item. Commands stay whole. */
function wrapped(text: string, width: number, indent: string): string {
  if (/^ {4}/.test(text)) return `${indent}${text}`;
  const hanging = /^(?:\d+\. )?/.exec(text)?.[0].length ?? 0;
  const lines: string[] = [];
  for (const word of text.trimEnd().slice(hanging).split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && hanging + line.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else lines.push(word);
  }
  return lines
    .map((line, index) => `${indent}${index === 0 ? text.slice(0, hanging) : ' '.repeat(hanging)}${line}`)
    .join('\n');
}

function remarks({ allowed, unread, notes }: ScanResult, paint: Paint): string {
  const lines = [
    ...unread.map(({ what, why, incomplete }) => {
      const style: Severity = incomplete ? 'error' : 'warning';
      return `${paint(style, 'not read'.padEnd(WIDTH))} ${printable(what, 300)}: ${printable(why, 300)}`;
    }),
    ...notes.map(note => `${paint('notice', 'note'.padEnd(WIDTH))}${printable(note, 500)}`),
  ];
  const shown = lines.slice(0, MOST_REMARKS);
  if (lines.length > shown.length) shown.push(`… and ${plural(lines.length - shown.length, 'more remark')}`);
  if (allowed.length > 0) shown.push(...allowedLines(allowed, paint));
  return shown.join('\n');
}

/** Allowed findings by reason: whoever reads the report sees what is not in it. */
function allowedLines(allowed: readonly Finding[], paint: Paint): readonly string[] {
  const byReason = new Map<string, number>();
  for (const { allowed: why } of allowed) {
    const reason = why === undefined ? '' : `${why.reason} (${why.by})`;
    byReason.set(reason, (byReason.get(reason) ?? 0) + 1);
  }
  const lines = [...byReason].map(
    ([reason, count]) =>
      `${paint('dim', 'allowed'.padEnd(WIDTH))}${plural(count, 'finding')}: ${printable(reason, 200)}`,
  );
  const more = lines.length - MOST_REMARKS;
  return more > 0 ? [...lines.slice(0, MOST_REMARKS), `… for ${plural(more, 'more reason')}`] : lines;
}
