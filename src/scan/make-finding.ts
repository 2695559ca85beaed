import { createHash } from 'node:crypto';
import { positionsOf } from './detect/position.js';
import type { Detection, Finding, FoundValue, Place } from './finding.js';
import { type InlineAllowance, inlineAllowance } from './inline.js';
import { ENTIRE, type Window } from './sources/content.js';

/** Where a content is, before anything was found in it. */
export type ContentPlace = Omit<Place, 'line' | 'column' | 'endLine' | 'endColumn'>;

/**
 * Makes findings of what detection found in a content.
 *
 * @param content the bytes that were given to detection: the whole content or one window of it
 * @param window where they stand in the whole
 */
export function makeFindings(
  content: Buffer,
  detections: readonly Detection[],
  place: ContentPlace,
  window: Window = ENTIRE,
): Finding[] {
  if (detections.length === 0) return [];
  const extents = extentsOf(content, window, detections);
  return detections.flatMap((detection, index) => {
    const values = valuesOf(detection);
    if (values.length === 0) return [];
    const secrets = [...new Set(values.map(({ text }) => text))];
    const inline = inlineOf(content, values);
    const { accessKeyId, account, reason } = detection;
    return [
      {
        rule: detection.rule,
        severity: detection.severity,
        place: { ...place, ...extents[index] },
        fingerprint: fingerprint(secrets, place.path),
        redacted: redacted(detection),
        secrets,
        layers: detection.layers,
        ...(accessKeyId && { accessKeyId: accessKeyId.text }),
        ...(account !== undefined && { account }),
        ...(reason !== undefined && { reason }),
        ...(inline && { inline }),
      },
    ];
  });
}

/** Where the first value of each detection begins and ends, counted in the whole content. */
function extentsOf(
  content: Buffer,
  window: Window,
  detections: readonly Detection[],
): Pick<Place, 'line' | 'column' | 'endLine' | 'endColumn'>[] {
  const offsets = detections.flatMap(detection => {
    const [first] = valuesOf(detection);
    return [first?.start ?? 0, first?.end ?? 0];
  });
  // In the line that a window begins in, what is before the window is counted in bytes.
  const positions = positionsOf(content, offsets).map(({ line, column }) => ({
    line: line + window.lines,
    column: line === 1 ? column + window.offset - window.lineStart : column,
  }));
  return detections.map((_, index) => {
    const start = positions[2 * index];
    const end = positions[2 * index + 1];
    return { ...start, ...(end && { endLine: end.line, endColumn: end.column }) };
  });
}

/** All values of a detection, the one that it is known by first. */
export function valuesOf({ accessKeyId, secretAccessKey, value, sessionToken }: Detection): FoundValue[] {
  return [accessKeyId, secretAccessKey, value, sessionToken].filter(found => found !== undefined);
}

/** The first 40 hex characters of SHA-256 over the values and the path, each ended by a zero byte. */
export function fingerprint(values: readonly string[], path = ''): string {
  const hash = createHash('sha256');
  for (const part of [...values, path]) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 40);
}

/** What may be shown: the ends of an identifier (it is a name); of a secret nothing but its length. */
export function redacted({ rule, accessKeyId, ...others }: Detection): string {
  if (accessKeyId !== undefined) return redactedId(accessKeyId.text);
  const found = others.secretAccessKey ?? others.value ?? others.sessionToken;
  return `${NOUNS[rule] ?? 'secret'} of ${found?.text.length ?? 0} characters`;
}

function redactedId(id: string): string {
  return `${id.slice(0, 4)}…${id.slice(-4)}`;
}

const NOUNS: Partial<Record<Detection['rule'], string>> = {
  'session-token': 'session token',
  'temporary-credentials': 'session token',
  'bedrock-api-key': 'API key',
  'bedrock-short-term-api-key': 'API key',
  'ses-smtp-credentials': 'password',
  'mws-auth-token': 'token',
  'odd-credential': 'value',
};

const LF = 10;

/** The comment that allows one of the values: ours goes before a peer's. */
function inlineOf(content: Buffer, values: readonly FoundValue[]): InlineAllowance | undefined {
  const found = values
    .map(({ start }) => inlineAllowance(...lineAndPrevious(content, start)))
    .filter(allowance => allowance !== undefined);
  return found.find(({ kind }) => kind === 'own') ?? found[0];
}

/** More bytes than a line has that inline comments are looked for in. */
const LONGEST_LINE = 16_384;

/** The line that holds a place, and the one before it; '' for one that is longer. */
function lineAndPrevious(content: Buffer, offset: number): [line: string, previous: string] {
  const start = startOfLine(content, offset);
  const stop = endOfLine(content, offset);
  if (start === undefined || stop === undefined) return ['', ''];
  const before = start === 0 ? undefined : startOfLine(content, start - 1);
  return [textOf(content, start, stop), before === undefined ? '' : textOf(content, before, start - 1)];
}

/** @returns undefined when it is too far away: then a file of one line is not gone through for each finding in it */
function startOfLine(content: Buffer, offset: number): number | undefined {
  const lowest = Math.max(0, offset - LONGEST_LINE);
  const found = content.subarray(lowest, offset).lastIndexOf(LF);
  if (found >= 0) return lowest + found + 1;
  return lowest === 0 ? 0 : undefined;
}

function endOfLine(content: Buffer, offset: number): number | undefined {
  const highest = Math.min(content.length, offset + LONGEST_LINE);
  const found = content.subarray(offset, highest).indexOf(LF);
  if (found >= 0) return offset + found;
  return highest === content.length ? highest : undefined;
}

function textOf(content: Buffer, start: number, end: number): string {
  return content.toString('utf8', start, end).replaceAll('\0', '').replace(/\r$/, '');
}
