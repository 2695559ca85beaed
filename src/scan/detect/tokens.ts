import { looksRandom } from './bigrams.js';
import { escapeEndsAt, goesOn } from './boundaries.js';
import { harmlessSecret } from './examples.js';
import { HEAD_OF_SESSION_TOKEN } from './token-heads.js';

/** A value that says by its own form what it is, or by its name. */
export interface Token {
  readonly rule:
    | 'session-token'
    | 'bedrock-api-key'
    | 'bedrock-short-term-api-key'
    | 'ses-smtp-credentials'
    | 'mws-auth-token'
    | 'odd-credential';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly harmless?: string;
}

interface TokenForm {
  readonly rule: Token['rule'];
  readonly form: RegExp;
  readonly accepts?: (value: string, text: string, start: number, end: number) => boolean;
}

const FORMS: readonly TokenForm[] = [
  {
    rule: 'session-token',
    form: new RegExp(`${HEAD_OF_SESSION_TOKEN}[A-Za-z0-9+/_-]{80,4096}(?:(?:=3D){1,2}|={0,2})`, 'g'),
    accepts: isNotOfUrl,
  },
  {
    rule: 'bedrock-api-key',
    form: /ABSK[A-Za-z0-9+/]{109,269}(?:(?:=3D){1,2}|={0,2})/g,
    accepts: holdsBedrockKey,
  },
  {
    rule: 'bedrock-short-term-api-key',
    form: /bedrock-api-key-[A-Za-z0-9+/_-]{60,8192}(?:(?:=3D){1,2}|={0,2})/g,
  },
  { rule: 'mws-auth-token', form: /amzn\.mws\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi },
  { rule: 'ses-smtp-credentials', form: /(?:B[A-P]|A[g-v])[A-Za-z0-9+/]{42}/g, accepts: isSmtpPassword },
];

export function findTokens(text: string): Token[] {
  return FORMS.flatMap(form => tokensOf(form, text));
}

function tokensOf({ rule, form, accepts }: TokenForm, text: string): Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(form)) {
    const start = match.index;
    const end = start + match[0].length;
    if (!standsAlone(text, start, end)) continue;
    if (accepts !== undefined && !accepts(match[0], text, start, end)) continue;
    // As quoted-printable writes them.
    const value = match[0].replaceAll('=3D', '=');
    const harmless = harmlessSecret(value);
    found.push({ rule, text: value, start, end, ...(harmless === undefined ? {} : { harmless }) });
  }
  return found;
}

const INSIDE = /[A-Za-z0-9+/]/;

function standsAlone(text: string, start: number, end: number): boolean {
  if (INSIDE.test(text.charAt(end)) || text.charAt(end) === '=') return false;
  if (goesOn(text, end)) return false;
  return start === 0 || !INSIDE.test(text.charAt(start - 1)) || escapeEndsAt(text, start);
}

/** A presigned URL carries the token of the session that signed it; the URL is told, the token opens nothing. */
function isNotOfUrl(_value: string, text: string, start: number): boolean {
  return !/X-Amz-Security-Token(?:=|%3D|["']?\s{0,3}[:,]\s{0,3}["']?)$/i.test(
    text.slice(Math.max(0, start - 40), start),
  );
}

/** `ABSK` and the base64 of `BedrockAPIKey-…:…`, or of another name chosen by the user, a colon and a secret. */
function holdsBedrockKey(value: string): boolean {
  return (
    Buffer.from(value.slice(4), 'base64').toString('latin1').includes(':') ||
    value.startsWith('ABSKQmVkcm9ja')
  );
}

/**
 * An SMTP password is the base64 of a version byte (4, formerly 2) and 32 bytes of HMAC. Forty-four characters of
 * base64 are many things, so words nearby must speak of mail.
 */
function isSmtpPassword(value: string, text: string, start: number, end: number): boolean {
  if (!looksRandom(Buffer.from(value, 'latin1'), 0, value.length)) return false;
  const around = text.slice(Math.max(0, start - 400), start) + text.slice(end, end + 200);
  return /smtp|mail|\bSES\b/i.test(around) || /AKIA[A-Z2-7]{16}/.test(around);
}
