import { describe, expect, test } from '@jest/globals';
import { accountOf, isStructurallyValid } from '../src/scan/detect/account.js';
import { keysFrom } from './detect-keys.js';

/** Tails are written backwards here: forwards they would be keys, and this repository holds none. */
const id = (prefix: string, backwards: string) => prefix + [...backwards].reverse().join('');

describe('access key IDs', () => {
  test('carry the account that AWS put into them', () => {
    // The identifier and the account are the published example of the bit layout.
    expect(accountOf(id('ASIA', 'A7VVTUMKOBKZF43Y'))).toBe('609629065308');
    expect(accountOf(id('AKIA', '2MAZPFHHH5NMPLYQ'))).toBe('052310077262');
  });

  test('of the old generation are valid and carry no account', () => {
    const old = id('AKIA', 'ARMS7LUKYMNGP5QI');
    expect(isStructurallyValid(old)).toBe(true);
    expect(accountOf(old)).toBeUndefined();
  });

  test.each([
    ['a fifth character of no generation', id('AKIA', 'ARMS7LUKYMNGPQ2L')],
    ['a digit outside base32', id('AKIA', 'A7VVTUMKOBKZF41Y')],
    ['an account above 999999999999', id('AKIA', '7777777777777777')],
    ['a resource', id('AROA', 'A7VVTUMKOBKZF43Y')],
    ['lower case', id('akia', 'a7vvtumkobkzf43y')],
    ['a character more', id('AKIA', 'BA7VVTUMKOBKZF43Y')],
  ])('with %s are none', (_, text) => {
    expect(isStructurallyValid(text)).toBe(false);
    expect(accountOf(text)).toBeUndefined();
  });

  test('built for these tests are valid', () => {
    const keys = keysFrom(1);
    for (let count = 0; count < 100; count++) expect(isStructurallyValid(keys.accessKeyId())).toBe(true);
  });
});
