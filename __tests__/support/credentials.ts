import { createHash, randomBytes } from 'node:crypto';

/** Gives that many bytes. */
export type Bytes = (count: number) => Buffer;

export interface StaticKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** The account that is encoded in the identifier. */
  readonly account: string;
}

export interface TemporaryKey extends StaticKey {
  readonly sessionToken: string;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A structurally valid key of a user; the same one for the same seed. No real key: it is derived from the seed. */
export function plantedKey(seed: string | number, account?: string): StaticKey {
  const bytes = seededBytes(`static ${seed}`);
  const owner = account ?? anyAccount(bytes);
  return {
    accessKeyId: accessKeyId('AKIA', owner, bytes),
    secretAccessKey: secretAccessKey(bytes),
    account: owner,
  };
}

/** Structurally valid role credentials; with a seed always the same ones. */
export function randomCredentials(seed?: string | number, account?: string): TemporaryKey {
  const bytes = seed === undefined ? randomBytes : seededBytes(`temporary ${seed}`);
  const owner = account ?? anyAccount(bytes);
  return {
    accessKeyId: accessKeyId('ASIA', owner, bytes),
    secretAccessKey: secretAccessKey(bytes),
    sessionToken: sessionToken(bytes),
    account: owner,
  };
}

/** A stream of bytes that only the seed decides (SHA-256 in counter mode). */
export function seededBytes(seed: string): Bytes {
  let pool = Buffer.alloc(0);
  let counter = 0;
  return count => {
    while (pool.length < count) {
      pool = Buffer.concat([pool, createHash('sha256').update(`${seed}\n${counter}`).digest()]);
      counter += 1;
    }
    const taken = pool.subarray(0, count);
    pool = pool.subarray(count);
    return taken;
  };
}

/**
 * An access key ID of the new generation: after the prefix one set bit, 40 bits of account, 39 of chance, in base32.
 * (Bitwise analysis published by WithSecure and Truffle Security.)
 */
export function accessKeyId(prefix: 'AKIA' | 'ASIA', account: string, bytes: Bytes = randomBytes): string {
  const chance = BigInt(`0x${bytes(5).toString('hex')}`) >> 1n;
  let value = (1n << 79n) | (BigInt(account) << 39n) | chance;
  let tail = '';
  for (let index = 0; index < 16; index += 1) {
    tail = BASE32.charAt(Number(value & 31n)) + tail;
    value >>= 5n;
  }
  return prefix + tail;
}

/** The account encoded in an access key ID; undefined for one of the old generation. */
export function accountInKeyId(id: string): string | undefined {
  let value = 0n;
  for (const character of id.slice(4)) value = (value << 5n) | BigInt(Math.max(BASE32.indexOf(character), 0));
  if (value >> 79n !== 1n) return undefined;
  return String((value >> 39n) & 0xff_ffff_ffffn).padStart(12, '0');
}

export function secretAccessKey(bytes: Bytes = randomBytes): string {
  return bytes(30).toString('base64');
}

/** A session token begins, once decoded, with the bytes 21 0a 09 and `origin_ec`. */
export function sessionToken(bytes: Bytes = randomBytes, size = 600): string {
  return Buffer.concat([Buffer.from([0x21, 0x0a, 0x09]), Buffer.from('origin_ec'), bytes(size)]).toString(
    'base64',
  );
}

/** The unique ID of a role and the like: `AROA` and 17 characters. */
export function uniqueId(prefix: 'AROA' | 'AIDA', seed: string): string {
  return prefix + [...seededBytes(seed)(17)].map(byte => BASE32.charAt(byte & 31)).join('');
}

/** An account that is not one of those used in documentation. */
function anyAccount(bytes: Bytes): string {
  return String(100_000_000_000n + (BigInt(`0x${bytes(6).toString('hex')}`) % 900_000_000_000n));
}
