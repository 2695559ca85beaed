import { printable } from '../../printable.js';
import type { Finding, Place, ScanResult, Severity } from '../finding.js';

/** The texts that all reports share. They take findings without values (see `withhold`). */

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];

export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** `1 error, 2 warnings`; `nothing found`. */
export function countWords(findings: readonly Finding[]): string {
  return severityWords(countBySeverity(findings));
}

export function severityWords(counts: Readonly<Record<Severity, number>>): string {
  const parts = SEVERITIES.filter(severity => counts[severity] > 0).map(severity =>
    plural(counts[severity], severity),
  );
  return parts.length === 0 ? 'nothing found' : parts.join(', ');
}

export function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : many}`;
}

/** A whole number with its thousands apart: `1,234`. By hand, for Node takes 10 ms to load what knows of languages. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3}){1,6}$)/g, ',');
}

/** `src/a.env:3:7`, `commit 1a2b3c4 message, line 2`, `variable AWS_SECRET_ACCESS_KEY`. One harmless line. */
export function placeWords({ kind, path, line, column, commit }: Place): string {
  const name = printable(path ?? '', 300);
  const at = line === undefined ? '' : `:${line}${column === undefined ? '' : `:${column}`}`;
  const short = commit === undefined ? '' : commit.slice(0, 10);
  const inLine = line === undefined ? '' : `, line ${line}`;
  switch (kind) {
    case 'file':
      return `${name}${at}`;
    case 'commit':
      return `${name}${at} in ${short === '' ? 'the history' : `commit ${short}`}`;
    case 'commit-message':
      return `message of commit ${short}${inLine}`;
    case 'tag-message':
      return `message of tag ${short}${inLine}`;
    case 'path-name':
      return `name of the file ${name}${short === '' ? '' : ` in commit ${short}`}`;
    case 'ref-name':
      return `name of ${name}`;
    case 'pull-request-title':
      return 'title of the pull request';
    case 'pull-request-body':
      return `text of the pull request${inLine}`;
    case 'environment':
      return `variable ${name} of this job`;
    case 'stdin':
      return `standard input${at === '' ? '' : at.replace(':', ', line ').replace(':', ', column ')}`;
  }
}

/** What else is known of a finding, each a few words: account, state, wrapping, why it counts less. */
export function facts(finding: Finding): readonly string[] {
  const { account, status, statusDetail, layers, reason, alsoAt, proposed } = finding;
  const found: string[] = [];
  if (status !== undefined) {
    found.push(
      statusDetail === undefined ? STATUS[status] : `${STATUS[status]} (${printable(statusDetail, 300)})`,
    );
  }
  if (account !== undefined) found.push(`account ${account}`);
  const origin = originWords(finding.place);
  if (origin !== '') found.push(origin);
  if (finding.uncommitted === true) found.push('not committed');
  if (layers.length > 0) found.push(`inside ${printable(layers.join(' › '), 200)}`);
  if (reason !== undefined) found.push(printable(reason, 200));
  if (alsoAt !== undefined && alsoAt.length > 0)
    found.push(`and at ${plural(alsoAt.length, 'further place')}`);
  if (proposed !== undefined) {
    const by = proposed.by === 'inline' ? 'comment' : 'allow list';
    found.push(
      `the ${by} of this very change would allow it, which does not count: ${printable(proposed.reason, 200)}`,
    );
  }
  return found;
}

/** `commit 1a2b3c4d5e by Ann, 2026-03-01`, as far as it is known and the place does not say it. */
function originWords({ kind, commit, author, date }: Place): string {
  const parts = [
    ...(kind === 'file' && commit !== undefined ? [`commit ${commit.slice(0, 10)}`] : []),
    ...(author === undefined ? [] : [`by ${printable(author, 100)}`]),
  ];
  if (parts.length === 0) return '';
  return `${parts.join(' ')}${date === undefined ? '' : `, ${date.slice(0, 10)}`}`;
}

const STATUS = {
  live: 'LIVE: AWS accepts this key now',
  dead: 'dead: AWS refuses this key',
  unknown: 'not known whether it is live',
} as const;

/** What was looked at: `412 files, 3.1 MB in 0.2 s`. */
export function scopeWords({ counts: { files, objects, bytes, milliseconds } }: ScanResult): string {
  const parts = [
    ...(files > 0 || objects === 0 ? [plural(files, 'file')] : []),
    ...(objects > 0 ? [plural(objects, 'git object')] : []),
    sizeWords(bytes),
  ];
  return `${parts.join(', ')} in ${(milliseconds / 1000).toFixed(milliseconds < 1000 ? 2 : 1)} s`;
}

function sizeWords(bytes: number): string {
  if (bytes < 1000) return plural(bytes, 'byte');
  const units = ['kB', 'MB', 'GB', 'TB'];
  const power = Math.min(Math.floor(Math.log10(bytes) / 3), units.length);
  const value = bytes / 1000 ** power;
  return `${value.toFixed(value < 10 ? 1 : 0)} ${units[power - 1]}`;
}

/** True when something could not be read, so that the scan cannot vouch for the repository. */
export function isIncomplete({ unread }: ScanResult): boolean {
  return unread.some(({ incomplete }) => incomplete);
}
