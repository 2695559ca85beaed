import { describe, expect, test } from '@jest/globals';
import { detect } from '../src/scan/detect/detect.js';
import { keysFrom } from './detect-keys.js';

const VARIANTS = 10;

const found = (text: string): readonly unknown[] => detect(Buffer.from(text)).detections;
const form = (text: string) => new URLSearchParams({ text }).toString();
/** As mail is written: equals signs are escaped, and long lines are cut. */
const mail = (text: string) => text.replaceAll('=', '=3D').replace(/.{75}/g, '$&=\n');

describe('a pair is found', () => {
  test.each<[string, (id: string, secret: string) => string]>([
    [
      'in a form, with spaces around',
      (id, s) => form(`aws_access_key_id = ${id}\naws_secret_access_key = ${s}\n`),
    ],
    ['in a form, indented', (id, s) => form(`<Id>\n      ${id}\n</Id>\n<Secret>\n      ${s}\n</Secret>\n`)],
    ['in mail, cut right behind the secret', (id, s) => `key "${id}" and secret "${s}=\n", as agreed\n`],
    ['in a path', (id, s) => `/login/${id}/${s}`],
  ])('%s', (_, write) => {
    for (let seed = 0; seed < VARIANTS; seed++) {
      const keys = keysFrom(seed);
      const [id, secret] = [keys.accessKeyId(), keys.secretAccessKey()];
      expect({ seed, found: found(write(id, secret)) }).toMatchObject({
        found: [{ rule: 'access-key-pair', secretAccessKey: { text: secret } }],
      });
    }
  });
});

describe('a secret alone is known by a name with an escape behind it', () => {
  test.each<[string, (secret: string) => string]>([
    ['of mail', s => mail(`AWS_SECRET_ACCESS_KEY=${s}\n`)],
    ['of mail, with quotes', s => mail(`secretAccessKey = '${s}'\n`)],
    ['of a form', s => form(`secret_key: ${s}\nregion: x\n`)],
    [
      'of JSON',
      s => JSON.stringify({ source: `p = "${s.slice(0, 9)}"\nsecret_key = f"{p}${s.slice(9)}"\n` }),
    ],
  ])('%s', (_, write) => {
    for (let seed = 0; seed < VARIANTS; seed++) {
      const secret = keysFrom(seed).secretAccessKey();
      expect({ seed, found: found(write(secret)) }).toMatchObject({
        found: [{ rule: 'secret-access-key', secretAccessKey: { text: secret } }],
      });
    }
  });
});

test('forty characters between escaped characters of a token are no secret', () => {
  for (let seed = 0; seed < VARIANTS; seed++) {
    const keys = keysFrom(seed);
    const [head, rest] = [
      keys.sessionToken().replace(/\W/g, 'a'),
      keys.bytes(30).toString('base64').replace(/\W/g, 'a'),
    ];
    const token = `${head}+${rest}/${head}`;
    expect(found(`secretKey=&sessionToken=${encodeURIComponent(token)}`)).toMatchObject([
      { rule: 'session-token', sessionToken: { text: token } },
    ]);
  }
});

test('an identifier in a signed query is none of a key, however the query is written', () => {
  for (let seed = 0; seed < VARIANTS; seed++) {
    const url = `https://b.example/k?AWSAccessKeyId=${keysFrom(seed).accessKeyId()}&Expires=1&Signature=abc%3D`;
    for (const text of [
      JSON.stringify({ url }).replaceAll('=', '\\u003d').replaceAll('&', '\\u0026'),
      mail(`<a href="${url}">`),
    ]) {
      expect({ text, found: found(text) }).toMatchObject({ found: [{ rule: 'presigned-url' }] });
    }
  }
});

test('a value of its own name is no secret, also where the name is escaped', () => {
  for (let seed = 0; seed < VARIANTS; seed++) {
    const token = keysFrom(seed).secretAccessKey().replace(/\W/g, 'a');
    const text = `AWS_SECRET_ACCESS_KEY = os.getenv("SECRET", "")\nTRACKING_ID = os.getenv("TRACKING_ID", "${token}")\n`;
    expect(found(encodeURIComponent(text))).toEqual([]);
  }
});

test('a prefix in literals of its own is found in JSON, too', () => {
  for (let seed = 0; seed < VARIANTS; seed++) {
    const id = keysFrom(seed).accessKeyId();
    const source = `id = "${id.slice(0, 2)}" + "${id.slice(2, 4)}" + "${id.slice(4)}"\n`;
    expect(found(JSON.stringify({ source }))).toMatchObject([{ accessKeyId: { text: id } }]);
  }
});
