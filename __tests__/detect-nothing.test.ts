import { describe, expect, test } from '@jest/globals';
import { looksRandom } from '../src/scan/detect/bigrams.js';
import { detect } from '../src/scan/detect/detect.js';
import { type Keys, keysFrom } from './detect-keys.js';

const VARIANTS = 20;
const random = (keys: Keys, length: number) =>
  keys.bytes(length).toString('base64').replaceAll('=', '').slice(0, length);
const base32 = (keys: Keys, length: number) =>
  Array.from({ length }, () => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.charAt(keys.below(32))).join('');
const example = (...parts: string[]) => parts.join('');

const HARMLESS: readonly (readonly [string, (keys: Keys) => string])[] = [
  ['identifiers of resources', k => ['AROA', 'AIDA', 'AGPA', 'ANPA'].map(p => p + base32(k, 16)).join(' ')],
  ['an identifier within base64', k => `"${random(k, 90)}${k.accessKeyId()}${random(k, 90)}"`],
  ['DNA', k => `ACCA${Array.from({ length: 16 }, () => 'ACGT'.charAt(k.below(4))).join('')}`],
  ['words in capitals', () => 'ASIAREGIONALOFFICEAB ASIANDEVELOPMENTBANK ASIASTOCKEXCHANGEFEE'],
  ['npm integrity', k => `"integrity": "sha512-${k.bytes(64).toString('base64')}"`],
  ['git hashes', k => `uses: actions/checkout@${k.bytes(20).toString('hex')}`],
  ['a camel-case name of 40', () => 'aws_secret: getSecretAccessKeyFromParameterStoreValue'],
  ['a path of 40', () => 'secret = config/environments/Production2/secrets1'],
  ['placeholders', () => `aws_secret_access_key=${'X'.repeat(40)}\naws_access_key_id=AKIA${'X'.repeat(16)}`],
  ['sequences', () => `AKIA${'ABCD1234EFGH5678'}\nsecret_key=abcdefghijklmnopqrstuvwxyz0123456789ABCD`],
  [
    'references',
    () => 'secret_key: ${{ secrets.AWS_SECRET_ACCESS_KEY }}\nsecretAccessKey: process.env.SECRET_KEY',
  ],
  ['SOPS', k => `aws_secret_access_key: ENC[AES256_GCM,data:${random(k, 40)},iv:${random(k, 43)}=,type:str]`],
  ['a checksum of 40', k => `hash: ${random(k, 40)}\netag: "${random(k, 40)}"`],
  ['secrets of others', k => `client_secret=${random(k, 40)}\nSESSION_SECRET=${random(k, 40)}`],
  ['40 random characters without a word', k => Array.from({ length: 8 }, () => random(k, 40)).join('\n')],
  ['url-safe hashes', k => `secretsmanager/a.json,sha256=${k.bytes(2).toString('hex')}-${random(k, 40)},12`],
  [
    'text in base64',
    k => `secret: ${Buffer.from(`database password number ${10000 + k.below(9999)}`).toString('base64')}`,
  ],
  ['variables of another length', k => `a = "${random(k, 20)}"\nb = "${random(k, 19)}"\nsecret = a + b`],
  [
    'a signed header of the older form',
    k => `Authorization: AWS ${k.accessKeyId()}:${k.bytes(20).toString('base64')}`,
  ],
  [
    'words and a number',
    () => `access_key=AKIA${'SOMEACCESSKEY123'}\naws_access_key_id = AKIA${'MYTESTSECRETKEY9'}`,
  ],
  [
    'what AWS cannot have issued, below the name of a resource',
    k => `# arn:aws:iam::${'2'.repeat(12)}:role/ci, sts.amazonaws.com\nx = "AKIAC${base32(k, 15)}"`,
  ],
  ['a domain and a key', k => `https://sqs.amazonaws.com\nBUILD_KEY=${random(k, 40)}`],
  [
    'a longer word before a digest',
    k => `${k.accessKeyId()}B\nmd5 ${k.bytes(16).toString('hex')}\ncommit ${k.bytes(20).toString('hex')}`,
  ],
  [
    'the hash of a password',
    k => `password: "$argon2id$v=19$m=65536,t=3,p=4$${random(k, 22)}$${random(k, 40)}"`,
  ],
  ['the hash of a directory', k => `userPassword: {SSHA}${random(k, 40)}\n`],
  ['words and a count', () => `aws_access_key_id = "${['AK', 'IAMASKED', 'MASKED'].join('')}1234"`],
  ['what an object is called', k => `S3Bucket: deploy\nS3Key: ${random(k, 40)}\n`],
  ['the version of a secret', k => `"secretVersionId": "${random(k, 40)}"`],
  ['a sample', k => `aws_access_key_id = "${['AK', 'IASAMPLE', 'SAMPLE'].join('')}${1000 + k.below(9000)}"`],
  [
    "a manifest's placeholder",
    () => `AWS_SECRET_ACCESS_KEY: ${Buffer.from('change-it-please').toString('base64')}\n`,
  ],
  ['an image', k => `url(data:image/png;base64,iVBORw0KGgo${random(k, 3000)})`],
  ['random bytes', k => k.bytes(3000).toString('latin1')],
];

describe('nothing is found in', () => {
  test.each(HARMLESS)('%s', (_, write) => {
    for (let seed = 0; seed < VARIANTS; seed++) {
      const content = write(keysFrom(seed));
      const { detections } = detect(Buffer.from(content, 'latin1'));
      expect({ content, detections: detections.filter(one => one.severity !== 'notice') }).toMatchObject({
        detections: [],
      });
    }
  });
});

describe('examples', () => {
  const documented = example('AKIA', 'IOSFODNN7', 'EXAMPLE');
  const secret = example('wJalrXUtnFEMI/K7MDENG', '/bPxRfiCY', 'EXAMPLEKEY');

  test('of the documentation are notices', () => {
    const { detections } = detect(Buffer.from(`id=${documented}\nsecret=${secret}`));
    expect(detections).toMatchObject([{ severity: 'notice', reason: 'documentation key' }]);
  });

  test('do not hide a real key on their line', () => {
    const keys = keysFrom(3);
    const [real, realSecret] = [keys.accessKeyId(), keys.secretAccessKey()];
    const { detections } = detect(
      Buffer.from(`${documented} ${real} # EXAMPLE ${realSecret} aws_secret=${secret}`),
    );
    expect(detections.find(one => one.severity === 'error')).toMatchObject({
      rule: 'access-key-pair',
      accessKeyId: { text: real },
      secretAccessKey: { text: realSecret },
    });
  });
});

describe('likelihood', () => {
  test('loses at most one random secret in a thousand', () => {
    const keys = keysFrom(11);
    let lost = 0;
    for (let count = 0; count < 20_000; count++) {
      const secret = keys.bytes(30).toString('base64');
      if (!looksRandom(Buffer.from(secret), 0, secret.length)) lost++;
    }
    expect(lost).toBeLessThanOrEqual(20);
  });
});
