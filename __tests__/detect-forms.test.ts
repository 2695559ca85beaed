import { describe, expect, test } from '@jest/globals';
import { detect } from '../src/scan/detect/detect.js';
import { keysFrom } from './detect-keys.js';

type Form = readonly [name: string, write: (id: string, secret: string) => string];

const VARIANTS = 20;

const PAIRS: readonly Form[] = [
  ['a .env file', (i, s) => `AWS_ACCESS_KEY_ID=${i}\nAWS_SECRET_ACCESS_KEY=${s}\n`],
  ['a credentials file', (i, s) => `[default]\naws_access_key_id = ${i}\naws_secret_access_key = ${s}\n`],
  ['a credentials file, secret first', (i, s) => `aws_secret_access_key = ${s}\naws_access_key_id = ${i}\n`],
  ["the console's CSV", (i, s) => `\ufeffAccess key ID,Secret access key\r\n${i},${s}\r\n`],
  ['a table', (i, s) => `| bob | ${i} | ${s} |`],
  ['JSON', (i, s) => JSON.stringify({ AccessKeyId: i, SecretAccessKey: s }, null, 2)],
  ['JSON with escaped slashes', (i, s) => `{"key":"${i}","secret":"${s.replaceAll('/', '\\/')}"}`],
  ['JSON in JSON in JSON', (i, s) => JSON.stringify(JSON.stringify(JSON.stringify({ i, secret: s })))],
  ['YAML', (i, s) => `aws:\n  access_key: ${i}\n  secret_key: ${s}\n`],
  ['Terraform', (i, s) => `provider "aws" {\n  access_key = "${i}"\n  secret_key = "${s}"\n}`],
  ['XML', (i, s) => `<AccessKeyId>${i}</AccessKeyId><SecretAccessKey>${s}</SecretAccessKey>`],
  ['TypeScript', (i, s) => `new S3({ credentials: { accessKeyId: '${i}', secretAccessKey: '${s}' } })`],
  ['Python', (i, s) => `boto3.client('s3', aws_access_key_id='${i}', aws_secret_access_key='${s}')`],
  ['PHP', (i, s) => `'credentials' => ['key' => '${i}', 'secret' => '${s}']`],
  ['a constructor', (i, s) => `new BasicAWSCredentials("${i}", "${s}")`],
  ['a URL', (i, s) => `s3://${i}:${encodeURIComponent(s)}@bucket/path`],
  ['a query', (i, s) => `https://x.y/?access_key=${i}&secret_key=${encodeURIComponent(s)}&z=1`],
  ['a path', (i, s) => `${i}/${s}`],
  ['a Dockerfile', (i, s) => `ENV AWS_ACCESS_KEY_ID=${i} \\\n    AWS_SECRET_ACCESS_KEY=${s}`],
  ['HTML', (i, s) => `<td>${i}</td><td>${s.replace(/[+/]/g, c => `&#${c.charCodeAt(0)};`)}</td>`],
  ['a diff', (i, s) => `+${i}\n+${s}`],
  ['lines far apart', (i, s) => `id: ${i}\n${'# more\n'.repeat(15)}secret: ${s}`],
  [
    'two concatenations',
    (i, s) => `k = "${i.slice(0, 9)}" + "${i.slice(9)}"\ns = "${s.slice(0, 20)}" + "${s.slice(20)}"`,
  ],
  ['folded YAML', (i, s) => `id: ${i}\nsecret: >-\n  ${s.slice(0, 17)}\n  ${s.slice(17)}\n`],
  [
    "Java's builder",
    (i, s) =>
      `new StringBuilder("${i.slice(0, 9)}").append("${i.slice(9)}");\n` +
      `secret.append("${s.slice(0, 20)}").append("${s.slice(20)}");`,
  ],
  ['a pickle of Python 3.0', (i, s) => `\x80\x03}q\0(X\x14\0\0\0${i}q\x01X\x28\0\0\0${s}q\x02u.`],
  ['compiled Python', (i, s) => `\xa7\r\r\nz\x14${i}z\x28${s}N)\x05Z\x05boto3`],
  ['a compiled class', (i, s) => `\xca\xfe\xba\xbe\x01\0\x14${i}\x01\0\x28${s}\x01\0\x04Code`],
  [
    'two pairs of variables',
    (i, s) =>
      `const a = '${i.slice(0, 9)}';\nconst b = '${i.slice(9)}';\nconst id = a + b;\n` +
      `const c = '${s.slice(0, 15)}';\nconst d = '${s.slice(15)}';\nconst secret = c + d;\n`,
  ],
  [
    "a shell's variables",
    (i, s) =>
      `A=${i.slice(0, 9)}\nB=${i.slice(9)}\nC='${s.slice(0, 9)}'\nD='${s.slice(9)}'\nID=$A$B SECRET="\${C}\${D}"`,
  ],
  [
    'a function of R',
    (i, s) => `paste0('${i.slice(0, 9)}', '${i.slice(9)}')\npaste0('${s.slice(0, 9)}', '${s.slice(9)}')`,
  ],
  [
    'a format',
    (i, s) =>
      `"{}{}".format('${i.slice(0, 9)}', '${i.slice(9)}')\nprintf("%s%s", '${s.slice(0, 9)}', '${s.slice(9)}')`,
  ],
  [
    "Julia's product",
    (i, s) => `"${i.slice(0, 9)}" * "${i.slice(9)}"\ns = "${s.slice(0, 9)}" * "${s.slice(9)}"`,
  ],
  [
    'a document cut into runs',
    (i, s) =>
      `<w:t>Key: ${i}</w:t></w:r></w:p><w:p><w:r><w:t>Secret: ${s.slice(0, 15)}</w:t></w:r>` +
      `<w:proofErr w:type="spellEnd"/><w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr><w:t>${s.slice(15)}</w:t></w:r>`,
  ],
  ['a pickle of Python 1', (i, s) => `(dp0\nVid\np1\nV${i}\np2\nsVsecret\np3\nV${s}\np4\ns.`],
  [
    'names and values of a database',
    (i, s) => `\x01\x03\x3b\x5daws_secret_access_key${s}\x28\x01\x03\x2f\x35aws_access_key_id${i}`,
  ],
  ['quoted-printable', (i, s) => `AWS_ACCESS_KEY_ID=3D${i}\nSECRET=3D${s.slice(0, 30)}=\n${s.slice(30)}`],
];

const split = (text: string, at: number, glue: string) => text.slice(0, at) + glue + text.slice(at);

const IDENTIFIERS: readonly Form[] = [
  ['alone', i => i],
  ['behind an escaped line end', i => `"foo\\n${i}\\nbar"`],
  ['behind an escaped tab', i => `"x\\t${i}"`],
  ['behind %3D', i => `KEY%3D${i}%26x`],
  ['behind \\u003d', i => `k\\u003d${i}\\u0026`],
  ['behind \\x3d', i => `k\\x3d${i}`],
  ['in colour', i => `\u001b[31m${i}\u001b[0m`],
  ['in escaped colour', i => `\\033[31m${i}\\033[0m`],
  ['between underscores', i => `key_${i}_old`],
  ['between hyphens', i => `backup-${i}-2020.tgz`],
  ['in HTML entities', i => [...i].map(c => `&#${c.charCodeAt(0)};`).join('')],
  ['in octal escapes', i => [...i].map(c => `\\${c.charCodeAt(0).toString(8)}`).join('')],
  ['in percent escapes', i => [...i].map(c => `%${c.charCodeAt(0).toString(16)}`).join('')],
  ['split within its prefix', i => `"${split(i, 2, '" + "')}"`],
  ['split in adjacent literals', i => `("${split(i, 7, '"\n    "')}")`],
  ["split by PHP's dot", i => `'${split(i, 12, "' . '")}'`],
  ['split by the shell', i => `X=${split(i, 15, '""')}`],
  ['split in literals with a prefix', i => `(\n  f"${split(i, 7, '"  # one\n  f"')}"\n)`],
  ["continued behind a batch file's caret", i => `set X=${split(i, 11, '^\r\n')}\r\n`],
  ['continued on the next line', i => `X=${split(i, 11, '\\\n  ')}`],
  ['appended to', i => `k = "${split(i, 8, '"\nk += "')}"`],
  ['put behind a variable', i => `const prefix = "${i.slice(0, 4)}";\nreturn prefix + "${i.slice(4)}";`],
  ['assigned to once more', i => `k = "${split(i, 8, '"\nk = k + "')}"`],
  ['joined from a list', i => `["${split(i, 5, '", "')}"].join("")`],
];

const SECRETS: readonly Form[] = [
  ['a variable', (_, s) => `AWS_SECRET_ACCESS_KEY=${s}`],
  ['another name', (_, s) => `aws_secret = "${s}"`],
  ['a comparison', (_, s) => `if secret_key == "${s}":`],
  ['a general name', (_, s) => `secret_key: "${s}"`],
  ['JSON', (_, s) => `"SecretAccessKey": "${s}",`],
  ['a list of variables', (_, s) => `- name: AWS_SECRET_ACCESS_KEY\n  value: ${s}`],
  ['an argument', (_, s) => `aws configure set aws_secret_access_key ${s}`],
  ['an escaped line', (_, s) => `"x":"AWS_SECRET_ACCESS_KEY=${s}\\nFOO=1"`],
  ['a continued line', (_, s) => `AWS_SECRET_ACCESS_KEY=${split(s, 3, '\\\n')}`],
  ['literals in brackets', (_, s) => `AWS_SECRET_ACCESS_KEY = ("${split(s, 20, '"\n    "')}")`],
  ['variables', (_, s) => `a = "${s.slice(0, 30)}"\nb = "${s.slice(30)}"\nsecret_access_key = a + b\n`],
  ['a concatenation', (_, s) => `aws_secret_access_key = "${split(s, 22, '" + "')}"`],
];

function found(content: string, seed: number) {
  const { detections } = detect(Buffer.from(content));
  return { seed, content, detections };
}

describe('a pair is found as one error', () => {
  test.each(PAIRS)('in %s', (_, write) => {
    for (let seed = 0; seed < VARIANTS; seed++) {
      const keys = keysFrom(seed);
      const [id, secret] = [keys.accessKeyId(), keys.secretAccessKey()];
      expect(found(write(id, secret), seed)).toMatchObject({
        detections: [
          {
            rule: 'access-key-pair',
            severity: 'error',
            accessKeyId: { text: id },
            secretAccessKey: { text: secret },
          },
        ],
      });
    }
  });
});

describe('an access key ID is found', () => {
  test.each(IDENTIFIERS)('%s', (_, write) => {
    for (let seed = 0; seed < VARIANTS; seed++) {
      const id = keysFrom(seed).accessKeyId();
      expect(found(write(id, ''), seed)).toMatchObject({
        detections: [{ rule: 'access-key-id', severity: 'error', accessKeyId: { text: id } }],
      });
    }
  });
});

describe('a secret alone is found by its name', () => {
  test.each(SECRETS)('in %s', (_, write) => {
    for (let seed = 0; seed < VARIANTS; seed++) {
      const secret = keysFrom(seed).secretAccessKey();
      expect(found(write('', secret), seed)).toMatchObject({
        detections: [{ rule: 'secret-access-key', severity: 'error', secretAccessKey: { text: secret } }],
      });
    }
  });
});

describe('other credentials are found', () => {
  const keys = keysFrom(7);
  const [temporaryId, secret, token] = [
    keys.accessKeyId('ASIA'),
    keys.secretAccessKey(),
    keys.sessionToken(),
  ];
  test.each([
    ['temporary-credentials', 'error', `k=${temporaryId}\nsecret=${secret}\ntoken=${token}`],
    ['temporary-access-key-id', 'warning', `id: ${temporaryId}`],
    ['session-token', 'warning', `AWS_SESSION_TOKEN=${token}`],
    ['bedrock-api-key', 'error', `AWS_BEARER_TOKEN_BEDROCK=${keys.bedrockKey()}`],
    [
      'bedrock-short-term-api-key',
      'error',
      `"bedrock-api-key-${Buffer.from(`bedrock.amazonaws.com/?X-Amz-Credential=${temporaryId}%2F20260101&Version=1`).toString('base64')}"`,
    ],
    ['ses-smtp-credentials', 'error', `SMTP_PASSWORD=${keys.smtpPassword()}`],
    ['mws-auth-token', 'warning', `amzn.mws.${'4ea38b7b-f563-7709-4bae-87aeabcdef12'}`],
    ['odd-credential', 'warning', `aws_secret_access_key = ${secret.slice(0, 38)}`],
    [
      'presigned-url',
      'notice',
      `https://b/?X-Amz-Credential=${keys.accessKeyId()}%2F20260102%2Fus-east-1%2Fs3`,
    ],
  ])('%s, as %s', (rule, severity, content) => {
    expect(found(content, 7)).toMatchObject({ detections: [{ rule, severity }] });
  });

  test('the token of temporary credentials belongs to them', () => {
    const { detections } = detect(Buffer.from(`k=${temporaryId}\nsecret=${secret}\ntoken=${token}`));
    expect(detections[0]?.sessionToken?.text).toBe(token);
  });

  test('a file that holds a secret and nothing else is understood by its name', () => {
    expect(detect(Buffer.from(`${secret}\n`)).detections).toEqual([]);
    const { detections } = detect(Buffer.from(`${secret}\n`), { path: 'run/aws_secret_access_key' });
    expect(detections).toMatchObject([{ rule: 'secret-access-key', secretAccessKey: { start: 0, end: 40 } }]);
  });
});
