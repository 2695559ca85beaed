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
    ['two variables', Buffer.from(`p = '${accessKeyId.slice(0, 9)}'\nid = p + "${accessKeyId.slice(9)}"\n`)],
    [
      'variables of a shell',
      Buffer.from(`A=${accessKeyId.slice(0, 9)}\nB=${accessKeyId.slice(9)}\nID=$A$B\n`),
    ],
  ])('gives up its identifier: %s', (_, content) => {
    expect(content.length).toBeLessThanOrEqual(64);
    for (const path of ['id', 'keys/id.txt', 'a-longer-name.bin']) {
      expect(detect(content, { path }).detections.map(found => found.accessKeyId?.text)).toEqual([
        accessKeyId,
      ]);
    }
  });
});
