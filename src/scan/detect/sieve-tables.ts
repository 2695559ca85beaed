import {
  BASE64_VALUE,
  IS_BASE64_OR_ESCAPE,
  IS_CODE,
  IS_LATIN_TEXT,
  IS_NUMBER,
  IS_UPPER_OR_DIGIT,
  tableOf,
} from './alphabet.js';
import { NibbleTables } from './nibbles.js';

// Where assembly/sieve.ts looks for them.
const NIBBLE_TABLES = 0x100;
const CLASSES = 0x200;
const BASE64_VALUES = 0x300;

/**
 * The two letters by which each needle is found, each of them a class of one bit: with the same low halves for all its
 * high halves. The second letter's bit is twice the first one's. In this order, for a second letter and the first one of
 * the next line pass for a pair, too.
 */
const PAIRS: readonly (readonly [first: string, second: string])[] = [
  // Of secret in either case, and of amzn.mws.
  ['CcMm', 'RrWw'],
  // Of BS0lB and BU0lB.
  ['0', 'l'],
  // Of QUtJQ and QVNJQ, of FLSU and FTSU.
  ['QS', 'UV'],
  // Of AKIA, ASIA, ABIA, ACCA.
  ['IC', 'A'],
];

// Bits of the classes of a byte, as in assembly/sieve.ts.
const CLASS_BITS: readonly (readonly [bit: number, members: Uint8Array])[] = [
  [1, IS_BASE64_OR_ESCAPE],
  [2, IS_UPPER_OR_DIGIT],
  [4, IS_CODE],
  [8, IS_NUMBER],
  [16, IS_LATIN_TEXT],
];

/** Writes the classes of bytes, and the letters that are looked for, into the memory of the sieve. */
export function writeTables(memory: Uint8Array): void {
  const runs = new NibbleTables();
  runs.add(IS_BASE64_OR_ESCAPE);
  const upperBits = runs.add(IS_UPPER_OR_DIGIT);
  const codes = new NibbleTables();
  codes.add(IS_CODE);
  const digitBits = (codes.low[0] ?? 0) & (codes.high[3] ?? 0);
  const letters = new NibbleTables();
  for (const letter of PAIRS.flat()) letters.add(tableOf(letter));
  const tables = [runs, codes, letters].flatMap(({ low, high }) => [low, high]);
  const all = [
    ...tables,
    new Uint8Array(16).fill(upperBits),
    new Uint8Array(16).fill(0x0f),
    new Uint8Array(16).fill(digitBits),
  ];
  all.forEach((table, at) => {
    memory.set(table, NIBBLE_TABLES + at * 16);
  });
  memory.set(BASE64_VALUE, BASE64_VALUES);
  for (let byte = 0; byte < 256; byte++)
    memory[CLASSES + byte] = CLASS_BITS.reduce(
      (bits, [bit, members]) => (members[byte] === 1 ? bits | bit : bits),
      0,
    );
}
