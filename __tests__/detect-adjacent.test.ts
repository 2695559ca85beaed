import { describe, expect, test } from '@jest/globals';
import { detect } from '../src/scan/detect/detect.js';
import { hasCandidates } from '../src/scan/detect/kernels.js';
import { zipOf } from './detect-archives.js';
import { keysFrom } from './detect-keys.js';

const VARIANTS = 10;

type Form = readonly [name: string, write: (id: string, secret: string) => string];

const PAIRS: readonly Form[] = [
  ['the fields of a database record', (i, s) => `\0\x07\x17\x35\x5d\x1bdeploy${i}${s}eu-west-1\x01\0`],
  ['fields without a name', (i, s) => `\0\x04\x35\x5d${i}${s}\0\0`],
  [
    "continued by cmd's caret",
    (i, s) => `set ID=${i.slice(0, 9)}^\r\n${i.slice(9)}\r\nset AWS_SECRET_ACCESS_KEY=${s}`,
  ],
  ['a StringBuilder', (i, s) => `id = "${i}"; b.append("${s.slice(0, 9)}").append("${s.slice(9)}");`],
  [
    'a StringBuilder in lines',
    (i, s) => `b.append("${i.slice(0, 9)}");\n  b.append("${i.slice(9)}");\n"${s}"`,
  ],
  ['a stream', (i, s) => `out << "${i.slice(0, 8)}" << "${i.slice(8)}" << ":" << "${s}";`],
];

describe('a pair is found in', () => {
  test.each(PAIRS)('%s', (_, write) => {
    for (let seed = 0; seed < VARIANTS; seed++) {
      const keys = keysFrom(seed);
      const [id, secret] = [keys.accessKeyId(), keys.secretAccessKey()];
      const content = Buffer.from(write(id, secret), 'latin1');
      expect(hasCandidates(content, 0, content.length)).toBe(true);
      const { detections } = detect(content);
      expect({ seed, detections }).toMatchObject({
        detections: [{ accessKeyId: { text: id }, secretAccessKey: { text: secret } }],
      });
    }
  });
});

describe('an identifier is found', () => {
  test('among the strings of a program that nothing parts', () => {
    for (let seed = 0; seed < VARIANTS; seed++) {
      const keys = keysFrom(seed);
      const id = keys.accessKeyId();
      const { detections } = detect(Buffer.from(`reflect: bad pointer${id}invalid argument: too`));
      if (/\d/.test(id)) expect(detections).toMatchObject([{ accessKeyId: { text: id } }]);
    }
  });

  test('in the name of a file of an archive, and in its comment', () => {
    const id = keysFrom(1).accessKeyId();
    const named = zipOf(`keys/${id}.csv`, Buffer.from('nothing'), 'stored');
    const inHeaders = { accessKeyId: { text: id }, layers: [] };
    expect(detect(named).detections).toMatchObject([inHeaders, inHeaders]);
    const comment = Buffer.from(`for ${id}`);
    const zip = zipOf('a', Buffer.from('nothing'), 'stored');
    zip.writeUInt16LE(comment.length, zip.length - 2);
    expect(detect(Buffer.concat([zip, comment])).detections).toMatchObject([{ accessKeyId: { text: id } }]);
  });
});

describe('a key of API Gateway is none of AWS accounts', () => {
  test.each([
    ['a header', (k: string) => `curl https://a1.execute-api.eu-west-1.amazonaws.com/ -H "x-api-key: ${k}"`],
    ['a command', (k: string) => `aws apigateway create-api-key --value ${k}`],
    [
      'an answer',
      (k: string) => `aws apigateway get-api-key --api-key ab12 --include-value\n{\n  "value": "${k}",\n}`,
    ],
    ['JSON', (k: string) => `{ "aws": { "apiKey": "${k}" } }`],
    ['a variable', (k: string) => `AWS_API_KEY=${k}`],
  ])('%s', (_, write) => {
    for (let seed = 0; seed < VARIANTS; seed++) {
      const key = keysFrom(seed).secretAccessKey().replace(/\W/g, 'x');
      expect(detect(Buffer.from(write(key))).detections).toEqual([]);
    }
  });
});
