import type { FalseCategory } from '../case.js';
import { accessKeyId, secretAccessKey, temporaryId } from '../keys.js';
import { BASE32, LOWER, type Random, UPPER } from '../random.js';
import { among, names } from '../surroundings.js';

const AKIA = ['AK', 'IA'].join('');
const ASIA = ['AS', 'IA'].join('');

/** The keys that AWS prints in its documentation, in pieces. */
const DOCUMENTED_IDS = [
  ['IOSFODNN7', 'EXAMPLE'],
  ['I44QH8DHB', 'EXAMPLE'],
].map(([start, end]) => `${AKIA}${start}${end}`);
const DOCUMENTED_SECRETS = [
  ['wJalrXUtnFEMI', 'K7MDENG', 'bPxRfiCYEXAMPLEKEY'],
  ['je7MtGbClwBF', '2Zp9Utk', 'h3yCo8nvbEXAMPLEKEY'],
].map(parts => parts.join('/'));

/** A pair in one of the ways in which a pair is written. */
function written(r: Random, id: string, secret: string): string {
  const n = names(r, r.pick(['env', 'snake', 'camel']));
  const mark = r.pick(['"', "'"]);
  return among(
    r,
    'hash',
    ...r.pick([
      [`${n.id}=${id}`, `${n.secret}=${secret}`],
      [`  ${n.id}: ${mark}${id}${mark}`, `  ${n.secret}: ${mark}${secret}${mark}`],
      [`${n.id} = ${mark}${id}${mark}`, `${n.secret} = ${mark}${secret}${mark}`],
      [`export ${n.id}=${mark}${id}${mark}`, `export ${n.secret}=${mark}${secret}${mark}`],
    ]),
  );
}

function placeholder(r: Random): string {
  const [id, secret] = r.pick([
    ['YOUR_ACCESS_KEY', 'YOUR_SECRET_KEY'],
    ['<your-access-key-id>', '<your-secret-access-key>'],
    [`${AKIA}XXXXXXXXXXXXXXXX`, 'x'.repeat(40)],
    [`${AKIA}${'*'.repeat(16)}`, '*'.repeat(40)],
    ['CHANGEME', 'changeme'],
    ['xxx', 'yyy'],
    [`${AKIA}0000000000000000`, '0'.repeat(40)],
    ['AKIA...', 'wJalr...'],
    ['your_aws_access_key_id_here', 'your_aws_secret_access_key_goes_here'],
    ['REPLACE_WITH_YOUR_ACCESS_KEY', 'REPLACE_WITH_YOUR_SECRET_ACCESS_KEY_HERE'],
    ['todo', 'todo'],
    ['', ''],
    ['null', 'null'],
  ]);
  return written(r, id, secret);
}

function sequence(r: Random): string {
  const id = r.pick([
    '1234567890ABCDEF',
    'ABCDEFGHIJKLMNOP',
    '1234567890123456',
    '0123456789ABCDEF',
    'QRSTUVWXYZ234567',
    'ABCD1234EFGH5678',
  ]);
  const secret = r.pick([
    'abcdefghijklmnopqrstuvwxyz0123456789ABCD',
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmn',
    '1234567890123456789012345678901234567890',
    '1234567890abcdefghij1234567890abcdefghij',
  ]);
  return written(r, r.pick([AKIA, ASIA]) + id, secret);
}

function repeated(r: Random): string {
  const unit = r.pick(['TEST', 'FAKE', 'DUMMY', 'QQ', r.text(BASE32, 1), r.text(BASE32, 2)]);
  return written(r, AKIA + unit.repeat(16).slice(0, 16), r.text(LOWER, 2).repeat(20));
}

/** Accounts that documentation and simulators use: a structurally perfect identifier of nobody. */
const documentationAccount = (r: Random) => {
  const of = r.pick([
    '123456789012',
    '111122223333',
    '444455556666',
    '000000000000',
    '555555555555',
    '111111111111',
  ]);
  return among(
    r,
    'hash',
    `${r.pick(['key', 'AccessKeyId', 'id'])} = "${r.pick([accessKeyId(r, of), temporaryId(r, of)])}"`,
  );
};

const example = (r: Random) =>
  written(
    r,
    `${r.pick([AKIA, ASIA])}${r.text(BASE32, 9)}EXAMPLE`,
    r.text(`${LOWER}${UPPER}`, 30) + r.pick(['EXAMPLEKEY', 'EXAMPLE123']),
  );

function reference(r: Random): string {
  const [id, secret] = r.pick([
    ['${AWS_ACCESS_KEY_ID}', '${AWS_SECRET_ACCESS_KEY}'],
    ['$AWS_ACCESS_KEY_ID', '$AWS_SECRET_ACCESS_KEY'],
    ['{{ aws_access_key }}', '{{ lookup("env", "AWS_SECRET_ACCESS_KEY") }}'],
    ['process.env.AWS_ACCESS_KEY_ID', 'process.env.AWS_SECRET_ACCESS_KEY'],
    ['var.access_key', 'var.aws_secret_access_key_for_production_x'],
    ['{{resolve:secretsmanager:app:SecretString:id}}', '{{resolve:secretsmanager:app:SecretString:key}}'],
    ['op://vault/aws/access-key-id', 'op://vault/aws/secret-access-key-for-deploys'],
    ['ENC[AES256_GCM,data:abc=,iv:def=,type:str]', 'ENC[AES256_GCM,data:Zm9v,iv:YmFy,tag:cXV4,type:str]'],
    ['!Ref AccessKey', '!GetAtt AccessKey.SecretAccessKey'],
    [
      '@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/a)',
      'vault:secret/data/aws/prod#secret_access_key',
    ],
    ['%(aws_access_key_id)s', '%(aws_secret_access_key)s'],
    ['System.getenv("AWS_ACCESS_KEY_ID")', 'System.getenv("AWS_SECRET_ACCESS_KEY")'],
  ]);
  return written(r, id, secret);
}

const dummy = (r: Random) =>
  written(
    r,
    ...r.pick([
      ['test', 'test'],
      ['minioadmin', 'minioadmin'],
      ['dummy', 'dummy'],
      ['local', 'local'],
      ['foo', 'bar'],
      ['fakeMyKeyId', 'fakeSecretKey'],
      ['mock', 'mock'],
      ['root', 'password'],
    ] satisfies [string, string][]),
  );

const localStack = (r: Random) => written(r, `LSIA${r.text(BASE32, 16)}`, 'test');

/** Not a key at all, only talk of keys. */
const talk = (r: Random) =>
  among(
    r,
    'prose',
    r.pick([
      'Rotate the AWS secret access key every 90 days; access keys begin with AKIA, temporary ones with ASIA.',
      'const { accessKeyId, secretAccessKey, sessionToken } = await provider();',
      'if key.startswith(("AKIA", "ASIA")): raise ValueError("static aws_secret_access_key")',
      'pattern: (?:AKIA|ASIA)[A-Z2-7]{16} and [A-Za-z0-9/+=]{40}',
      '--secret-access-key SECRET_ACCESS_KEY  the AWS secret access key (default: from the environment)',
      'aws_secret_access_key: Optional[str] = None, aws_session_token: Optional[str] = None',
      'public string SecretAccessKey { get; set; } // AWSSecretAccessKeyConfigurationProperty',
    ]),
  );

/** What people write in the place of a key. */
export const placeholders: readonly FalseCategory[] = [
  {
    name: 'documentation keys',
    files: ['README.md', 'a.py', '.env'],
    write: r => written(r, r.pick(DOCUMENTED_IDS), r.pick(DOCUMENTED_SECRETS)),
  },
  { name: 'EXAMPLE', files: ['docs.md', '.env', 'a.test.ts'], write: example },
  { name: 'placeholders', files: ['.env.example', 'README.md', 'config.yml'], write: placeholder },
  { name: 'sequences', files: ['a.test.ts', 'README.md', '.env'], write: sequence },
  { name: 'repetitions', files: ['a.test.ts', 'fixtures.py'], write: repeated },
  { name: 'accounts of the documentation', files: ['moto.py', 'a.md'], write: documentationAccount },
  { name: 'references', files: ['.env', 'ci.yml', 'app.yml', 'main.tf'], write: reference },
  { name: 'dummies', files: ['docker-compose.yml', '.env', 'a.py'], write: dummy },
  { name: 'LocalStack keys', files: ['a.py', '.env'], write: localStack },
  { name: 'talk of keys', files: ['README.md', 'a.ts', 'a.py', 'cli.txt'], write: talk },
  {
    name: 'documented secret in base64',
    files: ['secret.yaml'],
    write: r =>
      `data:\n  secret: ${Buffer.from(r.pick(DOCUMENTED_SECRETS)).toString('base64')}\n  id: ${Buffer.from(r.pick(DOCUMENTED_IDS)).toString('base64')}\n`,
  },
  {
    name: 'secret by another name',
    files: ['a.ts', 'a.yml'],
    write: r =>
      among(
        r,
        'code',
        `${r.pick(['nonce', 'cursor', 'state', 'requestId', 'csrf', 'cacheBuster', 'boundary'])} = "${secretAccessKey(r)}"`,
      ),
  },
];
