import type { FalseCategory } from '../case.js';
import { account, uuid } from '../keys.js';
import { ALPHANUMERIC, BASE32, DIGITS, HEX, LOWER, type Random, UPPER } from '../random.js';
import { among } from '../surroundings.js';

const wrapped = (bytes: Buffer, width: number) =>
  (bytes.toString('base64').match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join('\n');

const armoured = (r: Random, label: string) =>
  `-----BEGIN ${label}-----\n${wrapped(r.bytes(r.int(300, 1600)), 64)}\n-----END ${label}-----\n`;

const assigned = (r: Random, values: readonly (readonly [string, string])[]) => {
  const [name, value] = r.pick(values);
  const mark = r.pick(['', '"']);
  return among(r, 'env', `${name}=${mark}${value}${mark}`);
};

const github = (r: Random) =>
  assigned(r, [
    ['GITHUB_TOKEN', r.pick(['ghp', 'gho', 'ghs', 'ghu']).concat('_', r.text(ALPHANUMERIC, 36))],
    ['GH_PAT', ['github', 'pat', r.text(ALPHANUMERIC, 22), r.text(ALPHANUMERIC, 59)].join('_')],
    ['GITHUB_SECRET', r.text(HEX, 40)],
  ]);

const otherVendors = (r: Random) =>
  assigned(r, [
    ['CLOUDFLARE_API_TOKEN', r.text(ALPHANUMERIC, 40)],
    ['CF_API_TOKEN', r.text(`${ALPHANUMERIC}_-`, 40)],
    ['OKTA_CLIENT_SECRET', r.text(`${ALPHANUMERIC}_-`, 40)],
    ['RECAPTCHA_SECRET_KEY', `6Le${r.text(`${ALPHANUMERIC}_-`, 37)}`],
    ['STRIPE_SECRET_KEY', ['sk', 'live', r.text(ALPHANUMERIC, 24)].join('_')],
    ['DD_APP_KEY', r.text(HEX, 40)],
    ['SENDGRID_API_KEY', `SG.${r.text(ALPHANUMERIC, 22)}.${r.text(ALPHANUMERIC, 43)}`],
    ['AZURE_STORAGE_KEY', r.bytes(64).toString('base64')],
    ['GOOGLE_API_KEY', `AIza${r.text(ALPHANUMERIC, 35)}`],
    ['SLACK_TOKEN', ['xoxb', r.text(DIGITS, 12), r.text(ALPHANUMERIC, 24)].join('-')],
    ['NPM_TOKEN', `npm_${r.text(ALPHANUMERIC, 36)}`],
    ['HEROKU_API_KEY', uuid(r)],
  ]);

const application = (r: Random) =>
  assigned(r, [
    ['APP_KEY', `base64:${r.bytes(32).toString('base64')}`],
    ['JWT_SECRET', r.bytes(32).toString('base64')],
    ['SECRET_KEY_BASE', r.text(HEX, 128)],
    ['SESSION_SECRET', r.text(ALPHANUMERIC, 32)],
    ['DJANGO_SECRET_KEY', r.text(`${LOWER}${DIGITS}!@#$%^&*(-_=+)`, 50)],
    ['ENCRYPTION_KEY', r.text(HEX, 64)],
    ['TOTP_SECRET', r.text(BASE32, 32)],
    ['TOTP_SECRET', r.text(BASE32, 16)],
    ['WEBHOOK_SECRET', `whsec_${r.text(ALPHANUMERIC, 32)}`],
  ]);

const jwt = (r: Random) => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    iss: 'https://token.actions.githubusercontent.com',
    sub: `repo:${r.text(LOWER, 5)}/${r.text(LOWER, 5)}`,
    aud: 'sts.amazonaws.com',
    jti: uuid(r),
  };
  return among(
    r,
    'env',
    `TOKEN=${part({ alg: 'RS256', kid: r.text(HEX, 40) })}.${part(claims)}.${r.bytes(256).toString('base64url')}`,
  );
};

const ssh = (r: Random) =>
  `${Array.from({ length: r.int(1, 5) }, () =>
    r.pick([
      `ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQ${r.bytes(384).toString('base64')} ${r.text(LOWER, 5)}@${r.text(LOWER, 6)}`,
      `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${r.text(ALPHANUMERIC, 43)} aws-secret-key`,
    ]),
  ).join('\n')}\n`;

const sops = (r: Random) =>
  ['aws_access_key_id', 'aws_secret_access_key']
    .map(
      key =>
        `${key}: ENC[AES256_GCM,data:${r.bytes(r.pick([20, 30, 40])).toString('base64')},iv:${r.bytes(32).toString('base64')},tag:${r.bytes(16).toString('base64')},type:str]\n`,
    )
    .concat(
      `sops:\n  kms:\n    - arn: arn:aws:kms:eu-west-1:${account(r)}:key/${uuid(r)}\n      enc: AQICAHh${r.bytes(130).toString('base64')}\n  mac: ENC[AES256_GCM,data:${r.bytes(90).toString('base64')},type:str]\n`,
    )
    .join('');

const vault = (r: Random) =>
  `${r.pick(['', 'aws_secret_access_key: !vault |\n'])}$ANSIBLE_VAULT;1.1;AES256\n${(
    r
      .bytes(r.int(100, 400))
      .toString('hex')
      .match(/.{1,80}/g) ?? []
  ).join('\n')}\n`;

const encrypted = (r: Random) =>
  r.pick([
    `secure: "${r.bytes(512).toString('base64')}"\n`,
    `AWS_SECRET_ACCESS_KEY:\n  kms: AQICAHh${r.bytes(150).toString('base64')}\n`,
    `kind: SealedSecret\nspec:\n  encryptedData:\n    AWS_SECRET_ACCESS_KEY: AgB${r.bytes(500).toString('base64')}\n    AWS_ACCESS_KEY_ID: AgC${r.bytes(500).toString('base64')}\n`,
    `aws_secret_access_key: ENC[PKCS7,${r.bytes(390).toString('base64')}]\n`,
  ]);

/** Secrets of others, keys that are public, and secrets that are encrypted. */
export const tokens: readonly FalseCategory[] = [
  { name: 'github tokens', otherSecret: true, files: ['.env', 'a.yml'], write: github },
  { name: 'tokens of other vendors', otherSecret: true, files: ['.env', 'config.sh'], write: otherVendors },
  { name: 'secrets of applications', otherSecret: true, files: ['.env', 'settings.ini'], write: application },
  {
    name: 'appsync keys',
    otherSecret: true,
    files: ['aws-exports.js', '.env'],
    write: r => among(r, 'env', `aws_appsync_apiKey=da2-${r.text(LOWER + DIGITS, 26)}`),
  },
  {
    name: 'api gateway keys',
    otherSecret: true,
    files: ['a.http', '.env'],
    write: r => among(r, 'env', `x-api-key: ${r.text(ALPHANUMERIC, 30)}`),
  },
  { name: 'jwts', otherSecret: true, files: ['.env', 'a.http'], write: jwt },
  { name: 'ssh public keys', files: ['authorized_keys', 'id_ed25519.pub'], write: ssh },
  {
    name: 'certificates',
    files: ['ca.pem', 'tls.crt', 'bundle.ca'],
    write: r => armoured(r, r.pick(['CERTIFICATE', 'PUBLIC KEY', 'CERTIFICATE REQUEST'])),
  },
  {
    name: 'pgp',
    files: ['KEYS', 'a.asc'],
    write: r => armoured(r, r.pick(['PGP PUBLIC KEY BLOCK', 'PGP SIGNATURE', 'PGP MESSAGE'])),
  },
  { name: 'sops', files: ['secrets.enc.yaml', 'secrets.yaml'], write: sops },
  { name: 'ansible vault', files: ['vault.yml', 'group_vars/all.yml'], write: vault },
  { name: 'encrypted values', files: ['.travis.yml', 'secret.yaml', 'serverless.yml'], write: encrypted },
  {
    name: 'licence keys',
    files: ['license.txt', 'a.lic'],
    write: r =>
      `${Array.from({ length: 5 }, () => r.text(UPPER + DIGITS, 5)).join('-')}\nAWS-KEY-${r.text(UPPER, 16)}\n`,
  },
];
