import type { Detection, FoundValue } from '../finding.js';
import type { Finds, Placed } from './finds.js';
import type { Identifier } from './identifiers.js';
import { nearestToken, type Pair, pairsOf } from './pairing.js';
import { type Range, Ranges } from './ranges.js';
import type { Secret } from './secrets.js';
import { withoutPieces } from './token-pieces.js';
import type { Token } from './tokens.js';

interface Ranged extends Range {
  readonly text: string;
}

/** Turns a value of the document into one of the content that was given. */
export type Outer = (value: Ranged) => FoundValue;

/** Puts the values of one document together and says how bad each is. */
export function verdictsOn(
  finds: Finds,
  linesBetween: (start: number, end: number) => number,
  outer: Outer,
): Detection[] {
  dropWithinTokens(finds);
  const pairs = pairsOf(finds, linesBetween);
  const tokens = withoutPartsOfOthers(finds);
  const sessionTokens = tokens
    .filter(token => token.rule === 'session-token')
    .sort((one, other) => one.start - other.start);
  const used = new Set<object>();
  const paired = new Ranges();
  const detections: Detection[] = [];
  for (const pair of pairs) {
    const token = isTemporary(pair.identifier) ? nearestToken(sessionTokens, pair.secret, used) : undefined;
    used.add(pair.identifier).add(pair.secret);
    paired.add(pair.identifier);
    paired.add(pair.secret);
    if (token !== undefined) used.add(token);
    detections.push(verdictOnPair(pair, token, outer));
  }
  for (const identifier of finds.identifiers.values()) {
    if (used.has(identifier) || paired.overlaps(identifier) || isInvented(identifier)) continue;
    detections.push(verdictOnIdentifier(identifier, outer));
  }
  for (const secret of finds.secrets.values()) {
    // What overlaps a pair is the same characters read in another way.
    const verdict = paired.overlaps(secret) ? undefined : verdictOnSecret(secret, outer);
    if (verdict !== undefined) detections.push(verdict);
  }
  for (const token of tokens) {
    if (!used.has(token)) detections.push(verdictOnToken(token, outer));
  }
  return detections;
}

/** A short-term Bedrock key is a presigned URL in base64: the session in it is not told apart. */
function dropWithinTokens({ tokens, identifiers }: Finds): void {
  const urls = new Ranges();
  for (const token of tokens.values()) if (token.rule === 'bedrock-short-term-api-key') urls.add(token);
  for (const [key, identifier] of identifiers) if (urls.overlaps(identifier)) identifiers.delete(key);
  for (const [key, token] of tokens) {
    if (token.rule === 'session-token' && urls.overlaps(token)) tokens.delete(key);
  }
}

/**
 * A value of odd length is none when it is a piece of something whole: the first literal of a concatenation, or the
 * encoded form of a key. Of two tokens that overlap, the one reached through fewer layers stays.
 */
function withoutPartsOfOthers({ identifiers, secrets, tokens }: Finds): Placed<Token>[] {
  const whole = new Ranges();
  for (const value of [...identifiers.values(), ...secrets.values()]) whole.add(value);
  const taken = new Ranges();
  const kept: Placed<Token>[] = [];
  for (const token of withoutPieces([...tokens.values()]).sort(byCertainty)) {
    if (taken.overlaps(token) || (IS_ONLY_LENGTH[token.rule] && whole.overlaps(token))) continue;
    kept.push(token);
    taken.add(token);
  }
  return kept;
}

/** Known by name and length alone: a part of something else, or more than it, can look the same. */
const IS_ONLY_LENGTH: Readonly<Record<Token['rule'], boolean>> = {
  'session-token': false,
  'bedrock-api-key': false,
  'bedrock-short-term-api-key': false,
  'ses-smtp-credentials': true,
  'mws-auth-token': false,
  'odd-credential': true,
};

function byCertainty(one: Placed<Token>, other: Placed<Token>): number {
  const odd = Number(one.rule === 'odd-credential') - Number(other.rule === 'odd-credential');
  return odd === 0 ? one.layers.length - other.layers.length : odd;
}

/** Words, or nothing that AWS issues and nobody calls a key; and no known example. */
function isInvented({ valid, plausible, wordlike, harmless }: Identifier): boolean {
  return harmless === undefined && (wordlike || (!valid && !plausible));
}

function isTemporary(identifier: Identifier): boolean {
  return identifier.text.startsWith('ASIA');
}

function verdictOnPair(
  { identifier, secret }: Pair,
  token: Placed<Token> | undefined,
  outer: Outer,
): Detection {
  const harmless = identifier.harmless;
  return {
    rule: isTemporary(identifier) ? 'temporary-credentials' : 'access-key-pair',
    severity: harmless === undefined ? 'error' : 'notice',
    accessKeyId: outer(identifier),
    secretAccessKey: outer(secret),
    ...(token === undefined ? {} : { sessionToken: outer(token) }),
    layers: longer(identifier.layers, secret.layers),
    ...accountOf(identifier),
    ...(harmless === undefined ? {} : { reason: harmless }),
  };
}

function verdictOnIdentifier(identifier: Placed<Identifier>, outer: Outer): Detection {
  const common = {
    accessKeyId: outer(identifier),
    layers: identifier.layers,
    ...accountOf(identifier),
  };
  if (identifier.harmless !== undefined) {
    return { ...common, rule: ruleOf(identifier), severity: 'notice', reason: identifier.harmless };
  }
  if (identifier.presigned) {
    return { ...common, rule: 'presigned-url', severity: 'notice', reason: 'presigned URL' };
  }
  if (!identifier.valid) {
    const reason = 'not an identifier that AWS issues';
    return { ...common, rule: ruleOf(identifier), severity: 'warning', reason };
  }
  if (identifier.text.startsWith('AKIA')) return { ...common, rule: 'access-key-id', severity: 'error' };
  return { ...common, rule: 'temporary-access-key-id', severity: 'warning' };
}

function ruleOf(identifier: Identifier): 'access-key-id' | 'temporary-access-key-id' {
  return identifier.text.startsWith('AKIA') ? 'access-key-id' : 'temporary-access-key-id';
}

function accountOf(identifier: Identifier): { readonly account?: string } {
  return identifier.account === undefined ? {} : { account: identifier.account };
}

/** A secret alone counts only where words say that it is one. */
function verdictOnSecret(secret: Placed<Secret>, outer: Outer): Detection | undefined {
  if (secret.context !== 'named' && secret.context !== 'hinted') return undefined;
  const common = {
    rule: 'secret-access-key',
    secretAccessKey: outer(secret),
    layers: secret.layers,
  } as const;
  if (secret.harmless !== undefined) return { ...common, severity: 'notice', reason: secret.harmless };
  return { ...common, severity: 'error' };
}

const SEVERITY_OF_TOKEN = {
  'session-token': 'warning',
  'bedrock-api-key': 'error',
  'bedrock-short-term-api-key': 'error',
  'ses-smtp-credentials': 'error',
  'mws-auth-token': 'warning',
  'odd-credential': 'warning',
} as const;

function verdictOnToken(token: Placed<Token>, outer: Outer): Detection {
  const carried = token.rule === 'session-token' ? { sessionToken: outer(token) } : { value: outer(token) };
  const common = { rule: token.rule, ...carried, layers: token.layers };
  if (token.harmless !== undefined) return { ...common, severity: 'notice', reason: token.harmless };
  return { ...common, severity: SEVERITY_OF_TOKEN[token.rule] };
}

function longer(one: readonly string[], other: readonly string[]): readonly string[] {
  return other.length > one.length ? other : one;
}
