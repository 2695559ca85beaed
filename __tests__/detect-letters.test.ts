import { describe, expect, test } from '@jest/globals';
import { structureOf } from '../src/scan/detect/account.js';
import { textLikelihood } from '../src/scan/detect/bigrams.js';
import { detect } from '../src/scan/detect/detect.js';
import { keysFrom } from './detect-keys.js';

/** Identifiers of letters only, the likest to words first. */
function lettersOnly(prefix: string, count: number): string[] {
  const keys = keysFrom(17);
  const found: string[] = [];
  while (found.length < count) {
    const id = keys.accessKeyId(prefix);
    if (!/\d/.test(id)) found.push(id);
  }
  return found.sort((one, other) => likelihood(other) - likelihood(one));
}

function likelihood(id: string): number {
  const letters = Buffer.from(id.slice(4).toLowerCase());
  return textLikelihood(letters, 0, letters.length);
}

const errorsIn = (text: string) => detect(Buffer.from(text)).detections.filter(d => d.severity !== 'notice');

describe('identifiers without digits', () => {
  test('that chance made look like words are found: at most one in two hundred is lost', () => {
    const ids = lettersOnly('AKIA', 1500);
    expect(likelihood(ids[3] ?? '')).toBeGreaterThan(12);
    const lost = ids.filter(id => errorsIn(`x = ${id}`).length === 0);
    expect(lost.length).toBeLessThanOrEqual(7);
  });

  test('of sessions are found where they are called an access key', () => {
    const ids = lettersOnly('ASIA', 1500);
    const lost = ids.filter(id => errorsIn(`aws_access_key_id = ${id}`).length === 0);
    expect(lost.length).toBeLessThanOrEqual(7);
  });

  test('are all found beside their secret', () => {
    const secret = keysFrom(18).secretAccessKey();
    for (const id of lettersOnly('AKIA', 300)) {
      const text = `aws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`;
      expect(errorsIn(text)).toMatchObject([{ rule: 'access-key-pair', accessKeyId: { text: id } }]);
    }
  });

  test.each([
    ['ASIA', 'REGIONALOFFICESX'],
    ['ASIA', 'STOCKEXCHANGEFEE'],
    ['AKIA', 'YOURACCESSKEYHER'],
    ['AKIA', 'YOURKEYIDGOESHER'],
    ['AKIA', 'REPLACEWITHYOURK'],
    ['AKIA', 'RANDOMACCESSKEYS'],
    ['AKIA', 'TESTACCESSKEYABC'],
    ['ASIA', 'SECRETKEYKEYKEYV'],
  ])('that are words are none: %s %s', (prefix, words) => {
    expect(structureOf(prefix + words)).toBeDefined();
    expect(errorsIn(`aws_access_key_id = ${prefix}${words}`)).toEqual([]);
  });
});
