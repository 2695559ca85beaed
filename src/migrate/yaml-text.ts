import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { Edits } from './edits.js';

export type Map_ = YAMLMap;
export type Entry = Pair;

/**
 * A YAML file that is changed in places and otherwise stays as it is, byte by byte: comments, order, quotes, anchors and
 * line ends.
 */
export class YamlText {
  readonly text: string;
  readonly document: Document;
  readonly edits = new Edits();
  readonly newline: string;

  /** @throws Error for what is no sound YAML, or more than one document */
  constructor(text: string) {
    this.text = text;
    this.newline = text.includes('\r\n') ? '\r\n' : '\n';
    this.document = parseDocument(text, { uniqueKeys: false, logLevel: 'silent', prettyErrors: false });
    const [error] = this.document.errors;
    if (error !== undefined) throw new Error(error.message.split('\n')[0]);
  }

  get changed(): string {
    return this.edits.applyTo(this.text);
  }

  /** What an alias stands for, or the node itself. */
  resolve(node: unknown): unknown {
    return isAlias(node) ? node.resolve(this.document) : node;
  }

  mapOf(node: unknown): YAMLMap | undefined {
    const found = this.resolve(node);
    return isMap(found) ? found : undefined;
  }

  listOf(node: unknown): YAMLSeq | undefined {
    const found = this.resolve(node);
    return isSeq(found) ? found : undefined;
  }

  /** The text of a scalar; undefined for anything else. */
  textOf(node: unknown): string | undefined {
    const found = this.resolve(node);
    return isScalar(found) && found.value !== null ? String(found.value) : undefined;
  }

  entry(map: YAMLMap | undefined, key: string): Pair | undefined {
    return map?.items.find(pair => keyOf(pair) === key);
  }

  valueAt(map: YAMLMap | undefined, ...path: readonly string[]): unknown {
    let node: unknown = map;
    for (const key of path) node = this.entry(this.mapOf(node), key)?.value;
    return node;
  }

  /** Column, from 0, of an offset. */
  column(offset: number): number {
    return offset - this.lineStart(offset);
  }

  lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** The offset behind the line's end, or the text's. */
  nextLine(offset: number): number {
    const end = this.text.indexOf('\n', offset);
    return end < 0 ? this.text.length : end + 1;
  }

  lineOf(offset: number): number {
    return this.text.slice(0, offset).split('\n').length;
  }

  /** Takes an entry out of its mapping, with the comment behind it; the mapping keeps what else it has. */
  remove(map: YAMLMap, pair: Pair, gone: ReadonlySet<Pair>): void {
    const start = startOf(pair.key);
    const end = endOf(pair);
    if (map.flow) {
      this.#removeFromFlow(map, pair, gone);
      return;
    }
    const lineStart = this.lineStart(start);
    if (this.text.slice(lineStart, start).trim() === '') {
      this.edits.add({ start: lineStart, end: this.nextLine(end), text: '' });
      return;
    }
    // The first entry of an item stands behind its dash: the next one that stays moves up to it.
    const next = map.items.slice(map.items.indexOf(pair) + 1).find(item => !gone.has(item));
    const until = next === undefined ? end : startOf(next.key);
    this.edits.add({ start, end: until, text: '' });
  }

  /** In `{ a: 1, b: 2 }` the comma goes with the entry. */
  #removeFromFlow(map: YAMLMap, pair: Pair, gone: ReadonlySet<Pair>): void {
    const index = map.items.indexOf(pair);
    const before = map.items
      .slice(0, index)
      .reverse()
      .find(item => !gone.has(item));
    const next = map.items[index + 1];
    const start = before === undefined || next !== undefined ? startOf(pair.key) : endOf(before);
    const end = next === undefined ? endOf(pair) : startOf(next.key);
    this.edits.add({ start, end, text: '' });
  }

  /** Puts lines into a block mapping, before one of its entries or behind its last. @param lines without indentation */
  insert(map: YAMLMap, lines: readonly string[], before?: Pair): void {
    const [first] = map.items;
    if (first === undefined) throw new Error('there is no entry to line up with');
    const column = this.column(startOf(first.key));
    const indented = lines
      .map(line => `${line === '' ? '' : ' '.repeat(column)}${line}${this.newline}`)
      .join('');
    if (before !== undefined) {
      const start = startOf(before.key);
      const lineStart = this.lineStart(start);
      const isFirst = this.text.slice(lineStart, start).trim() !== '';
      if (!isFirst) this.edits.add({ start: lineStart, end: lineStart, text: indented });
      else this.edits.add({ start, end: start, text: `${indented.slice(column)}${' '.repeat(column)}` });
      return;
    }
    this.#insertAfter(endOf(map.items.at(-1) ?? first), indented);
  }

  #insertAfter(end: number, indented: string): void {
    const at = this.nextLine(end);
    const open = at === this.text.length && !this.text.endsWith('\n');
    this.edits.add({ start: at, end: at, text: open ? this.newline + indented.trimEnd() : indented });
  }

  /** Puts lines into a block mapping right behind one of its entries. */
  insertBehind(map: YAMLMap, pair: Pair, lines: readonly string[]): void {
    const [first] = map.items;
    const column = first === undefined ? 0 : this.column(startOf(first.key));
    const indented = lines.map(line => `${' '.repeat(column)}${line}${this.newline}`).join('');
    this.#insertAfter(endOf(pair), indented);
  }

  /** Replaces the text of a scalar, in the quotes that it has. */
  replaceScalar(node: Scalar, value: string): void {
    const [start = 0, end = 0] = node.range ?? [];
    const quote = /^["']/.exec(this.text.slice(start, end))?.[0] ?? '';
    this.edits.add({ start, end, text: `${quote}${value}${quote}` });
  }
}

/** @returns undefined for what is no sound YAML */
export function opened(text: string): YamlText | undefined {
  try {
    return new YamlText(text);
  } catch {
    return undefined;
  }
}

export function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value ?? '') : '';
}

export function startOf(node: unknown): number {
  return (node as Node | undefined)?.range?.[0] ?? 0;
}

/** Where the content of a node ends: without blank lines and comments that follow. */
export function endOf(node: unknown): number {
  if (isPair(node))
    return node.value === null || node.value === undefined
      ? endOf(node.key)
      : Math.max(endOf(node.value), endOf(node.key));
  if ((isMap(node) || isSeq(node)) && !node.flow) {
    const last: unknown = node.items.at(-1);
    return last === undefined ? (node.range?.[1] ?? 0) : endOf(last);
  }
  if (isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')) {
    // Its range ends behind its last line end.
    return Math.max((node.range?.[1] ?? 1) - 1, node.range?.[0] ?? 0);
  }
  return (node as Node | undefined)?.range?.[1] ?? 0;
}
