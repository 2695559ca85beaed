import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { detect } from '../src/scan/detect/detect.js';
import { keysFrom } from './detect-keys.js';

const VARIANTS = 10;

function found(content: string | Buffer): readonly unknown[] {
  return detect(Buffer.from(content)).detections;
}

const NAMED: readonly (readonly [string, (secret: string) => string])[] = [
  ['the framework that it configures', s => `DJANGO_AWS_SECRET_ACCESS_KEY=${s}\n`],
  ['a client of S3', s => `s3.client.default.secret_key: ${s}\n`],
  ['a key of a secret and ID', s => `{"secretAccessKeyId": "${s}"}`],
  ['AWS_SECRET_KEY_ID', s => `AWS_SECRET_KEY_ID=${s}\n`],
  ['sk, in brackets', s => `config["sk"] = "${s}"\n`],
  ['a variable of Perl', s => `$ENV{AWS_SECRET_ACCESS_KEY} = "${s}";\n`],
  ['a hidden field of Jsonnet', s => `  secret_access_key:: '${s}',\n`],
  ['a field with a type and a default', s => `aws_secret_access_key: str = Field(default="${s}")\n`],
  ['typographic quotes', s => `aws_secret_access_key = \u201c${s}\u201d\n`],
  ['what follows, which speaks of another', s => `echo "${s}" | vercel env add AWS_SECRET_ACCESS_KEY x\n`],
  [
    'an element beside it',
    s =>
      `<name>AWS_SECRET_ACCESS_KEY</name>\n  <description>of builds</description>\n  <defaultValue>${s}</defaultValue>`,
  ],
  ['a column right before it, as in a database', s => `\x01\x3f\x5dAWS_SECRET_ACCESS_KEY${s}\x07`],
];

test.each(NAMED)('a secret alone is known by %s', (_, write) => {
  for (let seed = 0; seed < VARIANTS; seed++) {
    const secret = keysFrom(seed).secretAccessKey();
    expect({ seed, found: found(write(secret)) }).toMatchObject({
      found: [{ rule: 'secret-access-key', secretAccessKey: { text: secret } }],
    });
  }
});

describe('a pair is found', () => {
  test.each<[string, (id: string, secret: string) => string]>([
    [
      'in a compressed value in hexadecimal',
      (id, secret) => `VALUES (X'${gzipSync(`id=${id}\nsecret=${secret}\n`).toString('hex')}')`,
    ],
    [
      'in a page whose letters are moved',
      (id, secret) =>
        `BT [(${id.slice(0, 9)})-20(${id.slice(9)})] TJ [(${secret.slice(0, 15)}) 5.5 (${secret.slice(15)})] TJ ET`,
    ],
    [
      'in the registry, as bytes of UTF-16',
      (id, secret) =>
        `"k"=hex(2):${Buffer.from(`${id}:${secret}`, 'utf16le').toString('hex').match(/../g)?.join(',')}`,
    ],
    [
      'in rows of a database',
      (id, secret) => `\x01\x17\x35access_key${id}\x01\x1d\x5daws_secret${secret}\x02`,
    ],
    ['side by side before a word', (id, secret) => `\x35\x5d${id}${secret}active\x00`],
  ])('%s', (_, write) => {
    for (let seed = 0; seed < VARIANTS; seed++) {
      const keys = keysFrom(seed);
      // The first character could be what separates.
      const [id, secret] = [keys.accessKeyId(), `/${keys.secretAccessKey().slice(1)}`];
      expect({ seed, found: found(write(id, secret)) }).toMatchObject({
        found: [{ rule: 'access-key-pair', secretAccessKey: { text: secret } }],
      });
    }
  });
});

describe('no secret is', () => {
  const bytes = (seed: number, count: number) => keysFrom(seed).bytes(count);
  test.each<[string, (seed: number) => string]>([
    [
      'a part of the hash of a password',
      seed =>
        `password: $2b$12$${bytes(seed, 30).toString('base64')}.${bytes(seed, 9).toString('base64').replace(/\W/g, 'x')}`,
    ],
    ['a name in camel case', seed => `secretKeyProvider: ${letters(seed, 'Xq')}\n`],
    ['a path', seed => `secret_key = ${letters(seed, '/X')}\n`],
    ['a logical ID', seed => `secretKey: ${letters(seed, 'Xq').slice(0, 32)}3FA85C64\n`],
    [
      'a symbol of Rust',
      seed => `secret ZN4asn16parser5parse17h${bytes(seed, 8).toString('hex')}E\0secret_key\0`,
    ],
  ])('%s', (_, write) => {
    for (let seed = 0; seed < VARIANTS; seed++) expect(found(write(seed))).toEqual([]);
  });
});

/** Forty small letters, with something else in place of five of them. */
function letters(seed: number, between: string): string {
  const random = Array.from(keysFrom(seed).bytes(40), byte => String.fromCharCode(0x61 + (byte % 26))).join(
    '',
  );
  return random.replace(/(.{6})../g, `$1${between}`);
}
