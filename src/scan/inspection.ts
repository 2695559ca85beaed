import { detect } from './detect/detect.js';
import { glance, hasCandidates } from './detect/kernels.js';
import { QuietTexts } from './detect/quiet-texts.js';
import { keptBytes } from './detect/sieve.js';
import type { Detection, Finding } from './finding.js';
import { uniqueFindings } from './findings.js';
import { type ContentPlace, makeFindings, valuesOf } from './make-finding.js';
import { ENTIRE, OVERLAP, type Window } from './sources/content.js';
import { UnreadList } from './sources/unread.js';

/** A Git LFS pointer: what is checked out, or committed, in place of the content. */
const LFS = Buffer.from('version https://git-lfs.github.com/spec/v1\n');

function isLfsPointer(bytes: Buffer, start: number, end: number): boolean {
  const length = end - start;
  if (length >= 1024 || length <= LFS.length || bytes[start] !== LFS[0]) return false;
  return bytes.compare(LFS, 0, LFS.length, start, start + LFS.length) === 0;
}

/** Whether `keys` would do anything with the bytes [start, end): a quick no for most. */
export function mayConcern(bytes: Buffer, start: number, end: number): boolean {
  return isLfsPointer(bytes, start, end) || hasCandidates(bytes, start, end);
}

const COMPACT_FROM = 10_000;

/** One scan in progress: what was looked at, and what was found. */
export class Inspection {
  readonly found: Finding[] = [];
  readonly unread = new UnreadList();
  readonly notes: string[] = [];
  files = 0;
  objects = 0;
  bytes = 0;
  /** Findings beyond the number that is kept. */
  dropped = 0;
  #compactAt = COMPACT_FROM;
  readonly #quiet: QuietTexts;
  /** Some text is written by a checkout in another encoding than git keeps it in. */
  isReencoded = false;

  /** @param before an inspection that has ended: what was quiet in it is known to be */
  constructor(before?: Inspection) {
    this.#quiet = before === undefined ? new QuietTexts() : before.#quiet;
  }

  /**
   * Looks for keys in the bytes [start, end), where they are: nothing is copied, but from sieveInput() what may be some.
   */
  keys(bytes: Buffer, start: number, end: number, window: Window, place: ContentPlace): void {
    if (isLfsPointer(bytes, start, end))
      this.unread.add(
        place.path ?? place.blob ?? place.kind,
        'kept by Git LFS: only its pointer is here',
        false,
      );
    const first = glance(bytes, start, end);
    if (first === undefined) return;
    const content = keptBytes(bytes, start, end);
    const isPart = window.more;
    const { detections, unread } = detect(content, { quiet: this.#quiet, path: place.path, isPart, first });
    this.add(makeFindings(content, detections.filter(whole(window, content.length)), place, window));
    for (const { why, kind } of unread)
      this.unread.add(place.path ?? place.blob ?? place.kind, why, kind === 'incomplete' || 'unopened');
  }

  /** Looks for keys in a text that is no file. */
  text(text: string, place: ContentPlace): void {
    const bytes = Buffer.from(text);
    this.keys(bytes, 0, bytes.length, ENTIRE, place);
  }

  /** Whether nothing was found, and all was read. */
  get isClean(): boolean {
    return this.found.length === 0 && this.unread.isEmpty;
  }

  /** Keeps findings; when many have come together, repetitions are dropped, so that their number stays bounded. */
  add(findings: readonly Finding[]): void {
    for (const finding of findings) this.found.push(finding);
    if (this.found.length < this.#compactAt) return;
    const unique = uniqueFindings(this.found);
    this.dropped += unique.dropped;
    this.found.length = 0;
    for (const finding of unique.findings) this.found.push(finding);
    this.#compactAt = 2 * this.found.length + COMPACT_FROM;
  }
}

/** So close to the edge of a window, what is cut may look like something else; the window beside it has it whole. */
const EDGE = OVERLAP / 8;

/** Tells detections that the window beside this one sees with more around it from those that are seen here. */
function whole({ offset, more }: Window, length: number): (detection: Detection) => boolean {
  const first = offset === 0 ? 0 : EDGE;
  const last = more ? length - EDGE : length;
  return detection => {
    const values = valuesOf(detection);
    return values.some(({ end }) => end > first) && values.some(({ start }) => start < last);
  };
}
