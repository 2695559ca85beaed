import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { positionsOf } from '../src/scan/detect/position.js';

describe('positions', () => {
  test('count lines that end with LF, CR LF and CR', () => {
    const content = Buffer.from('a\nbb\r\ncc\rd');
    expect(positionsOf(content, [0, 2, 6, 9])).toEqual([
      { line: 1, column: 1 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
    ]);
  });

  test('count columns in UTF-16 code units', () => {
    const content = Buffer.from('é😀x');
    expect(positionsOf(content, [content.indexOf('x')])).toEqual([{ line: 1, column: 4 }]);
  });

  test('do not count a byte order mark', () => {
    expect(positionsOf(Buffer.from('\ufeffx'), [3])).toEqual([{ line: 1, column: 1 }]);
    expect(positionsOf(Buffer.from('\ufeffa\r\nbc', 'utf16le'), [10])).toEqual([{ line: 2, column: 2 }]);
  });

  test('answer in the order of the question, and end where the content ends', () => {
    const content = Buffer.from('a\nb\n');
    expect(positionsOf(content, [99, 0, 2])).toEqual([
      { line: 3, column: 1 },
      { line: 1, column: 1 },
      { line: 2, column: 1 },
    ]);
  });

  test('of thousands of values in a line of megabytes take one pass, not one each', () => {
    const content = Buffer.alloc(16 * 1024 * 1024, 'x');
    const offsets = Array.from({ length: 10_000 }, (_, at) => content.length - at);
    const positions = positionsOf(content, offsets);
    expect(positions.every(({ line, column }, at) => line === 1 && column === 1 + (offsets[at] ?? 0))).toBe(
      true,
    );
  });

  test('agree for many offsets with what each gives alone', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '\n', '\r', '\ufeff') });
    fc.assert(
      fc.property(text, fc.array(fc.nat(40)), (text, offsets) => {
        const content = Buffer.from(text);
        expect(positionsOf(content, offsets)).toEqual(
          offsets.map(offset => positionsOf(content, [offset])[0]),
        );
      }),
    );
  });

  test('agree with splitting the decoded text into lines', () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '\n', '\r', '漢') });
    fc.assert(
      fc.property(line, fc.nat(), (text, some) => {
        const before = [...text].slice(0, some % ([...text].length + 1)).join('');
        if (before.endsWith('\r')) return true;
        const lines = before.split(/\r\n|[\r\n]/);
        const [position] = positionsOf(Buffer.from(text), [Buffer.byteLength(before)]);
        expect(position).toEqual({ line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 });
        return true;
      }),
    );
  });
});
