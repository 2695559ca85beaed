import { checkCiFile } from '../ci-files/check-ci-file.js';
import { ciSystemOf, speaksOfAws } from '../ci-files/systems.js';
import type { Inspection } from '../inspection.js';
import type { ContentPlace } from '../make-finding.js';
import { ENTIRE, type Window } from './content.js';
import { isAttributes, noteEncodings } from './encodings.js';

/** Looks at a file whose path is known: for keys, and whether it hands static keys to the jobs of a CI system. */
export function inspectFile(
  inspection: Inspection,
  bytes: Buffer,
  start: number,
  end: number,
  window: Window,
  place: ContentPlace & { readonly path: string },
): void {
  inspection.keys(bytes, start, end, window, place);
  if (isAttributes(place.path))
    noteEncodings(inspection, place.path, bytes.subarray(start, end), place.blob !== undefined);
  if (ciSystemOf(place.path) === undefined) return;
  const content = bytes.subarray(start, end);
  // Nearly all files end here, before what reads them is loaded.
  if (!speaksOfAws(content)) return;
  if (window !== ENTIRE) {
    inspection.unread.add(
      place.path,
      'CI file: too large to be checked for what it hands to its jobs',
      false,
    );
    return;
  }
  const { findings, unread } = checkCiFile(place.path, content);
  inspection.add(findings.map(finding => ({ ...finding, place: { ...finding.place, ...place } })));
  for (const { what, why, incomplete } of unread) inspection.unread.add(what, why, incomplete);
}
