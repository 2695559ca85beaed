import type { FalseCategory } from '../case.js';
import { accessKeyId, account, sessionToken, temporaryId, uuid } from '../keys.js';
import { ALPHANUMERIC, BASE32, DIGITS, HEX, LOWER, type Random, UPPER } from '../random.js';
import { among } from '../surroundings.js';

const WORDS = [
  'Create',
  'Describe',
  'Network',
  'Interface',
  'Attribute',
  'Replication',
  'Configuration',
  'Instance',
  'Volume',
  'Policy',
  'Version',
  'Cluster',
  'Parameter',
  'Group',
  'Secret',
  'Access',
  'Key',
  'Request',
  'Modify',
  'Public',
  'Encryption',
  'Service',
];

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const word = (r: Random) => r.text(LOWER, r.int(4, 9));

/** Words that no language has, as obfuscation and tests make them. */
function madeUp(r: Random): string {
  const [camel = '', path = ''] = ['', '/'].map(separator => {
    let text = '';
    while (text.length < 40) text += separator + capital(word(r));
    return text.slice(0, 40);
  });
  return r.pick([
    `secretKeyProvider: ${camel}`,
    `secret_path = ${path}`,
    `${camel.slice(0, 32)}${r.text('0123456789ABCDEF', 8)}:\n  Type: AWS::SecretsManager::Secret`,
    `secret_key_of=_ZN3std7process${camel.slice(0, 4)}17h${r.text(HEX, 16)}E`,
  ]);
}

/** Words joined until they are exactly 40 characters: what a scanner by length takes for a secret. */
function joined(r: Random, separator: string, casing: (word: string) => string): string {
  let text = '';
  while (text.length < 40) text += (text === '' ? '' : separator) + casing(r.pick(WORDS));
  return text.slice(0, 40);
}

const listed = (r: Random, value: (r: Random) => string) =>
  among(
    r,
    'yaml',
    ...Array.from(
      { length: r.int(1, 8) },
      () => `${r.pick(['- ', 'name: ', 'key: ', '  value: '])}${value(r)}`,
    ),
  );

function presigned(r: Random): string {
  const id = r.pick([temporaryId(r), accessKeyId(r)]);
  const day = `2026${r.pick(['01', '07', '12'])}${r.pick(['02', '19'])}`;
  const scope = `${id}%2F${day}%2Feu-west-1%2Fs3%2Faws4_request`;
  const token = id.startsWith(['AS', 'IA'].join(''))
    ? `&X-Amz-Security-Token=${encodeURIComponent(sessionToken(r))}`
    : '';
  const base = `https://${r.text(LOWER, 8)}.s3.eu-west-1.amazonaws.com/${r.text(LOWER, 6)}.pdf`;
  const signature = encodeURIComponent(Buffer.from(r.bytes(20)).toString('base64'));
  return among(
    r,
    'prose',
    r.pick([
      `${base}?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${scope}&X-Amz-Date=${day}T101010Z&X-Amz-Expires=300${token}&X-Amz-SignedHeaders=host&X-Amz-Signature=${r.text(HEX, 64)}`,
      `${base}?AWSAccessKeyId=${id}&Expires=1${r.text(DIGITS, 9)}&Signature=${signature}`,
      `[file](${base}?AWSAccessKeyId=${id}&Signature=${signature}&Expires=1${r.text(DIGITS, 9)})`,
      `Authorization: AWS4-HMAC-SHA256 Credential=${id}/${day}/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=${r.text(HEX, 64)}`,
    ]),
  );
}

const resource = (r: Random) =>
  r.pick(['AROA', 'AIDA', 'AGPA', 'AIPA', 'ANPA', 'ANVA', 'APKA', 'ASCA']) + r.text(BASE32, r.pick([16, 17]));

const arn = (r: Random) =>
  r.pick([
    `arn:aws:iam::${account(r)}:role/${r.text(LOWER, 10)}/${r.text(ALPHANUMERIC, 12)}`,
    `arn:aws:secretsmanager:eu-west-1:${account(r)}:secret:${r.text(LOWER, 7)}-${r.text(ALPHANUMERIC, 6)}`,
    `arn:aws:kms:us-east-1:${account(r)}:key/${uuid(r)}`,
    `arn:aws-cn:lambda:cn-north-1:${account(r)}:function:${r.text(LOWER, 12)}:${r.int(1, 90)}`,
    `arn:aws:sts::${account(r)}:assumed-role/${r.text(LOWER, 8)}/i-${r.text(HEX, 17)}`,
  ]);

const cdk = (r: Random) => {
  const asset = r.text(HEX, 64);
  const name = capital(r.text(LOWER, 7));
  return JSON.stringify(
    {
      Metadata: {
        'aws:cdk:path': `${name}Stack/${joined(r, '/', word => word)}/Resource`,
        'aws:asset:path': `asset.${asset}`,
        'aws:cdk:other': joined(r, '/', word => word),
      },
      Code: {
        S3Bucket: { 'Fn::Sub': `cdk-hnb659fds-assets-\${AWS::AccountId}-eu-west-1` },
        S3Key: `${asset}.zip`,
      },
      Type: 'AWS::IAM::AccessKey',
      Id: `${name}AccessKey${r.text(HEX, 8).toUpperCase()}`,
    },
    null,
    2,
  );
};

const caller = (r: Random) =>
  JSON.stringify(
    { UserId: `${resource(r)}:${r.text(LOWER, 6)}`, Account: account(r), Arn: arn(r) },
    null,
    r.pick([0, 2]),
  );

const bucket = (r: Random) =>
  r.pick([
    `https://s3.eu-west-1.amazonaws.com/${r.text(LOWER, 12)}/${joined(r, '/', word => word.toLowerCase())}`,
    `s3://${r.text(LOWER, 12)}/${r.text(LOWER, 5)}/${r.text(ALPHANUMERIC, 20)}.parquet`,
    `https://d${r.text(LOWER + DIGITS, 13)}.cloudfront.net/${r.text(HEX, 40)}.js`,
  ]);

const awsIds = (r: Random) =>
  r.pick([
    `i-${r.text(HEX, 17)}`,
    `eu-west-1_${r.text(ALPHANUMERIC, 9)}`,
    `eu-west-1:${uuid(r)}`,
    `o-${r.text(LOWER + DIGITS, 10)}`,
    `x-amz-request-id: ${r.text(UPPER + DIGITS, 16)}`,
    `x-amz-id-2: ${r.bytes(57).toString('base64')}`,
    `Z${r.text(UPPER + DIGITS, 20)}`,
    `E${r.text(UPPER + DIGITS, 13)}`,
    `d-${r.text(DIGITS, 10)}`,
    `K${r.text(UPPER + DIGITS, 13)}`,
    `ssoins-${r.text(HEX, 16)}`,
  ]);

const paths = (r: Random) =>
  r.pick([
    joined(r, '/', word => word.toLowerCase()),
    `/${joined(r, '/', word => word)}`.slice(0, 40),
    `src/${joined(r, '/', word => word.toLowerCase())}`.slice(0, 40),
    `node_modules/${r.text(LOWER, 8)}/dist/${r.text(LOWER, 13)}`,
  ]);

/** With a word of the context that a lone secret needs, right beside. */
const named = (r: Random) => {
  const value = r.pick([
    joined(r, '', capital),
    joined(r, '/', word => word),
    joined(r, '', word => word.toLowerCase()),
  ]);
  return among(
    r,
    'code',
    r.pick([
      `secretKey: "${value}"`,
      `secret_name = "${value}"`,
      `aws_access_key_path: ${value}`,
      `secret: '${value}'`,
    ]),
  );
};

/** Names, numbers and addresses. */
export const identifiers: readonly FalseCategory[] = [
  { name: 'resource identifiers', files: ['iam.json', 'a.tf', 'a.md'], write: r => listed(r, resource) },
  { name: 'caller identity', files: ['out.json', 'a.log'], write: caller },
  { name: 'presigned', files: ['README.md', 'a.html', 'requests.http', 'a.json'], write: presigned },
  { name: 'arns', files: ['a.yml', 'template.json'], write: r => listed(r, arn) },
  {
    name: 'account ids',
    files: ['a.yml', 'accounts.tf'],
    write: r => listed(r, of => `aws_account_id: "${account(of)}"`),
  },
  { name: 'bucket addresses', files: ['a.yml', 'README.md'], write: r => listed(r, bucket) },
  { name: 'cdk metadata', files: ['Stack.template.json', 'tree.json'], write: cdk },
  { name: 'other aws identifiers', files: ['a.log', 'a.yml'], write: r => listed(r, awsIds) },
  { name: 'made-up words', files: ['a.ts', 'a.yml', 'a.txt'], write: r => listed(r, madeUp) },
  {
    name: 'camel case of 40',
    files: ['Api.java', 'a.ts'],
    write: r => listed(r, of => joined(of, '', capital)),
  },
  {
    name: 'capitals of 20',
    files: ['a.c', 'a.h'],
    write: r =>
      listed(
        r,
        of => `${of.pick(['ASIA', 'ACCA'])}${joined(of, '', word => word.toUpperCase()).slice(0, 16)}`,
      ),
  },
  { name: 'paths of 40', files: ['files.txt', 'a.yml'], write: r => listed(r, paths) },
  { name: 'paths and names called secret', files: ['a.ts', 'values.yaml'], write: named },
  { name: 'uuids', files: ['a.json', 'a.sql'], write: r => listed(r, uuid) },
];
