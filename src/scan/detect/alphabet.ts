/** Classes of bytes, as tables for the kernels, and of characters, as functions for text in Latin-1. */

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';

/** The 64 characters of standard base64, in the order of their values. */
export const BASE64_ALPHABET = `${UPPER}${LOWER}${DIGITS}+/`;

/** 1 for the bytes of the given characters. */
export function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

/** Value of each base64 character, standard and url-safe; 255 for any other byte. */
export const BASE64_VALUE = valuesOf(`${BASE64_ALPHABET}`, '-_');

function valuesOf(standard: string, urlSafe: string): Uint8Array {
  const table = new Uint8Array(256).fill(255);
  for (let value = 0; value < 64; value++) table[standard.charCodeAt(value)] = value;
  table[urlSafe.charCodeAt(0)] = 62;
  table[urlSafe.charCodeAt(1)] = 63;
  return table;
}

/** What a secret access key is made of. */
export const IS_BASE64 = tableOf(BASE64_ALPHABET);

/** What identifiers are made of. */
export const IS_UPPER_OR_DIGIT = tableOf(`${UPPER}${DIGITS}`);

/** Base64, and what begins or ends the escapes of source code, URLs and HTML. */
export const IS_BASE64_OR_ESCAPE = tableOf(`${BASE64_ALPHABET}\\%&#;`);

export const IS_HEX = tableOf(`${DIGITS}abcdefABCDEF`);

export const IS_ALPHANUMERIC = tableOf(`${UPPER}${LOWER}${DIGITS}`);

/** What a byte written as a number is made of, its prefix included: `41`, `0x4b`, `x49`, `65`. */
export const IS_NUMBER = tableOf(`${DIGITS}abcdefABCDEFxXuU`);

/** Numbers, and what stands between them in lists, dumps and escapes. */
export const IS_CODE = tableOf(`${DIGITS}abcdefABCDEFxXuU\\{}:,;=#+- \t\r\n`);

/** Printable characters of ASCII, tabs and line ends. */
export const IS_LATIN_TEXT = tableOf(
  `\t\n\r${Array.from({ length: 0x5f }, (_, at) => String.fromCharCode(0x20 + at)).join('')}`,
);
