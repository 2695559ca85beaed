import type { InlineAllowance } from './inline.js';

/**
 * What the parts of the scanner tell each other: detection works on bytes and gives detections; a source knows where
 * bytes come from and makes findings of them; the allow list, verification and reports work on findings.
 */

/** How bad: an error fails the build by default, a warning and a notice do so only on request (`fail-on`). */
export type Severity = 'error' | 'warning' | 'notice';

/** What was found; a key of the table RULES in `rules.ts`, which holds names, texts and remedies. */
export type RuleId =
  | 'access-key-pair'
  | 'access-key-id'
  | 'secret-access-key'
  | 'temporary-credentials'
  | 'temporary-access-key-id'
  | 'session-token'
  | 'bedrock-api-key'
  | 'bedrock-short-term-api-key'
  | 'ses-smtp-credentials'
  | 'mws-auth-token'
  | 'odd-credential'
  | 'presigned-url'
  | 'ci-static-key'
  | 'job-static-key';

/** A value as it was after decoding, and the bytes of the scanned content that carry it. */
export interface FoundValue {
  readonly text: string;
  /** First byte of what carries the value, counted from the start of the content, from 0. Of the outermost layer. */
  readonly start: number;
  /** One past the last byte. */
  readonly end: number;
}

/** What detection finds in one content. At least one value is present. */
export interface Detection {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly accessKeyId?: FoundValue;
  readonly secretAccessKey?: FoundValue;
  readonly sessionToken?: FoundValue;
  /** The value of rules without an access key ID: Bedrock, SES, MWS, odd. */
  readonly value?: FoundValue;
  /** How the values were reached, outermost first: `zip:app/.env`, `gzip`, `base64`, `utf-16le`, `percent`, … */
  readonly layers: readonly string[];
  /** The account that the access key ID belongs to, decoded offline. */
  readonly account?: string;
  /** Why the severity is lower than the rule's own: `documentation key`, `placeholder`, `presigned URL`, … */
  readonly reason?: string;
}

/** The answer of detection for one content. */
export interface Detected {
  readonly detections: readonly Detection[];
  readonly unread: readonly UnreadPart[];
  /** The work that it was: the same for the same bytes on every machine. */
  readonly steps: number;
}

/** A part of a content that was left out. */
export interface UnreadPart {
  /** `zip: entry big.bin: encrypted` */
  readonly why: string;
  /** `unopened`: it is packed in a way that is not opened, and was read as the bytes it is. `incomplete`: it is over a limit. */
  readonly kind: 'unopened' | 'incomplete';
}

/** Where a finding stands. `line` and `column` count from 1; columns in characters (UTF-16 code units) of the line. */
export interface Place {
  readonly kind:
    | 'file' // in the tree that is checked out, or the file given
    | 'commit' // in a blob that the tree no longer holds
    | 'commit-message'
    | 'tag-message'
    | 'path-name'
    | 'ref-name' // of a branch, a tag or another ref, whose full name is in `path`
    | 'pull-request-title'
    | 'pull-request-body'
    | 'environment' // a variable of the job
    | 'stdin';
  /** Path in the repository with `/`, or undefined where there is none. Untrusted: see printable(). */
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  /** Commit (or tag) object that introduced it, hex, where known. */
  readonly commit?: string;
  /** Whom that commit names as its author (untrusted text), and when it was written (ISO 8601), where known. */
  readonly author?: string;
  readonly date?: string;
  /** Blob that holds it, hex, where known. */
  readonly blob?: string;
}

/** Whether AWS accepts a key: `dead` is for certain, `unknown` when it was not or could not be asked. */
export type Status = 'live' | 'dead' | 'unknown';

export type AllowedBy = 'inline' | 'path' | 'fingerprint' | 'baseline';

/** A detection at its place. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly place: Place;
  /** 40 hex characters of SHA-256 over value and path: survives line moves, differs between files. */
  readonly fingerprint: string;
  /** How it is shown: `AKIA…WXYZ`. */
  readonly redacted: string;
  /** All values, to be masked before anything is printed and for verification; never printed, never stored. */
  readonly secrets: readonly string[];
  readonly accessKeyId?: string;
  readonly layers: readonly string[];
  readonly account?: string;
  readonly reason?: string;
  /** The line's own text before and after the value is never kept; what to write instead, for workflow findings. */
  readonly replacement?: string;
  /** Further places of the same value in the same path (other commits, other lines). */
  readonly alsoAt?: readonly Place[];
  /** True when no file of HEAD holds it: what is checked out, or staged, has it first. */
  readonly uncommitted?: boolean;
  /** After verification. */
  readonly status?: Status;
  /** What verification learned beside the status: whose a live key is (an ARN), or why the status is not known. */
  readonly statusDetail?: string;
  /** The comment on its line (or for it, on the line before) that asks to let it pass; judged by the allow list. */
  readonly inline?: InlineAllowance;
  /** What would allow it, but comes with the pull request that is scanned, and so does not count. */
  readonly proposed?: { readonly by: AllowedBy; readonly reason: string };
  /** Set when an entry of the allow list or an inline comment allows it. */
  readonly allowed?: { readonly by: AllowedBy; readonly reason: string };
}

/** Something a scan could not or did not read. `incomplete`: it makes the scan incomplete (exit 2). */
export interface Unread {
  readonly what: string;
  readonly why: string;
  readonly incomplete: boolean;
  /** What is packed in it was not read: see the option `unopened`. */
  readonly unopened?: boolean;
}

/** What a scan looked at. */
export interface ScanCounts {
  readonly files: number;
  readonly objects: number;
  /** Bytes of content, after git's own decompression, before ours. */
  readonly bytes: number;
  readonly milliseconds: number;
}

/** The answer of a scan, for every report. Findings are sorted: most severe first, then by place. */
export interface ScanResult {
  /** How: `tree`, `changes`, `history`, `staged`, `index`, `stdin`, `files`. */
  readonly mode: string;
  /** Where was looked, in words for headlines: `in the changes of pull request 7`. */
  readonly scope?: string;
  /** True when what was looked at is about to be pushed, and so still on this machine alone. */
  readonly unpublished?: boolean;
  /** True when all was seen that an allow list can be about. */
  readonly whole?: boolean;
  readonly findings: readonly Finding[];
  readonly allowed: readonly Finding[];
  readonly unread: readonly Unread[];
  readonly counts: ScanCounts;
  /** Things to say once: a fallback that was taken and the one line that would change it, unused allow entries, … */
  readonly notes: readonly string[];
}
