import { describe, expect, test } from '@jest/globals';
import { detect } from '../src/scan/detect/detect.js';
import { keysFrom } from './detect-keys.js';

const keys = keysFrom(11);
const rulesIn = (text: string) => detect(Buffer.from(text)).detections.map(({ rule }) => rule);

/** An identifier of another length; the seed gives it a digit within the first 13 characters. */
function identifier(prefix: string, length: number): string {
  return `${keys.accessKeyId(prefix).slice(0, 10)}3${keys.accessKeyId().slice(4)}${keys.accessKeyId().slice(4)}`.slice(
    0,
    length,
  );
}

describe('a value of another length than a key has is seen', () => {
  test.each([17, 18, 19, 21, 22, 39, 40])('an identifier of %d characters, whatever follows it', length => {
    for (const prefix of ['AKIA', 'ASIA'])
      for (const behind of ['', '\n', ' # comment', ', ', '"', ';', ')', '</value>'])
        expect(rulesIn(`access_key_id = ${identifier(prefix, length)}${behind}`)).toEqual(['odd-credential']);
  });

  test.each([12, 16, 41, 44])('an identifier of %d characters is none, whatever follows it', length => {
    for (const behind of ['\n', ' # comment', '"', '</value>'])
      expect(rulesIn(`access_key_id = ${identifier('AKIA', length)}${behind}`)).toEqual([]);
  });

  test.each([
    'aws_secret_key',
    'aws-secret-key',
    'aws.secret.key',
    'AWS Secret Access Key',
    'SecretAccessKey',
  ])('a secret of 38 characters that is called %s', name => {
    const secret = keys.secretAccessKey().slice(0, 38);
    for (const given of [`${name} = ${secret}`, `${name}: ${secret}\n`, `"${name}": "${secret}"`])
      expect(rulesIn(given)).toEqual(['odd-credential']);
  });
});
