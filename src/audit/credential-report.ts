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

/** Without these nobody knows whether a user has something that is alive. */
const COLUMNS = ['access_key_1_active', 'access_key_2_active', 'cert_1_active', 'cert_2_active'];

function rowOf(row: unknown): UserRow {
  const fields = typeof row === 'object' && row !== null ? new Map(Object.entries(row)) : new Map();
  const text = (name: string): string => String(fields.get(name) ?? '');
  const user = text('user');
  if (user === '') throw new Error('the credential report has a row without a user');
  const missing = COLUMNS.filter(name => !fields.has(name));
  if (missing.length > 0) throw new Error(`the credential report does not say ${missing.join(', ')}`);
  const keys = [1, 2].map(number => ({
    active: mayBeTrue(text(`access_key_${number}_active`)),
    rotated: dateOf(text(`access_key_${number}_last_rotated`)),
    used: dateOf(text(`access_key_${number}_last_used_date`)),
  }));
  const mfa = text('mfa_active');
  return {
    user,
    isRoot: user === '<root_account>',
    mfa: mfa === '' ? undefined : isTrue(mfa),
    keys,
    certificates: [1, 2].filter(number => mayBeTrue(text(`cert_${number}_active`))).length,
  };
}

function isTrue(text: string): boolean {
  return text.toLowerCase() === 'true';
}

/** A word that is new may mean anything. */
function mayBeTrue(text: string): boolean {
  return !/^(false|n\/a|not_supported|no_information|)$/i.test(text);
}

/** @returns undefined for `N/A`, `no_information`, `not_supported` */
function dateOf(text: string): Date | undefined {
  const date = new Date(text);
  return text === '' || Number.isNaN(date.getTime()) ? undefined : date;
}
