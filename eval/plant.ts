import type { RuleId, Severity } from '../src/scan/finding.js';
import type { Expectation, Planted } from './case.js';
import {
  accessKeyId,
  bedrockKey,
  bedrockShortKey,
  handMadeId,
  mwsToken,
  oldAccessKeyId,
  secretAccessKey,
  sessionToken,
  smtpPassword,
  temporaryId,
} from './keys.js';
import { ALPHANUMERIC, type Random } from './random.js';

const nothing = { id: '', secret: '', token: '', value: '', expects: [] };

function expects(rules: readonly RuleId[], severity: Severity, ...values: string[]): Expectation[] {
  return [{ rules, severity, values }];
}

function pairOf(id: string, secret: string, severity: Severity = 'error'): Planted {
  return { ...nothing, id, secret, expects: expects(['access-key-pair'], severity, id, secret) };
}

export const pair = (r: Random) => pairOf(accessKeyId(r), secretAccessKey(r));
export const oldPair = (r: Random) => pairOf(oldAccessKeyId(r), secretAccessKey(r));
/** One identifier in thirty has no digit. */
export function letterPair(r: Random): Planted {
  let id = accessKeyId(r);
  while (/\d/.test(id)) id = accessKeyId(r);
  return pairOf(id, secretAccessKey(r));
}

/** A pair is a pair even where the identifier is not one that AWS would issue; how severe is left open. */
export const handMadePair = (r: Random) => pairOf(handMadeId(r), secretAccessKey(r), 'warning');

/** Two pairs in one file; the second stands in `token` (identifier) and `value` (secret). */
export function twoPairs(r: Random): Planted {
  const [first, second] = [pair(r), pair(r)];
  const { id: token, secret: value } = second;
  return { ...first, token, value, expects: [...first.expects, ...second.expects] };
}

export function idAlone(r: Random): Planted {
  const id = r.chance(0.7) ? accessKeyId(r) : oldAccessKeyId(r);
  return { ...nothing, id, expects: expects(['access-key-id'], 'error', id) };
}

export function temporaryIdAlone(r: Random): Planted {
  const id = temporaryId(r);
  return { ...nothing, id, expects: expects(['temporary-access-key-id'], 'warning', id) };
}

export function secretAlone(r: Random): Planted {
  const secret = secretAccessKey(r);
  return { ...nothing, secret, expects: expects(['secret-access-key'], 'error', secret) };
}

export function temporary(r: Random): Planted {
  const [id, secret, token] = [temporaryId(r), secretAccessKey(r), sessionToken(r)];
  return {
    ...nothing,
    id,
    secret,
    token,
    expects: expects(['temporary-credentials'], 'error', id, secret, token),
  };
}

function single(rules: readonly RuleId[], severity: Severity, value: string): Planted {
  return { ...nothing, value, expects: expects(rules, severity, value) };
}

export const bedrock = (r: Random) => single(['bedrock-api-key'], 'error', bedrockKey(r));
export const bedrockShort = (r: Random) =>
  single(['bedrock-short-term-api-key'], 'warning', bedrockShortKey(r));
export const mws = (r: Random) => single(['mws-auth-token'], 'warning', mwsToken(r));

/** A literal where the name says that a secret access key stands, of a length that none has. */
export const odd = (r: Random) =>
  single(['odd-credential'], 'warning', r.text(`${ALPHANUMERIC}/+`, r.pick([24, 32, 36, 38, 39, 41, 44])));

/** The identifier may be told with the password or by itself. */
export function smtp(r: Random): Planted {
  const [id, value] = [accessKeyId(r), smtpPassword(r)];
  const password = expects(['ses-smtp-credentials'], 'error', value);
  const user = expects(['ses-smtp-credentials', 'access-key-id'], 'error', id);
  return { ...nothing, id, value, expects: [...password, ...user] };
}
