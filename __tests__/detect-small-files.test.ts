import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { detect } from '../src/scan/detect/detect.js';
import { plantedKey } from './support/credentials.js';

const { accessKeyId } = plantedKey('small files');

describe('a file of a few bytes, whatever its name', () => {
  test.each([
    ['an archive', gzipSync(accessKeyId)],
    ['UTF-16 without a mark', Buffer.from(accessKeyId, 'utf16le')],
    ['plain text', Buffer.from(accessKeyId)],
  ])('gives up its identifier: %s', (_, content) => {
    expect(content.length).toBeLessThanOrEqual(64);
    for (const path of ['id', 'keys/id.txt', 'a-longer-name.bin']) {
      expect(detect(content, { path }).detections.map(found => found.accessKeyId?.text)).toEqual([
        accessKeyId,
      ]);
    }
  });
});
