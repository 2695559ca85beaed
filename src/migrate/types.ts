import type { Region } from '../aws/names.js';

/** Something that a person must do. */
export interface Left {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** One sentence. */
  readonly what: string;
  /** Ready to paste; may have several lines. */
  readonly write: string | undefined;
}

/** An environment that the migrated workflows need in the configuration file. */
export interface NeededEnvironment {
  readonly name: string;
  readonly gitHubEnvironment: string;
  /** Undefined: not known. */
  readonly region: Region | undefined;
  /** ARN of a role that the workflow named already. */
  readonly role: string | undefined;
  /** Seconds. */
  readonly duration: number | undefined;
}

/** What other files must know of a composite action or a reusable workflow that was rewritten. */
export interface RewrittenLocal {
  /** Inputs and secrets that it takes no longer. */
  readonly dropped: ReadonlySet<string>;
  /** Whether its caller's job must be able to get credentials. */
  readonly needsIdentity: boolean;
}

/** What is known of the repository when one of its files is rewritten. */
export interface Surroundings {
  /** Composite actions and reusable workflows that were rewritten, by path (`.github/actions/deploy`, `.github/workflows/x.yml`). */
  readonly locals: ReadonlyMap<string, RewrittenLocal>;
  /** Values that callers give an input of a reusable workflow, by path and input. */
  readonly given: ReadonlyMap<string, ReadonlySet<string>>;
  /** GitHub environment of jobs that have none; undefined: told from names. */
  readonly environment: string | undefined;
  /** Accounts by environment; `*`: all. */
  readonly accounts: ReadonlyMap<string, string>;
  readonly region: Region | undefined;
  /** Name of the role, where a workflow names none. */
  readonly role: string;
}

export interface RewrittenFile {
  readonly text: string;
  readonly left: readonly Left[];
  readonly environments: readonly NeededEnvironment[];
  /** Stored secrets and variables that are handed over no longer. */
  readonly released: readonly string[];
  readonly local: RewrittenLocal;
  /** Values that it gives inputs of local reusable workflows: `PATH INPUT` and value. */
  readonly given: readonly (readonly [input: string, value: string])[];
}
