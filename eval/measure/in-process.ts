import type { Detected, Detection } from '../../src/scan/finding.js';
import type { Case } from '../case.js';
import { judge, type Seen, type Verdict } from '../judge.js';

export type Detect = (content: Buffer) => Detected;

function isDetect(candidate: unknown): candidate is Detect {
  return typeof candidate === 'function';
}

/** The detector of the build that this file belongs to. */
export async function detector(): Promise<Detect> {
  const module: unknown = await import(new URL('../../src/scan/detect/detect.js', import.meta.url).href);
  const found: unknown =
    typeof module === 'object' && module !== null && 'detect' in module ? module.detect : undefined;
  if (!isDetect(found)) throw new TypeError('src/scan/detect/detect.ts exports no function named detect');
  return found;
}

function seenIn({ rule, severity, accessKeyId, secretAccessKey, sessionToken, value }: Detection): Seen {
  const values = [accessKeyId, secretAccessKey, sessionToken, value].flatMap(found => found?.text ?? []);
  return {
    rule,
    severity,
    names: wanted => values.includes(wanted),
    namesAll: wanted => wanted.every(one => values.includes(one)),
  };
}

/** What the detector says of every case, its values compared whole. */
export const inProcess = (cases: readonly Case[], detect: Detect): Verdict[] =>
  cases.map(one => judge(one, detect(one.content).detections.map(seenIn)));
