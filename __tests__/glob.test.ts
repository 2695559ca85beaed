import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { globMatcher } from '../src/scan/glob.js';

describe('a glob', () => {
  test.each([
    ['docs/**', 'docs/a/b.txt', true],
    ['docs/**', 'docs', false],
    ['docs/**/a.txt', 'docs/a.txt', true],
    ['docs/**/a.txt', 'docs/x/y/a.txt', true],
    ['**/.env', '.env', true],
    ['**/.env', 'x/y/.env', true],
    ['*.txt', 'x/a.txt', false],
    ['**.txt', 'x/a.txt', false],
    ['a/*/b', 'a/x/y/b', false],
    ['src/{a,b}/*.{js,ts}', 'src/b/x.ts', true],
    ['{a,{b,c}}x', 'cx', true],
    ['{a}', '{a}', true],
    ['[!a-c]x', 'dx', true],
    ['[!a-c]x', 'ax', false],
    ['a?c', 'a/c', false],
    ['a\\*b', 'a*b', true],
    ['a\\*b', 'axb', false],
    ['keys(1)/+(a)/@(b)', 'keys(1)/+(a)/@(b)', true],
    ['+(a)', 'aa', false],
    ['!(a)', 'b', false],
    ['[a', '[a', true],
    ['\u{1f511}*', '\u{1f511}.txt', true],
  ])('%s and %s: %s', (glob, path, matches) => expect(globMatcher(glob)(path)).toBe(matches));

  test('that is written out matches itself alone', () => {
    const name = fc.string({ unit: fc.constantFrom(...'abcABC019._-/ '), minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(name, name, (glob, path) => globMatcher(glob)(path) === (glob === path)),
      { seed: 1 },
    );
  });

  test.each([
    '{a,aa}'.repeat(30),
    '*a*a*a*a*a*ab',
    '**/'.repeat(200),
    '{'.repeat(900),
    '[[[[',
    '(a|aa)+'.repeat(20),
  ])('takes no more steps than its length times that of the path: %s', glob => {
    const path = 'a'.repeat(3000);
    const work = { left: 8 * glob.length * path.length };
    globMatcher(`${glob}!`, work)(path);
    expect(work.left).toBeGreaterThan(0);
  });

  test('matches nothing when the work is done', () => {
    expect(globMatcher('**', { left: 3 })('abcdef')).toBe(false);
  });
});
