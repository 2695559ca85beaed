import { describe, expect, test } from '@jest/globals';
import { detect } from '../src/scan/detect/detect.js';

const MEBIBYTE = 1024 * 1024;

/** Milliseconds of this process, whatever else the machine does. */
function costOf(size: number, unit: string): number {
  const content = Buffer.alloc(size * MEBIBYTE, unit, 'latin1');
  const before = process.cpuUsage();
  detect(content);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('eight times as many bytes take eight times as long', () => {
  test.each(['0', 'A', '41 ', '\\', `${'0123456789abcdef'.repeat(4)}\n`])('of one run of %j', unit => {
    costOf(1, unit);
    // Room for a loaded machine; with the square it would be 64 times.
    expect(costOf(32, unit)).toBeLessThan(24 * costOf(4, unit) + 100);
  });

  test.each(['secretKey=', 'secretKey=a', 'SECRET_ACCESS_KEY: "', 'secretKey="Ab1"+'])(
    'and names of secrets no more than a microsecond a byte: %j',
    unit => {
      expect(costOf(2, unit)).toBeLessThan(2500);
    },
  );
});
