import type { Detected, Detection } from '../finding.js';
import { Budget } from './budget.js';
import { QuietTexts } from './quiet-texts.js';
import { readContent } from './reading.js';

export interface DetectOptions {
  /** The file's path: a file that holds a single value is understood by its name. Nothing else depends on it. */
  readonly path?: string;
  /** How many bytes may come out of encodings and archives in all; 128 MiB unless told. */
  readonly budget?: number;
  /** Texts of earlier contents in which nothing was found. */
  readonly quiet?: QuietTexts;
}

const DEFAULT_BUDGET = 128 * 1024 * 1024;

/**
 * Finds the AWS credentials in one content, through encodings and archives. Takes time linear in the size, memory
 * within the budget, and never throws, whatever the bytes.
 *
 * @param content a file, a blob, a message
 * @returns detections in the order of their places, and what could not be read
 */
export function detect(content: Buffer, options: DetectOptions = {}): Detected {
  const budget = new Budget(options.budget ?? DEFAULT_BUDGET);
  const detections = readContent(content, options.path ?? '', budget, options.quiet ?? new QuietTexts());
  return {
    detections: withoutRepeated(detections).sort((one, other) => startOf(one) - startOf(other)),
    unread: budget.unread,
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
