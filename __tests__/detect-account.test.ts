import { describe, expect, test } from '@jest/globals';
import { accountOf, isStructurallyValid } from '../src/scan/detect/account.js';
import { keysFrom } from './detect-keys.js';

/** Tails are written in lower case here: in upper case they would be keys, and this repository holds none. */
const id = (prefix: string, tail: string) => prefix + tail.toUpperCase();

describe('access key IDs', () => {
  test('carry the account that AWS put into them', () => {
    // The identifier and the account are the published example of the bit layout.
    expect(accountOf(id('ASIA', 'y34fzkbokmutvv7a'))).toBe('609629065308');
    expect(accountOf(id('AKIA', 'qylpmn5hhhfpzam2'))).toBe('052310077262');
  });

  test('of the old generation are valid and carry no account', () => {
    const old = id('AKIA', 'iq5pgnmykul7smra');
    expect(isStructurallyValid(old)).toBe(true);
    expect(accountOf(old)).toBeUndefined();
  });

  test.each([
    ['a fifth character of no generation', id('AKIA', 'l2qpgnmykul7smra')],
    ['a digit outside base32', id('AKIA', 'y14fzkbokmutvv7a')],
    ['an account above 999999999999', id('AKIA', '7777777777777777')],
    ['a resource', id('AROA', 'y34fzkbokmutvv7a')],
    ['lower case', `akia${'y34fzkbokmutvv7a'}`],
    ['a character more', id('AKIA', 'y34fzkbokmutvv7ab')],
  ])('with %s are none', (_, text) => {
    expect(isStructurallyValid(text)).toBe(false);
    expect(accountOf(text)).toBeUndefined();
  });

  test('built for these tests are valid', () => {
    const keys = keysFrom(1);
    for (let count = 0; count < 100; count++) expect(isStructurallyValid(keys.accessKeyId())).toBe(true);
  });
});
