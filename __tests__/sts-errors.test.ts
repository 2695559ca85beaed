import { expect, test } from '@jest/globals';
import { stsError } from '../src/aws/errors.js';

test('a token that an answer repeats is not shown', () => {
  const token = ['eyJhbGciOiJSUzI1NiJ9', 'eyJzdWIiOiJyZXBvOmFjbWUvc2hvcCJ9', 'c2lnbmF0dXJl'].join('.');
  const message = `Value '${token}' at 'webIdentityToken' failed to satisfy constraint`;
  const shown = stsError({ name: 'ValidationError', message, $fault: 'client', $metadata: {} }).message;
  expect(shown).toBe("Value '<token>' at 'webIdentityToken' failed to satisfy constraint");
});
