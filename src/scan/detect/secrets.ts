import { looksRandom } from './bigrams.js';
import { escapeEndsAt } from './boundaries.js';
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

const RUN = /[A-Za-z0-9+/]{40,61}/g;
const BASE64 = /[A-Za-z0-9+/]/;

export function findSecrets(text: string): Secret[] {
  const found: Secret[] = [];
  for (const [start, end] of runsOf(text)) {
    const secretStart = end - SECRET_LENGTH;
    if (secretStart !== start && !escapeEndsAt(text, secretStart) && !isBesideIdentifier(text, start, end))
      continue;
    const secret = describe(text, secretStart, end);
    if (secret !== undefined) found.push(secret);
  }
  return found;
}

/** Runs of 40 base64 characters, or a few more of which an escape or an identifier may be the first. */
function* runsOf(text: string): Generator<readonly [number, number]> {
  RUN.lastIndex = 0;
  for (let match = RUN.exec(text); match !== null; match = RUN.exec(text)) {
    const end = match.index + match[0].length;
    const follows = text.charAt(end);
    if (BASE64.test(follows)) RUN.lastIndex = endOfRun(text, end);
    else if (follows !== '=') yield [match.index, end];
  }
}

const REST = /[A-Za-z0-9+/]*/y;

function endOfRun(text: string, from: number): number {
  REST.lastIndex = from;
  return REST.test(text) ? REST.lastIndex : from;
}

/** `AKIA…/secret`: the separator is one of a secret's own characters. */
function isBesideIdentifier(text: string, start: number, end: number): boolean {
  return (
    end - start === 20 + 1 + SECRET_LENGTH && /^A[KS]IA[A-Z2-7]{16}[+/]$/.test(text.slice(start, start + 21))
  );
}

function describe(text: string, start: number, end: number): Secret | undefined {
  const value = text.slice(start, end);
  if (!/[a-z]/.test(value) || !/[A-Z]/.test(value)) return undefined;
  const harmless = harmlessSecret(value);
  if (harmless === undefined && !looksRandom(Buffer.from(value, 'latin1'), 0, SECRET_LENGTH))
    return undefined;
  const context = contextOf(text, start, end);
  return { text: value, start, end, context, ...(harmless === undefined ? {} : { harmless }) };
}
