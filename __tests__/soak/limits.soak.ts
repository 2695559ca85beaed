import { expect, test } from '@jest/globals';
import { detect } from '../../src/scan/detect/detect.js';
import { workFor } from '../../src/scan/limits.js';
import { fuzzed } from '../support/fuzzed.js';
import { LARGE } from '../support/limit-cases.js';
import { passedAsClean } from '../support/limit-scans.js';

test('beyond a large limit nothing is clean either', async () => {
  expect(await passedAsClean(LARGE)).toEqual([]);
});

test('20 000 fuzzed contents are read within the work budget, or said not to be', () => {
  for (let index = 0; index < 20_000; index++) {
    const content = fuzzed(index);
    const { steps, unread } = detect(content);
    const isWithin = steps <= workFor(content.length) || unread.some(({ kind }) => kind === 'incomplete');
    if (!isWithin) throw new Error(`content ${index}: ${steps} steps`);
  }
});
