import { structureOf } from './account.js';
import { isAmongWords, isBesideSecret } from './adjacent.js';
import { looksRandom, textLikelihood } from './bigrams.js';
import { beginsAt, endsAt, lengthWrittenBefore } from './boundaries.js';
import type { Budget } from './budget.js';
import { harmlessIdentifier } from './examples.js';

/** An access key ID in a text. */
export interface Identifier {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** AWS can have issued it. */
  readonly valid: boolean;
  /** Not valid, but called an access key. */
  readonly plausible: boolean;
  /** It spells words, and is called an access key: one only if a secret stands beside it. */
  readonly wordlike: boolean;
  readonly account?: string;
  /** Why it opens nothing. */
  readonly harmless?: string;
  /** It stands in a signed URL or a SigV4 header, where no secret is. */
  readonly presigned: boolean;
}

const SHAPE = /(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}/g;
const BASE64_BEFORE = /[A-Za-z0-9+/]{0,64}$/;
const BASE64_AFTER = /^[A-Za-z0-9+/]{0,64}/;

/** Longer runs of base64 characters around an identifier are encoded data or a path. */
const LONGEST_SURROUNDING = 61;

/** In steps: what a closer look at one takes. */
const COST_OF_LOOK = 60;

/** @param budget takes note of the work, beside that for the length of the text */
export function findIdentifiers(text: string, budget: Budget): Identifier[] {
  const found: Identifier[] = [];
  SHAPE.lastIndex = 0;
  for (let match = SHAPE.exec(text); match !== null; match = SHAPE.exec(text)) {
    const start = match.index;
    const end = start + 20;
    budget.spend(COST_OF_LOOK);
    if (standsAlone(text, start, end)) {
      const identifier = describe(text, start, end, match[0]);
      if (identifier !== undefined) found.push(identifier);
    } else SHAPE.lastIndex = start + 1;
  }
  return found;
}

function standsAlone(text: string, start: number, end: number): boolean {
  const ends = endsAt(text, end) || lengthWrittenBefore(text, start, 20);
  const alone = (ends && beginsAt(text, start)) || isAmongWords(text, start);
  return (alone && !isWithinData(text, start, end)) || isBesideSecret(text, start);
}

function describe(text: string, start: number, end: number, value: string): Identifier | undefined {
  const structure = structureOf(value);
  const harmless = harmlessIdentifier(value);
  const likeWords = likenessToWords(value.slice(4));
  if (likeWords >= LIKE_WORDS && !isCalledKey(text, start, value)) return undefined;
  return {
    text: value,
    start,
    end,
    valid: structure !== undefined,
    plausible: isPlausible(text, start, value),
    wordlike:
      (structure === undefined && isMadeOfWords(value.slice(4))) ||
      likeWords >= (structure === undefined ? LIKE_WORDS : CLEARLY_WORDS),
    ...(structure?.account === undefined ? {} : { account: structure.account }),
    ...(harmless === undefined ? {} : { harmless }),
    presigned: isPresigned(text, start, end),
  };
}

/** A chance hit in encoded data: random base64 of more than a path's length on one side at least. */
function isWithinData(text: string, start: number, end: number): boolean {
  const before = BASE64_BEFORE.exec(text.slice(Math.max(0, start - 64), start))?.[0] ?? '';
  const after = BASE64_AFTER.exec(text.slice(end, end + 64))?.[0] ?? '';
  if (before.length + after.length + 20 <= LONGEST_SURROUNDING) return false;
  if (/^\/.{40}$/.test(after) && /(?:^|\/)$/.test(before) && !isRandom(before)) return false;
  return isRandom(before) || isRandom(after);
}

function isRandom(text: string): boolean {
  return text.length >= 12 && looksRandom(Buffer.from(text, 'latin1'), 0, text.length);
}

/**
 * One identifier in thirty has letters only. Of these one in two hundred scores as words do, one in two thousand as
 * clearly as words do; no word begins with AKIA, and no word stands where an access key is named.
 */
const LIKE_WORDS = 12;
const CLEARLY_WORDS = 26;
/** What people put together where a key would stand. */
const WORDS_OF_KEYS = /SECRET|ACCESS|KEY|TOKEN|TEST|USER|NAME|REGION|POLICY|CREDENTIAL/g;

/** How much likelier as words in capitals than as chance: `ASIAREGIONALOFFICES`, `AKIAYOURACCESSKEYHER`. */
function likenessToWords(tail: string): number {
  if (!/^[A-Z]+$/.test(tail)) return Number.NEGATIVE_INFINITY;
  if (isMadeOfWords(tail)) return CLEARLY_WORDS;
  const letters = Buffer.from(tail.toLowerCase(), 'latin1');
  return textLikelihood(letters, 0, letters.length);
}

function isMadeOfWords(tail: string): boolean {
  const letters = tail.replace(/\d/g, '');
  return letters.replace(WORDS_OF_KEYS, '').length <= letters.length / 2;
}

function isCalledKey(text: string, start: number, value: string): boolean {
  return value.startsWith('AKIA') || KEY_NAME.test(text.slice(Math.max(0, start - 80), start));
}

/** The name of a service or of a resource does not call anything a key. */
const KEY_NAME = /access[\s_.-]*key|key[\s_.-]*id|(?<!arn:|amazon)aws(?![.:])|credential/i;

/**
 * Whether an identifier that AWS cannot have issued still is worth a warning: it is called one, and is neither a word
 * nor a sequence of DNA.
 */
function isPlausible(text: string, start: number, value: string): boolean {
  const tail = value.slice(4);
  if (!/\d/.test(tail) || !/[A-Z]/.test(tail)) return false;
  return KEY_NAME.test(text.slice(Math.max(0, start - 80), start));
}

const SIGV4_SCOPE = /^(?:\/|%2F|\\\/|\\u002f)\d{8}(?:\/|%2F|\\\/|\\u002f)[a-z0-9-]+/i;
const CREDENTIAL_PARAMETER = /(?:X-Amz-Credential|Credential)(?:=|%3D|%253D|["']?\s*[:,]\s*["']?)$/i;

/** `Authorization: AWS id:signature`, the SHA-1 of the older form. */
const SIGNATURE_AFTER = /^:[A-Za-z0-9+/]{27}=(?!=)/;

function isPresigned(text: string, start: number, end: number): boolean {
  if (SIGV4_SCOPE.test(text.slice(end, end + 64))) return true;
  const before = text.slice(Math.max(0, start - 40), start);
  if (/\bAWS $/.test(before) && SIGNATURE_AFTER.test(text.slice(end, end + 30))) return true;
  if (CREDENTIAL_PARAMETER.test(before) && /X-Amz-/i.test(before)) return true;
  return /AWSAccessKeyId(?:=|%3D)$/i.test(before) && isSignedQuery(text, start, end);
}

/** The older signature: AWSAccessKeyId, Signature and Expires in one query, in any order. */
function isSignedQuery(text: string, start: number, end: number): boolean {
  const before = /[^\s"'<>]{0,1024}$/.exec(text.slice(Math.max(0, start - 1024), start))?.[0] ?? '';
  const after = /^[^\s"'<>]{0,1024}/.exec(text.slice(end, end + 1024))?.[0] ?? '';
  return /Signature(?:=|%3D)/i.test(before + after);
}
