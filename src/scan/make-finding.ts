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

/** More than inline comments are looked for in; a line is cut here. */
const LONGEST_LINE = 20_000;

function lineAndPrevious(content: Buffer, offset: number): [line: string, previous: string] {
  const start = content.lastIndexOf(LF, offset - 1) + 1;
  const stop = content.indexOf(LF, offset);
  const before = start < 2 ? 0 : content.lastIndexOf(LF, start - 2) + 1;
  const text = (from: number, to: number) =>
    content
      .toString('utf8', from, Math.min(to, from + LONGEST_LINE))
      .replaceAll('\0', '')
      .replace(/\r$/, '');
  return [
    text(start, stop === -1 ? content.length : stop),
    start === 0 ? '' : text(before, Math.max(before, start - 1)),
  ];
}
