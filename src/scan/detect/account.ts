const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Which kinds of identifier stand for credentials; AROA, AIDA and the like only name resources. */
export const CREDENTIAL_PREFIXES = ['AKIA', 'ASIA', 'ABIA', 'ACCA'] as const;

const SHAPE = /^A(?:[KSB]I|CC)A[A-Z2-7]{16}$/;

/**
 * What the 16 characters after the prefix tell: they are base32, the first bit is the generation; in the new
 * generation the next 40 bits are the account. (Measured by others over thousands of keys; no key from AWS is known
 * that departs from it.)
 */
export interface Structure {
  readonly generation: 'old' | 'new';
  /** Twelve digits; absent for the old generation, which does not carry it. */
  readonly account?: string;
}

/** @returns undefined when AWS cannot have issued the identifier */
export function structureOf(accessKeyId: string): Structure | undefined {
  if (!SHAPE.test(accessKeyId)) return undefined;
  const fifth = accessKeyId.charAt(4);
  if (fifth === 'I' || fifth === 'J') return { generation: 'old' };
  let bits = 0n;
  for (const character of accessKeyId.slice(4, 14)) bits = (bits << 5n) | BigInt(BASE32.indexOf(character));
  const newGeneration = bits >> 49n === 1n;
  const account = (bits >> 9n) & 0xff_ffff_ffffn;
  if (!newGeneration || account >= 1_000_000_000_000n) return undefined;
  return { generation: 'new', account: account.toString().padStart(12, '0') };
}

/** @returns the account that the identifier belongs to, or undefined when it does not carry one */
export function accountOf(accessKeyId: string): string | undefined {
  return structureOf(accessKeyId)?.account;
}

/** Whether AWS can have issued the identifier. */
export function isStructurallyValid(accessKeyId: string): boolean {
  return structureOf(accessKeyId) !== undefined;
}
