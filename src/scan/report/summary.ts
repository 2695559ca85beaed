import type { Job } from '../../github/job.js';
import type { Finding, Place, RuleId, ScanResult } from '../finding.js';
import { RULES } from '../rules.js';
import { code, plain } from './markdown.js';
import { markdownSteps, stepsFor } from './steps.js';
import { relativeUri } from './uri.js';
import { countWords, facts, isIncomplete, placeWords, plural, scopeWords } from './words.js';

/** GitHub drops the summary of a step that is larger than 1 MiB; some of it is left to others. */
const LARGEST = 900 * 1024;
const MOST_ROWS = 1_000;
const MOST_REMARKS = 100;
/** A longer one is shown cut, without a link. */
const LONGEST_PATH = 500;

export interface SummaryOptions {
  readonly job: Pick<Job, 'serverUrl' | 'repository' | 'sha' | 'event'>;
  /** The repository's address, for the links to the documentation. */
  readonly homepage: string;
}

/**
 * The findings as Markdown for the job summary: what stands where, and what to do about each kind.
 *
 * @param result without values
 */
export function scanSummary(result: ScanResult, options: SummaryOptions): string {
  for (let rows = MOST_ROWS; rows > 0; rows = Math.floor(rows / 2)) {
    const text = summary(result, options, rows);
    if (Buffer.byteLength(text) <= LARGEST) return text;
  }
  return summary({ ...result, unread: [], notes: [], allowed: [] }, options, 0);
}

function summary(result: ScanResult, options: SummaryOptions, rows: number): string {
  const { findings } = result;
  const parts = [
    heading(result),
    first(result, options.homepage),
    `${plain(result.mode)}: ${scopeWords(result)}`,
    ...(findings.length > 0 && rows > 0 ? [table(findings, options, rows)] : []),
    ...(findings.length > rows ? [`… and ${plural(findings.length - rows, 'more finding')}.`] : []),
    replacements(findings),
    otherSteps(result, options.homepage),
    whatIsNot(findings),
    remarks(result),
  ];
  return parts.filter(part => part !== '').join('\n\n');
}

function heading(result: ScanResult): string {
  const { findings, scope } = result;
  const where = scope === undefined ? '' : ` ${plain(scope, 200)}`;
  const icon = isIncomplete(result) ? '⚠️' : '✅';
  const title =
    findings.length === 0
      ? `${icon} No static AWS key found${where}`
      : `🔑 Static AWS keys${where}: ${countWords(findings)}`;
  const incomplete = isIncomplete(result)
    ? '\n\n> [!WARNING]\n> The scan is **incomplete**: something could not be read, so it cannot vouch for this repository.'
    : '';
  return `## ${title}${incomplete}`;
}

const ICONS = { error: '🛑 error', warning: '⚠️ warning', notice: 'ℹ️ notice' } as const;

function table(findings: readonly Finding[], options: SummaryOptions, rows: number): string {
  const lines = findings.slice(0, rows).map(finding => {
    const { severity, rule, redacted, place } = finding;
    const cells = [
      ICONS[severity],
      `${RULES[rule].title}<br>${code(redacted, 150)}`,
      linked(place, options.job),
      facts(finding)
        .map(fact => plain(fact, 300))
        .join('<br>'),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return ['| | What | Where | Known of it |', '| --- | --- | --- | --- |', ...lines].join('\n');
}

/** The place, with a link to the line on GitHub where it is in a commit that GitHub has. */
function linked(place: Place, job: SummaryOptions['job']): string {
  const words = code(placeWords(place), 400);
  const { kind, path, line, commit } = place;
  const sha = kind === 'file' ? (job.event.pullRequest?.headSha ?? job.sha) : commit;
  if (path === undefined || path.length > LONGEST_PATH || sha === undefined || !/^[0-9a-f]{40,64}$/.test(sha))
    return words;
  if (kind !== 'file' && kind !== 'commit') return words;
  if (!/^[\w.-]+\/[\w.-]+$/.test(job.repository) || !/^https?:\/\/[\w.:-]+$/.test(job.serverUrl))
    return words;
  const anchor = line === undefined ? '' : `#L${line}`;
  return `<a href="${job.serverUrl}/${job.repository}/blob/${sha}/${relativeUri(path)}${anchor}">${words}</a>`;
}

/** What to write instead, once for each different text. */
function replacements(findings: readonly Finding[]): string {
  const texts = new Map<string, string>();
  for (const { replacement, place } of findings) {
    if (replacement !== undefined && !texts.has(replacement)) texts.set(replacement, place.path ?? '');
  }
  return [...texts]
    .slice(0, 10)
    .map(([text, path]) => `Write instead, in ${code(path)}:\n\n~~~yaml\n${text.replaceAll('~~~', '')}\n~~~`)
    .join('\n\n');
}

/** What to do about the worst kind, before all else: whoever reads no further has read this. */
function first(result: ScanResult, homepage: string): string {
  const worst = kinds(result)[0];
  if (worst === undefined) return '';
  return `### First: ${RULES[worst].title}\n\n${advice(worst, result, homepage)}`;
}

/** The same for the other kinds, folded. */
function otherSteps(result: ScanResult, homepage: string): string {
  return kinds(result)
    .slice(1)
    .map(
      rule =>
        `<details><summary>What to do: ${RULES[rule].title}</summary>\n\n${advice(rule, result, homepage)}\n\n</details>`,
    )
    .join('\n');
}

/** The kinds that need something done, the most severe first. */
function kinds({ findings }: ScanResult): readonly RuleId[] {
  return [...new Set(findings.filter(({ severity }) => severity !== 'notice').map(({ rule }) => rule))];
}

function advice(rule: RuleId, result: ScanResult, homepage: string): string {
  const { title, description, documentation } = RULES[rule];
  const more = `[${title}](${homepage}/blob/main/${documentation})`;
  return `${description}\n\n${markdownSteps(stepsFor(rule, result))}\n\nMore: ${more}`;
}

function whatIsNot(findings: readonly Finding[]): string {
  const shown = findings.slice(0, MOST_REMARKS);
  if (shown.length === 0) return '';
  const entries = shown.map(
    ({ fingerprint, place }) => `- <code>${fingerprint}</code> ${code(placeWords(place))}`,
  );
  return `If a finding is no key, or is revoked and stays: an entry in the configuration file, merged into the base branch first, allows it.

~~~yaml
scan:
  allow:
    - fingerprint: ${shown[0]?.fingerprint}
      reason: why it may stay
~~~

<details><summary>Fingerprints</summary>\n\n${entries.join('\n')}\n\n</details>`;
}

function remarks({ unread, notes, allowed }: ScanResult): string {
  const sections = [
    section(
      'Not read',
      unread.map(({ what, why }) => `${code(what)}: ${plain(why)}`),
    ),
    section(
      'Notes',
      notes.map(note => plain(note, 600)),
    ),
    section(
      'Allowed',
      allowed.map(
        ({ place, redacted, allowed: why }) =>
          `${code(redacted, 150)} in ${code(placeWords(place))}: ${plain(why?.reason ?? '')} (${why?.by ?? ''})`,
      ),
    ),
  ];
  return sections.filter(text => text !== '').join('\n');
}

function section(title: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  const more = items.length > MOST_REMARKS ? `\n- … and ${items.length - MOST_REMARKS} more` : '';
  const list = items.slice(0, MOST_REMARKS).map(item => `- ${item}`);
  return `<details><summary>${title}: ${items.length}</summary>\n\n${list.join('\n')}${more}\n\n</details>`;
}
