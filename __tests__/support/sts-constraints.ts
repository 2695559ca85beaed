import { Refusal } from './sts-refusal.js';

/** `1 validation error detected: Value …` */
export function constraintsViolated(violations: readonly string[]): Refusal {
  const count = violations.length === 1 ? '1 validation error' : `${violations.length} validation errors`;
  return new Refusal('ValidationError', 400, `${count} detected: ${violations.join('; ')}`);
}

/** The text of one violated constraint. */
export function violation(field: string, value: string, constraint: string): string {
  return `Value '${value}' at '${field}' failed to satisfy constraint: Member must ${constraint}`;
}

export interface TextLimits {
  readonly least: number;
  readonly most: number;
  readonly pattern?: string;
}

/** The constraints on a text that a field violates; `shown` stands for a value that must not be repeated. */
export function textViolations(
  field: string,
  value: string | undefined,
  limits: TextLimits,
  shown = value,
): string[] {
  if (value === undefined)
    return [`Value null at '${field}' failed to satisfy constraint: Member must not be null`];
  const found: string[] = [];
  const { least, most, pattern } = limits;
  const add = (constraint: string) => found.push(violation(field, shown ?? '', constraint));
  if (value.length < least) add(`have length greater than or equal to ${least}`);
  if (value.length > most) add(`have length less than or equal to ${most}`);
  if (pattern !== undefined && !new RegExp(`^${pattern}$`, 'u').test(value)) {
    add(`satisfy regular expression pattern: ${pattern}`);
  }
  return found;
}
