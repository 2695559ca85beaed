import type { Claims } from '../github/claims.js';
import { printable } from '../printable.js';

/** What a token says of its job, a line for each claim; never the token. */
export function claimLines(claims: Claims): string {
  const ids = [
    claims.repositoryId === undefined ? '' : `id ${claims.repositoryId}`,
    claims.ownerId === undefined ? '' : `owner id ${claims.ownerId}`,
  ].filter(text => text !== '');
  const repository =
    ids.length > 0 && claims.repository ? `${claims.repository} (${ids.join(', ')})` : claims.repository;
  const rows: ReadonlyArray<readonly [string, string | undefined]> = [
    ['issuer', claims.issuer],
    ['sub', claims.subject],
    ['aud', claims.audience],
    ['repository', repository],
    ['ref', claims.ref],
    ['environment', claims.environment ?? '(none)'],
    ['event', claims.eventName],
    ['workflow', claims.workflowRef],
    ['job_workflow_ref', claims.jobWorkflowRef === claims.workflowRef ? undefined : claims.jobWorkflowRef],
    ['actor', claims.actor],
  ];
  return rows
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name.padEnd(16)} ${printable(value, 300)}`]))
    .join('\n');
}
