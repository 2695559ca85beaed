/** What the words around a 40-character value say about it. */
export type Context = 'named' | 'hinted' | 'none' | 'denied';

const AWS_SECRET =
  /secret[\s_.-]{0,3}access[\s_.-]{0,3}key|access[\s_.-]{0,3}secret|secret[\s_.-]{0,3}key|(?:aws|amazon|s3|iam|boto|minio|dynamo(?:db)?|ses|sqs|sns)[\w\s.-]{0,24}(?:secret|priv|password|credential|key)|(?:^|[^a-z0-9])sk["']?\s{0,3}[:=]/i;

const SECRET = /secret|private.?key|access.?key|credential|passw/i;

/** Who else gives out secrets of 40 characters, and what else is called a secret. */
const OTHER_SECRET =
  /client|captcha|paystack|paypal|braintree|plaid|razorpay|flutterwave|algolia|mailgun|mailchimp|sendgrid|pusher|mixpanel|segment|sentry|datadog|discord|telegram|linkedin|dropbox|spotify|coinbase|binance|kraken|bitfinex|tencent|aliyun|alibaba|qiniu|huawei|web.?hook|consumer|oauth|session|cookie|jwt|csrf|xsrf|app.?secret|signing|hmac|github|gitlab|slack|stripe|twilio|azure|google|gcp|firebase|okta|auth0|django|flask|rails|heroku|npm|twitter|facebook|encrypt|cipher|salt|api.?secret|shared.?secret/i;

const OTHER_THING = new RegExp(
  '(?:sha-?\\d{1,3}|integrity|check.?sum|digest|e-?tag|commit|revision|uses:|hash|base64,|md5|signature|nonce|' +
    'finger.?print|thumb.?print|public.?key|cursor|continuation|next.?token|ENC\\[[^\\]]*|' +
    '(?:^|[^A-Za-z0-9])(?:id|version|ref|hmac|data|iv|tag))' +
    '["\'`)\\]]{0,2}\\s{0,3}(?:=>|[=:>(-])?\\s{0,3}["\'`]?$',
  'i',
);

/** How far before a value its name is looked for. */
const BEFORE = 120;
const AFTER = 80;

/**
 * @param text the text around the value
 * @param start first character of the value
 * @param end one past the last
 */
export function contextOf(text: string, start: number, end: number): Context {
  const lines = words(text.slice(Math.max(0, start - BEFORE), start)).split(/\r\n|[\r\n]/);
  const sameLine = lines.at(-1) ?? '';
  if (OTHER_THING.test(sameLine.slice(-40))) return 'denied';
  const before = lines.slice(-2).join('\n');
  if (isApiKey(sameLine, before)) return 'none';
  if (AWS_SECRET.test(before)) return OTHER_SECRET.test(nameBefore(sameLine)) ? 'none' : 'named';
  if (SECRET.test(before)) return OTHER_SECRET.test(before) ? 'none' : 'hinted';
  const after = words(text.slice(end, end + AFTER)).split(/[\r\n]/, 1)[0] ?? '';
  return AWS_SECRET.test(after) && !OTHER_SECRET.test(after) ? 'hinted' : 'none';
}

/** A key of API Gateway, which may have 40 characters, too, and opens one interface. */
function isApiKey(sameLine: string, before: string): boolean {
  return /api.?key$/i.test(nameBefore(sameLine)) || (/api.?key/i.test(before) && !/secret/i.test(before));
}

/** Without what is too long for a word: random text spells short words now and then. */
function words(text: string): string {
  return text.replace(/[A-Za-z0-9+/]{32,}/g, '*');
}

/** The name that the value is assigned to, or nothing. */
function nameBefore(line: string): string {
  return /([\w.-]+)["'`\])]{0,3}\s*(?:=>|:=|[=:,(])\s*["'`]?$/.exec(line)?.[1] ?? '';
}
