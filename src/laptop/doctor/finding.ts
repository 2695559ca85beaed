/** How bad: an error breaks tools or is a key at risk, a warning will surprise, a notice is worth knowing. */
export type Level = 'error' | 'warning' | 'notice';

/** One thing that is wrong with a machine's AWS set-up. Texts may hold what stood in files: see printable(). */
export interface Ailment {
  /** Stable, for those who read JSON. */
  readonly rule: string;
  readonly severity: Level;
  /** What is wrong, and where. */
  readonly what: string;
  /** What comes of it. */
  readonly why: string;
  /** What to run or write. */
  readonly fix: string;
}
