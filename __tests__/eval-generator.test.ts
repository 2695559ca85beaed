import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Case, VARIANTS } from '../eval/case.js';
import { FALSE_CATEGORIES, TRUE_CATEGORIES } from '../eval/categories.js';
import { generate, unavailable } from '../eval/generate.js';
import { GIT_CATEGORIES } from '../eval/git/categories.js';
import { accessKeyId } from '../eval/keys.js';
import { BASE32, random } from '../eval/random.js';

const cases = generate('jest');

const shape = ({ path, content, expects }: Case) =>
  `${path} ${createHash('sha256').update(content).digest('hex')} ${JSON.stringify(expects)}`;

/** The account in an identifier, read by the arithmetic of its discoverers, not by that of its maker. */
function decodedAccount(id: string): string {
  let bits = 0n;
  for (const character of id.slice(4, 14)) bits = (bits << 5n) | BigInt(BASE32.indexOf(character));
  const first48 = bits >> 2n;
  return String((first48 & 0x7fffffffff80n) >> 7n).padStart(12, '0');
}

describe('the generator', () => {
  test('gives the same cases for the same seed, and others for another', () => {
    expect(generate('jest').map(shape)).toEqual(cases.map(shape));
    const others = new Map(generate('another').map(one => [`${one.category}/${one.variant}`, one.content]));
    const same = cases.filter(
      one => one.truth && others.get(`${one.category}/${one.variant}`)?.equals(one.content),
    );
    expect(same).toEqual([]);
  });

  test('gives a category alone as it is among all', () => {
    const alone = generate('jest', 'yaml');
    expect(alone.map(shape)).toEqual(cases.filter(({ category }) => category === 'yaml').map(shape));
    expect(alone).toHaveLength(VARIANTS);
  });

  test('has the number of categories that is promised, each with 25 variants in files of their own', () => {
    expect(TRUE_CATEGORIES.length).toBeGreaterThanOrEqual(44);
    expect(FALSE_CATEGORIES.length).toBeGreaterThanOrEqual(30);
    expect(GIT_CATEGORIES.length).toBeGreaterThanOrEqual(12);
    const names = [...TRUE_CATEGORIES, ...FALSE_CATEGORIES, ...GIT_CATEGORIES].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const built = TRUE_CATEGORIES.length + FALSE_CATEGORIES.length - unavailable().length;
    expect(cases).toHaveLength(built * VARIANTS);
    expect(new Set(cases.map(({ path }) => path)).size).toBe(cases.length);
  });

  test('labels every true case with values and no false one', () => {
    for (const { truth, expects } of cases) {
      expect(expects.length > 0).toBe(truth);
      for (const { values } of expects) expect(values.every(value => value.length >= 20)).toBe(true);
    }
  });

  test('writes values as they are in the forms that do not encode', () => {
    const plain = cases.filter(({ category }) =>
      ['dotenv', 'yaml', 'csv', 'minified', 'log'].includes(category),
    );
    expect(plain).toHaveLength(5 * VARIANTS);
    for (const { content, expects } of plain)
      for (const value of expects.flatMap(({ values }) => values)) expect(content.includes(value)).toBe(true);
  });

  test('never names a planted value in a path', () => {
    const planted = cases.flatMap(({ path, expects }) =>
      expects.flatMap(({ values }) => values.map(value => ({ path, value }))),
    );
    expect(planted.filter(({ path, value }) => path.includes(value))).toEqual([]);
  });
});

describe('the keys', () => {
  test('carry their account as AWS puts it', () => {
    for (const account of ['000000000001', '098765432109', '999999999999'])
      expect(decodedAccount(accessKeyId(random(account), account))).toBe(account);
  });

  test('stand nowhere in the sources', () => {
    const folders = ['eval', 'bench', '__tests__'];
    const sources = folders.flatMap(folder =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter(name => name.endsWith('.ts') && (folder !== '__tests__' || name.startsWith('eval-')))
        .map(name => join(folder, name)),
    );
    expect(sources.length).toBeGreaterThan(20);
    const literal =
      /(?<![A-Za-z0-9+/=])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])|ABSK[A-Za-z0-9+/]{100}/;
    expect(sources.filter(name => literal.test(readFileSync(name, 'utf8')))).toEqual([]);
  });
});
