import { parse } from 'csv-parse/sync';
import type { UserRow } from './facts.js';

/**
 * The users of a credential report (CSV with a header line; IAM user guide, "Getting credential reports"). Columns go
 * by their names, for IAM adds some from time to time; names of users may hold commas.
 *
 * @throws Error for text that is no such report
 */
export function usersOf(csv: string): readonly UserRow[] {
  const rows: unknown = parse(csv, { columns: true, relax_column_count: true, skip_empty_lines: true });
  if (!Array.isArray(rows)) throw new Error('the credential report is no table');
  return rows.map(rowOf);
}

function rowOf(row: unknown): UserRow {
  const fields = typeof row === 'object' && row !== null ? new Map(Object.entries(row)) : new Map();
  const text = (name: string): string => String(fields.get(name) ?? '');
  const user = text('user');
  if (user === '') throw new Error('the credential report has a row without a user');
  const keys = [1, 2].map(number => ({
    active: isTrue(text(`access_key_${number}_active`)),
    rotated: dateOf(text(`access_key_${number}_last_rotated`)),
    used: dateOf(text(`access_key_${number}_last_used_date`)),
  }));
  const mfa = text('mfa_active');
  return {
    user,
    isRoot: user === '<root_account>',
    mfa: mfa === '' ? undefined : isTrue(mfa),
    keys,
    certificates: [1, 2].filter(number => isTrue(text(`cert_${number}_active`))).length,
  };
}

function isTrue(text: string): boolean {
  return text.toLowerCase() === 'true';
}

/** @returns undefined for `N/A`, `no_information`, `not_supported` */
function dateOf(text: string): Date | undefined {
  const date = new Date(text);
  return text === '' || Number.isNaN(date.getTime()) ? undefined : date;
}
