import * as v from 'valibot';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { yamlTokens } from '../yaml-tokens.js';
import type { Faults } from './fault.js';
import { type ConfigurationDocument, configurationSchema } from './schema.js';

/** A parsed configuration file that can say on which line something stands. */
export interface ParsedDocument {
  readonly value: ConfigurationDocument;
  /** Line, from 1, of the value (or, with `key`, of its key; or the nearest thing around it) at a path of keys. */
  readonly lineOf: (path: readonly (string | number)[], key?: boolean) => number;
}

/**
 * Reads YAML (or JSON, its subset) into the shape of the schema.
 *
 * @param text content of the file
 * @param faults takes every syntax and shape fault, with `line N`
 * @returns undefined when there was any
 */
export function parseConfiguration(text: string, faults: Faults): ParsedDocument | undefined {
  const lines = new LineCounter();
  if (yamlTokens(text, new LineCounter()) === undefined) {
    faults.add('the file', 'is nested deeper than any configuration');
    return undefined;
  }
  // Keys that are given twice are looked for here: the package compares each with each.
  const options = { lineCounter: lines, prettyErrors: false, stringKeys: true, uniqueKeys: false } as const;
  const document = parseDocument(text, options);
  const repeated = repeatedKeys(document);
  for (const at of repeated) faults.add(`line ${lines.linePos(at).line}`, 'Map keys must be unique');
  if (repeated.length > 0 && document.errors.length === 0) return undefined;
  for (const error of document.errors) {
    faults.add(`line ${lines.linePos(error.pos[0]).line}`, error.message.split('\n')[0] ?? 'is not YAML');
  }
  if (document.errors.length > 0) return undefined;
  const lineOf = (path: readonly (string | number)[], key = false) => lineAt(document, lines, path, key);
  reserveNames(document, faults, lineOf);
  const plain = plainValue(document, faults);
  if (plain === undefined) return undefined;
  const parsed = v.safeParse(configurationSchema, plain.value ?? {});
  if (parsed.success) return { value: parsed.output, lineOf };
  const shapeFaults = parsed.issues.slice(0, MOST_PLACED).map(issue => shapeFault(issue, lineOf));
  for (const { line, what } of shapeFaults.sort((a, b) => a.line - b.line)) faults.add(`line ${line}`, what);
  for (const _ of parsed.issues.slice(MOST_PLACED)) faults.add('', '');
  return undefined;
}

/** For so many faults it is looked up on which line each stands. */
const MOST_PLACED = 1000;

/** @returns where a key begins that its mapping has before */
function repeatedKeys(document: Document): number[] {
  const places: number[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key) || key.value === '<<') continue;
        if (seen.has(key.value)) places.push(key.range?.[0] ?? 0);
        seen.add(key.value);
      }
    },
  });
  return places;
}

/**
 * Aliases are resolved, within a bound: a small file must not unfold into a huge one.
 *
 * @returns undefined where one names no anchor, or the bound is reached
 */
function plainValue(document: Document, faults: Faults): { readonly value: unknown } | undefined {
  try {
    return { value: document.toJS({ maxAliasCount: 100 }) };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    faults.add('the file', error.message);
    return undefined;
  }
}

type LineOf = (path: readonly (string | number)[], key?: boolean) => number;

function shapeFault(issue: v.BaseIssue<unknown>, lineOf: LineOf): { line: number; what: string } {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  const atKey = issue.path?.at(-1)?.origin === 'key';
  const name = path.length === 0 ? 'the file' : path.join('.');
  return { line: lineOf(path, atKey), what: `${name} ${issue.message}` };
}

/** Names of properties that every object has: validators pass over them, so that an entry would silently be lost. */
function reserveNames(document: Document, faults: Faults, lineOf: LineOf): void {
  for (const path of [['environments'], ['sso', 'permission-sets']]) {
    const named = document.getIn(path);
    if (!isMap(named)) continue;
    for (const { key } of named.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (!['__proto__', 'prototype', 'constructor'].includes(name)) continue;
      const at = [...path, name];
      faults.add(`line ${lineOf(at, true)}`, `${at.join('.')}: this name is reserved, choose another`);
    }
  }
}

/** The line of the deepest node on the path that exists; of its key where `key` says so. */
function lineAt(
  document: Document,
  lines: LineCounter,
  path: readonly (string | number)[],
  key: boolean,
): number {
  for (let length = path.length; length > 0; length--) {
    const part = path.slice(0, length);
    const parent = length === 1 ? document.contents : document.getIn(part.slice(0, -1), true);
    const pair = isMap(parent)
      ? parent.items.find(item => isScalar(item.key) && item.key.value === part.at(-1))
      : undefined;
    const node = key && pair ? pair.key : (document.getIn(part, true) ?? pair?.key);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
