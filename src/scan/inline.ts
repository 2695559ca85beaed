/** A comment that asks a scanner to let a line pass. What it is worth is decided where the allow list is applied. */
export interface InlineAllowance {
  /** `own`: ours; counts when it has a reason. `peer`: written for another scanner; it makes the finding a notice. */
  readonly kind: 'own' | 'peer';
  /** The comment as it is named in reports, e.g. `gitleaks:allow`. */
  readonly comment: string;
  /** Why, in the author's words (untrusted text); '' when none is given. A peer's comment has none. */
  readonly reason: string;
}

/**
 * The comments of scanners for secrets, each in its documented form. Directives of general linters (`nosec`,
 * `nosemgrep`, `noqa`) are not here on purpose: they are written for other faults of the line.
 */
const PEERS = [
  { comment: 'gitleaks:allow', pattern: /\bgitleaks:allow\b/, next: false },
  { comment: 'betterleaks:allow', pattern: /\bbetterleaks:allow\b/, next: false },
  { comment: 'trufflehog:ignore', pattern: /\btrufflehog:ignore\b/, next: false },
  { comment: 'kingfisher:ignore', pattern: /\bkingfisher:ignore\b/, next: false },
  { comment: 'ggignore', pattern: /\bggignore\b/, next: false },
  { comment: 'secretlint-disable-line', pattern: /\bsecretlint-disable-line\b/, next: false },
  { comment: 'secretlint-disable-next-line', pattern: /\bsecretlint-disable-next-line\b/, next: true },
  { comment: 'pragma: allowlist secret', pattern: /\bpragma: ?(?:allow|white)list secret\b/i, next: false },
  {
    comment: 'pragma: allowlist nextline secret',
    pattern: /\bpragma: ?(?:allow|white)list nextline secret\b/i,
    next: true,
  },
  { comment: 'checkov:skip', pattern: /\bcheckov:skip=CKV_SECRET_\d+\b/, next: false },
] as const;

const OWN = /\baws-temp-creds:allow(-next-line)?(?![\w-])[ \t]*:?([^\r\n]*)/;

/** What closes a comment or a string, and would otherwise be taken for a reason. */
const CLOSERS = ['*/', '-->', '--%>', '%>', '#}', '}}', '*)', '"', "'", '`', ',', ';', '\\', '*'];

/** A longer line is generated or minified: one comment on it would allow everything that the file holds. */
const LONGEST_LINE = 4000;

/**
 * Reads the comment that stands on a line, or on the line before it where that asks for the next line:
 *
 *     key = …  # aws-temp-creds:allow revoked 2026-03-01, see INC-42
 *     # aws-temp-creds:allow-next-line published in the AWS documentation
 *
 * Ours goes before a peer's. Lines of more than 4 000 characters are not read.
 *
 * @param line the line that holds the value, without its end
 * @param previous the line before it
 */
export function inlineAllowance(line: string, previous = ''): InlineAllowance | undefined {
  const here = line.length > LONGEST_LINE ? '' : line;
  const before = previous.length > LONGEST_LINE ? '' : previous;
  return own(here, false) ?? own(before, true) ?? peer(here, false) ?? peer(before, true);
}

function own(line: string, next: boolean): InlineAllowance | undefined {
  const match = OWN.exec(line);
  if (match === null || (match[1] !== undefined) !== next) return undefined;
  const reason = withoutClosers(match[2] ?? '');
  return {
    kind: 'own',
    comment: next ? 'aws-temp-creds:allow-next-line' : 'aws-temp-creds:allow',
    reason: /[\p{L}\p{N}]{2}/u.test(reason) ? reason : '',
  };
}

function withoutClosers(text: string): string {
  let rest = text.trim();
  for (;;) {
    const closer = CLOSERS.find(one => rest.endsWith(one));
    if (closer === undefined) return rest;
    rest = rest.slice(0, -closer.length).trimEnd();
  }
}

function peer(line: string, next: boolean): InlineAllowance | undefined {
  const found = PEERS.find(row => row.next === next && row.pattern.test(line));
  return found && { kind: 'peer', comment: found.comment, reason: '' };
}
