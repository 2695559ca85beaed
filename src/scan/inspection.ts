import { checkCiFile, isCiFile } from './ci-files/check-ci-file.js';
import { detect } from './detect/detect.js';
import type { Finding } from './finding.js';
import { uniqueFindings } from './findings.js';
import { type ContentPlace, makeFindings } from './make-finding.js';
import { ENTIRE, type Window } from './sources/content.js';
import { UnreadList } from './sources/unread.js';

/** A Git LFS pointer: what is checked out, or committed, in place of the content. */
const LFS = Buffer.from('version https://git-lfs.github.com/spec/v1\n');

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

  /**
   * Looks for keys in the bytes [start, end), where they are: nothing is copied.
   */
  keys(bytes: Buffer, start: number, end: number, window: Window, place: ContentPlace): void {
    if (
      end - start < 1024 &&
      end - start > LFS.length &&
      bytes.compare(LFS, 0, LFS.length, start, start + LFS.length) === 0
    )
      this.unread.add(
        place.path ?? place.blob ?? place.kind,
        'kept by Git LFS: only its pointer is here',
        false,
      );
    const content = bytes.subarray(start, end);
    const { detections, unread } = detect(content);
    if (detections.length > 0) this.found.push(...makeFindings(content, detections, place, window));
    for (const why of unread) this.unread.add(place.path ?? place.blob ?? place.kind, why, false);
  }

  /** Looks at a file as it stands in the tree: for keys, and whether it hands static keys to jobs. */
  file(
    bytes: Buffer,
    start: number,
    end: number,
    window: Window,
    place: ContentPlace & { path: string },
  ): void {
    this.keys(bytes, start, end, window, place);
    if (window !== ENTIRE || !isCiFile(place.path)) return;
    const { findings, unread } = checkCiFile(place.path, bytes.subarray(start, end));
    this.found.push(...findings.map(finding => ({ ...finding, place: { ...finding.place, ...place } })));
    for (const { what, why, incomplete } of unread) this.unread.add(what, why, incomplete);
  }

  /** Drops repetitions when many findings have come together, so that their number stays bounded. */
  compact(): void {
    if (this.found.length < this.#compactAt) return;
    const { findings, dropped } = uniqueFindings(this.found);
    this.dropped += dropped;
    this.found.length = 0;
    for (const finding of findings) this.found.push(finding);
    this.#compactAt = 2 * this.found.length + COMPACT_FROM;
  }
}
