import type { RuleId, Severity } from '../src/scan/finding.js';
import type { Random } from './random.js';

/** What the scanner should say of one planted credential. */
export interface Expectation {
  /** Any of these is right; the first is the best. */
  readonly rules: readonly RuleId[];
  /** At least this severe. */
  readonly severity: Severity;
  /** Every value, decoded, that the finding must name. */
  readonly values: readonly string[];
}

/** The credentials of one case. A field is empty where the kind has none. */
export interface Planted {
  readonly id: string;
  readonly secret: string;
  readonly token: string;
  /** The value of kinds without an access key ID. */
  readonly value: string;
  readonly expects: readonly Expectation[];
}

export type Content = string | Buffer;

/** A form in which credentials stand in files, and how to write it. */
export interface TrueCategory {
  readonly name: string;
  readonly files: readonly string[];
  readonly plant: (r: Random) => Planted;
  readonly write: (k: Planted, r: Random) => Content;
  /** False where this runtime cannot build the form (zstd before Node 22.15). */
  readonly available?: boolean;
}

/** Something that looks like a credential and is none: no error and no warning is right. */
export interface FalseCategory {
  readonly name: string;
  /** It holds secrets of another kind, which scanners for secrets of all kinds report rightly. */
  readonly otherSecret?: true;
  readonly files: readonly string[];
  readonly write: (r: Random) => Content;
}

/** One labelled content. */
export interface Case {
  readonly category: string;
  readonly truth: boolean;
  readonly variant: number;
  /** Where it is written: neutral folders, then a name that such a file has in practice. */
  readonly path: string;
  readonly content: Buffer;
  /** Empty: nothing to find. */
  readonly expects: readonly Expectation[];
}

export const VARIANTS = 25;
