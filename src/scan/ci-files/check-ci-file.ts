import { createHash } from 'node:crypto';
import { printable } from '../../printable.js';
import type { Finding, Unread } from '../finding.js';
import type { HandOver } from './hand-over.js';
import { jenkinsHandOvers } from './jenkins.js';
import { replacementFor } from './replacement.js';
import { type CiSystem, ciSystemOf, speaksOfAws } from './systems.js';
import { yamlHandOvers } from './yaml-hand-over.js';
import { readYaml } from './yaml-source.js';

export interface CheckedCiFile {
  readonly findings: readonly Finding[];
  readonly unread: readonly Unread[];
}

/**
 * Finds where a CI file hands a long-lived AWS key to its jobs: one finding (`ci-static-key`) per mapping or script,
 * at the name of the key, with what to write instead. Keys that come with a session token, or from an earlier step,
 * are none. What cannot be parsed is said in `unread`; it does not make the scan incomplete, for the scan for values
 * reads the same bytes.
 *
 * @param path from the repository's root, with `/`
 * @param content of the file, in UTF-8
 */
export function checkCiFile(path: string, content: Uint8Array): CheckedCiFile {
  const system = ciSystemOf(path);
  if (system === undefined || !speaksOfAws(content)) return { findings: [], unread: [] };
  const text = new TextDecoder('utf-8').decode(content);
  if (system === 'jenkins') return { findings: toFindings(path, system, jenkinsHandOvers(text)), unread: [] };
  const { documents, fault } = readYaml(text);
  return {
    findings: toFindings(path, system, yamlHandOvers(documents, system)),
    unread: fault === undefined ? [] : [{ what: path, why: `CI file: ${fault}`, incomplete: false }],
  };
}

function toFindings(path: string, system: CiSystem, handOvers: readonly HandOver[]): readonly Finding[] {
  const seen = new Map<string, number>();
  return handOvers.map(({ name, reference, where, region, range }) => {
    const shown = reference === '' ? name : `${name}: ${reference}`;
    // Steps may repeat each other word for word; each is a finding of its own.
    const again = seen.get(`${where}\n${shown}`) ?? 0;
    seen.set(`${where}\n${shown}`, again + 1);
    return {
      rule: 'ci-static-key',
      severity: 'warning',
      place: { kind: 'file', path, ...range },
      fingerprint: fingerprint(['ci-static-key', where, shown, String(again), path]),
      redacted: printable(shown, 120),
      secrets: [],
      layers: [],
      replacement: replacementFor(system, { path, where, region }),
    };
  });
}

function fingerprint(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 40);
}
