import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { detect } from '../src/scan/detect/detect.js';
import { tarOf, zipOf } from './detect-archives.js';
import { keysFrom } from './detect-keys.js';

const VARIANTS = 10;
const env = (id: string, secret: string) => `AWS_ACCESS_KEY_ID=${id}\nAWS_SECRET_ACCESS_KEY=${secret}\n`;
const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64');
const wrapped = (text: string, width: number, end = '\n') =>
  (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(end);
const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();
const utf32 = (text: string) => Buffer.from([...text].flatMap(c => [c.charCodeAt(0), 0, 0, 0]));
const dump = (text: string) =>
  (
    Buffer.from(text)
      .toString('hex')
      .match(/.{1,32}/g) ?? []
  )
    .map((row, at) => `${(at * 16).toString(16).padStart(8, '0')}: ${(row.match(/.{1,4}/g) ?? []).join(' ')}`)
    .join('\n');

type Layer = readonly [layers: string, write: (id: string, secret: string) => string | Buffer];

const LAYERS: readonly Layer[] = [
  ['utf-16le', (i, s) => Buffer.from(`\ufeff${env(i, s)}`, 'utf16le')],
  ['utf-16le', (i, s) => Buffer.from(env(i, s), 'utf16le')],
  ['utf-16be', (i, s) => swapped(`\ufeff${env(i, s)}`)],
  ['utf-16be', (i, s) => swapped(env(i, s))],
  ['utf-32le', (i, s) => utf32(env(i, s))],
  ['base64', (i, s) => base64(env(i, s))],
  ['base64', (i, s) => wrapped(base64(`# settings\n${env(i, s)}${'x=1\n'.repeat(30)}`), 76, '\r\n')],
  ['base64', (i, s) => wrapped(base64(`# settings\n${env(i, s)}${'x=1\n'.repeat(30)}`), 64, '\n    ')],
  ['base64', (i, s) => Buffer.from(`>>>???${env(i, s)}`).toString('base64url')],
  ['base64', (i, s) => `data:\n  AWS_ACCESS_KEY_ID: ${base64(i)}\n  AWS_SECRET_ACCESS_KEY: ${base64(s)}\n`],
  ['base64', (i, s) => `Authorization: Basic ${base64(`${i}:${s}`)}`],
  ['base64', (i, s) => `<a href="data:text/plain;base64,${base64(env(i, s))}">`],
  ['base64', (i, s) => base64(`\ufeffAccess key ID,Secret access key\r\n${i},${s}\r\n`)],
  ['hex', (i, s) => Buffer.from(`\ufeffAccess key ID,Secret access key\r\n${i},${s}\r\n`).toString('hex')],
  ['base64 base64 base64', (i, s) => base64(base64(base64(env(i, s))))],
  ['base64 utf-16le', (i, s) => `powershell -enc ${base64(Buffer.from(env(i, s), 'utf16le'))}`],
  ['escape base64', (i, s) => JSON.stringify(wrapped(base64(`# settings of mine\n${env(i, s)}`), 76))],
  ['hex', (i, s) => Buffer.from(env(i, s)).toString('hex')],
  ['hex', (i, s) => wrapped(Buffer.from(env(i, s)).toString('hex'), 60)],
  ['hex dump', (i, s) => dump(env(i, s))],
  ['gzip', (i, s) => gzipSync(env(i, s))],
  ['zlib', (i, s) => deflateSync(env(i, s))],
  ['base64 gzip', (i, s) => base64(gzipSync(env(i, s)))],
  ['base64 base64 gzip', (i, s) => `release: ${base64(base64(gzipSync(env(i, s))))}`],
  ['zip:app/.env', (i, s) => zipOf('app/.env', Buffer.from(env(i, s)), 'deflated')],
  ['zip:app/.env', (i, s) => zipOf('app/.env', Buffer.from(env(i, s)), 'stored')],
  ['zip:app/.env', (i, s) => zipOf('app/.env', Buffer.from(env(i, s)), 'streamed')],
  [
    'zip:a.zip zip:.env',
    (i, s) => zipOf('a.zip', zipOf('.env', Buffer.from(env(i, s)), 'deflated'), 'deflated'),
  ],
  ['tar:app/.env', (i, s) => tarOf('app/.env', Buffer.from(env(i, s)))],
  ['gzip tar:app/.env', (i, s) => gzipSync(tarOf('app/.env', Buffer.from(env(i, s))))],
  ['tar:a.gz gzip', (i, s) => tarOf('a.gz', gzipSync(env(i, s)))],
];

describe('a pair is found through', () => {
  test.each(LAYERS)('%s', (layers, write) => {
    for (let seed = 0; seed < VARIANTS; seed++) {
      const keys = keysFrom(seed);
      const [id, secret] = [keys.accessKeyId(), keys.secretAccessKey()];
      const { detections } = detect(Buffer.from(write(id, secret)));
      expect({ seed, detections }).toMatchObject({
        detections: [
          {
            rule: 'access-key-pair',
            layers: layers === 'hex dump' ? ['hex dump'] : layers.split(' '),
            accessKeyId: { text: id },
            secretAccessKey: { text: secret },
          },
        ],
      });
    }
  });
});

describe('the place of a value is that of the bytes that carry it', () => {
  const keys = keysFrom(5);
  const [id, secret] = [keys.accessKeyId(), keys.secretAccessKey()];

  test('in base64', () => {
    const content = `config: ${base64(`x${env(id, secret)}`)}\n`;
    const place = detect(Buffer.from(content)).detections[0]?.accessKeyId;
    // 19 characters precede the identifier: it is carried from the 26th of base64's characters on.
    expect(place).toMatchObject({ start: 8 + Math.floor((19 * 4) / 3), end: 8 + Math.ceil((39 * 4) / 3) });
  });

  test('in percent escapes', () => {
    const content = `u=${[...id].map(c => `%${c.charCodeAt(0).toString(16)}`).join('')};`;
    expect(detect(Buffer.from(content)).detections[0]?.accessKeyId).toMatchObject({ start: 2, end: 62 });
  });

  test('across a concatenation', () => {
    const content = `x = "${id.slice(0, 10)}" + "${id.slice(10)}";`;
    expect(detect(Buffer.from(content)).detections[0]?.accessKeyId).toMatchObject({ start: 5, end: 30 });
  });

  test('in UTF-16', () => {
    const content = Buffer.from(`\ufeffk=${id}`, 'utf16le');
    expect(detect(content).detections[0]?.accessKeyId).toMatchObject({ start: 6, end: 46 });
  });

  test('in an archive, where that is the packed entry', () => {
    const content = zipOf('app/.env', Buffer.from(env(id, secret)), 'deflated');
    const place = detect(content).detections[0]?.accessKeyId;
    expect(place?.start).toBe(content.indexOf('app/.env') + 'app/.env'.length);
    expect(place?.end).toBeLessThan(content.lastIndexOf('app/.env'));
  });
});

describe('an archive behind a program', () => {
  const script = '#!/bin/sh\nexec java -jar "$0" "$@"\n';
  const keys = keysFrom(5);
  const [id, secret] = [keys.accessKeyId(), keys.secretAccessKey()];
  const zip = zipOf('BOOT-INF/classes/a.yml', Buffer.from(env(id, secret)), 'deflated');
  const found = { rule: 'access-key-pair', layers: ['zip:BOOT-INF/classes/a.yml'] };

  test.each([
    ['a script', Buffer.from(script)],
    ['a program', Buffer.concat([Buffer.from('\x7fELF'), keys.bytes(3000)])],
    ['anything else', Buffer.from('GIF89a')],
  ])('%s', (_, program) => {
    expect(detect(Buffer.concat([program, zip])).detections).toMatchObject([found]);
  });

  test('and before a comment', () => {
    const comment = Buffer.from('built by hand');
    const commented = Buffer.concat([zip, comment]);
    commented.writeUInt16LE(comment.length, zip.length - 2);
    expect(detect(Buffer.concat([Buffer.from(script), commented])).detections).toMatchObject([found]);
  });

  test('does not hide what the program itself says', () => {
    const other = keys.accessKeyId();
    const content = Buffer.concat([Buffer.from(`#!/bin/sh\nexport KEY=${other}\n`), zip]);
    expect(detect(content).detections).toContainEqual(
      expect.objectContaining({ accessKeyId: expect.objectContaining({ text: other }) }),
    );
    expect(detect(content).detections).toHaveLength(2);
  });
});
