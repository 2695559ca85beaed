import { BASE64_VALUE } from './alphabet.js';
import { BIGRAM_ROWS } from './bigram-table.js';

const ZERO = 'm'.charCodeAt(0);

/** Two thirds of a bit for each step; 64 x 64, by the values of the two base64 characters. */
const STEPS = stepsOf(BIGRAM_ROWS);

function stepsOf(rows: readonly string[]): Int8Array {
  const steps = new Int8Array(64 * 64);
  rows.forEach((row, first) => {
    for (let second = 0; second < 64; second++) steps[first * 64 + second] = row.charCodeAt(second) - ZERO;
  });
  return steps;
}

/**
 * How much likelier the characters are as an identifier, path or word of source text than as random base64, in steps
 * of two thirds of a bit: about -4 for each pair of random characters, above 0 for text. Entropy cannot tell these
 * apart: a long camel-case name has as many distinct characters as a key.
 *
 * @param bytes base64 characters from `start` to `end`; any other byte counts as a neutral pair
 */
export function textLikelihood(bytes: Uint8Array, start: number, end: number): number {
  let sum = 0;
  let first = BASE64_VALUE[bytes[start] ?? 0] ?? 255;
  for (let at = start + 1; at < end; at++) {
    const second = BASE64_VALUE[bytes[at] ?? 0] ?? 255;
    if (first !== 255 && second !== 255) sum += STEPS[first * 64 + second] ?? 0;
    first = second;
  }
  return sum;
}

/**
 * Random base64 of 40 characters scores above this once in ten thousand times, so that is the share of secrets lost;
 * of the 1,545 distinct 40-character runs with both cases and digits in aws-cdk-lib, aws-sdk and this project's
 * dependencies 22 score below.
 */
const RANDOM_AT_MOST = -60 / 39;

/** For values that are called a secret: less than once in a million times. */
const PERHAPS_RANDOM_AT_MOST = -20 / 39;

/** Whether the characters look like random base64 rather than text. */
export function looksRandom(bytes: Uint8Array, start: number, end: number): boolean {
  return textLikelihood(bytes, start, end) <= RANDOM_AT_MOST * (end - start - 1);
}

/** Whether they can be random, if something else says so too. */
export function mayBeRandom(bytes: Uint8Array, start: number, end: number): boolean {
  return textLikelihood(bytes, start, end) <= PERHAPS_RANDOM_AT_MOST * (end - start - 1);
}
