import { detect } from './detect/detect.js';
import { hasCandidates } from './detect/kernels.js';
import type { Finding } from './finding.js';
import { type ContentPlace, makeFindings } from './make-finding.js';
import type { Window } from './sources/content.js';
import { UnreadList } from './sources/unread.js';

/** A Git LFS pointer: what is checked out, or committed, in place of the content. */
const LFS = Buffer.from('version https://git-lfs.github.com/spec/v1\n');

/** One scan in progress: what was looked at, and what was found. */
export class Inspection {
  readonly found: Finding[] = [];
  readonly unread = new UnreadList();
  readonly notes: string[] = [];
  files = 0;
  objects = 0;
  bytes = 0;

  /**
   * Looks for keys in the bytes [start, end): the kernels run where the bytes are, and only what holds a candidate is
   * copied and looked at closely.
   */
  keys(bytes: Buffer, start: number, end: number, window: Window, place: ContentPlace): void {
    if (
      end - start < 1024 &&
      end - start > LFS.length &&
      bytes.compare(LFS, 0, LFS.length, start, start + LFS.length) === 0
    )
      this.unread.add(place.path ?? '', 'kept by Git LFS: only its pointer is here', false);
    if (!hasCandidates(bytes, start, end)) return;
    const content = Buffer.from(bytes.subarray(start, end));
    const { path } = place;
    const { detections, unread } = detect(content, path === undefined ? {} : { path });
    this.found.push(...makeFindings(content, detections, place, window));
    for (const why of unread) this.unread.add(path ?? place.kind, why, false);
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
  }
}
