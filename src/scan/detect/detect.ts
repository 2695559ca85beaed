import type { Detected } from '../finding.js';
import { type Finds, noFinds, readText } from './finds.js';
import { findCandidates } from './kernels.js';
import { type Region, Regions } from './regions.js';
import { verdictsOn } from './verdicts.js';

export interface DetectOptions {
  /** Where the content comes from; a hint for messages. What it is, its bytes tell. */
  readonly path?: string;
  /** How many bytes may come out of encodings and archives in all; 64 MiB unless told. */
  readonly budget?: number;
}

const NOTHING: Detected = { detections: [], unread: [] };

/**
 * Finds the AWS credentials in one content, through encodings and archives. Takes time linear in the size, memory
 * within the budget, and never throws, whatever the bytes.
 *
 * @param content a file, a blob, a message
 * @returns detections in the order of their places, and what could not be read
 */
export function detect(content: Buffer, _options: DetectOptions = {}): Detected {
  const finds = noFinds();
  const regions = new Regions(content.length);
  findCandidates(content, (_kind, start, end) => {
    regions.add(start, end);
    return false;
  });
  let read = false;
  for (const region of regions.slices()) {
    read = true;
    readRegion(content, region, finds);
  }
  if (!read) return NOTHING;
  const detections = verdictsOn(
    finds,
    (start, end) => lineEndsBetween(content, start, end),
    ({ text, start, end }) => ({ text, start, end }),
  );
  return { detections: detections.sort((one, other) => startOf(one) - startOf(other)), unread: [] };
}

function readRegion(bytes: Buffer, region: Region, finds: Finds): void {
  const text = bytes.toString('latin1', region.start, region.end);
  const cutBefore = region.start > 0;
  const cutAfter = region.end < bytes.length;
  readText(
    text,
    finds,
    (start, end) => ({ start: region.start + start, end: region.start + end }),
    [],
    (start, end) => (start > 0 || !cutBefore) && (end < text.length || !cutAfter),
  );
}

const LINE_FEED = 0x0a;

function lineEndsBetween(bytes: Buffer, start: number, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED, start); at >= 0 && at < end; at = bytes.indexOf(LINE_FEED, at + 1))
    count++;
  return count;
}

function startOf(detection: Detected['detections'][number]): number {
  const { accessKeyId, secretAccessKey, sessionToken, value } = detection;
  return Math.min(
    ...[accessKeyId, secretAccessKey, sessionToken, value].map(
      found => found?.start ?? Number.MAX_SAFE_INTEGER,
    ),
  );
}
