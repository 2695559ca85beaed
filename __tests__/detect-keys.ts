/** Keys of the real form, built from a seed: no literal one may stand in this repository. */
export interface Keys {
  readonly accessKeyId: (prefix?: string) => string;
  readonly secretAccessKey: () => string;
  readonly sessionToken: () => string;
  readonly smtpPassword: () => string;
  readonly bedrockKey: () => string;
  readonly bytes: (count: number) => Buffer;
  readonly below: (limit: number) => number;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const GENERATION = 1n << 79n;
/** None of the accounts that documentation uses. */
const LOWEST_ACCOUNT = 200_000_000_000n;

export function keysFrom(seed: number): Keys {
  const below = randomFrom(seed);
  const bytes = (count: number): Buffer => Buffer.from(Array.from({ length: count }, () => below(256)));
  return {
    below,
    bytes,
    accessKeyId: (prefix = 'AKIA') => {
      const account = LOWEST_ACCOUNT + BigInt(below(2 ** 31)) * 97n;
      const rest = BigInt(`0x${bytes(5).toString('hex')}`) & ((1n << 39n) - 1n);
      return prefix + base32(GENERATION | (account << 39n) | rest);
    },
    secretAccessKey: () => bytes(30).toString('base64'),
    sessionToken: () => `${['IQoJb3Jp', 'Z2luX2Vj'].join('')}${bytes(450).toString('base64')}`,
    smtpPassword: () => Buffer.concat([Buffer.from([4]), bytes(32)]).toString('base64'),
    bedrockKey: () => {
      const content = `BedrockAPIKey-x${below(1000)}-at-210000000000:${bytes(45).toString('base64')}`;
      return ['AB', 'SK', Buffer.from(content).toString('base64')].join('');
    },
  };
}

function base32(bits: bigint): string {
  return Array.from({ length: 16 }, (_, at) =>
    BASE32.charAt(Number((bits >> BigInt(75 - at * 5)) & 31n)),
  ).join('');
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return limit => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}
