import type { Budget } from './budget.js';
import { findIdentifiers, type Identifier } from './identifiers.js';
import { findOddCredentials } from './odd.js';
import { findSecrets, type Secret } from './secrets.js';
import { findTokens, type Token } from './tokens.js';

/** A value and how it was reached; its positions are those of the document. */
export type Placed<T> = T & { readonly layers: readonly string[] };

/** All that was found in one document, before it is put together. */
export interface Finds {
  readonly identifiers: Map<string, Placed<Identifier>>;
  readonly secrets: Map<string, Placed<Secret>>;
  readonly tokens: Map<string, Placed<Token>>;
  /** How many values were met, the same ones again too. */
  seen: number;
}

export function noFinds(): Finds {
  return { identifiers: new Map(), secrets: new Map(), tokens: new Map(), seen: 0 };
}

/** Where a stretch of a text stands in its document. */
export type Place = (start: number, end: number) => { readonly start: number; readonly end: number };

/**
 * Adds what stands in a text. What was found at the same place before, through fewer layers, stays.
 *
 * @param inner whether the stretch is away from the borders at which the text was cut
 */
export function readText(
  text: string,
  finds: Finds,
  place: Place,
  layers: readonly string[],
  inner: (start: number, end: number) => boolean,
  budget: Budget,
): void {
  const { seen } = finds;
  budget.spend(text.length);
  finds.seen += keep(findIdentifiers(text, budget), finds.identifiers, place, layers, inner, isOfUrl);
  finds.seen += keep(findSecrets(text, budget), finds.secrets, place, layers, inner, isBetterNamed);
  finds.seen += keep(findTokens(text), finds.tokens, place, layers, inner);
  finds.seen += keep(findOddCredentials(text), finds.tokens, place, layers, inner);
  budget.spend(COST_OF_VALUE * (finds.seen - seen));
}

/** In steps: what it takes to put a value together with others, and to tell of it. */
const COST_OF_VALUE = 200;

/** What a value is called is read best where escapes are resolved. In pieces that were put together a name can come from elsewhere. */
function isBetterNamed(known: Placed<Secret>, other: Placed<Secret>): boolean {
  return known.context !== other.context && !other.layers.includes('concatenation');
}

/** A query whose equals signs were escaped, or that was cut. */
function isOfUrl(known: Placed<Identifier>, other: Placed<Identifier>): boolean {
  return !known.presigned && other.presigned;
}

/** @returns how many there were */
function keep<T extends { readonly text: string; readonly start: number; readonly end: number }>(
  values: readonly T[],
  into: Map<string, Placed<T>>,
  place: Place,
  layers: readonly string[],
  inner: (start: number, end: number) => boolean,
  isBetter: (known: Placed<T>, other: Placed<T>) => boolean = () => false,
): number {
  let seen = 0;
  for (const value of values) {
    if (!inner(value.start, value.end)) continue;
    seen += 1;
    const placed = { ...value, ...place(value.start, value.end), layers };
    const key = `${placed.end}:${value.text}`;
    const known = into.get(key);
    if (known === undefined || isBetter(known, placed)) into.set(key, placed);
  }
  return seen;
}
