import { Composer, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair } from 'yaml';
import { yamlTokens } from '../../yaml-tokens.js';
import { LIMITS } from '../limits.js';

/** Where a text stands in its file. Lines and columns count from 1; `end` is where it stops being. */
export interface SourceRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A key of a mapping with its value: a text, or whatever else it is. */
export interface YamlPair {
  readonly key: string;
  readonly keyRange: SourceRange;
  readonly value: YamlValue | undefined;
}

export interface YamlText {
  readonly kind: 'text';
  readonly text: string;
  /** Range of a part of the text, by offsets; of the whole where the text is folded or has escapes. */
  readonly range: (start: number, end: number) => SourceRange;
}

export interface YamlMap {
  readonly kind: 'map';
  readonly pairs: readonly YamlPair[];
}

export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlValue[];
}

export type YamlValue = YamlText | YamlMap | YamlList;

export interface YamlFile {
  readonly documents: readonly YamlValue[];
  /** Why parts may be missing; undefined for a sound file. */
  readonly fault: string | undefined;
}

/** Files of people are a few kilobytes; what is larger is data. */
const LARGEST = LIMITS.ciFile;
const DEEPEST = 100;
const TOO_DEEP = `nested deeper than ${DEEPEST} levels`;

/**
 * Reads YAML, several documents included, without executing anything of it: aliases stand for the one node that they
 * name and are not expanded, so that a bomb of aliases costs nothing; every value is a text, as it is written.
 */
export function readYaml(text: string): YamlFile {
  if (text.length > LARGEST) return { documents: [], fault: `larger than ${LARGEST / 1024} KiB` };
  const lines = new LineCounter();
  try {
    const tokens = yamlTokens(text, lines);
    if (tokens === undefined) return { documents: [], fault: TOO_DEEP };
    // Made pretty, each of many faults in a long line would be a pass over the line.
    const options = {
      schema: 'failsafe',
      uniqueKeys: false,
      logLevel: 'silent',
      prettyErrors: false,
    } as const;
    const documents = [...new Composer(options).compose(tokens)];
    const faults = documents
      .flatMap(({ errors }) => errors.slice(0, 1))
      .slice(0, 1)
      .map(({ code, pos }) => `not sound YAML: ${code} in line ${lines.linePos(pos[0]).line}`);
    const values = documents.map(({ contents }) => reader(text, lines, faults)(contents, 0));
    return { documents: values.filter(value => value !== undefined), fault: faults[0] };
  } catch {
    return { documents: [], fault: 'not readable as YAML' };
  }
}

type Reader = (node: unknown, depth: number) => YamlValue | undefined;

function reader(text: string, lines: LineCounter, faults: string[]): Reader {
  const anchors = new Map<string, YamlValue>();
  const range = (start: number, end: number) => sourceRange(lines, start, end);

  function read(node: unknown, depth: number): YamlValue | undefined {
    if (depth > DEEPEST) {
      faults.push(TOO_DEEP);
      return undefined;
    }
    if (isAlias(node)) return anchors.get(node.source);
    const value = content(node, depth);
    const anchor = anchorOf(node);
    if (value !== undefined && anchor !== undefined) anchors.set(anchor, value);
    return value;
  }

  function content(node: unknown, depth: number): YamlValue | undefined {
    if (isMap(node)) return { kind: 'map', pairs: node.items.flatMap(item => pair(item, depth)) };
    if (isSeq(node)) {
      const items = node.items.map(item => read(item, depth + 1));
      return { kind: 'list', items: items.filter(item => item !== undefined) };
    }
    return isScalar(node) ? scalar(node) : undefined;
  }

  function scalar(node: Node & { value: unknown }): YamlText {
    const [start, end] = node.range ?? [0, 0, 0];
    const value = String(node.value ?? '');
    const at = text.slice(start, end).indexOf(value);
    return {
      kind: 'text',
      text: value,
      // A text that stands in the file as it is has its parts where they are; else the whole is shown.
      range: (from, to) =>
        at >= 0 ? range(start + at + from, start + at + to) : locate(node, value.slice(from, to)),
    };
  }

  /** Block scalars lose their indentation: the part is looked for line by line. */
  function locate(node: Node, part: string): SourceRange {
    const [start, end] = node.range ?? [0, 0, 0];
    const line = part.split('\n', 1)[0] ?? '';
    const at = line === '' ? -1 : text.slice(start, end).indexOf(line);
    return at < 0 ? range(start, end) : range(start + at, start + at + line.length);
  }

  function pair({ key, value }: Pair, depth: number): readonly YamlPair[] {
    if (!isScalar(key)) return [];
    const [start, end] = key.range ?? [0, 0, 0];
    return [{ key: String(key.value ?? ''), keyRange: range(start, end), value: read(value, depth + 1) }];
  }

  return read;
}

function anchorOf(node: unknown): string | undefined {
  return isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined;
}

function sourceRange(lines: LineCounter, start: number, end: number): SourceRange {
  const from = lines.linePos(start);
  const to = lines.linePos(end);
  return { line: from.line, column: from.col, endLine: to.line, endColumn: to.col };
}
