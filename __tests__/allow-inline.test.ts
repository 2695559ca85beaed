import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inlineAllowance } from '../src/scan/inline.js';

describe('our own comment', () => {
  test.each([
    ['key = x # aws-temp-creds:allow revoked, see INC-42', 'revoked, see INC-42'],
    ['key = x // aws-temp-creds:allow: published example', 'published example'],
    ['<a>x</a> <!-- aws-temp-creds:allow test vector -->', 'test vector'],
    ['x /* aws-temp-creds:allow test vector */', 'test vector'],
    ['{"note": "aws-temp-creds:allow test vector",', 'test vector'],
    ['{# aws-temp-creds:allow test vector #}', 'test vector'],
  ])('gives its reason without what closes the comment: %s', (line, reason) => {
    expect(inlineAllowance(line)).toEqual({ kind: 'own', comment: 'aws-temp-creds:allow', reason });
  });

  test.each(['x # aws-temp-creds:allow', 'x /* aws-temp-creds:allow */', 'x <!-- aws-temp-creds:allow: -->'])(
    'has no reason where none is written: %s',
    line => expect(inlineAllowance(line)?.reason).toBe(''),
  );

  test('for the next line counts there and not on its own line', () => {
    const comment = '# aws-temp-creds:allow-next-line test vector';
    expect(inlineAllowance('key = x', comment)).toEqual({
      kind: 'own',
      comment: 'aws-temp-creds:allow-next-line',
      reason: 'test vector',
    });
    expect(inlineAllowance(comment)).toBeUndefined();
    expect(inlineAllowance('key = x', '# aws-temp-creds:allow test vector')).toBeUndefined();
  });

  test('goes before a peer’s on the same line', () => {
    expect(inlineAllowance('x # gitleaks:allow aws-temp-creds:allow test vector')?.kind).toBe('own');
  });

  test('is not read in words that only begin like it', () => {
    expect(inlineAllowance('x # aws-temp-creds:allowed because')).toBeUndefined();
    expect(inlineAllowance('x # aws-temp-creds:allow-all because')).toBeUndefined();
  });
});

describe('the peers’ comments', () => {
  test.each([
    ['x # gitleaks:allow', 'gitleaks:allow'],
    ['x # betterleaks:allow', 'betterleaks:allow'],
    ['x // trufflehog:ignore', 'trufflehog:ignore'],
    ['x # kingfisher:ignore', 'kingfisher:ignore'],
    ['x # pragma: allowlist secret', 'pragma: allowlist secret'],
    ['x # pragma: whitelist secret', 'pragma: allowlist secret'],
    ['x // secretlint-disable-line', 'secretlint-disable-line'],
    ['x # ggignore', 'ggignore'],
    ['x #checkov:skip=CKV_SECRET_2:fake', 'checkov:skip'],
  ])('are known on the line: %s', (line, comment) => {
    expect(inlineAllowance(line)).toEqual({ kind: 'peer', comment, reason: '' });
  });

  test.each([
    ['# pragma: allowlist nextline secret', 'pragma: allowlist nextline secret'],
    ['// secretlint-disable-next-line', 'secretlint-disable-next-line'],
  ])('are known for the next line only: %s', (previous, comment) => {
    expect(inlineAllowance('x', previous)).toEqual({ kind: 'peer', comment, reason: '' });
    expect(inlineAllowance(previous)).toBeUndefined();
  });

  test.each(['x # nosec', 'x # nosemgrep', 'x # noqa: S105', 'gitleaks:allowed', 'pragma: no cover'])(
    'of other tools say nothing about a secret: %s',
    line => expect(inlineAllowance(line)).toBeUndefined(),
  );
});

test('a minified line cannot be allowed as a whole', () => {
  const long = `${'x'.repeat(5000)} # aws-temp-creds:allow because`;
  expect(inlineAllowance(long)).toBeUndefined();
  expect(inlineAllowance('x', long.replace('allow', 'allow-next-line'))).toBeUndefined();
});

test('the reason of a hostile line is a part of it', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 4000 }), tail => {
      const reason = inlineAllowance(`x # aws-temp-creds:allow ${tail}`)?.reason;
      expect(reason === undefined || reason === '' || tail.includes(reason)).toBe(true);
    }),
  );
  const unfinished = `${'" '.repeat(1900)}x`;
  expect(inlineAllowance(`aws-temp-creds:allow ${unfinished}`)?.reason).toBe('');
});
