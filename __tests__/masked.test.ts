import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readConfiguration } from '../src/config/file.js';
import { explain, Failure } from '../src/failure.js';
import { masked } from '../src/masked.js';
import { printable } from '../src/printable.js';
import { keysFrom } from './detect-keys.js';

const keys = fc.integer({ min: 1, max: 2 ** 31 - 1 }).map(keysFrom);
const BEFORE = fc.constantFrom('', '/', 'app/', '"', ' = ', 'key:', '(', '\n', '…/', 'a/b/');
const BEHIND = fc.constantFrom('', '/', '.txt', '"', ' ', ',', ')', '\n', '/x.tar');

describe('what is shown', () => {
  test('of a key is never more than the ends of its ID', () => {
    fc.assert(
      fc.property(keys, BEFORE, BEHIND, (made, before, behind) => {
        for (const value of [
          made.accessKeyId(),
          made.accessKeyId('ASIA'),
          made.secretAccessKey(),
          made.sessionToken(),
          made.bedrockKey(),
        ]) {
          const text = `${before}${value}${behind}`;
          expect(masked(text)).not.toContain(value);
          expect(printable(text, 60)).not.toContain(value.slice(4, 34));
        }
      }),
      // Of random secrets a few in ten thousand look like words: the sample is the same each time.
      { seed: 20_261_128 },
    );
  });

  test.each([
    'src/components/checkout/PaymentMethodSelectorContainer.test.tsx',
    'da39a3ee5e6b4b0d3255bfef95601890afd80709',
    'arn:aws:iam::111111111111:role/AWSServiceRoleForAmazonElasticKubernetesService',
    'repo:acme/shop:environment:production',
    'AROAEXAMPLEEXAMPLE12',
    'https://github.com/acme/shop/actions/runs/1234567890/job/12345678901',
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  ])('of other text is all: %s', text => {
    expect(masked(text)).toBe(text);
  });

  test('is masked in time that does not depend on what the text is made of', () => {
    for (const unit of ['A', 'a/', 'AKIA', 'Aa1/', '=', 'ABSK', 'IQoJb3JpZ2luX2Vj'])
      expect(typeof masked(unit.repeat(200_000 / unit.length))).toBe('string');
  });
});

describe('a faulty configuration file', () => {
  const made = keysFrom(7);
  const [id, secret] = [made.accessKeyId(), made.secretAccessKey()];

  test.each([
    `environments:\n  ${id}: { account: x }\n`,
    `environments:\n  dev: { account: "111111111111", region: eu-west-1, role: "${secret}!" }\n`,
    `environments:\n  dev: { account: ${secret}, region: ${id}, role: x }\n`,
    `${secret}: 1\n`,
    `a: *${id}\n`,
    `a: &${id} [\n`,
    `x: "${id}" "${secret}"\n`,
    `environments:\n  dev: { account: "111111111111", region: eu-west-1, role: a, session-policy: "${secret}" }\n`,
    `scan:\n  allow:\n    - fingerprint: ${secret}\n      reason: ${id}\n      expires: ${id}\n`,
  ])('shows no key that stands in it: %#', text => {
    const failure = failureOf(() => readConfiguration(text, 'c.yml', () => undefined));
    const shown = explain(failure.explanation);
    for (const value of [id, secret]) expect(shown).not.toContain(value);
  });
});

function failureOf(act: () => unknown): Failure {
  try {
    act();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('it did not fail');
}
