import { isUtf8 } from 'node:buffer';
import { secretsBesideIdentifiers } from './adjacent.js';
import { IS_BASE64 } from './alphabet.js';
import { looksRandom, mayBeRandom } from './bigrams.js';
import { escapeEndsAt, goesOn, lengthWrittenBefore } from './boundaries.js';
import type { Budget } from './budget.js';
import { type Context, contextOf } from './context.js';
import { harmlessSecret } from './examples.js';

/** A value that can be a secret access key. */
export interface Secret {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly context: Context;
  readonly harmless?: string;
}

export const SECRET_LENGTH = 40;

/** Of a longer run nothing is a secret with something before it, such as a path and an identifier. */
const LONGEST_RUN = 125;
/** The run begins within an escape: so it holds less than a secret. */
const PERCENT = /%(?:25){0,4}[0-9A-Fa-f]{2}$/;

/** In steps: what it takes to read what a value is called. */
const COST_OF_CONTEXT = 600;

/** @param budget takes note of the work, beside that for the length of the text */
export function findSecrets(text: string, budget: Budget): Secret[] {
  const found: Secret[] = [];
  for (const [start, runEnd] of runsOf(text)) {
    const end = lengthWrittenBefore(text, start, SECRET_LENGTH) ? start + SECRET_LENGTH : runEnd;
    const secretStart = end - SECRET_LENGTH;
    if (isPartOfUrlSafe(text, secretStart, end) || goesOn(text, end)) continue;
    if (PERCENT.test(text.slice(Math.max(0, secretStart - 9), secretStart + 2))) continue;
    if (secretStart !== start && !beginsLate(text, start, secretStart)) continue;
    const secret = describe(text, secretStart, end, budget);
    if (secret !== undefined) found.push(secret);
  }
  for (const start of secretsBesideIdentifiers(text)) {
    const secret = describe(text, start, start + SECRET_LENGTH, budget);
    if (secret !== undefined) found.push(secret);
  }
  return found;
}

/** A piece of url-safe base64, such as a hash or a token, between its hyphens and underscores. */
function isPartOfUrlSafe(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 22), start);
  if (/[A-Za-z0-9][-_]$/.test(before) && !/A[KS]IA[A-Z2-7]{16}[-_]$/.test(before)) return true;
  return /^[-_][A-Za-z0-9]{3}/.test(text.slice(end, end + 4));
}

/** Runs of 40 base64 characters, or a few more of which an escape or an identifier may be the first. */
function* runsOf(text: string): Generator<readonly [number, number]> {
  // A character that is none of base64 dismisses the 40 that end with it.
  for (let at = SECRET_LENGTH - 1; at < text.length; at += SECRET_LENGTH) {
    if (!isBase64(text, at)) continue;
    const first = at - SECRET_LENGTH + 1;
    let start = at;
    while (start > first && isBase64(text, start - 1)) start--;
    if (start > first) {
      at = start - 1;
      continue;
    }
    let end = at + 1;
    while (end < text.length && isBase64(text, end)) end++;
    if (end - start <= LONGEST_RUN && !isPadded(text, end)) yield [start, end];
    at = end;
  }
}

const EQUALS = 0x3d;

/** No padding follows forty characters at the end of a line: there it is a soft line break of quoted-printable. */
function isPadded(text: string, end: number): boolean {
  return text.charCodeAt(end) === EQUALS && !/^=\r?\n/.test(text.slice(end, end + 3));
}

function isBase64(text: string, at: number): boolean {
  return IS_BASE64[text.charCodeAt(at)] === 1;
}

/**
 * Whether what stands between the start of the run and the secret is none of its characters: an escape, the `+` of a
 * diff, or the identifier and a separator (`AKIA…/secret`).
 */
function beginsLate(text: string, runStart: number, start: number): boolean {
  if (escapeEndsAt(text, start)) return !OF_VALUE.test(text.slice(Math.max(0, start - 12), start));
  const between = text.slice(runStart, start);
  if (between === '+') return runStart === 0 || text.charAt(runStart - 1) === '\n';
  if (between === '//' || /(?:^|\/)A[KS]IA[A-Z2-7]{16}[+/]$/.test(between)) return true;
  // Databases store a name and its value side by side.
  return SECRET_NAME.test(text.slice(Math.max(0, start - 20), start));
}

/** An escaped plus sign or slash is a character of the value. */
const OF_VALUE = /(?:%(?:25){0,4}|\\x|\\u00)2[bf]$/i;

/** Thirty bytes of text in base64 have forty characters, too; random ones are never text. */
function isEncodedText(value: string): boolean {
  const bytes = Buffer.from(value, 'base64');
  return isUtf8(bytes) && !/[\0-\x08\x0e-\x1f\x7f]/.test(bytes.toString('latin1'));
}

/** Words or a path, of which few letters are capitals, or the eight digits of a logical ID behind them, or a symbol of Rust: one secret in a million. */
function isName(value: string): boolean {
  if (/^[A-Za-z]{32}[0-9A-F]{8}$|17h[0-9a-f]{16}E$/.test(value)) return true;
  return /^[A-Za-z/+]+$/.test(value) && value.replace(/[a-z/+]/g, '').length <= MOST_CAPITALS;
}

const MOST_CAPITALS = 10;

const SECRET_NAME = /secret(?:[_.-]?(?:access[_.-]?)?key)?$/i;

function describe(text: string, start: number, end: number, budget: Budget): Secret | undefined {
  const value = text.slice(start, end);
  if (!/[a-z]/.test(value) || !/[A-Z]/.test(value)) return undefined;
  if (isEncodedText(value) || isName(value)) return undefined;
  const harmless = harmlessSecret(value);
  const bytes = Buffer.from(value, 'latin1');
  if (harmless === undefined && !mayBeRandom(bytes, 0, SECRET_LENGTH)) return undefined;
  budget.spend(COST_OF_CONTEXT);
  const context = contextOf(text, start, end);
  if (harmless === undefined && context !== 'named' && !looksRandom(bytes, 0, SECRET_LENGTH))
    return undefined;
  return { text: value, start, end, context, ...(harmless === undefined ? {} : { harmless }) };
}
