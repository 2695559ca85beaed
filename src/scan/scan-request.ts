import type { Variables } from '../github/job.js';
import type { FetchPolicy } from './sources/fetch.js';
import type { Progress } from './sources/pace.js';

/** What a scan looks at. */
export type ScanMode =
  /** The tracked files as they are on disk; with `range` also what the range brings. */
  | 'tree'
  /** What a range brings; the tree where the range cannot be had. */
  | 'changes'
  /** Every object that git holds. */
  | 'history'
  /** What the index holds and HEAD does not. */
  | 'staged'
  /** The files named in `files`. */
  | 'files'
  | 'stdin';

/** One end of a range: a revision, or a branch of the remote by its name. */
export type RangeBase = { readonly revision: string } | { readonly branch: string };

export interface RangeRequest {
  /** A revision; undefined: HEAD. */
  readonly head: string | undefined;
  /** Empty: all of the head's history is new. */
  readonly bases: readonly RangeBase[];
  /**
   * The head of a pull request. When HEAD is the merge of it that GitHub makes, its first parent is the base branch
   * at that time, and does not belong to the changes either.
   */
  readonly mergeOf?: string;
}

export interface ScanRequest {
  /** The repository, or a folder in it, or any folder. */
  readonly folder: string;
  readonly mode: ScanMode;
  readonly range?: RangeRequest;
  /** Also the files that git does not track and does not ignore. */
  readonly untracked?: boolean;
  /** Paths, relative to `folder` or absolute; a folder stands for all that is in it. */
  readonly files?: readonly string[];
  readonly stdin?: AsyncIterable<Uint8Array>;
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
