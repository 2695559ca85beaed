import type { Asking } from '../audit/asking.js';
import type { KeysInRepository } from '../audit/judgments/keys.js';
import { printable } from '../printable.js';
import type { Place } from '../scan/finding.js';
import type { AuditRequest } from './audit.js';

/**
 * The access key IDs that stand in the repository, each with its places. Also those that its allow list accepts: an
 * entry that says `revoked` of a key that is alive is what nobody would look at again.
 */
export async function keysInRepository(
  { settings, folder, variables, signal, mask, tell }: AuditRequest,
  asking: Asking,
): Promise<KeysInRepository> {
  const keys = new Map<string, string[]>();
  if (settings.scan === 'off' || !settings.checks.has('keys')) return keys;
  tell(`searching the ${settings.scan === 'tree' ? 'files' : 'history'} of the repository for keys`);
  // The scanner is larger than all the rest of the audit's own code, and others load it, too.
  const { scan } = await import(/* bundle: scan-step */ './scan-step.js');
  const result = await scan({
    folder,
    variables,
    mode: settings.scan,
    untracked: false,
    environment: false,
    signal,
  });
  for (const { accessKeyId, secrets, place } of result.findings) {
    for (const secret of secrets) if (secret !== accessKeyId) mask(secret);
    if (accessKeyId === undefined) continue;
    const places = keys.get(accessKeyId) ?? [];
    const words = placeWords(place);
    if (!places.includes(words)) keys.set(accessKeyId, [...places, words]);
  }
  for (const { what, why } of result.unread.filter(({ incomplete }) => incomplete))
    asking.miss({
      part: `${printable(what, 200)} in the repository`,
      action: 'scan',
      why: printable(why, 200),
      fix: 'Run aws-temp-creds scan, which tells more.',
    });
  return keys;
}

function placeWords({ kind, path, line, commit }: Place): string {
  const at = line === undefined ? '' : `:${line}`;
  const inCommit = commit === undefined ? '' : ` in ${commit.slice(0, 10)}`;
  return `${path === undefined ? kind : `${path}${at}`}${inCommit}`;
}
