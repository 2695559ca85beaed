import { namingOf } from './naming.js';

/** What the words around a 40-character value say about it. */
export type Context = 'named' | 'hinted' | 'none' | 'denied';

const AWS_SECRET =
  /secret[\s_.-]{0,3}access[\s_.-]{0,3}key|access[\s_.-]{0,3}secret|secret[\s_.-]{0,3}key|(?:aws(?!\.com)|amazon(?!aws\.com)|s3|boto|minio|dynamo(?:db)?|(?<![a-z])(?:iam|ses|sqs|sns))[\w .\t-]{0,24}(?:secret|priv|pass(?![a-z])|passw|credential|key|sk(?![a-z0-9]))|(?:^|[^a-z0-9])sk["'\])]{0,3}\s{0,3}[:=,>]/i;

/** "Secret" in other languages, as their UTF-8 bytes. */
const ABROAD = [
  'geheim',
  'secr\u00e8t',
  'secr\u00e9t',
  'segret',
  'sekret',
  'hemlig',
  'tajn',
  'gizli',
  '\u79d8\u5bc6',
  '\u5bc6\u94a5',
  '\u5bc6\u9470',
]
  .concat([
    '\u30b7\u30fc\u30af\u30ec\u30c3\u30c8',
    '\ube44\ubc00',
    '\u0441\u0435\u043a\u0440\u0435\u0442',
    '\u0421\u0435\u043a\u0440\u0435\u0442',
  ])
  .flatMap(word => [Buffer.from(word).toString('latin1'), word])
  .filter(word => !/[^\0-\xff]/.test(word))
  .join('|');

const SECRET = new RegExp(`secret|private.?key|access.?key|credential|passw|${ABROAD}`, 'i');

/** Nobody else has a secret of that name. */
const OF_AWS = /aws|amazon|s3|iam|access/i;

const VOCABULARY = { speaks: new RegExp(`${AWS_SECRET.source}|${SECRET.source}`, 'i'), insists: AWS_SECRET };

/** Who else gives out secrets of 40 characters, and what else is called a secret. */
const OTHER_SECRET =
  /(?<!\bs3\.)client(?!\.(?:set|with)[A-Z_])|captcha|paystack|paypal|braintree|plaid|razorpay|flutterwave|algolia|mailgun|mailchimp|sendgrid|pusher|mixpanel|segment|sentry|datadog|discord|telegram|linkedin|dropbox|spotify|coinbase|binance|kraken|bitfinex|shopify|cloudflare|zendesk|hubspot|salesforce|atlassian|bitbucket|jira|mapbox|contentful|vercel|netlify|supabase|openai|anthropic|turnstile|twitch|reddit|wechat|onesignal|fastly|digitalocean|keycloak|cognito|tencent|aliyun|alibaba|qiniu|huawei|web.?hook|consumer|oauth|session|cookie|jwt|csrf|xsrf|app.?secret|signing|hmac|github|gitlab|slack|stripe|twilio|azure|google|gcp|firebase|okta|auth0|django|flask|rails|heroku|npm|twitter|facebook|encrypt|cipher|salt|api.?secret|shared.?secret/i;

const OTHER_THING = new RegExp(
  '(?:sha-?\\d{1,3}|integrity|check.?sum|digest|e-?tag|commit|revision|uses:|hash|base64,|md5|signature|nonce|' +
    'finger.?print|thumb.?print|public.?key|cursor|continuation|next.?token|ENC\\[[^\\]]*|' +
    '(?:^|(?<!secret[_.-]?(?:access[_.-]?)?key)[^A-Za-z0-9])(?:id|version|ref|hmac|data|iv|tag))' +
    '["\'`)\\]]{0,2}\\s{0,3}(?:=>|[=:>(-])?\\s{0,3}["\'`]?$|' +
    // The hash of a password: `{SSHA}…` of LDAP, `$argon2id$…$salt$…`
    '\\{(?:s?sha\\d*|s?md5|crypt|pbkdf2[\\w-]*|pkcs5s2|argon2\\w*)\\}$|\\$[A-Za-z0-9./+]{8,34}={0,2}\\$$',
  'i',
);

/**
 * @param text the text around the value
 * @param start first character of the value
 * @param end one past the last
 */
export function contextOf(text: string, start: number, end: number): Context {
  const { own, words, near, sameLine, header, after } = namingOf(text, start, end, VOCABULARY);
  if (isOtherThing(sameLine)) return 'denied';
  if (isApiKey(own, words) || isName(own) || isLineOfData(text, start, end)) return 'none';
  if (AWS_SECRET.test(words)) {
    const block = OF_AWS.test(own === '' ? near : own) ? '' : header;
    return areOfOther(block, own) ? 'none' : 'named';
  }
  if (SECRET.test(words)) {
    const speaking = SECRET.test(near) ? near : words;
    return OTHER_SECRET.test(`${header}\n${speaking}`) ? 'none' : 'hinted';
  }
  return AWS_SECRET.test(after) && !areOfOther(after) ? 'hinted' : 'none';
}

function isOtherThing(sameLine: string): boolean {
  return OTHER_THING.test(sameLine.slice(-40)) || PASSWORD_HASH.test(sameLine);
}

function areOfOther(...names: readonly string[]): boolean {
  return names.some(name => OTHER_SECRET.test(name) && !SURELY_OF_AWS.test(name));
}

/** Whatever else is in the name: an application is configured with it. */
const SURELY_OF_AWS = /aws[_.-]?secret[_.-]?(?:access[_.-]?)?key/i;

/** `$2b$12$…`, `$6$salt$…`: parts of it have forty characters between dots. */
const PASSWORD_HASH = /\$(?:2[abxy]?|[1567y]|argon2\w*|pbkdf2[\w-]*)\$[^\s"']{0,110}$/;

/** A key of API Gateway, which may have 40 characters, too, and opens one interface. */
function isApiKey(own: string, words: string): boolean {
  return /api.?key$/i.test(own) || (/api.?key/i.test(words) && !/secret/i.test(words));
}

/** What an object or a secret is called, not the secret: `S3Key`, `secretVersionId`. */
function isName(own: string): boolean {
  return (
    /object[_.-]?key$|s3key$/i.test(own) || /[a-z](?:(?<!ecret(?:Access)?Key)Id|Name|Arn|Version)$/.test(own)
  );
}

const LINE_BEFORE = /(?:^|[\r\n])[ \t]{0,80}[A-Za-z0-9+/]{40}\r?\n[ \t]{0,80}$/;
const LINE_AFTER = /^\r?\n[ \t]{0,80}[A-Za-z0-9+/]{40}[ \t]{0,8}(?:[\r\n]|$)/;
const LINE_BEGINS = /(?:^|[\r\n])[ \t]{0,80}$/;
const LINE_ENDS = /^[ \t]{0,8}(?:[\r\n]|$)/;

/** Data that is wrapped at forty characters: a line before or after it is alike. */
function isLineOfData(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 210), start);
  const after = text.slice(end, end + 140);
  return (
    (LINE_BEFORE.test(before) && LINE_ENDS.test(after)) ||
    (LINE_AFTER.test(after) && LINE_BEGINS.test(before))
  );
}
