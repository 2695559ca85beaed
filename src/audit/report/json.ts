import type { AuditResult } from '../judge.js';

/**
 * The report for programs. `version` changes when a field changes its meaning or goes; further fields may come. The
 * schema is published as `schema/aws-temp-creds-audit.schema.json`.
 */
export function jsonReport({ findings, accepted, gaps, parity, trusts, notes, facts }: AuditResult): string {
  const report = {
    version: 1,
    complete: gaps.length === 0,
    findings,
    accepted,
    gaps,
    parity: parity.map(({ environment, account, permissionSets, through, ...row }) => ({
      environment,
      account,
      permissionSets,
      through,
      pipelineOnly: row.pipelineOnly,
      peopleOnly: row.peopleOnly,
      undecided: row.undecided,
    })),
    trusts: trusts.map(({ account, role, entrants }) => ({
      account,
      role,
      entrants: entrants.map(({ who, subject, further, breadth }) => ({ who, subject, further, breadth })),
    })),
    keys: [...facts.accounts.values()].flatMap(({ account, keys }) =>
      keys.map(({ id, status, created, use }) => ({
        account,
        id,
        status,
        created: created?.toISOString(),
        lastUsed: use?.at?.toISOString(),
        service: use?.service,
        region: use?.region,
      })),
    ),
    notes,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
