import { describe, expect, test } from '@jest/globals';
import { accountOf, isStructurallyValid } from '../src/scan/detect/account.js';
import { keysFrom } from './detect-keys.js';

const id = (...parts: string[]) => parts.join('');

describe('access key IDs', () => {
  test('carry the account that AWS put into them', () => {
    // The identifier and the account are the published example of the bit layout.
    expect(accountOf(id('ASIA', 'Y34FZKBOKMUTVV7A'))).toBe('609629065308');
    expect(accountOf(id('AKIA', 'QYLPMN5HHHFPZAM2'))).toBe('052310077262');
  });

  test('of the old generation are valid and carry no account', () => {
    const old = id('AKIA', 'IQ5PGNMYKUL7SMRA');
    expect(isStructurallyValid(old)).toBe(true);
    expect(accountOf(old)).toBeUndefined();
  });

  test.each([
    ['a fifth character of no generation', id('AKIA', 'L2QPGNMYKUL7SMRA')],
    ['a digit outside base32', id('AKIA', 'Y14FZKBOKMUTVV7A')],
    ['an account above 999999999999', id('AKIA', '7777777777777777')],
    ['a resource', id('AROA', 'Y34FZKBOKMUTVV7A')],
    ['lower case', id('akia', 'y34fzkbokmutvv7a')],
    ['a character more', id('AKIA', 'Y34FZKBOKMUTVV7AB')],
  ])('with %s are none', (_, text) => {
    expect(isStructurallyValid(text)).toBe(false);
    expect(accountOf(text)).toBeUndefined();
  });

  test('built for these tests are valid', () => {
    const keys = keysFrom(1);
    for (let count = 0; count < 100; count++) expect(isStructurallyValid(keys.accessKeyId())).toBe(true);
  });
});
