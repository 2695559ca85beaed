/**
 * What stage A saw. `text`: to be read around that place. `base64`, `hex`, `codes` (bytes as numbers): a run that
 * decodes to something worth reading. `utf-…`: two or four bytes for each character. `archive`: compressed or packed, the content as a whole.
 */
export type CandidateKind =
  | 'text'
  | 'base64'
  | 'hex'
  | 'codes'
  | 'utf-16le'
  | 'utf-16be'
  | 'utf-32le'
  | 'utf-32be'
  | 'archive';

/** Called for each candidate, with its first byte and one past its last; returning true ends the search. */
export type Visit = (kind: CandidateKind, start: number, end: number) => boolean;
