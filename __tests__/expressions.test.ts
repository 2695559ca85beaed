import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@babel/parser';
import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { describe, expect, test } from '@jest/globals';
import { getFirstConsumedChar } from 'regexp-ast-analysis';
import { analyse } from 'scslre';
import { ROOT } from './support/program.js';

const SOURCES = join(ROOT, 'lib/src');

interface Expression {
  readonly source: string;
  readonly flags: string;
}

/** Every expression that is written out, by the file that it stands in. */
function writtenIn(file: string): Expression[] {
  const { tokens } = parse(readFileSync(join(SOURCES, file), 'utf8'), { sourceType: 'module', tokens: true });
  return (tokens ?? []).flatMap(({ type, value }) =>
    type.label === 'regexp' ? [{ source: String(value.pattern), flags: String(value.flags) }] : [],
  );
}

/** Every expression that is put together when a module is loaded. */
async function composedIn(files: readonly string[]): Promise<Expression[]> {
  const found: Expression[] = [];
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, [source, flags]) {
      const made = new target(source, flags);
      found.push({ source: made.source, flags: made.flags });
      return made;
    },
  });
  try {
    for (const file of files) await import(join(SOURCES, file));
  } finally {
    globalThis.RegExp = Original;
  }
  return found;
}

/** Repetitions without a bound that may give characters to each other, or whose ways begin alike. */
function faultsOf({ source, flags }: Expression): string[] {
  const faults = analyse({ source, flags }).reports.map(({ type }) => String(type));
  const unicode = flags.includes('u');
  const parser = new RegExpParser();
  const pattern = parser.parsePattern(source, 0, source.length, { unicode });
  const cases = { ignoreCase: flags.includes('i'), unicode };
  visitRegExpAST(pattern, {
    onQuantifierEnter({ max, element, raw }) {
      if (max !== Number.POSITIVE_INFINITY || (element.type !== 'Group' && element.type !== 'CapturingGroup'))
        return;
      const first = element.alternatives.map(way => getFirstConsumedChar(way, 'ltr', cases).char);
      const isAmbiguous = first.some((one, at) =>
        first.slice(at + 1).some(other => !one.isDisjointWith(other)),
      );
      if (isAmbiguous) faults.push(`ways that begin alike: ${raw}`);
    },
  });
  return faults.map(fault => `${fault} in /${source.slice(0, 160)}/${flags}`);
}

/** What a repository, a pull request or an event can reach. */
const READS_THE_REPOSITORY = /^(?:scan|config|github)[\\/]|^[\w-]+\.js$/;

const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
  name => name.endsWith('.js') && READS_THE_REPOSITORY.test(name),
);

describe('no text makes an expression take longer than its length', () => {
  test('in none that is written out is a repetition nested in another or beside one that takes the same', () => {
    expect(
      files.flatMap(file =>
        writtenIn(file)
          .flatMap(faultsOf)
          .map(fault => `${file}: ${fault}`),
      ),
    ).toEqual([]);
  });

  test('nor in one that is put together', async () => {
    const composing = files.filter(file => readFileSync(join(SOURCES, file), 'utf8').includes('new RegExp('));
    const found = await composedIn(composing);
    expect(found.length).toBeGreaterThan(20);
    expect(found.flatMap(faultsOf)).toEqual([]);
  });

  test('and what is wrong is seen', () => {
    const seen = ['(?:a|"""|")+$', '(?:a+)+b', '\\s*\\s*x', 'a[ab]*[bc]*d'].map(source =>
      faultsOf({ source, flags: '' }),
    );
    expect(seen.map(faults => faults.length > 0)).toEqual([true, true, true, true]);
  });
});
