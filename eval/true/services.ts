import type { Planted, TrueCategory } from '../case.js';
import { bedrock, bedrockShort, mws, smtp } from '../plant.js';
import { DIGITS, type Random } from '../random.js';
import { among } from '../surroundings.js';

const keyed = (k: Planted, r: Random, keys: readonly string[]) =>
  among(
    r,
    'env',
    r.pick([`${r.pick(keys)}=${k.value}`, `${r.pick(keys)}: ${k.value}`, `${r.pick(keys)} = "${k.value}"`]),
  );

function mail(k: Planted, r: Random): string {
  return r.pick([
    `SMTP_HOST=email-smtp.eu-west-1.amazonaws.com\nSMTP_USER=${k.id}\nSMTP_PASSWORD=${k.value}\n`,
    `spring.mail.host=email-smtp.us-east-1.amazonaws.com\nspring.mail.username=${k.id}\nspring.mail.password=${k.value}\n`,
    `Smtp Username,Smtp Password\r\n${k.id},${k.value}\r\n`,
    `smtp:\n  host: email-smtp.us-west-2.amazonaws.com\n  username: "${k.id}"\n  password: "${k.value}"\n`,
    `EMAIL_HOST_USER = '${k.id}'\nEMAIL_HOST_PASSWORD = '${k.value}'\n`,
    `IAM User Name,Smtp Username,Smtp Password\nses-smtp-user.20${r.text(DIGITS, 6)},${k.id},${k.value}\n`,
  ]);
}

/** Credentials of services that have their own form. */
export const services: readonly TrueCategory[] = [
  {
    name: 'bedrock key',
    files: ['.env', 'config.toml', 'agent.py'],
    plant: bedrock,
    write: (k, r) => keyed(k, r, ['AWS_BEARER_TOKEN_BEDROCK', 'bedrock_key', 'API_KEY', 'x']),
  },
  {
    name: 'bedrock short-term key',
    files: ['.env', 'run.sh'],
    plant: bedrockShort,
    write: (k, r) => keyed(k, r, ['AWS_BEARER_TOKEN_BEDROCK', 'OPENAI_API_KEY', 'token']),
  },
  { name: 'ses smtp', files: ['.env', 'credentials.csv', 'mail.yml'], plant: smtp, write: mail },
  {
    name: 'mws',
    files: ['mws.php', '.env'],
    plant: mws,
    write: (k, r) => keyed(k, r, ['MWS_AUTH_TOKEN', 'AUTH', 'token']),
  },
];
