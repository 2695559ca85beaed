import { BASE32, BASE64, DIGITS, HEX, type Random } from './random.js';

/** Prefixes are put together here so that no key, and nothing like one, stands in the sources. */
const LONG_TERM = ['AK', 'IA'].join('');
const TEMPORARY = ['AS', 'IA'].join('');

function base32(bits: bigint, characters: number): string {
  let text = '';
  for (let at = characters - 1; at >= 0; at--) text += BASE32.charAt(Number((bits >> BigInt(at * 5)) & 31n));
  return text;
}

export const account = (r: Random) => r.text(DIGITS, 12);

/**
 * An identifier as AWS has issued them since 2019: after the prefix 80 bits in base32, of which the first is set,
 * the next 40 are the account and the rest is random.
 */
export function accessKeyId(r: Random, of: string = account(r), prefix: string = LONG_TERM): string {
  const low = BigInt(`0x${r.text(HEX, 10)}`) & ((1n << 39n) - 1n);
  return prefix + base32((1n << 79n) | (BigInt(of) << 39n) | low, 16);
}

export const temporaryId = (r: Random, of: string = account(r)) => accessKeyId(r, of, TEMPORARY);

/** Before 2019: the fifth character is I or J, the account cannot be read from it. */
export const oldAccessKeyId = (r: Random) => LONG_TERM + r.pick(['I', 'J']) + r.text(BASE32, 15);

/** Hand-made: the right prefix and length, a fifth character that AWS never gives. */
export const handMadeId = (r: Random) => LONG_TERM + r.text('ABCDEFGHKLMNOP', 1) + r.text(BASE32, 15);

/** 40 characters of base64; three in ten begin or end with one of the two that are not letters or digits. */
export function secretAccessKey(r: Random): string {
  const core = r.text(BASE64, 40);
  if (r.chance(0.7)) return core;
  return r.chance(0.5) ? r.pick(['+', '/']) + core.slice(1) : core.slice(1) + r.pick(['+', '/']);
}

/** The current form and the two before it, told apart by the first bytes; about 300 to 1000 characters. */
export function sessionToken(r: Random): string {
  const region = Buffer.from(r.pick(['us-east-1', 'eu-west-1', 'ap-southeast-2']));
  const issuer = Buffer.concat([
    Buffer.from([0x1a, region.length]),
    region,
    Buffer.from([0x22, r.int(64, 72)]),
  ]);
  const start = r.pick([
    Buffer.concat([Buffer.from('!\n\torigin_ec\x10', 'latin1'), r.bytes(1), Buffer.alloc(9, 0xff), issuer]),
    Buffer.concat([Buffer.from('!\n\torigin_ec\x10', 'latin1'), r.bytes(1), issuer]),
    Buffer.concat([Buffer.from('\x17\n\x06er/aws\x10', 'latin1'), r.bytes(1)]),
  ]);
  return Buffer.concat([start, r.bytes(r.int(220, 640))]).toString('base64');
}

/** Long-term Bedrock key: `ABSK` and the base64 of name, account and secret. */
export function bedrockKey(r: Random, of: string = account(r)): string {
  const name = r.chance(0.8)
    ? `BedrockAPIKey-${r.text('abcdefghijklmnopqrstuvwxyz0123456789', 4)}`
    : 'build-agent';
  const content = `${name}-at-${of}:${r.text(BASE64, r.int(58, 66))}`;
  return ['AB', 'SK', Buffer.from(content).toString('base64')].join('');
}

/** Short-term Bedrock key: the base64 of a presigned URL. */
export function bedrockShortKey(r: Random): string {
  const region = r.pick(['us-east-1', 'us-west-2', 'eu-central-1']);
  const day = `2026${r.pick(['01', '06', '11'])}${r.pick(['03', '17', '28'])}`;
  const url =
    'bedrock.amazonaws.com/?Action=CallWithBearerToken&X-Amz-Algorithm=AWS4-HMAC-SHA256' +
    `&X-Amz-Credential=${temporaryId(r)}%2F${day}%2F${region}%2Fbedrock%2Faws4_request` +
    `&X-Amz-Date=${day}T101112Z&X-Amz-Expires=43200&X-Amz-Security-Token=${encodeURIComponent(sessionToken(r))}` +
    `&X-Amz-Signature=${r.text(HEX, 64)}&X-Amz-SignedHeaders=host&Version=1`;
  return ['bedrock', 'api', 'key', Buffer.from(url).toString('base64')].join('-');
}

/** SMTP password of SES, version 4: one byte of version and 32 of HMAC-SHA256, in base64. */
export const smtpPassword = (r: Random) => Buffer.concat([Buffer.from([4]), r.bytes(32)]).toString('base64');

export function uuid(r: Random): string {
  const part = (length: number) => r.text(HEX, length);
  return `${part(8)}-${part(4)}-4${part(3)}-${r.pick(['8', '9', 'a', 'b'])}${part(3)}-${part(12)}`;
}

export const mwsToken = (r: Random) => ['amzn', 'mws', uuid(r)].join('.');
