import { deflateSync, gzipSync } from 'node:zlib';
import { tarOf, zipOf } from '../detect-archives.js';
import { type Keys, keysFrom } from '../detect-keys.js';

/** What makes parsers stumble, again and again in one content. */
const UNITS = [
  ...[
    'AKIA',
    'ASIA',
    'AKIA"',
    '"" + "',
    '\\u00',
    '\\',
    '%',
    '%25',
    '%2525',
    '&#x41;',
    '&amp;',
    '\x1b[',
    '=\n',
    '+',
    '/',
  ],
  ...[
    'secretKey=',
    'secret_access_key: "',
    'aws',
    'ABSK',
    'FwoGZXIvYXdz',
    'bedrock-api-key-',
    'QUtJQ',
    '0x41, ',
  ],
  ...[
    '41 ',
    '65,',
    'U+0041 ',
    '\\u{41}',
    '00000000: 4141 ',
    'PK\x03\x04',
    'PK\x05\x06',
    'PK\x01\x02',
    '\x1f\x8b\x08',
  ],
  ...[
    'x\x9c',
    '%PDF-',
    'stream\n',
    'endstream',
    'ustar',
    '\xff\xfe',
    'A\0',
    '\0A',
    '\0\0\0',
    '{',
    '[',
    '(',
    '<a>',
    '<a b="',
  ],
  ...[
    '${a}',
    '{}',
    '%s',
    '"a", ',
    "'b' . ",
    'a += "',
    'x = a + b\n',
    '<w:t>',
    ') -20 (',
    '* ',
    '# ',
    '// ',
    '\r',
    '\n',
    ' ',
    '\t',
  ],
] as const;

/** The content of that number: the same on every machine. A few kilobytes, some of it encoded or packed. */
export function fuzzed(index: number): Buffer {
  const keys = keysFrom(index);
  const pieces = Array.from({ length: 1 + keys.below(8) }, () => piece(keys));
  return wrapped(Buffer.concat(pieces), keys);
}

function piece(keys: Keys): Buffer {
  const repeated = (text: string, most: number) => Buffer.from(text.repeat(1 + keys.below(most)), 'latin1');
  const unit = () => UNITS[keys.below(UNITS.length)] ?? '';
  switch (keys.below(8)) {
    case 0:
      return keys.bytes(keys.below(300));
    case 1:
      return repeated(`${keys.accessKeyId()}${unit()}`, 60);
    case 2:
      return repeated(`${unit()}${keys.secretAccessKey()}${unit()}`, 40);
    case 3:
      return repeated(`${keys.accessKeyId()}${unit()}${keys.secretAccessKey()}\n`, 20);
    default:
      return repeated(`${unit()}${unit()}`, 400);
  }
}

function wrapped(content: Buffer, keys: Keys): Buffer {
  switch (keys.below(12)) {
    case 0:
      return Buffer.from(content.toString('base64'));
    case 1:
      return Buffer.from(content.toString('hex'));
    case 2:
      return gzipSync(content);
    case 3:
      return zipOf('a', content, 'deflated');
    case 4:
      return tarOf('a', content);
    case 5:
      return Buffer.concat([
        Buffer.from('%PDF-1.4\nstream\n'),
        deflateSync(content),
        Buffer.from('\nendstream'),
      ]);
    case 6:
      return Buffer.from(content.toString('latin1'), 'utf16le');
    case 7: {
      const zip = zipOf('a', content, 'deflated');
      return zip.subarray(0, keys.below(zip.length));
    }
    default:
      return content;
  }
}
