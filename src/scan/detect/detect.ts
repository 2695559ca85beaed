import type { Detected, Detection } from '../finding.js';
import { workFor } from '../limits.js';
import { Budget } from './budget.js';
import { QuietTexts } from './quiet-texts.js';
import { type Common, readContent } from './reading.js';
import type { FirstMarks } from './sieve.js';

export interface DetectOptions {
  /** The file's path: a file that holds a single value is understood by its name. Nothing else depends on it. */
  readonly path?: string | undefined;
  /** It is one window of something larger: an archive is not opened, for it is not all there. */
  readonly isPart?: boolean;
  /** How many steps it may cost; `workFor` its size unless told. */
  readonly work?: number;
  /** Texts of earlier contents in which nothing was found. */
  readonly quiet?: QuietTexts;
  /** What firstMarks() said of it, if it was asked. */
  readonly first?: FirstMarks;
}

/**
 * Finds the AWS credentials in one content, through encodings and archives. Takes time linear in the size, memory
 * within the limits, and never throws, whatever the bytes.
 *
 * @param content a file, a blob, a message
 * @returns detections in the order of their places, and what could not be read
 */
export function detect(content: Buffer, options: DetectOptions = {}): Detected {
  const { path = '', isPart = false, first, work = workFor(content.length) } = options;
  const budget = new Budget(work);
  const common: Common = { budget, detections: [], quiet: options.quiet ?? new QuietTexts() };
  readContent(content, { path, isPart, first }, common);
  const detections = withoutRepeated(common.detections);
  return {
    detections: detections.sort((one, other) => startOf(one) - startOf(other)),
    unread: budget.unread,
    steps: work - budget.steps,
  };
}

/** An archive within an encoding is opened once more where a literal beside it was put together with another. */
function withoutRepeated(detections: readonly Detection[]): Detection[] {
  const first = new Map<string, Detection>();
  for (const detection of detections) {
    const { rule, accessKeyId, secretAccessKey, sessionToken, value } = detection;
    const layers = detection.layers.filter(layer => layer !== 'concatenation');
    const key = JSON.stringify([rule, accessKeyId, secretAccessKey, sessionToken, value, layers]);
    if (!first.has(key)) first.set(key, detection);
  }
  return [...first.values()];
}

function startOf({ accessKeyId, secretAccessKey, sessionToken, value }: Detection): number {
  const starts = [accessKeyId, secretAccessKey, sessionToken, value].map(found => found?.start);
  return Math.min(...starts.filter(start => start !== undefined));
}
