import { describe, expect, test } from '@jest/globals';
import { detect } from '../src/scan/detect/detect.js';
import { keysFrom } from './detect-keys.js';

const VARIANTS = 10;
const WIDTHS = [48, 64, 76, 100, 120];

function found(text: string): readonly unknown[] {
  return detect(Buffer.from(text)).detections;
}

function cut(value: string, width: number): readonly string[] {
  return value.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
}

const quoted = (lines: readonly string[]) => lines.map(line => `"${line}"`);

const FORMS: readonly (readonly [string, (lines: readonly string[]) => string])[] = [
  ['literals with an operator', lines => `const token =\n  ${quoted(lines).join(' +\n  ')};\n`],
  ['literals side by side', lines => `token = (\n    ${quoted(lines).join('\n    ')}\n)\n`],
  ['literals continued by PowerShell', lines => `$token = ${quoted(lines).join(' + `\n  ')}\n`],
  ['a folded block', lines => `TOKEN: >-\n  ${lines.join('\n  ')}\nother: value\n`],
  ['a heredoc', lines => `cat > token <<EOF\n${lines.join('\n')}\nEOF\n`],
  ['continued lines', lines => `export TOKEN=${lines.join('\\\n')}\necho done\n`],
  ['a comment', lines => `${lines.map(line => `# ${line}`).join('\n')}\ncall()\n`],
  ['an element', lines => `<Token>${lines.join('\n  ')}</Token>\n`],
  ['a list of lines', lines => `${JSON.stringify({ token: lines, other: 1 }, null, 2)}\n`],
  [
    'a cell of a notebook',
    lines => cell(['token = (\n', ...quoted(lines).map(line => `    ${line}\n`), ')\n']),
  ],
];

function cell(source: readonly string[]): string {
  return JSON.stringify({ cells: [{ source }] }, null, 1);
}

describe.each(FORMS)('a token alone in %s is found whole', (_, write) => {
  test.each(WIDTHS)('cut every %i characters', width => {
    for (let seed = 0; seed < VARIANTS; seed++) {
      const keys = keysFrom(seed);
      const [session, bedrock] = [keys.sessionToken(), keys.bedrockKey()];
      expect({ seed, found: found(write(cut(session, width))) }).toMatchObject({
        found: [{ rule: 'session-token', severity: 'warning', sessionToken: { text: session } }],
      });
      expect({ seed, found: found(write(cut(bedrock, width))) }).toMatchObject({
        found: [{ rule: 'bedrock-api-key', severity: 'error', value: { text: bedrock } }],
      });
    }
  });
});

test('a token whose first literal is short is found whole', () => {
  for (let at = 4; at < 30; at++) {
    const bedrock = keysFrom(at).bedrockKey();
    expect(found(`key = "${bedrock.slice(0, at)}" + "${bedrock.slice(at)}"\n`)).toMatchObject([
      { rule: 'bedrock-api-key', value: { text: bedrock } },
    ]);
  }
});

test('what follows a whole token in a list, or on the next line, is none of it', () => {
  for (let seed = 0; seed < VARIANTS; seed++) {
    const token = keysFrom(seed).sessionToken();
    for (const text of [
      `${JSON.stringify([token, 'bucket', 'reports'])}\n`,
      `TOKEN=${token}\nEOF\n`,
      `${token}\nfinished\n`,
    ]) {
      expect(found(text)).toMatchObject([{ rule: 'session-token', sessionToken: { text: token } }]);
    }
  }
});

test('temporary credentials have their whole token, wrapped or not', () => {
  for (let seed = 0; seed < VARIANTS; seed++) {
    const keys = keysFrom(seed);
    const [id, secret, token] = [keys.accessKeyId('ASIA'), keys.secretAccessKey(), keys.sessionToken()];
    const text = `AccessKeyId: ${id}\nSecretAccessKey: ${secret}\nSessionToken: |\n  ${cut(token, 64).join('\n  ')}\n`;
    expect(found(text)).toMatchObject([{ rule: 'temporary-credentials', sessionToken: { text: token } }]);
  }
});

test('text in base64 that speaks of aws is no session token', () => {
  const text =
    'An aws account was moved. Its owner has moved, too, and nobody knows where the bills are sent now.';
  for (let drop = 0; drop < 4; drop++) {
    const encoded = Buffer.from(text.slice(drop)).toString('base64');
    expect(found(`note: ${encoded}\n`)).toEqual([]);
    expect(found(`note: >-\n  ${cut(encoded, 76).join('\n  ')}\n`)).toEqual([]);
  }
});
