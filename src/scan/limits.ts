const KIBIBYTE = 1024;
const MEBIBYTE = 1024 * KIBIBYTE;

/**
 * Every budget of a scan, in this one place; docs/detection.md has the same as a table, with what happens beyond each.
 * Beyond a budget a thing is read in another way, or the scan is incomplete: what was not looked at is never clean.
 */
export const LIMITS = {
  /** Contents up to here are held whole. */
  whole: 16 * MEBIBYTE,
  /** Larger ones pass in windows that overlap by more than any key is long. */
  window: 8 * MEBIBYTE,
  overlap: 256 * KIBIBYTE,
  /** Archives can only be opened whole; one that is larger is read in windows, as the bytes it is. */
  archive: 64 * MEBIBYTE,
  /** What comes out of one compressed stream in one piece; more of it passes in windows, too. */
  stream: 64 * MEBIBYTE,
  /** Archives within archives. */
  depth: 8,
  /** Encodings and escapes within each other. */
  layers: 32,
  /** Of the work on one content: see `workFor`. */
  work: 32_000_000,
  workPerByte: 24,
  /** Values in one content, an entry of an archive being a content of its own. */
  values: 100_000,
  /** Of one scan; those of the highest severity are kept. */
  findings: 10_000,
  /** Of one finding. */
  places: 100,
  /** A CI file that is checked for what it hands to its jobs. */
  ciFile: 256 * KIBIBYTE,
} as const;

/**
 * How much work one content may cost, in steps: about one for each character that is read closely. Steps are counted,
 * not seconds, so that every machine decides alike.
 *
 * @param bytes of the content, packed
 */
export function workFor(bytes: number): number {
  return LIMITS.work + LIMITS.workPerByte * bytes;
}
