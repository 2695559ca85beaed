import type { Readable } from 'node:stream';
import type { Variables } from '../github/job.js';

/** What the command answers its caller with: clean; findings or a refusal; wrong use, or an incomplete scan. */
export const EXIT = { clean: 0, found: 1, wrong: 2 } as const;

/** One of EXIT; only a command that runs another program (`running`) may answer with something else: that one's code. */
export type ExitCode = number;

/** An option that a command takes. Without `value` it is a switch. */
export interface Option {
  /** Long name, without the dashes. */
  readonly name: string;
  /** What its value is called in the help, e.g. `FILE`. */
  readonly value?: string;
  /** It may be given several times. */
  readonly many?: boolean;
  readonly says: string;
}

/** What was given on the command line, checked against the command's options. */
export interface Arguments {
  readonly operands: readonly string[];
  has(name: string): boolean;
  /** The value of an option; undefined when it was not given. */
  value(name: string): string | undefined;
  values(name: string): readonly string[];
  /** What stands behind `--`, for a command with `running`; else behind `--` stand further operands. */
  readonly command: readonly string[];
}

/** The process as a command sees it. */
export interface Terminal {
  readonly stdin: Readable;
  /** The working directory, absolute. */
  readonly cwd: string;
  readonly variables: Variables;
  /** Whether standard output shows colours. */
  readonly color: boolean;
  /** How wide it is; 80 where that is not known. */
  readonly columns: number;
  readonly version: string;
  /** Results, to standard output. A reader that has gone away is no fault. */
  print(text: string): void;
  /** What is said beside results, to standard error. */
  say(text: string): void;
  /** Replaces the last line of standard error; undefined where that is no terminal. */
  readonly overwrite: ((line: string) => void) | undefined;
  /** Somebody wants the command to stop. */
  readonly signal: AbortSignal;
}

/** One command of `aws-temp-creds`. Each stands in a file of its own. */
export interface Command {
  /** As it is typed: one word, or two (`template roles`). */
  readonly name: string;
  /** After the name, in the usage line. */
  readonly operands: string;
  /** How many operands it takes at the most. */
  readonly mostOperands: number;
  /** Paragraphs, already wrapped to 78 columns. */
  readonly about: string;
  readonly options: readonly Option[];
  readonly examples: readonly (readonly [command: string, says: string])[];
  /** After the examples: exit codes, files, … */
  readonly more?: string;
  /** For a command that runs another program, named behind `--`: with which codes it says that it could not. */
  readonly running?: {
    /** Wrong use, and every failure before the other program ran; 125 by convention (env, timeout, docker). */
    readonly failed: ExitCode;
  };
  /** @throws Failure for what the user can mend */
  run(given: Arguments, terminal: Terminal): Promise<ExitCode>;
}

/** What somebody wants to do. */
export type Group = 'Find keys' | 'Set up AWS' | 'On a laptop' | 'Keep watch';

/** A command as the list of commands tells it. */
export interface Row {
  /** One word, or two: a word that several rows begin with is a family of commands (`template roles`). */
  readonly name: string;
  readonly group: Group;
  readonly says: string;
  load(): Promise<Command>;
}
