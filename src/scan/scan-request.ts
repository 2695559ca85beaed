import type { Variables } from '../github/job.js';
import type { FetchPolicy } from './sources/fetch.js';
import type { Progress } from './sources/pace.js';

/** What a scan looks at. */
export type ScanMode =
  /** The tracked files as they are on disk; with `range` also what the range brings. */
  | 'tree'
  /** What a range brings; the tree, and incomplete, where the range cannot be had. */
  | 'changes'
  /** Every object that git holds. */
  | 'history'
  /** What the index holds and HEAD does not. */
  | 'staged'
  /** The files named in `files`, as the index has them. */
  | 'index'
  /** The files named in `files`. */
  | 'files'
  | 'stdin';

/** One end of a range. */
export type RangeBase =
  /** A revision; where it cannot be had, what takes its place (nothing: all of the history is new). */
  | { readonly revision: string; readonly otherwise?: readonly RangeBase[] }
  /** A branch of the remote, by its name. */
  | { readonly branch: string }
  /** All that is known of a remote's branches; undefined: of every remote's. */
  | { readonly remote: string | undefined };

export interface RangeRequest {
  /** A revision; undefined: HEAD. */
  readonly head: string | undefined;
  /** Further heads: a push may bring several refs. */
  readonly others?: readonly string[];
  /** Empty: all of the head's history is new. */
  readonly bases: readonly RangeBase[];
  /**
   * The merge that GitHub makes of a pull request, by the commit that the job is for. When it is checked out, its
   * first parent is the base branch at that time, and does not belong to the changes either.
   */
  readonly merge?: {
    readonly commit: string;
    /** The head of the pull request, which is the second parent. */
    readonly of: string;
    /** The base branch, which must hold the first parent; undefined: not known, so only the event's base counts. */
    readonly into: string | undefined;
  };
  /** What it is, in words for headlines: `the changes of pull request 7`. */
  readonly what?: string;
}

/** A text beside the repository that an event brings, such as the title of a pull request. */
export interface EventText {
  readonly kind: 'pull-request-title' | 'pull-request-body' | 'ref-name';
  /** Of a ref its full name, else nothing. */
  readonly path?: string;
  readonly text: string;
}

export interface ScanRequest {
  /** The repository, or a folder in it, or any folder. */
  readonly folder: string;
  readonly mode: ScanMode;
  readonly range?: RangeRequest;
  /** Changes were to be scanned, and nobody knows which: why not. The scan is incomplete. */
  readonly lacking?: string;
  /** Texts that the event brings beside the repository. */
  readonly texts?: readonly EventText[];
  /** Also the files that git does not track and does not ignore. */
  readonly untracked?: boolean;
  /** Paths, relative to `folder` or absolute; a folder stands for all that is in it. */
  readonly files?: readonly string[];
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Called once when nothing came through it for a while. */
  readonly waiting?: () => void;
  /** The process's variables: git is found with them. */
  readonly variables: Variables;
  /** Look for static keys in the variables too. */
  readonly environment?: boolean;
  /** Objects that these revisions reach were scanned before (`history`). */
  readonly scannedTips?: readonly string[];
  /** Where missing objects may be fetched from; undefined: nothing is fetched. */
  readonly fetch?: FetchPolicy;
  /** Folder for temporary files; undefined: the system's. */
  readonly temporary?: string;
  readonly progress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}
