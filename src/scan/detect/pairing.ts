import type { Finds, Placed } from './finds.js';
import type { Identifier } from './identifiers.js';
import type { Secret } from './secrets.js';
import type { Token } from './tokens.js';

/** Values that belong together. */
export interface Pair {
  readonly identifier: Placed<Identifier>;
  readonly secret: Placed<Secret>;
}

const FARTHEST_BYTES = 4096;
const FARTHEST_LINES = 20;

interface Link extends Pair {
  readonly cost: number;
}

/**
 * Pairs each identifier with the nearest secret, in either order, each value once. A documentation key belongs only to
 * a documentation secret, so that a real key beside an example is not lost.
 *
 * @param linesBetween counts the line ends between two places of the document
 */
export function pairsOf(finds: Finds, linesBetween: (start: number, end: number) => number): Pair[] {
  const secrets = [...finds.secrets.values()].sort((one, other) => one.start - other.start);
  const links: Link[] = [];
  for (const identifier of finds.identifiers.values()) {
    if (identifier.presigned) continue;
    for (const secret of nearby(secrets, identifier)) {
      if (!belong(identifier, secret)) continue;
      const [first, last] =
        identifier.start < secret.start ? [identifier.end, secret.start] : [secret.end, identifier.start];
      const lines = linesBetween(first, last);
      if (lines > FARTHEST_LINES && !(isOfCodes(identifier) && isOfCodes(secret))) continue;
      links.push({ identifier, secret, cost: costOf(identifier, secret, lines, last - first) });
    }
  }
  const pairs = cheapest(links);
  const [real, harmless] = [pairs.filter(isReal), pairs.filter(pair => !isReal(pair))];
  return [...inOrder(real), ...inOrder(harmless)];
}

/** Bytes written as numbers may stand one on each line. */
function isOfCodes({ layers }: Placed<object>): boolean {
  return layers.includes('codes');
}

function isReal({ identifier }: Pair): boolean {
  return identifier.harmless === undefined;
}

function belong(identifier: Identifier, secret: Secret): boolean {
  if (secret.context === 'denied') return false;
  if (identifier.wordlike && secret.context === 'none') return false;
  return (identifier.harmless === undefined) === (secret.harmless === undefined);
}

/** What stands side by side on a line, or on the next with nothing between, needs no name. */
const SIDE_BY_SIDE = 24;
const NOTHING_BETWEEN = 4;

/**
 * Formats put the identifier first more often than last. A secret that is called one comes before others that are nearer,
 * for tokens of other services have forty characters, too.
 */
function costOf(identifier: Identifier, secret: Secret, lines: number, bytes: number): number {
  const isBeside = bytes <= (lines === 0 ? SIDE_BY_SIDE : NOTHING_BETWEEN);
  const doubt = isBeside ? 600 : FARTHEST_LINES * 80;
  const unnamed = secret.context === 'none' ? doubt : 0;
  const reversed = secret.start < identifier.start ? 40 : 0;
  return unnamed + reversed + lines * 80 + bytes;
}

function cheapest(links: Link[]): Pair[] {
  const used = new Set<object>();
  const pairs: Pair[] = [];
  for (const link of links.sort((one, other) => one.cost - other.cost)) {
    if (used.has(link.identifier) || used.has(link.secret)) continue;
    used.add(link.identifier).add(link.secret);
    pairs.push({ identifier: link.identifier, secret: link.secret });
  }
  return pairs;
}

/**
 * Identifiers that are listed first and their secrets after them belong together in the order of the lists, where the
 * nearest secret would be the wrong one: `A=id1 B=id2 A=secret1 B=secret2`.
 */
function inOrder(pairs: readonly Pair[]): Pair[] {
  const sorted = [...pairs].sort((one, other) => startOf(one) - startOf(other));
  const result: Pair[] = [];
  let group: Pair[] = [];
  let end = -1;
  for (const pair of sorted) {
    if (startOf(pair) >= end) {
      result.push(...reordered(group));
      group = [];
    }
    group.push(pair);
    end = Math.max(end, pair.identifier.end, pair.secret.end);
  }
  return [...result, ...reordered(group)];
}

function reordered(group: readonly Pair[]): readonly Pair[] {
  const secrets = group.map(pair => pair.secret).sort((one, other) => one.start - other.start);
  const identifiers = group.map(pair => pair.identifier).sort((one, other) => one.start - other.start);
  if (group.length < 2) return group;
  const isList = startIn(identifiers, identifiers.length - 1) < startIn(secrets, 0);
  if (!isList && !alternate(identifiers, secrets)) return group;
  return identifiers.flatMap((identifier, at) => {
    const secret = secrets[at];
    return secret === undefined ? [] : [{ identifier, secret }];
  });
}

/**
 * `secret1 id1 secret2 id2`, or the identifiers first: the nearest secret of the second is the one between, and the wrong
 * one.
 */
function alternate(identifiers: readonly Placed<Identifier>[], secrets: readonly Placed<Secret>[]): boolean {
  const isFirst = startIn(identifiers, 0) < startIn(secrets, 0);
  const [leading, following] = isFirst ? [identifiers, secrets] : [secrets, identifiers];
  return leading.every((value, at) => {
    const other = startIn(following, at);
    return value.start < other && other < (leading[at + 1]?.start ?? Number.POSITIVE_INFINITY);
  });
}

function startIn(values: readonly { readonly start: number }[], at: number): number {
  return values[at]?.start ?? 0;
}

function startOf({ identifier, secret }: Pair): number {
  return Math.min(identifier.start, secret.start);
}

/** At most so many on either side: a file of nothing but keys stays linear. */
const NEIGHBOURS = 24;

function* nearby<T extends { readonly start: number; readonly end: number }>(
  sorted: readonly T[],
  to: { readonly start: number; readonly end: number },
): Generator<T> {
  const middle = firstFrom(sorted, to.start);
  for (let at = middle; at < Math.min(sorted.length, middle + NEIGHBOURS); at++) {
    const value = sorted[at];
    if (value === undefined || value.start - to.end > FARTHEST_BYTES) break;
    yield value;
  }
  for (let at = middle - 1; at >= Math.max(0, middle - NEIGHBOURS); at--) {
    const value = sorted[at];
    if (value === undefined || to.start - value.end > FARTHEST_BYTES) break;
    yield value;
  }
}

function firstFrom(sorted: readonly { readonly start: number }[], start: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @returns for each pair or identifier the nearest session token, each token once */
export function nearestToken(
  tokens: readonly Placed<Token>[],
  to: { readonly start: number; readonly end: number },
  used: Set<object>,
): Placed<Token> | undefined {
  let best: Placed<Token> | undefined;
  let bestDistance = FARTHEST_BYTES + 1;
  for (const token of nearby(tokens, to)) {
    if (used.has(token)) continue;
    const distance = token.start >= to.end ? token.start - to.end : to.start - token.end;
    if (distance < bestDistance) {
      best = token;
      bestDistance = distance;
    }
  }
  return best;
}
