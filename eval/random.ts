/** A source of chance that gives the same draws for the same seed, on every machine. */
export interface Random {
  /** A number in [0, 1). */
  readonly next: () => number;
  /** A whole number from `low` to `high`, both included. */
  readonly int: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  /** `length` characters of `alphabet`. */
  readonly text: (alphabet: string, length: number) => string;
  readonly bytes: (length: number) => Buffer;
  readonly shuffle: <T>(list: readonly T[]) => T[];
}

export const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
export const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const LOWER = 'abcdefghijklmnopqrstuvwxyz';
export const DIGITS = '0123456789';
export const HEX = '0123456789abcdef';
export const ALPHANUMERIC = UPPER + LOWER + DIGITS;
export const BASE64 = `${ALPHANUMERIC}+/`;

/** Looked up once: in the context that jest makes, every look at a global is slow. */
const { floor, imul } = Math;

/** 32 bits of FNV-1a over the UTF-8 bytes. */
function hash(text: string, start: number): number {
  let value = start >>> 0;
  for (const byte of Buffer.from(text)) value = imul(value ^ byte, 16777619) >>> 0;
  return value;
}

/** The generator sfc32 (Chris Doty-Humphrey, PractRand), started from four hashes of the seed. */
export function random(seed: string): Random {
  let a = hash(seed, 2166136261);
  let b = hash(seed, a ^ 0x9e3779b9);
  let c = hash(seed, b ^ 0x85ebca6b);
  let counter = 1;
  const word = (): number => {
    const sum = (((a + b) >>> 0) + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = (b ^ (b >>> 9)) >>> 0;
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0;
    return sum;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) word();

  const next = () => word() / 4294967296;
  const int = (low: number, high: number) => low + floor(next() * (high - low + 1));
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list.at(int(0, list.length - 1));
    if (chosen === undefined) throw new RangeError('nothing to pick from');
    return chosen;
  };
  const text = (alphabet: string, length: number) => {
    let drawn = '';
    for (let at = 0; at < length; at++) drawn += alphabet.charAt(int(0, alphabet.length - 1));
    return drawn;
  };
  const bytes = (length: number) => {
    const drawn = Buffer.alloc(length);
    for (let at = 0; at < length; at++) drawn[at] = int(0, 255);
    return drawn;
  };
  const shuffle = <T>(list: readonly T[]): T[] =>
    list
      .map(item => ({ item, order: next() }))
      .sort((x, y) => x.order - y.order)
      .map(({ item }) => item);
  return { next, int, chance: probability => next() < probability, pick, text, bytes, shuffle };
}
