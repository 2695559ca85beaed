import type { AllowEntry } from '../config/configuration.js';
import { printable } from '../printable.js';
import type { BaselineEntry } from './baseline.js';
import type { AllowedBy, Finding, ScanResult } from './finding.js';
import { globMatcher, type Matcher, type MatchingWork } from './glob.js';

/** One state of the allow list: the entries of the configuration file and the baseline. */
export interface AllowList {
  readonly entries: readonly AllowEntry[];
  readonly baseline: readonly BaselineEntry[];
}

export interface AllowRules {
  /** The list that rules: of the base branch where a pull request is scanned, else of what is scanned. */
  readonly list: AllowList;
  /** The configuration file's path, for notes. */
  readonly source: string;
  /** Today, YYYY-MM-DD, UTC. */
  readonly today: string;
  /**
   * Given where the list of a base branch rules: what the scanned change itself would allow, which is said and does
   * not count.
   */
  readonly change?: {
    readonly list: AllowList;
    /** True when the finding's inline comment stood beside the same value in the base branch already. */
    commentStood(finding: Finding): boolean;
  };
}

type Reason = { readonly by: AllowedBy; readonly reason: string };

/**
 * Sorts what is allowed from what is not. Allowed findings leave `findings` for `allowed`; an expired entry allows
 * nothing; what has no use, has expired, or is proposed by the scanned change is said in `notes`.
 */
export function applyAllowList(result: ScanResult, rules: AllowRules): ScanResult {
  const allows = matcher(rules.list, rules.today);
  const proposes = rules.change && matcher(rules.change.list, rules.today);
  const findings: Finding[] = [];
  const allowed: Finding[] = [...result.allowed];
  for (const finding of result.findings) {
    const comment = commentReason(finding, rules);
    const reason = allows.reason(finding) ?? comment.allowed;
    const proposed = proposes?.reason(finding) ?? comment.proposed;
    if (reason !== undefined) allowed.push({ ...finding, allowed: reason });
    else if (comment.lowered !== undefined)
      findings.push({ ...finding, severity: 'notice', reason: comment.lowered });
    else findings.push(proposed === undefined ? finding : { ...finding, proposed });
  }
  // In a part of it all, an entry that nothing needs may be needed by the rest.
  const whole = result.whole === true && !result.unread.some(({ incomplete }) => incomplete);
  const notes = [
    ...result.notes,
    ...emptyComments(result.findings),
    ...allows.expired(rules.source, whole),
    ...(whole ? allows.unused(rules.source, result.mode === 'history') : []),
  ];
  const unread = result.unread.map(one =>
    one.unopened && allows.covers(one.what) ? { ...one, unopened: false } : one,
  );
  return { ...result, findings: bySeverity(findings), allowed, unread, notes };
}

const RANK = { error: 0, warning: 1, notice: 2 } as const;

/** Most severe first; within a severity the order that was there. */
function bySeverity(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}

/** What an inline comment does for a finding: allow it, lower it to a notice, or only be said. */
function commentReason(
  finding: Finding,
  { change }: AllowRules,
): { allowed?: Reason; lowered?: string; proposed?: Reason } {
  const { inline } = finding;
  if (inline === undefined || (inline.kind === 'own' && inline.reason === '')) return {};
  const trusted = change === undefined || change.commentStood(finding);
  const reason = inline.kind === 'own' ? inline.reason : inline.comment;
  if (!trusted) return { proposed: { by: 'inline', reason } };
  return inline.kind === 'own' ? { allowed: { by: 'inline', reason } } : { lowered: `comment ${reason}` };
}

function emptyComments(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(({ inline }) => inline?.kind === 'own' && inline.reason === '')
    .map(({ inline, place }) => {
      const where = `${printable(place.path ?? place.kind)}:${place.line ?? 1}`;
      return `${where}: \`${inline?.comment}\` gives no reason and so does not count; write \`${inline?.comment} WHY\``;
    });
}

/**
 * True when a finding's comment stood before: on a finding of the same file that had all of its values, not only some.
 *
 * @param before what is found in the file as the judging commit has it
 */
export function commentStood({ inline, secrets, fingerprint }: Finding, before: readonly Finding[]): boolean {
  if (inline === undefined) return false;
  return before.some(
    other =>
      other.inline?.comment === inline.comment &&
      other.inline.reason === inline.reason &&
      (secrets.length === 0
        ? other.fingerprint === fingerprint
        : secrets.every(secret => other.secrets.includes(secret))),
  );
}

/** Lists of people need some thousands; beyond it an entry allows nothing. */
const MOST_WORK = 500_000_000;

function matcher(list: AllowList, today: string) {
  const rows = rowsOf(list.entries);
  const live = (entry: AllowEntry) => entry.expires === undefined || entry.expires >= today;
  const baseline = new Map(list.baseline.map(entry => [entry.fingerprint, { entry, used: false }]));

  return {
    reason(finding: Finding): Reason | undefined {
      const fitting = rows.filter(row => row.matches(finding));
      for (const row of fitting) live(row.entry) ? row.used++ : row.again++;
      const known = baseline.get(finding.fingerprint);
      if (known !== undefined) known.used = true;
      const row = fitting.find(({ entry }) => live(entry));
      if (row !== undefined) {
        const by = row.entry.fingerprint === undefined ? 'path' : 'fingerprint';
        return { by, reason: row.entry.reason };
      }
      return known && { by: 'baseline', reason: known.entry.reason };
    },

    /** Whether all that a file may hold is allowed. */
    covers(path: string): boolean {
      const row = rows.find(
        ({ entry, fits }) => entry.fingerprint === undefined && live(entry) && fits(path),
      );
      if (row !== undefined) row.used++;
      return row !== undefined;
    },

    expired(source: string, whole: boolean): readonly string[] {
      return rows
        .filter(({ entry }) => !live(entry))
        .map(
          ({ entry, again }) =>
            `${printable(source)}:${entry.line}: the entry for ${named(entry)} expired on ${entry.expires}` +
            (again === 0
              ? whole
                ? '; it can go'
                : ''
              : `; ${again === 1 ? '1 finding counts' : `${again} findings count`} again`),
        );
    },

    /** @param history whether all of it was seen: what no file of the tree needs, an earlier commit may */
    unused(source: string, history: boolean): readonly string[] {
      const idle = rows.filter(({ entry, used }) => live(entry) && used === 0);
      const stale = [...baseline.values()].filter(({ used }) => !used).length;
      return [
        ...idle.map(
          ({ entry }) =>
            `${printable(source)}:${entry.line}: nothing ${history ? '' : 'in the tree '}needs the entry for ${named(entry)}; ` +
            `it can go${history ? '' : UNLESS_IN_HISTORY}`,
        ),
        ...(stale === 0
          ? []
          : [
              history
                ? `${stale} of ${baseline.size} baseline entries are no longer needed; run ` +
                  '`aws-temp-creds scan --history --write-baseline` to drop them'
                : `${stale} of ${baseline.size} baseline entries are not needed by the tree; run ` +
                  `\`aws-temp-creds scan --write-baseline\` to drop them${UNLESS_IN_HISTORY}`,
            ]),
      ];
    },
  };
}

const UNLESS_IN_HISTORY = ', unless `aws-temp-creds scan --history` needs it';

function named(entry: AllowEntry): string {
  return entry.fingerprint === undefined
    ? `path ${printable(entry.path ?? '')}`
    : `fingerprint ${entry.fingerprint.slice(0, 12)}…`;
}

/** The entries with what they match, and how often they did. */
function rowsOf(entries: readonly AllowEntry[]) {
  const work: MatchingWork = { left: MOST_WORK };
  return entries.map(entry => {
    const fits =
      entry.path === undefined ? () => entry.fingerprint !== undefined : pathMatcher(entry.path, work);
    return { entry, fits, matches: entryMatcher(entry, fits), used: 0, again: 0 };
  });
}

/** An entry that names both a path and a fingerprint allows what fits both. */
function entryMatcher({ path, fingerprint }: AllowEntry, fits: Matcher): (finding: Finding) => boolean {
  const hex = fingerprint?.toLowerCase();
  return finding =>
    (hex === undefined || hex === finding.fingerprint) &&
    (path === undefined ? hex !== undefined : finding.place.path !== undefined && fits(finding.place.path));
}

/**
 * A glob over paths from the repository's root: `*` stays within a folder, `**` does not, dotfiles count, case
 * counts, `docs/` means all that is in it. No negation: an allow list that names what it does not allow would allow
 * every file to come.
 */
function pathMatcher(glob: string, work: MatchingWork): (path: string) => boolean {
  const rooted = glob.replace(/^(?:\.?\/)+/, '');
  const whole = rooted.endsWith('/') ? `${rooted}**` : rooted;
  // A name that is written out matches itself, whatever characters it holds.
  const matches = globMatcher(whole, work);
  return path => path === rooted || matches(path);
}
