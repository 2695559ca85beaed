import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fits, readPattern } from '../src/trust/pattern.js';
import { naiveLike } from './support/naive-conditions.js';
import { PROPERTIES } from './support/trust-properties.js';

test.each(Object.keys(PROPERTIES))('the evaluator agrees with a naive model of the guide: %s', name => {
  const property = Object.entries(PROPERTIES).find(([key]) => key === name)?.[1];
  if (property === undefined) throw new Error('there is no such property');
  fc.assert(property as fc.IProperty<unknown>, { seed: 20_260_715, numRuns: 400 });
});

test('the naive model knows what the guide shows', () => {
  expect(naiveLike('refs/heads/main', 'refs/*/main')).toBe(true);
  expect(naiveLike('refs/heads/main', 'refs/heads/m?in')).toBe(true);
  expect(naiveLike('refs/heads/main', 'refs/heads')).toBe(false);
});

test('a pattern made of stars ends', () => {
  const pattern = readPattern(`${'*a'.repeat(500)}b`, { wildcards: true, variables: false });
  expect(pattern !== undefined && fits('a'.repeat(20_000), pattern)).toBe(false);
});
