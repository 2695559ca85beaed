import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import * as v from 'valibot';
import { parseAllDocuments, parseDocument } from 'yaml';
import { ROOT } from './program.js';

/** A fenced block of a Markdown page. */
export interface Block {
  /** `README.md:12`: where its fence is. */
  readonly place: string;
  readonly language: string;
  readonly text: string;
}

/** The repository's own Markdown pages, as paths from its root. */
export function pages(): string[] {
  const top = readdirSync(ROOT).filter(name => name.endsWith('.md'));
  return [...top, ...filesIn('docs', '.md'), ...filesIn('examples', '.md')];
}

/** Files of a folder of the repository, however deep, as paths from its root; none without the folder. */
export function filesIn(folder: string, ...endings: readonly string[]): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && endings.some(ending => entry.name.endsWith(ending)))
    .map(entry => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

export function blocksOf(page: string): Block[] {
  const blocks: Block[] = [];
  const fences = /^( *)```(\w*)[^\n]*\n([\s\S]*?)^\1```$/gm;
  const text = textOf(page);
  for (const match of text.matchAll(fences)) {
    const [, indent = '', language = '', body = ''] = match;
    const line = text.slice(0, match.index).split('\n').length;
    blocks.push({ place: `${page}:${line}`, language, text: body.replaceAll(`\n${indent}`, '\n') });
  }
  return blocks;
}

/** Targets of the links to files of the repository, as paths from its root. */
export function linksOf(page: string): string[] {
  const folder = page.includes('/') ? page.slice(0, page.lastIndexOf('/')) : '.';
  return [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.replace(/#.*$/, ''))
    .filter(target => target !== '' && !/^[a-z]+:/.test(target))
    .map(target => join(folder, target).split(sep).join('/'));
}

/** What the headings of a page are linked by, as GitHub makes it of their text. */
export function anchorsOf(page: string): string[] {
  const text = textOf(page).replace(/^( *)```[\s\S]*?^\1```$/gm, '');
  const headings = [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
  const named = [...text.matchAll(/<a id="([^"]+)"><\/a>/g)].map(([, name = '']) => name);
  return [...headings, ...named];
}

/** The links to headings of this repository's pages. */
export function linkedAnchorsOf(page: string): { readonly target: string; readonly anchor: string }[] {
  const folder = page.includes('/') ? page.slice(0, page.lastIndexOf('/')) : '.';
  return [...textOf(page).matchAll(/\]\(([^)\s:#]*)#([^)\s]+)\)/g)].map(([, path = '', anchor = '']) => ({
    target: path === '' ? page : join(folder, path).split(sep).join('/'),
    anchor,
  }));
}

/** What YAML says, with the tags of CloudFormation read as plain values. @throws for text that is not YAML */
export function yamlOf(text: string): unknown {
  const customTags = ['!Ref', '!Sub', '!GetAtt', '!If', '!Equals', '!Not', '!Join', '!FindInMap'].flatMap(
    tag => [
      { tag, resolve: (value: string) => value },
      { tag, collection: 'seq' as const },
    ],
  );
  const document = parseDocument(text, { customTags });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) throw problem;
  if (parseAllDocuments(text).length > 1) throw new Error('more than one YAML document');
  return document.toJS();
}

const Action = v.object({
  inputs: v.optional(v.record(v.string(), v.looseObject({}))),
  outputs: v.optional(v.record(v.string(), v.looseObject({}))),
});

/** What one of our actions declares. */
export interface DeclaredNames {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** @param file `action.yml`, `scan/action.yml` */
export function declaredBy(file: string): DeclaredNames {
  const { inputs = {}, outputs = {} } = v.parse(Action, yamlOf(textOf(file)));
  return { inputs: Object.keys(inputs), outputs: Object.keys(outputs) };
}
