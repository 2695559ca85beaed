import { spawnSync } from 'node:child_process';
import { win32 } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { quoteCommand } from '../src/handover/quoting.js';

/** Python's shlex.split in POSIX mode, for text without comments: what botocore reads with. */
function shlex(text: string): readonly string[] {
  const words = text.match(/(?:"(?:[^"\\]|\\[^])*"|'[^']*'|\\[^]|[^\s"'\\])+/g) ?? [];
  return words.map(word =>
    word.replace(
      /"((?:[^"\\]|\\[^])*)"|'([^']*)'|\\([^])/g,
      (_, double?: string, single?: string, bare?: string) =>
        double === undefined ? (single ?? bare ?? '') : double.replace(/\\(["\\])/g, '$1'),
    ),
  );
}

/** The rules of Microsoft's C runtime, which botocore follows on Windows (and every program that cmd.exe starts). */
function windowsWords(text: string): readonly string[] {
  const words =
    text.match(
      /(?:[^\s"\\]|\\+(?!")|(?:\\\\)*\\"|(?:\\\\)*"(?:[^"\\]|\\+(?!")|(?:\\\\)*\\")*(?:\\\\)*")+/g,
    ) ?? [];
  return words.map(word =>
    word.replace(/(\\*)("|$)/g, (_, slashes: string, end: string) => {
      if (end === '') return slashes;
      return '\\'.repeat(slashes.length >> 1) + (slashes.length % 2 === 1 ? '"' : '');
    }),
  );
}

/** What is left of a setting after the SDK for JavaScript has cut off comments and blanks. */
function settingValue(text: string): string {
  const [line = ''] = `credential_process = ${text}`.split(/(^|\s)[;#]/);
  return line.slice(line.indexOf('=') + 1).trim();
}

function sh(text: string): readonly string[] {
  const { stdout } = spawnSync('/bin/sh', ['-c', `printf '%s\\0' ${text}`], { encoding: 'utf8' });
  return stdout.split('\0').slice(0, -1);
}

function quoted(parts: readonly string[], platform: NodeJS.Platform): string | undefined {
  try {
    return quoteCommand(parts, platform);
  } catch (error) {
    expect(error).toMatchObject({ code: 'wrong-configuration' });
    return undefined;
  }
}

const path = fc.stringMatching(/^\/[ -~é漢]{1,30}$/);

describe('a command on Linux and macOS', () => {
  const hasShell = process.platform !== 'win32';

  test('is read the same by sh and by shlex, or refused', () => {
    fc.assert(
      fc.property(fc.array(path, { minLength: 1, maxLength: 4 }), parts => {
        const command = quoted(parts, 'linux');
        if (command === undefined) return;
        expect(shlex(settingValue(command))).toEqual(parts);
        if (hasShell) expect(sh(settingValue(command))).toEqual(parts);
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    '/home/runner/work/_temp/_github_home',
    '/Users/A Name/actions runner/node',
    '/it\'s/a "quoted" $HOME/`id`/$(id)/\\back\\\\slash/!x/*?[a]{b,c}~&|;<>()',
    '/%41%/ünïcödé/漢字/🚀',
  ])('can be %s', part => {
    const command = quoteCommand([part, part], 'linux');
    expect(shlex(command)).toEqual([part, part]);
    if (hasShell) expect(sh(command)).toEqual([part, part]);
  });

  test.each(['/a\nb', '/a\u0000b', '/a #b', '/a ;b', '/a\tb'])('is refused for %j', part => {
    expect(quoted([part], 'darwin')).toBeUndefined();
  });
});

describe('a command on Windows', () => {
  test('is read the same by the C runtime, botocore and an INI reader, and has nothing that cmd.exe expands', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[A-Z]:\\[ -~é]{1,30}$/), { minLength: 1, maxLength: 4 }),
        parts => {
          const command = quoted(parts, 'win32');
          if (command === undefined) return;
          expect(windowsWords(settingValue(command))).toEqual(parts);
          expect(command).not.toMatch(/%/);
        },
      ),
    );
  });

  test.each([
    ['C:\\Program Files\\nodejs\\node.exe'],
    [win32.join('D:\\', 'a', '_temp', '_github_home', 'aws-temp-creds-0')],
    ['\\\\server\\share\\runner & co\\node.exe'],
    ["C:\\Users\\O'Brien (x86)\\^!\\node.exe"],
  ])('can be %s', part => {
    const command = quoteCommand([part, 'dev'], 'win32');
    expect(windowsWords(command)).toEqual([part, 'dev']);
    expect(command.startsWith('"')).toBe(true);
  });

  test.each(['C:\\%TEMP%\\node.exe', 'C:\\a"b', 'C:\\folder\\', 'C:\\a #b'])('is refused for %s', part => {
    expect(quoted([part], 'win32')).toBeUndefined();
  });
});
