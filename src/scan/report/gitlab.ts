import { printable } from '../../printable.js';
import type { Finding, ScanResult, Severity } from '../finding.js';
import { RULES } from '../rules.js';
import { plainSteps, stepsFor, urgent } from './steps.js';
import { facts, isIncomplete, placeWords } from './words.js';

/** The schema that the report keeps to (gitlab-org/security-products/security-report-schemas, secret detection). */
const SCHEMA_VERSION = '15.2.4';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'Critical',
  warning: 'Medium',
  notice: 'Info',
};

/** GitLab takes no report with longer texts, and reads no more findings with profit. */
const LONGEST_NAME = 255;
const LONGEST_SOLUTION = 7_000;
const MOST_FINDINGS = 20_000;
const MOST_MESSAGES = 100;

export interface GitLabOptions {
  readonly toolVersion: string;
  readonly homepage: string;
  /** When the scan ended. */
  readonly now: Date;
  /** The commit that is checked out, hex, for findings that stand in no other; undefined where none is known. */
  readonly commit: string | undefined;
}

/**
 * The findings as GitLab's secret detection report (`artifacts:reports:secret_detection`). Allowed findings are not in
 * it.
 *
 * @param result without values
 */
export function gitlabReport(result: ScanResult, options: GitLabOptions): string {
  const { toolVersion, homepage, now } = options;
  const tool = {
    id: 'aws-temp-creds',
    name: 'aws-temp-creds',
    url: homepage,
    vendor: { name: 'aws-temp-creds' },
    version: toolVersion,
  };
  const started = new Date(now.getTime() - result.counts.milliseconds);
  const report = {
    version: SCHEMA_VERSION,
    scan: {
      analyzer: tool,
      scanner: tool,
      type: 'secret_detection',
      start_time: seconds(started),
      end_time: seconds(now),
      status: isIncomplete(result) ? 'failure' : 'success',
      messages: messages(result),
    },
    vulnerabilities: result.findings
      .slice(0, MOST_FINDINGS)
      .map(finding => vulnerability(finding, result, options)),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

/** `2026-03-01T12:00:00`, UTC. */
function seconds(time: Date): string {
  return time.toISOString().slice(0, 19);
}

function messages({ unread, notes, findings }: ScanResult): readonly { level: string; value: string }[] {
  const more = findings.length - MOST_FINDINGS;
  return [
    ...(more > 0 ? [{ level: 'warn', value: `${more} findings more than are listed` }] : []),
    ...unread.map(({ what, why, incomplete }) => ({
      level: incomplete ? 'fatal' : 'warn',
      value: `Not read: ${printable(what, 300)}: ${printable(why, 300)}`,
    })),
    ...notes.map(note => ({ level: 'info', value: printable(note, 500) })),
  ].slice(0, MOST_MESSAGES);
}

function vulnerability(finding: Finding, result: ScanResult, { homepage, commit }: GitLabOptions) {
  const { rule, severity, redacted, fingerprint, place } = finding;
  const { title, description, documentation } = RULES[rule];
  const url = `${homepage}/blob/main/${documentation}`;
  const first = urgent(finding, result);
  const known = [
    `${printable(redacted, 200)} in ${placeWords(place)}`,
    ...facts(finding),
    `fingerprint ${fingerprint}`,
  ].join('; ');
  return {
    id: uuid(fingerprint),
    name: title.slice(0, LONGEST_NAME),
    description: `${description}\n\n${known}.${first === '' ? '' : `\n\n${first}.`}`,
    severity: SEVERITIES[severity],
    solution: (finding.replacement ?? plainSteps(stepsFor(rule, result)).join('\n')).slice(
      0,
      LONGEST_SOLUTION,
    ),
    raw_source_code_extract: printable(redacted, 200),
    identifiers: [{ type: 'aws_temp_creds_rule', name: `aws-temp-creds: ${title}`, value: rule, url }],
    links: [{ name: title, url }],
    location: {
      file: place.path ?? place.kind,
      ...(place.line !== undefined && { start_line: place.line, end_line: place.endLine ?? place.line }),
      commit: {
        // What GitLab's own analyzer writes where there is none.
        sha: place.commit ?? commit ?? '0000000',
        ...(place.author !== undefined && { author: printable(place.author, 200) }),
        ...(place.date !== undefined && { date: place.date }),
      },
    },
  };
}

/** A fingerprint in the form of a UUID of the kind that is free to make up (RFC 9562, version 8). */
function uuid(fingerprint: string): string {
  const hex = fingerprint.padEnd(32, '0');
  const part = (from: number, to: number) => hex.slice(from, to);
  return `${part(0, 8)}-${part(8, 12)}-8${part(13, 16)}-a${part(17, 20)}-${part(20, 32)}`;
}
