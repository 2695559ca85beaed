import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * The variables that a step replaces may hold secrets, and the runner keeps the state of a step in a plain file. So
 * they are kept sealed there (AES-256-GCM), and the key in a private file that the post step removes.
 */
export interface Seal {
  /** 32 bytes, hex. */
  readonly key: string;
  /** Nonce, tag and ciphertext, base64. */
  readonly sealed: string;
}

const NONCE = 12;
const TAG = 16;

/** @returns 32 random bytes, hex */
export function newSealKey(): string {
  return randomBytes(32).toString('hex');
}

/** @returns what unseal opens with the same key */
export function seal(key: string, text: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'hex'), nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
}

/** @returns undefined when key and seal do not belong together or either was changed */
export function unseal({ key, sealed }: Seal): string | undefined {
  const bytes = Buffer.from(sealed, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'hex'), bytes.subarray(0, NONCE));
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
