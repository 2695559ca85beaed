import { structureOf } from './account.js';

/** Accounts that AWS's documentation and everybody's tests use. */
const DOCUMENTATION_ACCOUNT =
  /^(?:123456789012|210987654321|111122223333|444455556666|777788889999|111222333444|(\d)\1{11})$/;

/** Identifiers that AWS's documentation prints without the word EXAMPLE. */
const PRINTED_IN_DOCUMENTATION = /^A[KS]IA(?:IOSFODNN7|I44QH8DHB)/;

const WRITTEN_BY_HAND =
  /EXAMPLE|SAMPLE|DUMMY|FAKEKEY|PLACEHOLDER|YOUR_?(?:AWS|ACCESS|SECRET|KEY)|KEY_?(?:ID)?(?:GOES)?HER|CHANGE_?ME|NOT_?A?REAL|REDACTED|QWERTYU|ASDFGHJ|XXXXX|xxxxx/i;

/** Words, and then somebody counts; AWS issues no `1`. */
const COUNTED = /^[A-Z]+123\d*$/;

/** Once in three million identifiers. Session tokens hold runs of `/`. */
const REPEATED = /(.)\1{5}/;

/** Why a value is none that opens anything, or undefined when nothing says so. */
export type HarmlessReason = 'documentation key' | 'placeholder';

/**
 * @param accessKeyId 20 characters
 * @returns why it opens nothing
 */
export function harmlessIdentifier(accessKeyId: string): HarmlessReason | undefined {
  if (/EXAMPLE/.test(accessKeyId) || PRINTED_IN_DOCUMENTATION.test(accessKeyId)) return 'documentation key';
  const tail = accessKeyId.slice(4);
  const isWritten = WRITTEN_BY_HAND.test(tail) || COUNTED.test(tail) || REPEATED.test(tail);
  if (isWritten || isMonotonous(tail, 5) || hasSequence(tail, 6)) return 'placeholder';
  const account = structureOf(accessKeyId)?.account;
  return account !== undefined && DOCUMENTATION_ACCOUNT.test(account) ? 'documentation key' : undefined;
}

/**
 * @param value a secret access key, session token or the like
 * @returns why it opens nothing
 */
export function harmlessSecret(value: string): HarmlessReason | undefined {
  if (/EXAMPLE|wJalrXUtnFEMI|K7MDENG|je7MtGbClwBF/i.test(value)) {
    return 'documentation key';
  }
  if (
    WRITTEN_BY_HAND.test(value) ||
    isMonotonous(value.slice(0, 100), Math.min(16, value.length / 3)) ||
    hasSequence(value, 8)
  ) {
    return 'placeholder';
  }
  return undefined;
}

/** Fewer distinct characters than random text of that length ever has. */
function isMonotonous(text: string, atMost: number): boolean {
  return new Set(text).size <= atMost;
}

/** A run of neighbours such as 123456 or FEDCBA, or mostly neighbours such as ABCD1234EFGH5678. */
function hasSequence(text: string, length: number): boolean {
  let rising = 1;
  let falling = 1;
  let neighbours = 0;
  for (let at = 1; at < text.length; at++) {
    const step = text.charCodeAt(at) - text.charCodeAt(at - 1);
    rising = step === 1 ? rising + 1 : 1;
    falling = step === -1 ? falling + 1 : 1;
    if (rising >= length || falling >= length) return true;
    if (Math.abs(step) === 1) neighbours++;
  }
  return neighbours * 2 > text.length;
}
