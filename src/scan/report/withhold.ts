import { masked } from '../../masked.js';
import { detect } from '../detect/detect.js';
import { findCandidates, glance } from '../detect/kernels.js';
import type { Finding, Place, ScanResult } from '../finding.js';
import { valuesOf } from '../make-finding.js';

/**
 * The result without its values: what reports are made of. A found value can also stand where text is shown (a file
 * may be named after a key, a reason may quote one); there it is replaced by how the finding is shown. Text may also hold
 * a key that was not looked for in it, as the name of an entry of an archive: that is withheld too.
 */
export function withhold(result: ScanResult): ScanResult {
  const hide = hider([...result.findings, ...result.allowed]);
  return {
    ...result,
    findings: result.findings.map(finding => withoutValues(finding, hide)),
    allowed: result.allowed.map(finding => withoutValues(finding, hide)),
    unread: result.unread.map(({ what, why, incomplete }) => ({
      what: hide(what),
      why: hide(why),
      incomplete,
    })),
    notes: result.notes.map(hide),
  };
}

type Hide = (text: string) => string;

/** Shorter values would tear holes into words, and are no keys. */
const SHORTEST = 8;

/**
 * Replaces every value in a text. There can be ten thousand values and as many texts, so values are looked up, by their
 * first characters and their lengths: the time is that of reading the texts once.
 */
function hider(findings: readonly Finding[]): Hide {
  const values = new Map(findings.flatMap(replacements));
  const lengths = new Map<string, Set<number>>();
  for (const value of values.keys()) {
    const beginning = value.slice(0, SHORTEST);
    lengths.set(beginning, (lengths.get(beginning) ?? new Set()).add(value.length));
  }
  // The longest first: an identifier may be part of a longer value.
  const longestFirst = new Map(
    [...lengths].map(([beginning, of]) => [beginning, [...of].sort((a, b) => b - a)]),
  );
  const known = new Map<string, string>();
  return text => {
    const safe = known.get(text) ?? masked(withoutKeys(replaced(text, values, longestFirst)));
    known.set(text, safe);
    return safe;
  };
}

/** What stands for a finding's values, also where they are percent-encoded. */
function replacements({ secrets, accessKeyId, redacted }: Finding): [value: string, instead: string][] {
  return [...secrets, ...(accessKeyId === undefined ? [] : [accessKeyId])]
    .filter(secret => secret.length >= SHORTEST)
    .flatMap((secret): [value: string, instead: string][] => {
      const instead = secret === accessKeyId ? redacted : '[withheld]';
      return [
        [secret, instead],
        [encodeURIComponent(secret.replace(/\p{Surrogate}/gu, '')), instead],
      ];
    });
}

function replaced(
  text: string,
  values: ReadonlyMap<string, string>,
  lengths: ReadonlyMap<string, readonly number[]>,
): string {
  let safe = '';
  let done = 0;
  for (let at = 0; at + SHORTEST <= text.length; at++) {
    const length = lengths
      .get(text.slice(at, at + SHORTEST))
      ?.find(candidate => values.has(text.slice(at, at + candidate)));
    if (length === undefined) continue;
    safe += text.slice(done, at) + (values.get(text.slice(at, at + length)) ?? '');
    done = at + length;
    at = done - 1;
  }
  return safe + text.slice(done);
}

/** Without what would be a finding if the text were scanned, also where it is encoded. */
function withoutKeys(text: string): string {
  const bytes = Buffer.from(text);
  const first = glance(bytes, 0, bytes.length);
  if (first === undefined || !findCandidates(bytes, () => true, first)) return text;
  const values = detect(bytes)
    .detections.filter(({ severity }) => severity !== 'notice')
    .flatMap(valuesOf)
    .sort((a, b) => a.start - b.start);
  let safe = '';
  let done = 0;
  for (const { start, end } of values) {
    if (end <= done) continue;
    safe += `${bytes.toString('utf8', done, Math.max(done, start))}[withheld]`;
    done = end;
  }
  return safe + bytes.toString('utf8', done);
}

function withoutValues(finding: Finding, hide: Hide): Finding {
  const {
    accessKeyId: _,
    place,
    alsoAt,
    reason,
    inline,
    proposed,
    allowed,
    layers,
    statusDetail,
    ...rest
  } = finding;
  return {
    ...rest,
    secrets: [],
    place: hiddenPlace(place, finding, hide),
    layers: layers.map(hide),
    redacted: hide(finding.redacted),
    ...(alsoAt && { alsoAt: alsoAt.map(also => hiddenPlace(also, finding, hide)) }),
    ...(reason !== undefined && { reason: hide(reason) }),
    ...(inline && { inline: { ...inline, reason: hide(inline.reason) } }),
    ...(proposed && { proposed: { ...proposed, reason: hide(proposed.reason) } }),
    ...(allowed && { allowed: { ...allowed, reason: hide(allowed.reason) } }),
    ...(statusDetail !== undefined && { statusDetail: hide(statusDetail) }),
  };
}

/** A path that holds an encoded value does not hold its text: then only the folder is shown. */
function hiddenPlace(place: Place, { layers }: Finding, hide: Hide): Place {
  const { author } = place;
  const safe = author === undefined ? place : { ...place, author: hide(author) };
  if (place.path === undefined) return safe;
  const path = hide(place.path);
  const isName = place.kind === 'path-name' || place.kind === 'ref-name';
  const encoded = isName && layers.length > 0 && path === place.path;
  return { ...safe, path: encoded ? `${path.slice(0, path.lastIndexOf('/') + 1)}[withheld]` : path };
}
