import { deflateSync, gzipSync } from 'node:zlib';
import { keysFrom } from '../../__tests__/detect-keys.js';

const SIZE = 2 ** 20;

export interface Content {
  readonly name: string;
  make(): Buffer;
}

const keys = keysFrom(42);
const [id, secret] = [keys.accessKeyId(), keys.secretAccessKey()];
const [left, right] = [id.slice(0, 9), id.slice(9)];
const line = `key ${id} and text to be read ${secret} aa`;

/** Each is written again and again. */
const UNITS = [
  ...[
    'AKIA',
    'AKIA"',
    `${id} `,
    `${id}:${secret}\n`,
    `"${secret}", `,
    `${secret} `,
    `\n\n${secret}\n`,
    `${secret}=\n`,
  ],
  ...[
    `aws_secret_access_key=${secret} `,
    `'key':'${secret}',`,
    `client_secret: ${secret}\n`,
    `$2b$12$${secret}.`,
  ],
  ...[
    '"ASIA" + ',
    '\\',
    '\\n',
    '%25',
    '%2525',
    '&#x41;',
    '" // x\n',
    'QUtJQ',
    'ABSK',
    'PK\x03\x04',
    'a\0',
    '\x1b[;',
  ],
  ...[
    'a=\n',
    '00000000: 4141 ',
    'secretKey=',
    'SECRET_ACCESS_KEY: "',
    'secretKey="Ab1"+',
    '41 ',
    '65,',
    '0x41,',
  ],
  ...['\\u{41}', 'U+0041 ', `"${left}" + "${right}",`, `a="${left}"\nb="${right}"\nc=a+b\n`, '${a}$b%c%{d} '],
  ...[`\\"${left}\\" + \\"${right}\\" `, `%5C%22${id}%5C%22%20`, `&quot;${id}&quot;`, '"{}{}".format(a,b),'],
  ...[
    'a.b.c + d->e + f::g & ',
    '{{{{',
    '<a><b>',
    '"a": "b", ',
    `(${left}) -20 `,
    `<w:t>${left}</w:t></w:r><w:r><w:t>`,
  ],
  ...[`${Buffer.from(line).toString('base64')}\n`, `${Buffer.from(line).toString('hex')}\n`],
];

const filled = (unit: string) => Buffer.alloc(SIZE, unit, 'latin1');

/** The same with identifiers strewn among it, so that all of it is read closely. */
function strewn(unit: string): Buffer {
  const content = filled(unit);
  for (let at = 0; at + id.length < SIZE; at += 4000) content.write(id, at, 'latin1');
  return content;
}

function document(): Buffer {
  const stream = Buffer.concat([
    Buffer.from('stream\n'),
    deflateSync(Buffer.alloc(SIZE, 'lorem ipsum ')),
    Buffer.from('\nendstream\n'),
  ]);
  const count = Math.floor(SIZE / stream.length);
  return Buffer.concat([Buffer.from('%PDF-1.4\n'), ...Array.from({ length: count }, () => stream)]);
}

function different(make: () => string): Buffer {
  const parts: string[] = [];
  for (let size = 0; size < SIZE; ) size += parts[parts.push(make()) - 1]?.length ?? 0;
  return Buffer.from(parts.join('').slice(0, SIZE));
}

/** Contents that are made to be slow, each of a megabyte. */
export function contents(): readonly Content[] {
  return [
    ...UNITS.flatMap(unit => [
      { name: JSON.stringify(unit.slice(0, 30)), make: () => filled(unit) },
      { name: `${JSON.stringify(unit.slice(0, 30))}, with identifiers`, make: () => strewn(unit) },
    ]),
    { name: 'gzip of NUL', make: () => gzipSync(Buffer.alloc(1000 * SIZE)).subarray(0, SIZE) },
    { name: 'gzip of identifiers', make: () => gzipSync(Buffer.alloc(100 * SIZE, `${id} `)) },
    {
      name: 'gzip in base64',
      make: () => Buffer.from(gzipSync(Buffer.alloc(500 * SIZE, `${id} `)).toString('base64')),
    },
    { name: 'streams of a PDF', make: document },
    {
      name: 'different pairs',
      make: () => different(() => `${keys.accessKeyId()} ${keys.secretAccessKey()}\n`),
    },
    { name: 'different identifiers', make: () => different(() => `${keys.accessKeyId()}\n`) },
    { name: 'different secrets', make: () => different(() => `"${keys.secretAccessKey()}",\n`) },
    { name: 'random bytes', make: () => keys.bytes(SIZE) },
  ];
}
