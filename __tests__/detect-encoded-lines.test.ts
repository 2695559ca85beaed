import { describe, expect, test } from '@jest/globals';
import { detect } from '../src/scan/detect/detect.js';
import { keysFrom } from './detect-keys.js';

const keys = keysFrom(31);
const TEXT =
  'lines of a letter that are encoded one by one, or all of them together, and end as they like. '.repeat(4);
const unpadded = (text: string) => Buffer.from(text).toString('base64').replace(/=+$/, '');

describe('what follows encoded lines is read for itself, too', () => {
  test.each([40, 41, 42, 43, 44, 63, 64, 75, 76])('an identifier in base64, behind lines of %d', width => {
    for (const lines of [1, 2, 3])
      for (const before of ['', 'a ', 'id: '])
        for (const prefix of ['AKIA', 'ASIA']) {
          const id = keys.accessKeyId(prefix);
          const encoded =
            unpadded(TEXT)
              .slice(0, width * lines)
              .match(new RegExp(`.{${width}}`, 'g')) ?? [];
          const { detections } = detect(Buffer.from([...encoded, unpadded(before + id), ''].join('\n')));
          expect(detections.map(({ accessKeyId }) => accessKeyId?.text)).toEqual([id]);
        }
  });

  test('a line of hexadecimal behind lines of base64 of the same length', () => {
    const id = keys.accessKeyId();
    const hex = Buffer.from(`key ID is ${id}, so`.padEnd(32)).toString('hex');
    const lines = unpadded(TEXT).slice(0, 128).match(/.{64}/g) ?? [];
    const { detections } = detect(Buffer.from([...lines, hex, ''].join('\n')));
    expect(detections.map(({ accessKeyId }) => accessKeyId?.text)).toEqual([id]);
  });
});
