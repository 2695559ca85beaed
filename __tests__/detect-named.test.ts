import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { detect } from '../src/scan/detect/detect.js';
import { hasCandidates } from '../src/scan/detect/kernels.js';

const isCandidate = (text: string) => {
  const bytes = Buffer.from(text);
  return hasCandidates(bytes, 0, bytes.length);
};

const NAMES = ['aws_secret_access_key', 'secretAccessKey', 'AWS_SECRET_ACCESS_KEY', 'aws-secret-Key'];

describe('a name of a secret access key', () => {
  test.each([
    'aws_secret_access_key = "test"',
    "secretAccessKey: 'placeholder-value'",
    'AWS_SECRET_ACCESS_KEY=os.environ',
    'secret_key = get_configured_secret_value(section)',
    'secret_key = "foo",\nregion = "us-east-1",\n',
    "secretKey: process.env.SECRET || 'minio'",
  ])('is no candidate where it is given a word: %s', text => {
    expect(isCandidate(text)).toBe(false);
  });

  const base64 = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789');
  const secret = fc
    .array(base64, { minLength: 40, maxLength: 40 })
    .map(characters => characters.join(''))
    // What is no secret however it is written.
    .filter(value => detect(Buffer.from(`aws_secret_access_key = "${value}"`)).detections.length > 0);
  const glue = fc.constantFrom('" + "', '"\n    "', '" .\n "', '" +\n  // and\n "', "' '", '\\\n', '\n  ');

  test('is one where its secret is in pieces, and the secret is found', () => {
    fc.assert(
      fc.property(
        secret,
        fc.uniqueArray(fc.integer({ min: 1, max: 39 }), { minLength: 1, maxLength: 6 }),
        glue,
        fc.constantFrom(...NAMES.slice(0, 3)),
        (value, cuts, between, name) => {
          const ends = [0, ...cuts.sort((one, other) => one - other), 40];
          const pieces = ends.slice(1).map((end, at) => value.slice(ends[at], end));
          const text = `${name} = "${pieces.join(between)}"\n`;
          const found = detect(Buffer.from(text)).detections.flatMap(
            ({ secretAccessKey }) => secretAccessKey?.text ?? [],
          );
          expect(found).toContain(value);
        },
      ),
      { numRuns: 300 },
    );
  });
});
