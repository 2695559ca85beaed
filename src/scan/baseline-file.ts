import * as v from 'valibot';
import { Failure } from '../failure.js';
import type { BaselineEntry } from './baseline.js';

const FILE = v.object({
  version: v.literal(1),
  findings: v.array(
    v.object({
      fingerprint: v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/, '40 hex characters')),
      rule: v.string(),
      path: v.string(),
      reason: v.pipe(v.string(), v.trim(), v.minLength(1, 'a reason')),
      date: v.pipe(v.string(), v.isoDate('a date, YYYY-MM-DD')),
    }),
  ),
});

/**
 * @param text content of a baseline file
 * @param path where it lies, for the message
 * @throws Failure `wrong-configuration` when it is not a baseline
 */
export function parseBaseline(text: string, path: string): readonly BaselineEntry[] {
  const parsed = v.safeParse(FILE, json(text));
  if (parsed.success) return parsed.output.findings;
  const faults = parsed.issues.slice(0, 5).map(issue => `${v.getDotPath(issue) ?? 'file'}: ${issue.message}`);
  throw new Failure('wrong-configuration', {
    what: `${path} is not a baseline of aws-temp-creds.`,
    why: faults.join('\n'),
    likely: 'it was edited or merged by hand, or is the baseline of another scanner',
    write: 'aws-temp-creds scan --write-baseline',
  });
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
