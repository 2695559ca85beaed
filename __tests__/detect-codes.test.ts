import { describe, expect, test } from '@jest/globals';
import { detect } from '../src/scan/detect/detect.js';
import { hasCandidates } from '../src/scan/detect/kernels.js';
import { keysFrom } from './detect-keys.js';

const VARIANTS = 10;
const hex = (byte: number) => byte.toString(16).padStart(2, '0');
const env = (id: string, secret: string) => `AWS_ACCESS_KEY_ID=${id}\nAWS_SECRET_ACCESS_KEY=${secret}\n`;

type Form = readonly [name: string, write: (bytes: readonly number[]) => string];

const FORMS: readonly Form[] = [
  ['colons', b => b.map(hex).join(':')],
  ['spaces', b => b.map(hex).join(' ')],
  ['hyphens, capitals', b => b.map(hex).join('-').toUpperCase()],
  ['a C array', b => `static const unsigned char env[] = { ${b.map(c => `0x${hex(c)}`).join(', ')} };`],
  ['a Rust array', b => `const KEY: [u8; 9] = [${b.map(c => `0x${hex(c)}u8`).join(', ')}];`],
  ['an array in lines', b => `x = {\n${b.map(c => `0x${hex(c)},`.padEnd(5)).join('\n  ')}\n}`],
  [
    'an exported registry',
    b =>
      `"Env"=hex:${b
        .map(hex)
        .join(',')
        .replace(/(.{75})/g, '$1\\\r\n  ')}\r\n`,
  ],
  ['UTF-16 in a registry', b => `"Env"=hex(2):${b.map(c => `${hex(c)},00`).join(',')}\r\n`],
  [
    'groups of two bytes',
    b =>
      b
        .map(hex)
        .join('')
        .replace(/(.{4})/g, '$1 '),
  ],
  ['code points', b => b.map(c => `U+00${hex(c).toUpperCase()}`).join(' ')],
  ['code points, side by side', b => b.map(c => `U+00${hex(c)}`).join('')],
  ['decimal numbers', b => `key: [${b.join(', ')}]`],
  ["Go's print of bytes", b => `2024/01/02 payload [${b.join(' ')}]`],
  ["JSON of Node.js's Buffer", b => JSON.stringify({ type: 'Buffer', data: b }, null, 2)],
  ["Node.js's print of a Buffer", b => `<Buffer ${b.map(hex).join(' ')}>`],
  ['String.fromCharCode', b => `k=String.fromCharCode(${b.join(',')})`],
  ['a YAML list', b => `key:\n${b.map(c => `  - ${c}`).join('\n')}\n`],
  ['\\u{}', b => `k = "${b.map(c => `\\u{${c.toString(16)}}`).join('')}"`],
];

describe('bytes written as numbers', () => {
  test.each(FORMS)('%s', (_, write) => {
    for (let seed = 0; seed < VARIANTS; seed++) {
      const keys = keysFrom(seed);
      const [id, secret] = [keys.accessKeyId(), keys.secretAccessKey()];
      const content = Buffer.from(`// before\n${write([...Buffer.from(env(id, secret))])}\n// after\n`);
      expect(hasCandidates(content, 0, content.length)).toBe(true);
      const { detections } = detect(content);
      expect({ seed, detections }).toMatchObject({
        detections: [
          { rule: 'access-key-pair', accessKeyId: { text: id }, secretAccessKey: { text: secret } },
        ],
      });
    }
  });

  test('a value has the place of its numbers', () => {
    const id = keysFrom(1).accessKeyId();
    const numbers = [...Buffer.from(id)].map(byte => `0x${hex(byte)}`).join(', ');
    const { detections } = detect(Buffer.from(`{ 0x3d, ${numbers}, 0x0a };`));
    expect(detections).toMatchObject([
      { accessKeyId: { text: id, start: 8, end: 8 + numbers.length }, layers: ['codes'] },
    ]);
  });

  test('a secret alone is known by the name of its list', () => {
    const secret = keysFrom(2).secretAccessKey();
    const { detections } = detect(Buffer.from(`secretAccessKey: [${[...Buffer.from(secret)].join(', ')}]`));
    expect(detections).toMatchObject([{ rule: 'secret-access-key', secretAccessKey: { text: secret } }]);
  });

  test('megabytes of them are read to the end', () => {
    const id = keysFrom(3).accessKeyId();
    const noise = '0x00, 0xff, 0x10, '.repeat(60_000);
    const numbers = [...Buffer.from(id)].map(byte => `0x${hex(byte)}, `).join('');
    const { detections } = detect(Buffer.from(`{ ${noise}${numbers}${noise} }`));
    expect(detections).toMatchObject([{ accessKeyId: { text: id, start: 2 + noise.length } }]);
  });

  test('tables of numbers are none', () => {
    const keys = keysFrom(4);
    const table = Array.from({ length: 20_000 }, () => keys.below(256));
    for (const text of [
      table.join(', '),
      table.map(hex).join(' '),
      table.map(c => `0x${hex(c)}`).join(','),
    ]) {
      expect(detect(Buffer.from(text)).detections).toEqual([]);
    }
  });
});
