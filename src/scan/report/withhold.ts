import type { Finding, Place, ScanResult } from '../finding.js';

/**
 * The result without its values: what reports are made of. A found value can also stand where text is shown (a file
 * may be named after a key, a reason may quote one); there it is replaced by how the finding is shown.
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

function hider(findings: readonly Finding[]): Hide {
  const shown = new Map<string, string>();
  for (const { secrets, accessKeyId, redacted } of findings) {
    for (const secret of secrets) {
      if (secret.length < SHORTEST) continue;
      shown.set(secret, secret === accessKeyId ? redacted : '[withheld]');
      shown.set(encodeURIComponent(secret), '[withheld]');
    }
    if (accessKeyId !== undefined) shown.set(accessKeyId, redacted);
  }
  // The longest first: an identifier may be part of a longer value.
  const values = [...shown].sort(([a], [b]) => b.length - a.length);
  return text => {
    let safe = text;
    for (const [secret, instead] of values)
      if (safe.includes(secret)) safe = safe.replaceAll(secret, instead);
    return safe;
  };
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
  if (place.path === undefined) return place;
  const path = hide(place.path);
  const encoded = place.kind === 'path-name' && layers.length > 0 && path === place.path;
  return { ...place, path: encoded ? path.replace(/[^/]*$/, '[withheld]') : path };
}
